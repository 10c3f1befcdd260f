import { quantile } from "../exact/quantile.ts";
import { type PackageIds, packageIds } from "../play/action.ts";
import { ENGINE } from "../play/engine.ts";
import { scenarioHash } from "../play/seal.ts";
import type { Scenario } from "../scenario/types.ts";
import type { TableModel } from "../table/model.ts";
import { OUTCOMES, type OutcomeWord, type RunBlock } from "./rows.ts";
import { mean, type Summary, summarise } from "./statistics.ts";

/** One text that was signed, how often, and what it is worth by itself: before commitments, levers and discount. */
export interface Agreement {
  readonly package: PackageIds;
  readonly count: number;
  /** Of all runs, 0–1. */
  readonly share: number;
  readonly utilities: Readonly<Record<string, number>>;
}

/** What many runs came to. Worths are in the scenario's scale. */
export interface SimulationResult {
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly engine: string;
  readonly seed: string;
  readonly runs: number;
  /** There when the work was stopped: `runs` are the first of those that were asked for. */
  readonly partial?: true;
  readonly outcomes: { readonly signed: number; readonly broken: number; readonly expired: number };
  /** All of them, most frequent first, then by package. */
  readonly agreements: readonly Agreement[];
  /** Of the result to each party; no deal counts as the walk-away of the last round. */
  readonly utilities: Readonly<Record<string, Summary>>;
  readonly rounds: { readonly mean: number; readonly q50: number };
}

/** Gathers blocks of runs to what they came to together. */
export interface Tally {
  /** How many runs it holds. */
  readonly runs: number;
  /** Adds a block. Sums are in the order in which blocks come: add them in the order of runs. @throws RangeError when it is full */
  add(block: RunBlock): void;
  /**
   * What the runs so far came to; partial when they are fewer than the tally has room for.
   * @param scenario as it was read, before seats brought their tactics
   */
  result(scenario: Scenario, seed: string): SimulationResult;
}

function agreementsOf(model: TableModel, counts: ReadonlyMap<number, number>, runs: number): Agreement[] {
  return [...counts]
    .sort(([packA, a], [packB, b]) => b - a || packA - packB)
    .map(([pack, count]) => ({
      package: packageIds(model, pack),
      count,
      share: count / runs,
      utilities: Object.fromEntries(model.mandates.map(({ party, worth }) => [party.id, worth[pack] as number])),
    }));
}

/** A tally with room for so many runs: 8 bytes for each party of a run and 4 for its rounds. */
export function openTally(model: TableModel, room: number): Tally {
  const outcomes: Record<OutcomeWord, number> = { signed: 0, broken: 0, expired: 0 };
  const counts = new Map<number, number>();
  const worths = model.mandates.map(() => new Float64Array(room));
  const rounds = new Uint32Array(room);
  let runs = 0;
  return {
    get runs() {
      return runs;
    },
    add(block) {
      if (runs + block.count > room)
        throw new RangeError(`a tally of ${room} runs has no room for ${runs + block.count}`);
      for (let at = 0; at < block.count; at++) {
        const pack = block.packages[at] as number;
        outcomes[OUTCOMES[block.outcomes[at] as number] as OutcomeWord]++;
        if (pack >= 0) counts.set(pack, (counts.get(pack) ?? 0) + 1);
        for (const [party, values] of worths.entries()) {
          values[runs + at] = block.utilities[at * model.parties + party] as number;
        }
      }
      rounds.set(block.rounds, runs);
      runs += block.count;
    },
    result(scenario, seed) {
      const took = rounds.slice(0, runs);
      return {
        scenario: { id: scenario.id, hash: scenarioHash(scenario) },
        engine: ENGINE,
        seed,
        runs,
        ...(runs < room ? { partial: true as const } : {}),
        outcomes: { ...outcomes },
        agreements: agreementsOf(model, counts, runs),
        utilities: Object.fromEntries(
          model.mandates.map(({ party }, index) => [
            party.id,
            summarise((worths[index] as Float64Array).subarray(0, runs)),
          ]),
        ),
        rounds: { mean: mean(took), q50: quantile(took.sort(), 0.5) },
      };
    },
  };
}
