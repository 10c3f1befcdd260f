import { useEffect, useRef } from "preact/hooks";
import { SaveRecord } from "../parts/save-record.tsx";
import { Message, useSpeaker, useText } from "../parts/speaker.tsx";
import type { Session } from "../store/session.ts";
import type { SavedPlaySummary } from "../store/store.ts";

interface SavedPlayNoticeProps {
  readonly savedPlay: SavedPlaySummary;
  readonly actions: Pick<Session, "takeOver" | "downloadSavedPlay">;
}

/** The address asks for a play while another is saved here: the player can go on with it, and nothing takes its place unasked. */
export function SavedPlayNotice({ actions, savedPlay }: SavedPlayNoticeProps) {
  const text = useText();
  const { list } = useSpeaker();
  const seats = savedPlay.seats.map(text);
  return (
    <section class="under-way" aria-labelledby="under-way-title">
      <h2 id="under-way-title">
        <Message k="under_way.title" />
      </h2>
      <p>
        <Message
          k={seats.length > 0 ? "under_way.seats" : "under_way.watching"}
          v={{ title: text(savedPlay.title), seats: list(seats) }}
        />
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button button-first"
          data-under-way="go-on"
          onClick={() => void actions.takeOver()}
        >
          <Message k="under_way.go_on" />
        </button>
        <SaveRecord onSave={actions.downloadSavedPlay} />
      </div>
    </section>
  );
}

/** Asked once before something takes the place of the saved play. */
export function ReplaceDialog({ actions }: { actions: Pick<Session, "replace" | "downloadSavedPlay"> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="replacing-sure" onClose={() => actions.replace(false)}>
      <p id="replacing-sure">
        <Message k="under_way.sure" />
      </p>
      <div class="buttons">
        <button type="button" class="button button-first" onClick={() => dialog.current?.close()}>
          <Message k="under_way.no" />
        </button>
        <SaveRecord onSave={actions.downloadSavedPlay} />
        <button
          type="button"
          class="button button-grave"
          data-under-way="replace"
          onClick={() => actions.replace(true)}
        >
          <Message k="under_way.yes" />
        </button>
      </div>
    </dialog>
  );
}
