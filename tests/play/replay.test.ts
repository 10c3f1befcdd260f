import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/exact/json.ts";
import type { RecordedAction } from "../../src/play/action.ts";
import { openPlay } from "../../src/play/play.ts";
import { type PlayRecord, recordOf } from "../../src/play/record.ts";
import { branch, type Difference, isCurrent, replay } from "../../src/play/replay.ts";
import { scenarioHash } from "../../src/play/seal.ts";
import { type Seat, tacticOf } from "../../src/play/seats.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { isEnded } from "../../src/table/state.ts";
import { type Dice, diceOf } from "../setup/dice.ts";
import { munich } from "../setup/munich.ts";
import { playOut } from "../setup/random-play.ts";
import { anyScenario } from "../setup/scenarios.ts";

/** A finished play with dice in some seats. */
function recorded(scenario: Scenario, seed: string, seats?: Record<string, Seat>): PlayRecord {
  const dice = diceOf(seed);
  const chosen = scenario.parties.map(({ id }): [string, Seat] => [id, { by: dice.chance(0.5) ? "human" : "machine" }]);
  const play = openPlay({ scenario, seed, seats: seats ?? Object.fromEntries(chosen), runner: "batch" });
  playOut(play, dice);
  return recordOf(play);
}

function difference(record: PlayRecord): Difference | null {
  return replay(record, "batch").difference;
}

interface Tampered {
  readonly record: PlayRecord;
  /** Where the replay must leave it. */
  readonly at: number;
}

function withActions(record: PlayRecord, actions: readonly RecordedAction[]): PlayRecord {
  return { ...record, actions };
}

function withAct(record: PlayRecord, more: Partial<PlayRecord["acts"][number]>): PlayRecord {
  return { ...record, acts: [{ ...(record.acts[0] as PlayRecord["acts"][number]), ...more }] };
}

/** The other things that the same party did in the play: each might pass for what it did here. */
function otherDeeds(record: PlayRecord, at: number): RecordedAction["action"][] {
  const one = record.actions[at] as RecordedAction;
  return record.actions.flatMap(({ party, action }) =>
    party === one.party && canonicalJson(action) !== canonicalJson(one.action) ? [action] : [],
  );
}

const FORGED = "0".repeat(64);

/** One forgery of each kind, at a place that the dice choose. */
const forgeries: Record<string, (record: PlayRecord, at: number, dice: Dice) => Tampered | null> = {
  "an action that is another one": (record, at, dice) => {
    const others = otherDeeds(record, at);
    if (others.length === 0) return null;
    const action = dice.pick(others);
    return { at, record: withActions(record, record.actions.with(at, { ...record.actions[at]!, action })) };
  },
  "an action of another party": (record, at) => {
    const one = record.actions[at]!;
    const party = record.acts[0]?.scenario.parties.find(({ id }) => id !== one.party)?.id ?? "";
    return { at, record: withActions(record, record.actions.with(at, { ...one, party })) };
  },
  "an action in another turn": (record, at) => {
    const one = record.actions[at]!;
    return { at, record: withActions(record, record.actions.with(at, { ...one, turn: one.turn + 1 })) };
  },
  "a seal": (record, at) => ({
    at,
    record: withActions(record, record.actions.with(at, { ...record.actions[at]!, seal: FORGED })),
  }),
  "an action dropped": (record, at) => ({ at, record: withActions(record, record.actions.toSpliced(at, 1)) }),
  "an action done twice": (record, at) => ({
    at: at + 1,
    record: withActions(record, record.actions.toSpliced(at, 0, record.actions[at]!)),
  }),
  "the last seal": (record) => ({ at: record.actions.length, record: { ...record, seal: FORGED } }),
  "another seed": (record) => ({ at: 0, record: withAct(record, { seed: `${record.acts[0]?.seed}, another` }) }),
};

