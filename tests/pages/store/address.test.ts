import { describe, expect, test } from "vitest";
import {
  asksForAPlay,
  linkTo,
  NO_ADDRESS,
  presetFor,
  readAddress,
  unknownParameterWords,
  withLanguage,
  withoutPlay,
} from "../../../src/pages/store/address.ts";

const PARTIES = ["us", "russia", "turkey", "un"];

function asked(search: string) {
  return presetFor(readAddress(search), "munich-2016", PARTIES);
}

describe("an address", () => {
  test("that asks for nothing", () => {
    expect(readAddress("")).toEqual(NO_ADDRESS);
    expect(asksForAPlay(readAddress("?lang=ar&canvas=off&pace=fast&utm_source=mail"))).toBe(false);
    expect(asked("?utm_source=mail").odd).toEqual([]);
  });

  test("carries scenario, seat, others, seed and open", () => {
    const { preset, odd } = asked("?scenario=munich-2016&seat=us&others=turkey,un&seed=abc&open=all");
    expect(odd).toEqual([]);
    expect(preset).toEqual({
      scenario: "munich-2016",
      seat: "us",
      others: ["turkey", "un"],
      seed: "abc",
      openAll: true,
    });
  });

  test.each(["scenario=munich-2016", "seat=us", "seat=watch", "others=un", "seed=x", "open=all"])(
    "%s asks for a play",
    (one) => expect(asksForAPlay(readAddress(`?${one}`))).toBe(true),
  );

  test.each([
    ["scenario=atlantis", "scenario=atlantis"],
    ["seat=france", "seat=france"],
    ["others=us,france", "others=france"],
    [`seed=${"x".repeat(101)}`, `seed=${"x".repeat(20)}…`],
    ["open=some", "open=some"],
    ["lang=tlh", "lang=tlh"],
    ["canvas=maybe", "canvas=maybe"],
    ["pace=warp", "pace=warp"],
    ["seat=france&pace=warp", "pace=warp, seat=france"],
  ])("%s is named, and the rest is taken", (search, words) => {
    const { preset, odd } = asked(`?${search}&seed=kept`.replace(/(seed=x+)&seed=kept/, "$1"));
    expect(unknownParameterWords(odd)).toBe(words);
    if (!search.startsWith("seed")) expect(preset.seed).toBe("kept");
    expect(preset.seat).toBeNull();
  });

  test("a seat is not taken twice", () => {
    expect(asked("?seat=us&others=us,un").preset.others).toEqual(["un"]);
  });
});

describe("a link", () => {
  const preset = { scenario: "munich-2016", seat: "us", others: ["un", "turkey"], seed: "a b&c", openAll: false };
  const here = "https://example.org/class/parley/?seat=russia&canvas=off&pace=slow#x";

  test("says all that was chosen, and reads back as it was written", () => {
    const link = linkTo(here, preset, "ar");
    expect(link).toBe(
      "https://example.org/class/parley/?scenario=munich-2016&seat=us&others=un,turkey&seed=a+b%26c&lang=ar&canvas=off&pace=slow",
    );
    expect(asked(new URL(link).search)).toEqual({ preset, odd: [] });
  });

  test("leaves out what is left open", () => {
    const open = { scenario: "munich-2016", seat: null, others: [], seed: null, openAll: false };
    expect(linkTo("https://example.org/", open, null)).toBe("https://example.org/?scenario=munich-2016");
  });
});

test("once a play has begun the address describes the screen alone", () => {
  expect(withoutPlay("https://example.org/p/?seat=us&seed=x&others=un&open=all&scenario=y&lang=ar&canvas=off")).toBe(
    "https://example.org/p/?lang=ar&canvas=off",
  );
});

test("a language that is chosen replaces the one that the address asks for", () => {
  expect(withLanguage("https://example.org/?seat=us&lang=ar", "en")).toBe("https://example.org/?seat=us&lang=en");
  expect(withLanguage("https://example.org/?seat=us", "en")).toBe("https://example.org/?seat=us");
});
