import type { TacticKind } from "../../scenario/codes.ts";
import { type IntervalEstimate, shareInterval } from "../statistics/statistics.ts";

/**
 * In how many of the runs something was so, with the 95 % score interval of the share (0–1). Runs of several experiments share
 * their seeds, and with them their chance: the interval is that of as many runs as one experiment has.
 */
export interface Evidence {
  readonly count: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/**
 * @param experiments among which the runs are shared out, all with the same seeds
 * @throws RangeError unless 0 ≤ count ≤ of and of ≥ 1
 */
export function evidenceOf(count: number, of: number, experiments: number): Evidence {
  const seeds = Math.max(1, of / experiments);
  const { low, high } = shareInterval((count / of) * seeds, seeds, 0.95);
  return { count, of, low, high };
}

/** What one tactic brings a seat: mean worth of the result with its 95 % interval, in the scenario's scale. */
export interface TacticMean {
  readonly tactic: TacticKind;
  readonly estimate: IntervalEstimate;
}

/** What one seat gets with each tactic, the others as in the file, all with the same seeds. */
export interface SeatTactics {
  readonly party: number;
  /** Best first. */
  readonly means: readonly TacticMean[];
  /** What the best brings more than each other one, paired by seed; in the order of `means`, the best itself left out. */
  readonly ahead: readonly { readonly tactic: TacticKind; readonly estimate: IntervalEstimate }[];
}

/** One thing about a scenario that its author may want to change. Indexes are those of the scenario. */
export type BalanceFinding =
  /** No package can be signed with the walk-aways of any of these rounds. */
  | { readonly kind: "nothing_to_sign"; readonly rounds: readonly number[] }
  /** In no package that could be signed, whatever happens at the table. */
  | {
      readonly kind: "dead_option";
      readonly issue: number;
      readonly option: number;
      readonly rounds: readonly number[];
    }
  /** Could be signed and never was; the evidence counts signed texts. */
  | {
      readonly kind: "option_never_signed";
      readonly issue: number;
      readonly option: number;
      readonly evidence: Evidence;
    }
  /** `reachable`: some move or event of the file leads there. */
  | {
      readonly kind: "position_never_held";
      readonly party: number;
      readonly position: number;
      readonly reachable: boolean;
      readonly evidence: Evidence;
    }
  /**
   * Time runs out while the parties stand in these positions. `signable`: packages that would bind if everyone came down to the
   * floor of its position (walk-away or `holds_at_least`); none: they can only wait.
   */
  | {
      readonly kind: "deadlock";
      readonly positions: readonly number[];
      readonly signable: number;
      readonly evidence: Evidence;
    }
  /** Its result never is better than its walk-away, with no tactic. */
  | { readonly kind: "hopeless_seat"; readonly party: number; readonly evidence: Evidence }
  /** Its result always is better than its walk-away, with every tactic. */
  | { readonly kind: "unlosable_seat"; readonly party: number; readonly evidence: Evidence }
  /** One tactic brings the seat more than every other. */
  | { readonly kind: "best_tactic"; readonly seat: SeatTactics }
  | { readonly kind: "event_never"; readonly event: number; readonly evidence: Evidence }
  /** `pressed`: some position of a machine says that it is pressed. */
  | {
      readonly kind: "lever_never";
      readonly party: number;
      readonly lever: number;
      readonly pressed: boolean;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: "deed_never";
      readonly party: number;
      readonly position: number;
      readonly deed: number;
      readonly evidence: Evidence;
    };
