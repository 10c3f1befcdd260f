import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Message } from "../parts/speaker.tsx";
import { lazy } from "../store/lazy.ts";
import { browserTextStorage } from "../store/storage.ts";
import { Glossary } from "./glossary.tsx";

/** The way to the practice. */
interface Practice {
  /** Goes on with what the player wants to do; on their first play after the practice. */
  first(then: () => void): void;
  /** Opens the practice at any time. */
  open(): void;
}

const storedSeen = browserTextStorage(() => localStorage, "parley.guide");
const guide = lazy(() => import("./guide.tsx"));

/** Where storage is forbidden, once a visit is enough. */
let seenHere = false;

const seen = (): boolean => seenHere || storedSeen.read() !== null;

const PracticeContext = createContext<Practice>({ first: (then) => then(), open: () => {} });

export function usePractice(): Practice {
  return useContext(PracticeContext);
}

/** Holds the practice, in front of whatever screen there is. */
export function PracticeProvider({ children }: { children: ComponentChildren }) {
  const [shown, setShown] = useState<{ readonly then: (() => void) | null } | null>(null);
  const practice = useMemo((): Practice => {
    const show = (then: (() => void) | null): void => {
      // A part of the program that cannot be fetched keeps no player from the table.
      guide.load().then(
        () => setShown({ then }),
        () => then?.(),
      );
    };
    return { first: (then) => (seen() ? then() : show(then)), open: () => show(null) };
  }, []);
  const done = (): void => {
    seenHere = true;
    storedSeen.write("seen");
    setShown(null);
    shown?.then?.();
  };
  const Guide = shown && guide.get().Guide;
  return (
    <PracticeContext.Provider value={practice}>
      {children}
      {Guide && <Guide then={shown.then !== null} onDone={done} />}
    </PracticeContext.Provider>
  );
}

/** The practice again, and the field's words in a row. */
export function Help() {
  const practice = usePractice();
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  return (
    <>
      <button type="button" class="quiet-button" data-help onClick={() => setOpen(true)}>
        <Message k="help.open" />
      </button>
      {open && (
        <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={() => setOpen(false)}>
          <div class="guide-head">
            <h2 id="help-title">
              <Message k="help.open" />
            </h2>
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              <Message k="frame.close" />
            </button>
          </div>
          <p>
            <button
              type="button"
              class="button button-first"
              data-help-practise
              onClick={() => {
                dialog.current?.close();
                practice.open();
              }}
            >
              <Message k="help.practise" />
            </button>
          </p>
          <p class="quiet">
            <Message k="help.practise.note" />
          </p>
          <h3>
            <Message k="glossary.title" />
          </h3>
          <Glossary />
        </dialog>
      )}
    </>
  );
}
