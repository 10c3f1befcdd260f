import { Component, type ComponentChildren } from "preact";
import { Say } from "./speaker.tsx";

/** A fault of the program itself takes one screen with it, never the play: that is kept as it was, and a reload goes on. */
export class Guard extends Component<{ children: ComponentChildren }, { message: string | null }> {
  override state = { message: null };

  static override getDerivedStateFromError(problem: unknown): { message: string } {
    return { message: problem instanceof Error ? problem.message : String(problem) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main id="main" class="page" tabIndex={-1}>
        <p role="alert">
          <Say k="notice.failed" v={{ message }} />
        </p>
      </main>
    );
  }
}
