import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadRecord } from "../../src/play/load.ts";
import { openPlay, type Play, type Setup } from "../../src/play/play.ts";
import { type Notes, type PlayRecord, recordOf } from "../../src/play/record.ts";
import { replay } from "../../src/play/replay.ts";
import { NOTE_LIMIT, type Seat, tacticOf } from "../../src/play/seats.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { type Dice, diceOf } from "../setup/dice.ts";
import { munich } from "../setup/munich.ts";
import { playOut } from "../setup/random-play.ts";
import { anyScenario } from "../setup/scenarios.ts";

type Runs = NonNullable<Setup["runner"]>;

function someSeats(scenario: Scenario, dice: Dice): Record<string, Seat> {
  const seat = (): Seat =>
    dice.pick<Seat>([{ by: "human" }, { by: "machine" }, { by: "machine", tactic: tacticOf("conceder") }]);
  return Object.fromEntries(scenario.parties.map(({ id }) => [id, seat()]));
}

/** A record as it comes back from a file. */
function reloaded(record: PlayRecord): PlayRecord {
  const loaded = loadRecord(JSON.stringify(record));
  if ("problems" in loaded) throw new Error(loaded.problems.join("\n"));
  return loaded.record;
}

/** What a page does when it is loaded anew: the play of its stored record. */
function resumed(play: Play, runner: Runs): Play {
  const { play: again, difference } = replay(reloaded(recordOf(play)), runner);
  expect(difference).toBeNull();
  expect(again.seal).toBe(play.seal);
  return again;
}

/** The seal of a play with dice in the seats of humans, loaded anew after every action of anybody. */
function sealThroughReloads(setup: Setup, seed: string): string {
  let play = openPlay(setup);
  const dice = diceOf(seed);
  for (;;) {
    const done = play.actions.length;
    // One action of a machine at a time; `playOut` would go on to the next human.
    while (play.actions.length === done && play.step());
    if (play.actions.length === done) {
      if (play.waiting?.kind === "over") return play.seal;
      actOnce(play, dice);
    }
    play = resumed(play, setup.runner ?? "live");
  }
}

class Enough extends Error {}

function actOnce(play: Play, dice: Dice): void {
  try {
    playOut(play, dice, () => {
      throw new Enough();
    });
  } catch (stop) {
    if (!(stop instanceof Enough)) throw stop;
  }
}

function sealInOneGo(setup: Setup, seed: string): string {
  const play = openPlay(setup);
  playOut(play, diceOf(seed));
  return play.seal;
}

describe("a play that is loaded anew after every action ends with the same seal", () => {
  test("Munich, live", () => {
    const setup: Setup = {
      scenario: munich(),
      seed: "reload",
      seats: { us: { by: "human" }, turkey: { by: "human" } },
    };
    expect(sealThroughReloads(setup, "reload")).toBe(sealInOneGo(setup, "reload"));
  });

  test("any scenario, batch and live", () => {
    fc.assert(
      fc.property(anyScenario, fc.string(), (scenario, seed) => {
        const seats = someSeats(scenario, diceOf(`seats ${seed}`));
        const batch: Setup = { scenario, seed, seats, runner: "batch" };
        expect(sealThroughReloads(batch, seed)).toBe(sealInOneGo({ ...batch, runner: "live" }, seed));
      }),
      { numRuns: 40, interruptAfterTimeLimit: 8_000 },
    );
  });
});

test("a record is the same after it was saved and loaded", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      const dice = diceOf(seed);
      const play = openPlay({ scenario, seed, seats: someSeats(scenario, dice), runner: "batch" });
      playOut(play, dice);
      const record = recordOf(play);
      expect(reloaded(record)).toEqual(record);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 5_000 },
  );
});

test("a record taken while the clerk was at work plays again to where it was taken", () => {
  const play = openPlay({ scenario: munich(), seed: "clerk" });
  for (let step = 0; step < 60 && play.step(); step++) {
    if (step % 7 === 0) expect(resumed(play, "batch").seal).toBe(play.seal);
  }
});

test("the seal tells plays apart, not who sat where", () => {
  const scenario = munich();
  const played = (setup: Partial<Setup>): Play => {
    const play = openPlay({ scenario, seed: "one", ...setup });
    play.advance();
    return play;
  };
  expect(played({}).seal).toBe(played({ runner: "batch" }).seal);
  expect(played({}).seal).not.toBe(played({ seed: "two" }).seal);
  // A script that does as a machine would.
  const script: Seat = { by: "script", decide: () => null };
  expect(played({ seats: { us: script } }).seal).toBe(played({}).seal);
});

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
