import { useEffect, useRef } from "preact/hooks";
import { Say, useSpeaker, useText } from "../parts/speaker.tsx";
import { download } from "../result/save.tsx";
import type { KeptSummary } from "../session/kept.ts";
import type { Session } from "../session/session.ts";

function SaveKept({ kept }: { kept: KeptSummary }) {
  return (
    <button type="button" class="button" onClick={() => download(`${kept.record}\n`, "parley.json")}>
      <Say k="result.save" />
    </button>
  );
}

/** The address asks for a play while another is kept here: it can be gone on with, and nothing takes its place unasked. */
export function UnderWay({ session, kept }: { session: Session; kept: KeptSummary }) {
  const text = useText();
  const { list } = useSpeaker();
  const seats = kept.seats.map(text);
  return (
    <section class="under-way" aria-labelledby="under-way-title">
      <h2 id="under-way-title">
        <Say k="under_way.title" />
      </h2>
      <p>
        <Say
          k={seats.length > 0 ? "under_way.seats" : "under_way.watching"}
          v={{ title: text(kept.title), seats: list(seats) }}
        />
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button button-first"
          data-under-way="go-on"
          onClick={() => void session.takeOver()}
        >
          <Say k="under_way.go_on" />
        </button>
        <SaveKept kept={kept} />
      </div>
    </section>
  );
}

/** Asked once before something takes the place of the play that is kept. */
export function Replacing({ session, kept }: { session: Session; kept: KeptSummary }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="replacing-sure" onClose={() => session.replace(false)}>
      <p id="replacing-sure">
        <Say k="under_way.sure" />
      </p>
      <div class="buttons">
        <button type="button" class="button button-first" onClick={() => dialog.current?.close()}>
          <Say k="under_way.no" />
        </button>
        <SaveKept kept={kept} />
        <button
          type="button"
          class="button button-grave"
          data-under-way="replace"
          onClick={() => session.replace(true)}
        >
          <Say k="under_way.yes" />
        </button>
      </div>
    </dialog>
  );
}
