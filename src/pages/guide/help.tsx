import { useEffect, useRef, useState } from "preact/hooks";
import { Glossary } from "../glossary/glossary.tsx";
import { Say } from "../parts/speaker.tsx";
import { useDoor } from "./door.tsx";

/** The practice again, and the field's words in a row. */
export function Help() {
  const door = useDoor();
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  return (
    <>
      <button type="button" class="quiet-button" data-help onClick={() => setOpen(true)}>
        <Say k="help.open" />
      </button>
      {open && (
        <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={() => setOpen(false)}>
          <div class="guide-head">
            <h2 id="help-title">
              <Say k="help.open" />
            </h2>
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              <Say k="frame.close" />
            </button>
          </div>
          <p>
            <button
              type="button"
              class="button button-first"
              data-help-practise
              onClick={() => {
                dialog.current?.close();
                door.open();
              }}
            >
              <Say k="help.practise" />
            </button>
          </p>
          <p class="quiet">
            <Say k="help.practise.note" />
          </p>
          <h3>
            <Say k="glossary.title" />
          </h3>
          <Glossary />
        </dialog>
      )}
    </>
  );
}
