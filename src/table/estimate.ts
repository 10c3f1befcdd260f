import type { TableContext } from "./context.ts";
import { HEARD, REPLY } from "./context.ts";
import type { TableModel } from "./model.ts";

/** What a seat believes of another party: for every slot, its share of the estimated worth. A package's is the sum, 0–1. */
export type Estimate = Float64Array;

/** Extra weight of an issue that refusals have named n times: rises towards 1, half of it after four. */
function emphasis(named: number): number {
  return named / (4 + named);
}

/**
 * How close each option is to the nearest one known to suit: 1 − distance/span, half of that when it was only hinted at.
 * `known` holds 1 for an offer, ½ for a hint, 0 for nothing; without any evidence the issue is flat.
 */
function closeness(known: readonly number[]): number[] {
  const span = known.length - 1;
  if (known.every((evidence) => evidence === 0)) return known.map(() => 0.5);
  return known.map((_, option) => {
    let best = 0;
    for (let other = 0; other <= span; other++) {
      const evidence = known[other] as number;
      if (evidence === 0) continue;
      const near = evidence * (span > 0 ? 1 - Math.abs(option - other) / span : 1);
      if (near > best) best = near;
    }
    return best;
  });
}

/** How much a reply to a sounding leaves of an option. */
function doubt(reply: number): number {
  if (reply === REPLY.never) return 0;
  return reply === REPLY.hard ? 0.5 : 1;
}

/** The weight that the opponent model gives each issue of a party; they sum to 1. */
export function estimatedWeights(model: TableModel, context: TableContext, party: number): number[] {
  const raw = Array.from({ length: model.issues }, (_, issue) => {
    const at = party * model.issues + issue;
    const steps = (context.commitments[at] as number) >= 0 ? 0 : (context.moved[at] as number);
    return 1 / (1 + steps) + emphasis(context.named[at] as number);
  });
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

/**
 * The opponent model: on an issue, 1 − distance to the nearest option the party ever offered, over the span; weight of the
 * issue ∝ 1/(1 + steps it has moved on it) + n/(4 + n) for the n refusals that named it; a commitment counts as an offer
 * that never moved. Soundings count half an offer in the estimate of those who know of them; a reply that the party would
 * sign counts as an offer, one that it could live with half, `hard` halves the option and `never` empties it.
 * Frequency-like models of this kind: Hindriks & Tykhonov 2008; Baarslag et al. 2016.
 * @param viewer who believes; −1 an onlooker, who took part in no sounding
 */
export function estimateOf(model: TableModel, context: TableContext, viewer: number, party: number): Estimate {
  const { space, issues, parties } = model;
  const estimate = new Float64Array(space.slots);
  const weights = estimatedWeights(model, context, party);
  const offers = party * space.slots;
  // An onlooker took part in nothing: it reads no hints.
  const hints = viewer < 0 ? -1 : (viewer * parties + party) * space.slots;
  for (let issue = 0; issue < issues; issue++) {
    const first = space.firstSlot[issue] as number;
    const weight = weights[issue] as number;
    const replies: number[] = [];
    const known: number[] = [];
    for (let slot = first; slot < first + (space.sizes[issue] as number); slot++) {
      const reply = hints < 0 ? REPLY.none : (context.replies[hints + slot] as number);
      const hinted =
        (hints >= 0 && context.halfOffered[hints + slot] !== HEARD.none) || reply === REPLY.could_live_with;
      const certain = context.offered[offers + slot] === 1 || reply === REPLY.would_sign;
      replies.push(reply);
      known.push(certain ? 1 : hinted ? 0.5 : 0);
    }
    for (const [option, near] of closeness(known).entries()) {
      estimate[first + option] = weight * near * doubt(replies[option] as number);
    }
  }
  return estimate;
}
