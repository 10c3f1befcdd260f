import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { PresenterContext, presenterOf } from "../parts/presenter.tsx";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import { AT_ONCE } from "../store/pace.ts";
import { createSession, type Session } from "../store/session.ts";
import { memoryPlayStorage } from "../store/storage.ts";
import scenario from "./practice.yaml?checked";
import { Steps } from "./steps.tsx";

/** Whom the player is at the table of practice. */
const SEAT = "upper";

/** A play of its own, by the rules of the real one, which is not saved. */
function practice(): Session {
  const session = createSession({ storage: memoryPlayStorage(), pace: AT_ONCE, tab: "practice" });
  session.offer(scenario);
  return session;
}

/** Begins at the table itself: the mandate is told in one sentence. */
function begin(session: Session): void {
  const stop = session.subscribe(() => {
    if (session.state.screen !== "mandate") return;
    stop();
    session.toTable();
  });
  session.begin([SEAT], "practice");
}

/** @param then there is a play waiting behind it */
export function Guide({ then, onDone }: { then: boolean; onDone: () => void }) {
  const t = useSpeaker();
  const session = useMemo(practice, []);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const stop = session.subscribe(() => redraw(null));
    begin(session);
    dialog.current?.showModal();
    return stop;
  }, [session]);
  const { play, screen } = session.state;
  return (
    <dialog ref={dialog} class="guide" aria-labelledby="guide-title" onClose={onDone}>
      <div class="guide-head">
        <h2 id="guide-title">
          <Message k="guide.title" />
        </h2>
        <button type="button" class="button" data-practice-skip onClick={() => dialog.current?.close()}>
          <Message k="guide.skip" />
        </button>
      </div>
      {play?.view.log.length === 0 && (
        <p class="quiet">
          <Message k="guide.lead" />
        </p>
      )}
      {play && screen === "table" ? (
        <PresenterContext.Provider value={presenterOf(play, session, t)}>
          <Steps then={then} onRetry={() => begin(session)} onDone={() => dialog.current?.close()} />
        </PresenterContext.Provider>
      ) : (
        <p>
          <Message k="frame.loading" />
        </p>
      )}
    </dialog>
  );
}
