import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { runSeed } from "../../src/exact/chance.ts";
import { armsOf } from "../../src/lab/futures/arms.ts";
import { machineSeats, playOn } from "../../src/lab/futures/rewind.ts";
import { loadRecord } from "../../src/play/load.ts";
import { openPlay, type Play } from "../../src/play/play.ts";
import { type PlayRecord, recordOf } from "../../src/play/record.ts";
import { replay } from "../../src/play/replay.ts";
import type { Seat } from "../../src/play/seats.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import type { TableEvent } from "../../src/table/events.ts";
import { resume } from "../../src/table/run/batch.ts";
import { GOLDEN } from "../golden/records.ts";
import { diceOf } from "../setup/dice.ts";
import { playOut } from "../setup/random-play.ts";
import { anyScenario } from "../setup/scenarios.ts";
import { RUSSIA, small, TURKEY } from "../setup/small.ts";

// Many plays in one test; how long they take hangs on what else the machine does.
vi.setConfig({ testTimeout: 60_000 });

/** Who answered, floor by floor, in the order in which the table was told. */
function answerers(events: readonly TableEvent[]): number[][] {
  const floors: number[][] = [[]];
  for (const event of events) {
    if (event.type === "ANSWER") floors.at(-1)?.push(event.party);
    else floors.push([]);
  }
  return floors.filter((floor) => floor.length > 0);
}

function rising(floor: readonly number[]): number[] {
  return [...floor].sort((a, b) => a - b);
}

const EVERYONE: Record<string, Seat> = { us: { by: "human" }, russia: { by: "human" }, turkey: { by: "human" } };

/** A table of three votes at which the first has made an offer. */
function offered(seats: Record<string, Seat> = EVERYONE): Play {
  const play = openPlay({ scenario: small(), seed: "order", seats });
  play.advance();
  play.act("us", { kind: "offer", package: { start: "immediately", aid: "all" } });
  play.advance();
  return play;
}

describe("answers are fed in party order", () => {
  test("whichever human answers first, with machines between them, on any scenario", () => {
    let outOfOrder = 0;
    fc.assert(
      fc.property(anyScenario, fc.string(), (scenario: Scenario, seed) => {
        const dice = diceOf(seed);
        const seats = scenario.parties.map(({ id }): [string, Seat] => [
          id,
          { by: dice.chance(0.7) ? "human" : "machine" },
        ]);
        const play = openPlay({ scenario, seed, seats: Object.fromEntries(seats), runner: "batch" });
        let before = 0;
        playOut(play, dice, () => {
          if (play.actions.length === before) outOfOrder++;
          before = play.actions.length;
        });
        for (const floor of answerers(play.entries.map(({ event }) => event))) expect(floor).toEqual(rising(floor));
        expect(replay(recordOf(play), "batch").difference).toBeNull();
      }),
      { numRuns: 100, interruptAfterTimeLimit: 6_000 },
    );
    expect(outOfOrder).toBeGreaterThan(5);
  });

  test("an answer that comes too early is sealed, counts as given, and stands in the record with its turn", () => {
    const play = offered();
    const done = play.actions.length;
    expect(play.waiting).toEqual({ kind: "answers", parties: [RUSSIA, TURKEY] });
    expect(play.act("turkey", { kind: "answer", accepts: false })).toBeNull();
    expect(play.actions).toHaveLength(done);
    expect(play.envelopes).toMatchObject([{ party: "turkey", by: "human", action: { accepts: false } }]);
    expect(play.advance()).toEqual({ kind: "answers", parties: [RUSSIA] });
    expect(play.act("turkey", { kind: "answer", accepts: true })).toBe("no_answer_awaited");
    expect(play.closed("turkey", { kind: "answer", accepts: true })).toBe("no_answer_awaited");
    expect(play.act("russia", { kind: "answer", accepts: false })).toBeNull();
    const answers = play.actions.slice(done).map(({ party, action }) => [party, "accepts" in action && action.accepts]);
    expect(answers).toEqual([
      ["russia", false],
      ["turkey", false],
    ]);
    expect(play.envelopes).toEqual([]);
    expect(Object.keys(recordOf(play))).not.toContain("envelopes");
  });

  test("an answer that waits for others is in the record, outside of the seal, and is loaded with it", () => {
    const play = offered();
    play.act("turkey", { kind: "answer", accepts: false });
    const loaded = loadRecord(JSON.stringify(recordOf(play)));
    if (!("record" in loaded)) throw new Error(loaded.problems.join());
    const { play: again, difference } = replay(loaded.record, "live");
    expect(difference).toBeNull();
    expect([again.seal, again.envelopes]).toEqual([play.seal, play.envelopes]);
    for (const one of [play, again]) one.act("russia", { kind: "answer", accepts: false });
    expect(again.seal).toBe(play.seal);
  });

  test("an envelope that the rules close is told of; a machine's is none", () => {
    const play = offered();
    play.act("turkey", { kind: "answer", accepts: false });
    const record = recordOf(play);
    const [envelope] = record.envelopes ?? [];
    const twice = { ...record, envelopes: [envelope, envelope] } as PlayRecord;
    expect(replay(twice).difference).toMatchObject({ kind: "closed", at: record.actions.length });
    expect(replay({ ...record, envelopes: [{ ...envelope!, party: "us" }] }).difference).toMatchObject({
      kind: "closed",
    });
    const text = JSON.stringify({ ...record, envelopes: [{ ...envelope, by: "machine" }] });
    expect(loadRecord(text)).toMatchObject({ problems: [expect.stringContaining("/envelopes/0/by")] });
    const statement = JSON.stringify({ ...record, envelopes: [{ ...envelope, action: { kind: "pass" } }] });
    expect(loadRecord(statement)).toMatchObject({
      problems: [expect.stringContaining("/envelopes/0/action: is no answer")],
    });
    const stranger = JSON.stringify({ ...record, envelopes: [{ ...envelope, party: "france" }] });
    expect(loadRecord(stranger)).toMatchObject({ problems: [expect.stringContaining('/envelopes/0/party: "france"')] });
  });

  test("a sealed answer shows in nobody's view, and its order in nothing that follows", () => {
    const [early, late] = [offered(), offered()];
    const before = [null, "us", "russia"].map((seat) => early.view(seat));
    early.act("turkey", { kind: "answer", accepts: false });
    expect([null, "us", "russia"].map((seat) => early.view(seat))).toEqual(before);
    early.act("russia", { kind: "answer", accepts: true });
    late.act("russia", { kind: "answer", accepts: true });
    late.act("turkey", { kind: "answer", accepts: false });
    expect(early.seal).toBe(late.seal);
    expect(recordOf(early)).toEqual(recordOf(late));
  });

  test("a machine waits for every human, and is told to the table in its turn", () => {
    const play = offered({ ...EVERYONE, russia: { by: "machine" } });
    expect(play.waiting).toEqual({ kind: "answers", parties: [TURKEY] });
    const done = play.actions.length;
    play.act("turkey", { kind: "answer", accepts: false });
    play.advance();
    expect(play.actions.slice(done, done + 2).map(({ party, by }) => [party, by])).toEqual([
      ["russia", "machine"],
      ["turkey", "human"],
    ]);
  });
});

