import type { TableContext } from "./context.ts";
import { HEARD, REPLY } from "./context.ts";
import type { TableModel } from "./model.ts";

/** What a seat believes of another party: for every slot, its share of the estimated worth. A package's is the sum, 0–1. */
export type Estimate = Float64Array;

/** Extra weight of an issue that refusals have named n times: rises towards 1, half of it after four. */
function emphasis(named: number): number {
  return named / (4 + named);
}

/** How much a reply to a sounding leaves of an option. */
function doubt(reply: number): number {
  if (reply === REPLY.never) return 0;
  return reply === REPLY.hard ? 0.5 : 1;
}

/** What the opponent model goes by for the weight of an issue, before weights are made to sum to 1. */
function rawWeight(model: TableModel, context: TableContext, party: number, issue: number): number {
  const at = party * model.issues + issue;
  const steps = (context.commitments[at] as number) >= 0 ? 0 : (context.moved[at] as number);
  return 1 / (1 + steps) + emphasis(context.named[at] as number);
}

function totalWeight(model: TableModel, context: TableContext, party: number): number {
  let total = 0;
  for (let issue = 0; issue < model.issues; issue++) total += rawWeight(model, context, party, issue);
  return total;
}

/** The weight that the opponent model gives each issue of a party; they sum to 1. */
export function estimatedWeights(model: TableModel, context: TableContext, party: number): number[] {
  const total = totalWeight(model, context, party);
  return Array.from({ length: model.issues }, (_, issue) => rawWeight(model, context, party, issue) / total);
}

/**
 * What is known to suit: 1 for an option that was offered or would be signed, ½ for one that was hinted at, else 0.
 * @param hints where the viewer's rows of hints about the party begin; −1: an onlooker reads none
 */
function evidenceFor(context: TableContext, offers: number, hints: number, slot: number): number {
  const reply = hints < 0 ? REPLY.none : (context.replies[hints + slot] as number);
  if (context.offered[offers + slot] === 1 || reply === REPLY.would_sign) return 1;
  const hinted = hints >= 0 && context.halfOffered[hints + slot] !== HEARD.none;
  return hinted || reply === REPLY.could_live_with ? 0.5 : 0;
}

/** Writes the shares of one issue: weight · closeness · doubt. */
function fillIssue(
  model: TableModel,
  context: TableContext,
  estimate: Estimate,
  issue: number,
  weight: number,
  offers: number,
  hints: number,
): void {
  const first = model.space.firstSlot[issue] as number;
  const size = model.space.sizes[issue] as number;
  const span = size - 1;
  let known = false;
  for (let option = 0; option < size; option++) estimate[first + option] = 0;
  for (let other = 0; other < size; other++) {
    const evidence = evidenceFor(context, offers, hints, first + other);
    if (evidence === 0) continue;
    known = true;
    for (let option = 0; option < size; option++) {
      const near = evidence * (span > 0 ? 1 - Math.abs(option - other) / span : 1);
      if (near > (estimate[first + option] as number)) estimate[first + option] = near;
    }
  }
  for (let slot = first; slot < first + size; slot++) {
    const closeness = known ? (estimate[slot] as number) : 0.5;
    const reply = hints < 0 ? REPLY.none : (context.replies[hints + slot] as number);
    estimate[slot] = weight * closeness * doubt(reply);
  }
}

/** Where the hints that a viewer has about a party begin; an onlooker took part in nothing and reads none: −1. */
function hintsOf(model: TableModel, viewer: number, party: number): number {
  return viewer < 0 ? -1 : (viewer * model.parties + party) * model.space.slots;
}

function fillEstimate(model: TableModel, context: TableContext, viewer: number, party: number, estimate: Estimate) {
  const total = totalWeight(model, context, party);
  const offers = party * model.space.slots;
  const hints = hintsOf(model, viewer, party);
  for (let issue = 0; issue < model.issues; issue++) {
    const weight = rawWeight(model, context, party, issue) / total;
    fillIssue(model, context, estimate, issue, weight, offers, hints);
  }
}

/**
 * The opponent model: on an issue, 1 − distance to the nearest option the party ever offered, over the span (half of that for
 * an option only hinted at; flat without any evidence); weight of the issue ∝ 1/(1 + steps it has moved on it) + n/(4 + n)
 * for the n refusals that named it; a commitment counts as an offer that never moved. Soundings count half an offer in the
 * estimate of those who know of them; a reply that the party would sign counts as an offer, one that it could live with half,
 * `hard` halves the option and `never` empties it.
 * Frequency-like models of this kind: Hindriks & Tykhonov 2008; Baarslag et al. 2016.
 * @param viewer who believes; −1 an onlooker, who took part in no sounding
 */
export function estimateOf(model: TableModel, context: TableContext, viewer: number, party: number): Estimate {
  const estimate = new Float64Array(model.space.slots);
  fillEstimate(model, context, viewer, party, estimate);
  return estimate;
}

/** An estimate and all that it was worked out from. */
interface Kept {
  readonly evidence: Int32Array;
  readonly estimate: Estimate;
}

/** Notes what an estimate hangs on; whether anything of it is new. */
function noteEvidence(
  model: TableModel,
  context: TableContext,
  viewer: number,
  party: number,
  evidence: Int32Array,
): boolean {
  const { slots } = model.space;
  let at = 0;
  let fresh = false;
  const note = (value: number): void => {
    if (evidence[at] !== value) {
      evidence[at] = value;
      fresh = true;
    }
    at++;
  };
  for (let row = party * model.issues; row < (party + 1) * model.issues; row++) {
    note((context.commitments[row] as number) >= 0 ? 0 : (context.moved[row] as number));
    note(context.named[row] as number);
  }
  const offers = party * slots;
  const hints = hintsOf(model, viewer, party);
  for (let slot = 0; slot < slots; slot++) {
    note(context.offered[offers + slot] as number);
    if (hints < 0) continue;
    note(context.halfOffered[hints + slot] as number);
    note(context.replies[hints + slot] as number);
  }
  return fresh;
}

// By viewer and party. Each is checked against what it was worked out from, so sharing it between runs changes nothing.
const keptEstimates = new WeakMap<TableModel, Kept[]>();

/**
 * The same as {@link estimateOf}, worked out anew only when what it hangs on has changed. The list is written over by the next
 * call for the same viewer and party: use it up at once.
 */
export function estimateNow(model: TableModel, context: TableContext, viewer: number, party: number): Estimate {
  let kept = keptEstimates.get(model);
  if (!kept) {
    kept = [];
    keptEstimates.set(model, kept);
  }
  const at = (viewer + 1) * model.parties + party;
  let one = kept[at];
  if (!one) {
    const evidence = new Int32Array(2 * model.issues + 3 * model.space.slots).fill(-1);
    one = { evidence, estimate: new Float64Array(model.space.slots) };
    kept[at] = one;
  }
  if (noteEvidence(model, context, viewer, party, one.evidence)) {
    fillEstimate(model, context, viewer, party, one.estimate);
  }
  return one.estimate;
}
