/** One place where a browser lets a page keep a text. Nothing here throws: it may be forbidden or full at any time. */
interface TextStorage {
  read(): string | null;
  /** Whether it could be kept. */
  write(text: string): boolean;
  clear(): void;
}

/** A storage of the browser. @param storage looked up each time: where it is forbidden, even naming it throws */
function browserTextStorage(storage: () => Storage, name: string): TextStorage {
  return {
    read() {
      try {
        return storage().getItem(name);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        storage().setItem(name, text);
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        storage().removeItem(name);
      } catch {
        // What cannot be reached cannot have been kept either.
      }
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What the browser remembers of this page of the tab's history: it outlives a reload even where no storage is allowed. */
function historyTextStorage(history: () => History, name: string): TextStorage {
  const stateNow = (): Readonly<Record<string, unknown>> => {
    const state: unknown = history().state;
    return isObject(state) ? state : {};
  };
  const read = (): string | null => {
    const text = stateNow()[name];
    return typeof text === "string" ? text : null;
  };
  return {
    read,
    write(text) {
      try {
        history().replaceState({ ...stateNow(), [name]: text }, "");
        // Browsers that are asked too often in a short time say nothing and do nothing.
        return read() === text;
      } catch {
        return false;
      }
    },
    clear() {
      if (read() === null) return;
      const { [name]: _, ...rest } = stateNow();
      try {
        history().replaceState(rest, "");
      } catch {
        // Asked too often: what is left there is taken away with the next play that is kept.
      }
    },
  };
}

/** How far something is kept: for every tab and visit, as long as this tab is open, or not at all. */
export type SaveReach = "everywhere" | "in this tab" | "nowhere";

/** Where a page keeps the play under way between reloads. Nothing here throws: a browser may forbid or fill up at any time. */
export interface PlayStorage {
  read(): string | null;
  write(text: string): SaveReach;
  clear(): void;
  /** Calls back when another tab writes; returns how to stop. */
  onOther(listener: (text: string | null) => void): () => void;
}

const STORAGE_KEY = "parley.play";

/**
 * Keeps in the browser's own storage, which every tab of the same site shares; where that is full or forbidden, in what
 * belongs to this tab alone.
 */
export function browserPlayStorage(place: Window): PlayStorage {
  const shared = browserTextStorage(() => place.localStorage, STORAGE_KEY);
  const own: readonly TextStorage[] = [
    browserTextStorage(() => place.sessionStorage, STORAGE_KEY),
    historyTextStorage(() => place.history, STORAGE_KEY),
  ];
  return {
    read() {
      // What this tab has for itself it has because the shared storage did not take it: that one is older.
      for (const shelf of [...own, shared]) {
        const text = shelf.read();
        if (text !== null) return text;
      }
      return null;
    },
    write(text) {
      const taker = [shared, ...own].find((shelf) => shelf.write(text));
      for (const shelf of own) if (shelf !== taker) shelf.clear();
      if (!taker) return "nowhere";
      return taker === shared ? "everywhere" : "in this tab";
    },
    clear() {
      for (const shelf of [shared, ...own]) shelf.clear();
    },
    onOther(listener) {
      const heard = (event: StorageEvent): void => {
        if (event.key === STORAGE_KEY) listener(event.newValue);
      };
      place.addEventListener("storage", heard);
      return () => place.removeEventListener("storage", heard);
    },
  };
}

/** Keeps for as long as the page lives: for tests. Several may share one `shelf`, as tabs do. */
export function memoryPlayStorage(shelf: { text: string | null } = { text: null }): PlayStorage {
  return {
    read: () => shelf.text,
    write(text) {
      shelf.text = text;
      return "everywhere";
    },
    clear() {
      shelf.text = null;
    },
    onOther: () => () => {},
  };
}
