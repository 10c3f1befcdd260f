import { describe, expect, test, vi } from "vitest";
import { savedPlaySummary } from "../../../src/pages/store/saved-play.ts";
import { memoryPlayStorage, type PlayStorage, type SaveReach } from "../../../src/pages/store/storage.ts";
import { atTheTable, goOn, savedPlay } from "./at-the-table.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

describe("what is said of a kept play", () => {
  test("is its title and who of it is played by people", async () => {
    const { text } = await savedPlay(["us", "turkey"]);
    const summary = savedPlaySummary(text ?? "");
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
  ])("is nothing where it is none: %s", (text) => expect(savedPlaySummary(text)).toBeNull());

  test("leaves out whatever is odd in it", () => {
    const scenario = {
      title: { en: "T" },
      parties: [null, { id: 3 }, { id: "a", name: "A" }, { id: "b", name: { en: "B" } }],
    };
    const record = { acts: [{ scenario, seats: { b: { by: "human" }, a: 7 } }] };
    expect(savedPlaySummary(JSON.stringify({ record }))?.seats).toEqual([{ en: "B" }]);
  });
});

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test("a keep that refuses is told, and nothing else changes", async () => {
  const session = await atTheTable({ ...memoryPlayStorage(), write: () => "nowhere" });
  expect(session.state.notice?.key).toBe("notice.storage");
  expect(goOn(session)).toBe(true);
  session.dismiss();
  expect(session.state.notice).toBeNull();
});

function refusing(kept: () => SaveReach): PlayStorage {
  return { ...memoryPlayStorage(), write: kept };
}

test("that something is kept for this tab only is said once a play, and again when that changes", async () => {
  let kept: SaveReach = "in this tab";
  const session = await atTheTable(refusing(() => kept));
  expect(session.state.notice?.key).toBe("notice.storage.tab");
  session.dismiss();
  goOn(session);
  expect(session.state.notice).toBeNull();
  kept = "nowhere";
  goOn(session);
  expect(session.state.notice?.key).toBe("notice.storage");
  session.again({});
  expect(session.state.notice?.key).toBe("notice.storage");
});
