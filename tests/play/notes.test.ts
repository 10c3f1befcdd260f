import { expect, test } from "vitest";
import { loadRecord } from "../../src/play/load.ts";
import { openPlay } from "../../src/play/play.ts";
import { NOTE_LIMIT, type Notes, recordOf } from "../../src/play/record.ts";
import { replay } from "../../src/play/replay.ts";
import { munich } from "../setup/munich.ts";

function played() {
  const play = openPlay({ scenario: munich(), seed: "notes", seats: { us: { by: "human" } } });
  play.advance();
  return play;
}

/** What is wrong with a record that holds these notes. */
function problemsWith(notes: unknown): string {
  const loaded = loadRecord(JSON.stringify({ ...recordOf(played()), notes }));
  return "problems" in loaded ? loaded.problems.join("\n") : "";
}

test("notes come back from a record as they were, in any script", () => {
  const notes: Notes = { us: { target: 62.5, plan: "أولاً الموعد", notes: "start < aid" } };
  const loaded = loadRecord(JSON.stringify(recordOf(played(), notes)));
  expect("record" in loaded && loaded.record.notes).toEqual(notes);
});

test("a record without notes has no such key", () => {
  expect(recordOf(played())).not.toHaveProperty("notes");
});

test("they are no part of the seal: a record with notes plays again to the same", () => {
  const play = played();
  const record = recordOf(play, { us: { plan: "hold out" } });
  expect(record.seal).toBe(recordOf(play).seal);
  expect(replay(record).difference).toBeNull();
});

test.each([
  ["of a party that does not sit there", { france: { plan: "x" } }, "france"],
  ["with a target that is no worth", { us: { target: 101 } }, "/notes/us/target"],
  ["that are too long", { us: { notes: "x".repeat(NOTE_LIMIT.notes + 1) } }, "/notes/us/notes"],
  ["with a plan that is too long", { us: { plan: "x".repeat(NOTE_LIMIT.plan + 1) } }, "/notes/us/plan"],
  ["with something else in them", { us: { secret: 1 } }, "/notes/us"],
])("notes %s are refused with their place", (_, notes, place) => {
  expect(problemsWith(notes)).toContain(place);
});
