import { Component, type ComponentChildren } from "preact";
import { SaveRecord } from "../parts/save-record.tsx";
import { Message } from "../parts/speaker.tsx";
import { messageOf } from "../store/store.ts";

interface ErrorBoundaryProps {
  /** Hands the record of the play on the screen to the browser; null: there is none. */
  readonly onSave: (() => void) | null;
  readonly children: ComponentChildren;
}

/** A fault of the program itself takes one screen with it, never the play: that is saved, and a reload goes on with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { message: string | null }> {
  override state = { message: null };

  static override getDerivedStateFromError(problem: unknown): { message: string } {
    return { message: messageOf(problem) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main id="main" class="page" tabIndex={-1}>
        <p role="alert">
          <Message k="notice.failed" v={{ message }} />
        </p>
        <div class="buttons">
          <button type="button" class="button button-first" onClick={() => location.reload()}>
            <Message k="frame.reload" />
          </button>
          {this.props.onSave && <SaveRecord onSave={this.props.onSave} />}
        </div>
      </main>
    );
  }
}
