import { TACTIC_KINDS } from "../../scenario/types.ts";
import { meanInterval, pairedDifference } from "../student.ts";
import type { Finding, SeatTactics } from "./findings.ts";

/** Ahead by less than this share of the scale, a tactic is no plan for a student. */
const WORTH_KNOWING = 0.01;

/**
 * Compares what a seat got with each tactic. Run k of every list had the same seed.
 * @param results worth of the result by run, in the scenario's scale, in the order of {@link TACTIC_KINDS}
 */
export function comparedTactics(party: number, results: readonly ArrayLike<number>[]): SeatTactics {
  const order = TACTIC_KINDS.map((tactic, at) => {
    const values = results[at] as ArrayLike<number>;
    return { tactic, values, estimate: meanInterval(values, 0.95) };
  }).sort((a, b) => b.estimate.mean - a.estimate.mean);
  const best = order[0] as (typeof order)[number];
  return {
    party,
    means: order.map(({ tactic, estimate }) => ({ tactic, estimate })),
    ahead: order.slice(1).map(({ tactic, values }) => ({
      tactic,
      estimate: pairedDifference(best.values, values, 0.95),
    })),
  };
}

/** Whether one tactic beats all others: ahead of each by more than chance and by more than a hundredth of the scale. */
export function bestTactic(seat: SeatTactics, scale: number): Finding[] {
  const least = Math.min(...seat.ahead.map(({ estimate }) => estimate.low));
  return least > WORTH_KNOWING * scale ? [{ kind: "best_tactic", seat }] : [];
}
