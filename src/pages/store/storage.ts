/** One text that a browser stores for a page. Nothing here throws: a browser may forbid its storage, or find it full, at any time. */
interface TextStorage {
  read(): string | null;
  /** Whether the browser stored it. */
  write(text: string): boolean;
  clear(): void;
}

/** A text in a storage of the browser. @param storage looked up each time: where it is forbidden, even naming it throws */
export function browserTextStorage(storage: () => Storage, name: string): TextStorage {
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
        // What cannot be reached holds nothing either.
      }
    },
  };
}

/** Whether a value that came from outside has keys of its own to look at. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
        // Asked too often: what is left there goes with the next play that is saved.
      }
    },
  };
}

/** How far a save reaches: to every tab and visit, as long as this tab is open, or nowhere. */
export type SaveReach = "everywhere" | "in this tab" | "nowhere";

/** Where a page saves the play under way between reloads. Nothing here throws: a browser may forbid or fill up at any time. */
export interface PlayStorage {
  read(): string | null;
  write(text: string): SaveReach;
  clear(): void;
  /** Calls back when another tab writes; returns how to stop. */
  onOther(listener: (text: string | null) => void): () => void;
}

const STORAGE_KEY = "parley.play";

/**
 * Saves to the browser's own storage, which every tab of the same site shares; where that is full or forbidden, to what
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
      for (const one of [...own, shared]) {
        const text = one.read();
        if (text !== null) return text;
      }
      return null;
    },
    write(text) {
      const taker = [shared, ...own].find((one) => one.write(text));
      for (const one of own) if (one !== taker) one.clear();
      if (!taker) return "nowhere";
      return taker === shared ? "everywhere" : "in this tab";
    },
    clear() {
      for (const one of [shared, ...own]) one.clear();
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

/** Hands a text to the browser as a file with a name. */
export type Download = (text: string, name: string) => void;

/** The player finds the file where the browser puts what it has downloaded. */
export const browserDownload: Download = (text, name) => {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The address is only good for the moment of the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** Saves for as long as the page lives: for the practice and for tests. Several may share one `memory`, as tabs do. */
export function memoryPlayStorage(memory: { text: string | null } = { text: null }): PlayStorage {
  return {
    read: () => memory.text,
    write(text) {
      memory.text = text;
      return "everywhere";
    },
    clear() {
      memory.text = null;
    },
    onOther: () => () => {},
  };
}
