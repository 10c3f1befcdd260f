/** One place where a browser lets a page keep a text. Nothing here throws: it may be forbidden or full at any time. */
export interface Shelf {
  read(): string | null;
  /** Whether it could be kept. */
  write(text: string): boolean;
  clear(): void;
}

/** A storage of the browser. @param storage looked up each time: where it is forbidden, even naming it throws */
export function storageShelf(storage: () => Storage, name: string): Shelf {
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
export function historyShelf(history: () => History, name: string): Shelf {
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
