import { beforeAll, expect, test } from "vitest";
import { runSeed } from "../../../src/exact/chance.ts";
import { prepare, seedOfRun, simulate } from "../../../src/lab/runs/simulate.ts";
import { packageIds } from "../../../src/play/action.ts";
import { conductToEnd } from "../../../src/play/conduct.ts";
import type { Seat } from "../../../src/play/seats.ts";
import { partyIndex } from "../../../src/play/seats.ts";
import { startBatch } from "../../../src/table/run/batch.ts";
import type { TranscriptEntry } from "../../../src/table/run/runner.ts";
import type { FloorState } from "../../../src/table/state.ts";
import type { OwnSide } from "../../../src/table/view/own-side.ts";
import { decide } from "../../../src/tactics/decide.ts";
import { munich } from "../../setup/munich.ts";

// What Munich must be like as a model of that night, over a thousand runs.

const RUNS = 1_000;
const SEED = "munich";
const scenario = munich();
const prepared = prepare({ scenario });
const { model } = prepared.compiled;

interface Gone {
  readonly floor: FloorState;
  readonly signed: number;
  /** First package that each party put on the table. */
  readonly first: readonly (number | undefined)[];
  /** By party: the positions that it held, as indices. */
  readonly held: readonly ReadonlySet<number>[];
}

function follow(seed: string): Gone {
  const runner = startBatch(prepared.compiled, runSeed(seed));
  const first: number[] = [];
  const held = runner.state.positions.map((position) => new Set([position]));
  const note = ({ event, moves }: TranscriptEntry): void => {
    if (event.type === "OFFER") first[event.party] ??= event.package;
    for (const { party, to } of moves) held[party]?.add(to);
  };
  conductToEnd({ model, runner, seats: prepared.seats, note });
  const { floor, context } = runner.state;
  return { floor, signed: context.signed, first, held };
}

let runs: readonly Gone[];
beforeAll(() => {
  runs = Array.from({ length: RUNS }, (_, run) => follow(seedOfRun(SEED, run)));
});

test.each([
  ["us", "immediately"],
  ["russia", "first_march"],
])("%s opens with %s in every run", (party, start) => {
  const index = partyIndex(scenario, party);
  const starts = runs.map(({ first }) => {
    const pack = first[index];
    return pack === undefined ? "nothing" : packageIds(model, pack).start;
  });
  expect([...new Set(starts)]).toEqual([start]);
});

test("between 30 and 90 % of the runs are signed, and the texts differ", () => {
  const signed = runs.filter(({ floor }) => floor === "signed");
  expect(signed.length / RUNS).toBeGreaterThan(0.3);
  expect(signed.length / RUNS).toBeLessThan(0.9);
  expect(new Set(signed.map((run) => run.signed)).size).toBeGreaterThanOrEqual(10);
});

test("every position is held in at least 3 % of the runs", () => {
  const rare = scenario.parties.flatMap(({ id, positions }, party) =>
    positions.flatMap((position, index) => {
      const share = runs.filter(({ held }) => held[party]?.has(index)).length / RUNS;
      return share < 0.03 ? [`${id}.${position.id}: ${share}`] : [];
    }),
  );
  expect(rare).toEqual([]);
});

/** A US that bargains as its instructions have it, but holds out for another worth. */
function holdingOut(target: (own: OwnSide) => number): Seat {
  return {
    by: "script",
    decide(view) {
      const { own } = view;
      if (!own) return null;
      const wanted = target(own);
      const { advice } = own;
      const accepts = advice !== null && advice.red.length === 0 && advice.worth >= wanted;
      const against = (advice?.parts ?? []).filter((part) => part.kind === "issue" && part.value < 0);
      const heaviest = against.sort((a, b) => a.value - b.value).slice(0, 2);
      const named = heaviest.flatMap((part) => (part.kind === "issue" ? [part.issue] : []));
      const answer = own.answer && { ...own.answer, accepts, named: accepts ? [] : named };
      return decide({ ...view, own: { ...own, target: wanted, answer } });
    },
  };
}

interface Came {
  readonly us: number;
  readonly signed: number;
  /** Mean worth to the US of the texts that were signed. */
  readonly text: number;
}

function cameOf(seat: Seat): Came {
  const { utilities, outcomes, agreements } = simulate({ scenario, runs: 300, seed: SEED, seats: { us: seat } });
  const sum = agreements.reduce((total, { count, utilities: worths }) => total + count * (worths.us ?? 0), 0);
  return { us: utilities.us?.mean ?? 0, signed: outcomes.signed, text: sum / outcomes.signed };
}

test("a softer US signs more often and for less; a harder one for more and so seldom that it does worse", {
  timeout: 60_000,
}, () => {
  const softer = cameOf(holdingOut(({ target, floor }) => floor + (target - floor) * 0.5));
  const own = cameOf({ by: "machine" });
  const harder = cameOf(holdingOut(({ target, top }) => target + (top - target) * 0.5));
  expect(softer.signed).toBeGreaterThan(own.signed);
  expect(softer.text).toBeLessThan(own.text);
  expect(harder.signed).toBeLessThan(own.signed);
  expect(harder.text).toBeGreaterThan(own.text);
  expect(harder.us).toBeLessThan(own.us);
});
