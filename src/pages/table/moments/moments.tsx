import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { usePresenter } from "../../parts/presenter.tsx";
import { Message } from "../../parts/speaker.tsx";
import { CableBody, CableTitle } from "./cable.tsx";
import { NewsBody } from "./news.tsx";
import type { Interruption } from "./queue.ts";
import { VoteBody, VoteTitle } from "./vote.tsx";

/** An onlooker need not read card after card. */
function SkipAll() {
  const { actions, me } = usePresenter();
  if (me) return null;
  return (
    <button type="button" class="button" data-skip-all onClick={actions.skip}>
      <Message k="table.skip.end" />
    </button>
  );
}

interface CardProps {
  readonly moment: Interruption;
  readonly round: number;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A card across the table: nothing else can be reached until the player goes on. It takes the focus and gives it back; Escape goes
 * on, and so does Enter on its heading, where the focus is first so that it is read from its beginning.
 */
function Card({ moment, round, title, children }: CardProps) {
  const { actions, moments } = usePresenter();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus({ preventScroll: true });
  }, []);
  const goOn = (): void => dialog.current?.close();
  const rest = moments.length - 1;
  return (
    <dialog
      ref={dialog}
      class="moment"
      data-moment={moment.kind}
      data-moment-at={moment.through}
      aria-labelledby="moment-title"
      onClose={actions.attend}
    >
      <div class="moment-body">
        <header class="moment-head">
          <p class="moment-kicker">
            <Message k="moment.round" v={{ round }} />
          </p>
          <h2
            id="moment-title"
            ref={heading}
            tabIndex={-1}
            onKeyDown={(event) => {
              // A key that is still held down from the press before has not read anything.
              if (event.key === "Enter" && !event.repeat) goOn();
            }}
          >
            {title}
          </h2>
        </header>
        {children}
      </div>
      <footer class="moment-foot">
        <button type="button" class="button button-first" data-go-on onClick={goOn}>
          <Message k="moment.go_on" />
        </button>
        <SkipAll />
        {rest > 0 && (
          <p class="quiet">
            <Message k="moment.more" v={{ rest }} />
          </p>
        )}
      </footer>
    </dialog>
  );
}

function MomentCard({ moment }: { moment: Interruption }) {
  switch (moment.kind) {
    case "vote":
      return (
        <Card moment={moment} round={moment.answers.round} title={<VoteTitle moment={moment} />}>
          <VoteBody moment={moment} />
        </Card>
      );
    case "news":
      return (
        <Card moment={moment} round={moment.round} title={<Message k="moment.news" />}>
          <NewsBody events={moment.events} />
        </Card>
      );
    case "cable":
      return (
        <Card moment={moment} round={moment.round} title={<CableTitle />}>
          <CableBody moment={moment} />
        </Card>
      );
  }
}

/** What interrupts the player: one card at a time. */
export function Moments() {
  const [moment] = usePresenter().moments;
  return moment ? <MomentCard key={moment.through} moment={moment} /> : null;
}
