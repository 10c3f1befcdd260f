/** Where a page keeps the play under way between reloads. Nothing here throws: a browser may forbid or fill up at any time. */
export interface Keep {
  read(): string | null;
  /** Whether it could be kept. */
  write(text: string): boolean;
  clear(): void;
  /** Calls back when another tab writes; returns how to stop. */
  onOther(listener: (text: string | null) => void): () => void;
}

const NAME = "parley.play";

/** Keeps in the browser's own storage, which every tab of the same site shares. */
export function browserKeep(place: Window): Keep {
  return {
    read() {
      try {
        return place.localStorage.getItem(NAME);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        place.localStorage.setItem(NAME, text);
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        place.localStorage.removeItem(NAME);
      } catch {
        // What cannot be reached cannot have been kept either.
      }
    },
    onOther(listener) {
      const heard = (event: StorageEvent): void => {
        if (event.key === NAME) listener(event.newValue);
      };
      place.addEventListener("storage", heard);
      return () => place.removeEventListener("storage", heard);
    },
  };
}

/** Keeps for as long as the page lives: for tests. Several may share one `shelf`, as tabs do. */
export function memoryKeep(shelf: { text: string | null } = { text: null }): Keep {
  return {
    read: () => shelf.text,
    write(text) {
      shelf.text = text;
      return true;
    },
    clear() {
      shelf.text = null;
    },
    onOther: () => () => {},
  };
}
