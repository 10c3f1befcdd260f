import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import { lazy } from "../session/lazy.ts";

/** The way to the practice. */
export interface Door {
  /** Goes on with what somebody wants to do; on their first play after the practice. */
  first(then: () => void): void;
  /** Opens the practice at any time. */
  open(): void;
}

const NAME = "parley.guide";
const guide = lazy(() => import("./guide.tsx"));

/** Where storage is forbidden, once a visit is enough. */
let seenHere = false;

function seen(): boolean {
  try {
    return seenHere || localStorage.getItem(NAME) !== null;
  } catch {
    return seenHere;
  }
}

function remember(): void {
  seenHere = true;
  try {
    localStorage.setItem(NAME, "seen");
  } catch {
    // It is offered again on the next visit.
  }
}

const DoorContext = createContext<Door>({ first: (then) => then(), open: () => {} });

export function useDoor(): Door {
  return useContext(DoorContext);
}

/** Holds the practice, in front of whatever screen there is. */
export function GuideDoor({ children }: { children: ComponentChildren }) {
  const [shown, setShown] = useState<{ readonly then: (() => void) | null } | null>(null);
  const door = useMemo((): Door => {
    const show = (then: (() => void) | null): void => {
      // Nobody is kept from the table by a part of the program that cannot be fetched.
      guide.load().then(
        () => setShown({ then }),
        () => then?.(),
      );
    };
    return { first: (then) => (seen() ? then() : show(then)), open: () => show(null) };
  }, []);
  const done = (): void => {
    remember();
    setShown(null);
    shown?.then?.();
  };
  const Guide = shown && guide.get().Guide;
  return (
    <DoorContext.Provider value={door}>
      {children}
      {Guide && <Guide then={shown.then !== null} onDone={done} />}
    </DoorContext.Provider>
  );
}
