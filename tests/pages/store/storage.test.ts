import { describe, expect, test } from "vitest";
import { browserPlayStorage } from "../../../src/pages/store/storage.ts";

interface Store {
  readonly items: Map<string, string>;
  full: boolean;
}

const store = (): Store => ({ items: new Map(), full: false });

function storageOf({ items, full }: Store): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem(key, text) {
      if (full) throw new Error("full");
      items.set(key, text);
    },
    removeItem: (key) => items.delete(key),
  };
}

/** A tab with its two storages, null: forbidden, so that even naming it throws. */
function tab(local: Store | null, session: Store | null, history = true) {
  const named = (found: Store | null) => {
    if (!found) throw new Error("forbidden");
    return storageOf(found);
  };
  const entry = {
    state: { other: 1 } as unknown,
    replaceState(state: unknown) {
      if (history) entry.state = state;
    },
  };
  const place = {
    get localStorage() {
      return named(local);
    },
    get sessionStorage() {
      return named(session);
    },
    history: entry,
  };
  return { storage: browserPlayStorage(place as unknown as Window), entry };
}

describe("a play is saved", () => {
  test("for every tab where that is allowed, and nowhere else", () => {
    const [local, session] = [store(), store()];
    const { storage, entry } = tab(local, session);
    expect(storage.write("a")).toBe("everywhere");
    expect([storage.read(), session.items.size, entry.state]).toEqual(["a", 0, { other: 1 }]);
  });

  test("for this tab where the shared storage is full, until there is room again", () => {
    const [local, session] = [store(), store()];
    const { storage } = tab(local, session);
    storage.write("a");
    local.full = true;
    expect(storage.write("b")).toBe("in this tab");
    expect(storage.read()).toBe("b");
    local.full = false;
    expect(storage.write("c")).toBe("everywhere");
    expect([storage.read(), session.items.size]).toEqual(["c", 0]);
  });

  test("with the page of the history where every storage is forbidden, beside what is there", () => {
    const { storage, entry } = tab(null, null);
    expect(storage.read()).toBeNull();
    expect(storage.write("a")).toBe("in this tab");
    expect(storage.read()).toBe("a");
    expect(entry.state).toMatchObject({ other: 1 });
    storage.clear();
    expect([storage.read(), entry.state]).toEqual([null, { other: 1 }]);
  });

  test("nowhere where even that is refused", () => {
    const { storage } = tab(null, null, false);
    expect(storage.write("a")).toBe("nowhere");
    expect(storage.read()).toBeNull();
  });
});
