import { describe, expect, test, vi } from "vitest";
import { summaryOf } from "../../../src/pages/session/kept.ts";
import { keptPlay } from "./at-the-table.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe("what is said of a kept play", () => {
  test("is its title and who of it is played by people", async () => {
    const { text } = await keptPlay(["us", "turkey"]);
    const summary = summaryOf(text ?? "");
    expect(summary?.title.en).toContain("Munich");
    expect(summary?.seats.map(({ en }) => en)).toEqual(["United States", "Turkey"]);
    expect(JSON.parse(summary?.record ?? "")).toHaveProperty("seal");
  });

  test.each([
    "",
    "{}",
    "[]",
    '{"record":{}}',
    '{"record":{"acts":{}}}',
    '{"record":{"acts":[null]}}',
    '{"record":{"acts":[{"scenario":{"title":{"en":3}}}]}}',
  ])("is nothing where it is none: %s", (text) => expect(summaryOf(text)).toBeNull());

  test("leaves out whatever is odd in it", () => {
    const scenario = {
      title: { en: "T" },
      parties: [null, { id: 3 }, { id: "a", name: "A" }, { id: "b", name: { en: "B" } }],
    };
    const record = { acts: [{ scenario, seats: { b: { by: "human" }, a: 7 } }] };
    expect(summaryOf(JSON.stringify({ record }))?.seats).toEqual([{ en: "B" }]);
  });
});
