import { byIssue, byPairAndSlot, bySlot, type TableModel } from "../model.ts";
import type { TableContext } from "../state.ts";
import { HEARD, REPLY } from "../state.ts";

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

/** Steps that count in the weight of an issue: a commitment counts as an offer that never moved. */
function stepsOn(context: TableContext, at: number): number {
  return (context.commitments[at] as number) >= 0 ? 0 : (context.moved[at] as number);
}

/** What the opponent model goes by for the weight of an issue, before weights are made to sum to 1. */
function rawWeight(steps: number, named: number): number {
  return 1 / (1 + steps) + emphasis(named);
}

/** The weight that the opponent model gives each issue of a party; they sum to 1. */
export function estimatedWeights(model: TableModel, context: TableContext, party: number): number[] {
  const raw = Array.from({ length: model.issues }, (_, issue) => {
    const at = byIssue(model, party, issue);
    return rawWeight(stepsOn(context, at), context.named[at] as number);
  });
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

/**
 * What is known to suit: 1 for an option that was offered or would be signed, ½ for one that was hinted at, else 0.
 * @param hints where the viewer's hints about the party begin; −1: an onlooker reads none
 */
function evidenceFor(context: TableContext, offers: number, hints: number, slot: number): number {
  const reply = hints < 0 ? REPLY.none : (context.replies[hints + slot] as number);
  if (context.offered[offers + slot] === 1 || reply === REPLY.would_sign) return 1;
  const hinted = hints >= 0 && context.halfOffered[hints + slot] !== HEARD.none;
  return hinted || reply === REPLY.could_live_with ? 0.5 : 0;
}

/**
 * What one seat believes of one party, brought up to date before it is read. Each step is worked out anew only where what it
 * rests on has changed, so that it hangs on the context alone and never on what was believed before.
 */
class Belief {
  readonly estimate: Estimate;
  private readonly viewer: number;
  private readonly party: number;
  /** By issue: what its raw weight rests on, and that weight. */
  private readonly steps: Int32Array;
  private readonly named: Int32Array;
  private readonly raw: Float64Array;
  /** By slot: what closeness and doubt rest on, and they. */
  private readonly evidence: Float64Array;
  private readonly replies: Int32Array;
  private readonly closeness: Float64Array;
  private readonly doubts: Float64Array;

  constructor({ issues, space }: TableModel, viewer: number, party: number) {
    this.viewer = viewer;
    this.party = party;
    this.estimate = new Float64Array(space.slots);
    this.steps = new Int32Array(issues).fill(-1);
    this.named = new Int32Array(issues);
    this.raw = new Float64Array(issues);
    this.evidence = new Float64Array(space.slots).fill(-1);
    this.replies = new Int32Array(space.slots).fill(-1);
    this.closeness = new Float64Array(space.slots);
    this.doubts = new Float64Array(space.slots);
  }

  private weigh(model: TableModel, context: TableContext): boolean {
    let changed = false;
    for (let issue = 0; issue < model.issues; issue++) {
      const at = byIssue(model, this.party, issue);
      const steps = stepsOn(context, at);
      const named = context.named[at] as number;
      if (this.steps[issue] === steps && this.named[issue] === named) continue;
      this.steps[issue] = steps;
      this.named[issue] = named;
      this.raw[issue] = rawWeight(steps, named);
      changed = true;
    }
    return changed;
  }

  /** Whether anything of what is known about an issue has changed. */
  private learn(model: TableModel, context: TableContext, issue: number): boolean {
    const { firstSlot, sizes } = model.space;
    const offers = bySlot(model, this.party, 0);
    // An onlooker took part in nothing: it reads no hints.
    const hints = this.viewer < 0 ? -1 : byPairAndSlot(model, this.viewer, this.party, 0);
    const first = firstSlot[issue] as number;
    const end = first + (sizes[issue] as number);
    let changed = false;
    for (let slot = first; slot < end; slot++) {
      const evidence = evidenceFor(context, offers, hints, slot);
      const reply = hints < 0 ? REPLY.none : (context.replies[hints + slot] as number);
      if (this.evidence[slot] === evidence && this.replies[slot] === reply) continue;
      this.evidence[slot] = evidence;
      this.replies[slot] = reply;
      this.doubts[slot] = doubt(reply);
      changed = true;
    }
    return changed;
  }

  /** How close each option of an issue is to the nearest one known to suit: evidence · (1 − distance/span). */
  private measure(model: TableModel, issue: number): void {
    const first = model.space.firstSlot[issue] as number;
    const size = model.space.sizes[issue] as number;
    const { closeness, evidence } = this;
    let known = false;
    closeness.fill(0, first, first + size);
    for (let other = 0; other < size; other++) {
      const suits = evidence[first + other] as number;
      if (suits === 0) continue;
      known = true;
      for (let option = 0; option < size; option++) {
        const near = suits * (size > 1 ? 1 - Math.abs(option - other) / (size - 1) : 1);
        if (near > (closeness[first + option] as number)) closeness[first + option] = near;
      }
    }
    // Without any evidence the issue is flat.
    if (!known) closeness.fill(0.5, first, first + size);
  }

  private multiply(model: TableModel): void {
    const { raw, closeness, doubts, estimate } = this;
    let total = 0;
    for (let issue = 0; issue < model.issues; issue++) total += raw[issue] as number;
    for (let issue = 0; issue < model.issues; issue++) {
      const weight = (raw[issue] as number) / total;
      const first = model.space.firstSlot[issue] as number;
      const end = first + (model.space.sizes[issue] as number);
      for (let slot = first; slot < end; slot++) {
        estimate[slot] = weight * (closeness[slot] as number) * (doubts[slot] as number);
      }
    }
  }

  /** The estimate as the context has it now. */
  update(model: TableModel, context: TableContext): Estimate {
    let changed = this.weigh(model, context);
    for (let issue = 0; issue < model.issues; issue++) {
      if (!this.learn(model, context, issue)) continue;
      this.measure(model, issue);
      changed = true;
    }
    if (changed) this.multiply(model);
    return this.estimate;
  }
}

// By viewer and party. Each is held against the context whenever it is read, so sharing it between runs changes nothing.
const beliefsByModel = new WeakMap<TableModel, Belief[]>();

/**
 * The opponent model: on an issue, 1 − distance to the nearest option the party ever offered, over the span (half of that for
 * an option only hinted at; flat without any evidence); weight of the issue ∝ 1/(1 + steps it has moved on it) + n/(4 + n)
 * for the n refusals that named it; a commitment counts as an offer that never moved. Soundings count half an offer in the
 * estimate of those who know of them; a reply that the party would sign counts as an offer, one that it could live with half,
 * `hard` halves the option and `never` empties it.
 * Frequency-like models of this kind: Hindriks & Tykhonov 2008; Baarslag et al. 2016.
 *
 * Worked out anew only where what it rests on has changed. The list is lent: the next call for the same model, viewer and party
 * writes it over, so that the caller uses it up at once or copies it.
 * @param viewer who believes; −1 an onlooker, who took part in no sounding
 */
export function estimateOf(model: TableModel, context: TableContext, viewer: number, party: number): Estimate {
  let beliefs = beliefsByModel.get(model);
  if (!beliefs) {
    beliefs = Array.from({ length: (model.parties + 1) * model.parties }, (_, at) => {
      return new Belief(model, Math.floor(at / model.parties) - 1, at % model.parties);
    });
    beliefsByModel.set(model, beliefs);
  }
  return (beliefs[(viewer + 1) * model.parties + party] as Belief).update(model, context);
}
