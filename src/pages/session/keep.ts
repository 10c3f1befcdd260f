import { historyShelf, type Shelf, storageShelf } from "./shelves.ts";

/** How far something is kept: for every tab and visit, as long as this tab is open, or not at all. */
export type Kept = "everywhere" | "in this tab" | "nowhere";

/** Where a page keeps the play under way between reloads. Nothing here throws: a browser may forbid or fill up at any time. */
export interface Keep {
  read(): string | null;
  write(text: string): Kept;
  clear(): void;
  /** Calls back when another tab writes; returns how to stop. */
  onOther(listener: (text: string | null) => void): () => void;
}

const NAME = "parley.play";

/**
 * Keeps in the browser's own storage, which every tab of the same site shares; where that is full or forbidden, in what
 * belongs to this tab alone.
 */
export function browserKeep(place: Window): Keep {
  const shared = storageShelf(() => place.localStorage, NAME);
  const own: readonly Shelf[] = [
    storageShelf(() => place.sessionStorage, NAME),
    historyShelf(() => place.history, NAME),
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
      return "everywhere";
    },
    clear() {
      shelf.text = null;
    },
    onOther: () => () => {},
  };
}
