import { useEffect, useReducer, useState } from "preact/hooks";
import { Say } from "../parts/speaker.tsx";
import type { Session } from "../session/session.ts";
import { isUnderWay, isUnderWaySomewhere } from "./under-way.ts";
import type { Versions } from "./watch.ts";

/** Says between plays, quietly, that there is a newer version, and changes to it when asked. */
export function NewVersion({ session, versions }: { session: Session; versions: Versions }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [answer, setAnswer] = useState<"none" | "later" | "other tab">("none");
  useEffect(() => versions.subscribe(() => redraw(null)), [versions]);
  const between = !isUnderWay(session.state);
  useEffect(() => {
    if (between) versions.look();
  }, [between, versions]);
  if (!versions.waiting || !between || answer === "later") return null;
  const take = async (): Promise<void> => {
    if (await isUnderWaySomewhere(navigator.locks)) setAnswer("other tab");
    else versions.take();
  };
  return (
    <div class="notice" role="status" data-new-version>
      <p>
        <Say k={answer === "other tab" ? "notice.update.other_tab" : "notice.update"} />
      </p>
      <button type="button" class="button" onClick={() => void take()}>
        <Say k="notice.update.now" />
      </button>
      <button type="button" class="quiet-button" onClick={() => setAnswer("later")}>
        <Say k="notice.update.later" />
      </button>
    </div>
  );
}
