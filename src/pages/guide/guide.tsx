import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { DeskContext, deskOf } from "../desk.tsx";
import { Say, useSpeaker } from "../parts/speaker.tsx";
import { memoryKeep } from "../session/keep.ts";
import { AT_ONCE } from "../session/pace.ts";
import { createSession, type Session } from "../session/session.ts";
import { Steps } from "./steps.tsx";
import { WELL, YOU } from "./well.ts";

/** A play of its own, by the rules of the real one, which is not kept. */
function practice(): Session {
  const session = createSession(memoryKeep(), AT_ONCE, "practice");
  session.offer(WELL);
  return session;
}

/** Begins at the table itself: the mandate is told in one sentence. */
function begin(session: Session): void {
  const stop = session.subscribe(() => {
    if (session.state.screen !== "mandate") return;
    stop();
    session.toTable();
  });
  session.begin([YOU], "practice");
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
  const { sitting, screen } = session.state;
  return (
    <dialog ref={dialog} class="guide" aria-labelledby="guide-title" onClose={onDone}>
      <div class="guide-head">
        <h2 id="guide-title">
          <Say k="guide.title" />
        </h2>
        <button type="button" class="button" data-practice-skip onClick={() => dialog.current?.close()}>
          <Say k="guide.skip" />
        </button>
      </div>
      {sitting?.play.actions.length === 0 && (
        <p class="quiet">
          <Say k="guide.lead" />
        </p>
      )}
      {sitting && screen === "table" ? (
        <DeskContext.Provider value={deskOf(session, sitting, t)}>
          <Steps then={then} onRetry={() => begin(session)} onDone={() => dialog.current?.close()} />
        </DeskContext.Provider>
      ) : (
        <p>
          <Say k="frame.loading" />
        </p>
      )}
    </dialog>
  );
}