describe("replay names the first place and turn that was tampered with", () => {
  test.each(Object.entries(forgeries))("%s", (_, forge) => {
    let forged = 0;
    fc.assert(
      fc.property(anyScenario, fc.string(), fc.nat(), (scenario, seed, index) => {
        const record = recorded(scenario, seed);
        if (record.actions.length === 0) return;
        const tampered = forge(record, index % record.actions.length, diceOf(seed));
        if (!tampered) return;
        forged++;
        const { at } = tampered;
        const found = difference(tampered.record);
        // What is left out at the very end leaves nothing to compare but the end.
        expect(found?.at).toBe(Math.min(at, tampered.record.actions.length));
        const last = record.actions[record.actions.length - 1] as RecordedAction;
        expect(found?.turn).toBe((record.actions[Math.min(at, record.actions.length - 1)] ?? last).turn);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 20_000 },
    );
    expect(forged).toBeGreaterThan(10);
  });

  test("any value of the scenario", () => {
    const record = recorded(munich(), "values");
    const { scenario } = record.acts[0] as PlayRecord["acts"][number];
    const [us, ...others] = scenario.parties;
    const forged = { ...scenario, parties: [{ ...us!, walkAway: { ...us!.walkAway, at: 41.5 } }, ...others] };
    expect(difference(withAct(record, { scenario: forged }))).toMatchObject({ kind: "scenario", turn: 0, at: 0 });
    const hashed = withAct(record, { scenario: forged, scenarioHash: scenarioHash(forged) });
    expect(difference(hashed)).toMatchObject({ kind: "seal", turn: 1, at: 0 });
  });

  test("a tactic that bargains otherwise", () => {
    const record = recorded(munich(), "tactics", {});
    const { seats } = record.acts[0] as PlayRecord["acts"][number];
    const forged = withAct(record, { seats: { ...seats, russia: { by: "machine", tactic: tacticOf("conceder") } } });
    expect(difference(forged)).not.toBeNull();
  });

  test("names that no scenario has", () => {
    const record = recorded(munich(), "names", { us: { by: "human" } });
    const at = record.actions.findIndex(({ by, action }) => by === "human" && action.kind !== "answer");
    const forged = withActions(
      record,
      record.actions.with(at, { ...record.actions[at]!, action: { kind: "take_up", of: "__proto__" } }),
    );
    expect(difference(forged)).toMatchObject({ kind: "closed", at });
  });
});

test("an untouched record differs nowhere, live or batch, and up to any action", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), fc.nat(), (scenario, seed, index) => {
      const record = recorded(scenario, seed);
      expect(replay(record, "live").difference).toBeNull();
      expect(replay(record, "batch").play.seal).toBe(record.seal);
      const upTo = index % (record.actions.length + 1);
      const { play, difference: none } = replay(record, "batch", upTo);
      expect(none).toBeNull();
      expect(play.actions).toEqual(record.actions.slice(0, upTo));
    }),
    { numRuns: 60, interruptAfterTimeLimit: 4_000 },
  );
});

test("a record of other rules is not current", () => {
  const record = recorded(munich(), "rules", {});
  expect(isCurrent(record)).toBe(true);
  expect(isCurrent({ ...record, engine: "parley rules 0" })).toBe(false);
});

describe("branch", () => {
  test("what was done before the turn is done again, to the seal; then it plays on to an end", () => {
    fc.assert(
      fc.property(anyScenario, fc.string(), fc.nat(), (scenario, seed, index) => {
        const record = recorded(scenario, seed);
        const turns = record.actions.map(({ turn }) => turn);
        if (turns.length === 0) return;
        const turn = turns[index % turns.length] as number;
        const before = record.actions.filter((action) => action.turn < turn);
        const play = branch(record, turn, {});
        expect(play.actions.map(({ by: _, ...what }) => what)).toEqual(before.map(({ by: _, ...what }) => what));
        expect(play.actions.every(({ by }) => by === "script")).toBe(true);
        expect(play.advance().kind).toBe("over");
        expect(isEnded(play.state.floor)).toBe(true);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 5_000 },
    );
  });

  test("at any turn with the same machines it comes to the same end", () => {
    fc.assert(
      fc.property(anyScenario, fc.string(), fc.nat(), (scenario, seed, index) => {
        const tactics = Object.fromEntries(
          scenario.parties.map(({ id }): [string, Seat] => [id, { by: "machine", tactic: tacticOf("linear") }]),
        );
        const record = recorded(scenario, seed, tactics);
        const last = Math.max(1, ...record.actions.map(({ turn }) => turn));
        for (const turn of [last, 1 + (index % last)]) {
          const play = branch(record, turn);
          play.advance();
          expect(play.seal).toBe(record.seal);
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 5_000 },
    );
  });

  test("other seats may lead elsewhere from the turn on, and only from there", () => {
    const record = recorded(munich(), "what if", {});
    const turn = 9;
    const play = branch(record, turn, { us: { by: "human" } });
    expect(play.advance()).toMatchObject({ kind: expect.stringMatching(/statement|answers/) });
    playOut(play, diceOf("what if"));
    expect(play.seal).not.toBe(record.seal);
    const sealsBefore = (actions: readonly RecordedAction[]): string[] =>
      actions.filter((one) => one.turn < turn).map(({ seal }) => seal);
    expect(sealsBefore(play.actions)).toEqual(sealsBefore(record.actions));
    expect(replay(recordOf(play)).difference).toBeNull();
  });
});
