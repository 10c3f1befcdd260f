import { expect, test } from "vitest";
import { browserPace } from "../../../src/pages/store/pace.ts";

/** As much of a window as a pace asks for. Where storage is forbidden, even naming it throws. */
function windowAt(address: string, stored: Map<string, string> | null): Window {
  const location = { href: address, search: new URL(address).search };
  const history = {
    state: { mine: 1 },
    replaceState(state: unknown, _: string, href: string) {
      expect(state).toEqual({ mine: 1 });
      Object.assign(location, { href, search: new URL(href).search });
    },
  };
  const storage = { getItem: (key: string) => stored?.get(key) ?? null, setItem: stored?.set.bind(stored) };
  return {
    location,
    history,
    matchMedia: () => ({ matches: false }),
    get localStorage() {
      if (stored) return storage;
      throw new Error("forbidden");
    },
  } as unknown as Window;
}

test.each([["allowed"], ["forbidden"]])(
  "a later choice outlives a reload of an address that asked for another: storage %s",
  (storage) => {
    const place = windowAt(
      "https://school.example/parley/?pace=slow&canvas=off",
      storage === "allowed" ? new Map() : null,
    );
    const pace = browserPace(place);
    expect(pace.speed).toBe("slow");
    pace.choose("fast");
    expect(place.location.href).toBe("https://school.example/parley/?pace=fast&canvas=off");
    expect(browserPace(place).speed).toBe("fast");
  },
);

test("an address that asks for none is left alone, and what was chosen is remembered", () => {
  const stored = new Map<string, string>();
  const place = windowAt("https://school.example/?seat=us", stored);
  browserPace(place).choose("slow");
  expect(place.location.href).toBe("https://school.example/?seat=us");
  expect(browserPace(windowAt("https://school.example/", stored)).speed).toBe("slow");
});