describe("a record keeps its own order", () => {
  /** Places of answers in the record that the table was told after those of a later party. */
  const outOfOrder = ({ acts, actions }: PlayRecord): number[] => {
    const parties = acts[0]?.scenario.parties.map(({ id }) => id) ?? [];
    return actions.flatMap(({ action, turn, party }, at) => {
      const before = actions[at - 1];
      const follows = action.kind === "answer" && before?.action.kind === "answer" && before.turn === turn;
      return follows && parties.indexOf(before.party) > parties.indexOf(party) ? [at] : [];
    });
  };

  test("golden ones in which a later party answered first play again as they were", () => {
    const disordered = GOLDEN.filter(([, record]) => outOfOrder(record).length > 0);
    expect(disordered.length).toBeGreaterThan(1);
    for (const [name, record] of disordered) {
      const { play, difference } = replay(record, "batch");
      expect(difference, name).toBeNull();
      expect(recordOf(play).actions).toEqual(record.actions);
    }
  });

  test("a machine's answer is proved wherever it stands", () => {
    let forged = 0;
    for (const [name, record] of GOLDEN) {
      for (const at of outOfOrder(record)) {
        const one = record.actions[at] as PlayRecord["actions"][number];
        if (one.by !== "machine" || one.action.kind !== "answer") continue;
        const action = { kind: "answer", accepts: !one.action.accepts } as const;
        const { difference } = replay({ ...record, actions: record.actions.with(at, { ...one, action }) }, "batch");
        expect(difference, name).toMatchObject({ kind: "machine", at });
        forged++;
      }
    }
    expect(forged).toBeGreaterThan(0);
  });
});

test("what-ifs and forecasts feed the answers that they are given with those of machines, in party order", () => {
  let given = 0;
  for (const [name, record] of GOLDEN) {
    if (name !== "three-at-one-screen") continue;
    for (const { turn, party, by, action } of record.actions) {
      if (by !== "human" || action.kind !== "answer") continue;
      const change = { kind: "action", party, action: { kind: "answer", accepts: !action.accepts } } as const;
      const { asItWas, changed } = armsOf(record, turn, change, "kept");
      for (const arm of [asItWas, changed]) {
        const runner = resume(arm.compiled, arm.remembered, runSeed("order"));
        const sent: TableEvent[] = [];
        const send = (event: TableEvent): void => {
          sent.push(event);
          runner.send(event);
        };
        const { model } = arm.compiled;
        playOn({ model, runner: { state: runner.state, send }, seats: machineSeats(model) }, [...arm.given].reverse());
        for (const floor of answerers(sent)) expect(floor).toEqual(rising(floor));
        given = Math.max(given, arm.given.length);
      }
    }
  }
  expect(given).toBeGreaterThan(1);
});
