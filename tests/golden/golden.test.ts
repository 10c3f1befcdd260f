import { describe, expect, test } from "vitest";
import { loadRecord } from "../../src/play/load.ts";
import type { PlayRecord } from "../../src/play/record.ts";
import { branch, isCurrent, replay } from "../../src/play/replay.ts";
import { GOLDEN } from "./records.ts";

test("there are twenty golden records", () => {
  expect(GOLDEN).toHaveLength(20);
});

test("among them there is every end, every kind of action, and a final vote", () => {
  const kinds = new Set(GOLDEN.flatMap(([, { actions }]) => actions.map(({ action }) => action.kind)));
  expect([...kinds].sort()).toEqual(
    [
      "offer",
      "take_up",
      "text",
      "ask_text",
      "pass",
      "walk_out",
      "sound_out",
      "commit",
      "press",
      "reply",
      "answer",
    ].sort(),
  );
  const ends = GOLDEN.map(([, record]) => replay(record, "batch").play.state);
  expect(new Set(ends.map(({ floor }) => floor))).toEqual(new Set(["signed", "broken", "expired"]));
  expect(ends.some(({ context }) => context.final === 1)).toBe(true);
});

describe.each(GOLDEN)("%s", (_, record: PlayRecord) => {
  test("plays again to the same seal, live and batch", () => {
    expect(isCurrent(record), "the rules were revised: make the records anew (tests/golden/make.ts)").toBe(true);
    for (const runner of ["live", "batch"] as const) {
      const { play, difference } = replay(record, runner);
      expect(difference).toBeNull();
      expect(play.seal).toBe(record.seal);
    }
  });

  test("plays again to the same seal after it was saved and loaded", () => {
    const loaded = loadRecord(JSON.stringify(record));
    if ("problems" in loaded) throw new Error(loaded.problems.join("\n"));
    expect(loaded.record).toEqual(record);
    expect(replay(loaded.record, "batch").play.seal).toBe(record.seal);
  });

  test("plays again from its last turn", () => {
    const last = record.actions[record.actions.length - 1]?.turn ?? 1;
    const play = branch(record, last, {});
    expect(play.advance().kind).toBe("over");
  });
});
