import { at } from "../../../exact/at.ts";
import { meanInterval, pairedDifference } from "../../statistics/intervals.ts";
import type { BalanceFinding, PolicyResult, SeatPolicies } from "../findings.ts";
import { type BalanceChunk, type BalanceResult, experimentChunks } from "../job.ts";
import { bestText } from "./best-text.ts";
import { HOLDS_TEXT, POLICIES } from "./list.ts";

/** Listening should bring so much more than laziness, and knowing than listening; shares of the scale. */
const WORTH_THE_WORK = { attentive: 0.03, informed: 0.02 };

/** A text that is signed in more runs than this, 0–1, whoever the others are tonight, leaves nothing to find out. */
const NEARLY_ALWAYS = 0.6;

/** Plays all policies in the seat of a party, with the seeds of all other experiments. */
export function* seatPolicies(
  party: number,
  runs: number,
): Generator<BalanceChunk[], SeatPolicies, readonly BalanceResult[]> {
  const results: PolicyResult[] = [];
  const worths: Float64Array[] = [];
  const held = yield* bestText(party, runs);
  for (const { id, kind } of POLICIES) {
    const text = id === HOLDS_TEXT ? held : -1;
    const played = yield experimentChunks(runs, (from, to) => ({ kind: "policy", party, policy: id, text, from, to }));
    const values = Float64Array.from(played.flatMap((chunk) => [...chunk.worths]));
    const signed = played.reduce((sum, chunk) => sum + chunk.signed.filter((pack) => pack >= 0).length, 0);
    results.push({ policy: id, kind, signed: signed / runs, utility: meanInterval(values, 0.95), text });
    worths.push(values);
  }
  const of = (kind: PolicyResult["kind"]): Float64Array =>
    at(
      worths,
      results.findIndex((one) => one.kind === kind),
    );
  const attentive = of("attentive");
  return {
    party,
    results,
    attentiveAhead: results.flatMap(({ kind }, place) =>
      kind === "lazy" ? [pairedDifference(attentive, at(worths, place), 0.95)] : [],
    ),
    informedAhead: pairedDifference(of("informed"), attentive, 0.95),
  };
}

/**
 * Which laziness pays in a seat, and whether it helps to know whom one has before one. @param scale of the scenario
 */
export function policyFindings(seat: SeatPolicies, scale: number): BalanceFinding[] {
  const { party, results, attentiveAhead, informedAhead } = seat;
  const attentive = results.find(({ kind }) => kind === "attentive");
  if (!attentive) return [];
  const findings: BalanceFinding[] = [];
  for (const [place, ahead] of attentiveAhead.entries()) {
    const lazy = at(results, place);
    if (ahead.mean < WORTH_THE_WORK.attentive * scale)
      findings.push({ kind: "laziness_pays", party, lazy, attentive, ahead });
    if (lazy.text >= 0 && lazy.signed > NEARLY_ALWAYS) findings.push({ kind: "text_holds", party, held: lazy });
  }
  if (informedAhead.mean < WORTH_THE_WORK.informed * scale) {
    findings.push({ kind: "knowing_pays_nothing", party, ahead: informedAhead });
  }
  return findings;
}
