import { pow } from "../../exact/math.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { elapsed, worthNow } from "../rules/worth.ts";
import type { TableContext, TableState } from "../state.ts";
import { type Candidates, candidatesOf } from "./candidates.ts";

/** How low, how high, and where between them a party stands now; all in the scenario's scale. */
export interface Aspiration {
  readonly walkAway: number;
  /** The larger of the walk-away and what the position holds out for. */
  readonly floor: number;
  /** Worth of the best package that meets what the position asks; −Infinity when none does. */
  readonly top: number;
  /** The worth it holds out for at this moment. */
  readonly target: number;
  /** Place among its candidates of the package that MiCRO has come down to; −1 for tactics that go by worth. */
  readonly microIndex: number;
}

/**
 * Time-dependent target: floor + (top − floor)·(1 − τ^(1/e)), where pressure moves the clock on:
 * τ = t + (1 − t)·pressure/2 (after Faratin, Sierra & Jennings 1998, eq. 2–3; e < 1 Boulware, 1 linear, > 1 conceder).
 */
export function timeTarget(floor: number, top: number, t: number, pressure: number, exponent: number): number {
  const tau = t + ((1 - t) * pressure) / 2;
  return floor + (top - floor) * (1 - pow(tau, 1 / exponent));
}

function hasBid(context: TableContext, other: number): boolean {
  return (context.firstOffer[other] as number) >= 0;
}

/**
 * Gives as much own worth as the others have given since their first offers, on average (relative tit-for-tat of
 * Faratin et al. 1998, section 4.3, in own worth, since the others' is not known).
 */
function titForTatTarget(model: TableModel, context: TableContext, party: number, top: number): number {
  let others = 0;
  let given = 0;
  for (const other of model.voters) {
    if (other === party || !hasBid(context, other)) continue;
    others++;
    const now = context.standing[other] as number;
    if (now < 0) continue;
    const first = worthNow(model, context, party, context.firstOffer[other] as number);
    given += Math.max(0, worthNow(model, context, party, now) - first);
  }
  return others > 0 ? top - given / others : top;
}

/**
 * One package down its own list for each offer that every other bidder has made (MiCRO, de Jonge, IJCAI 2022; for several
 * parties the slowest of the others sets the pace). A place, not a worth: equal worths are different packages.
 */
function microIndex(model: TableModel, context: TableContext, party: number, candidates: Candidates): number {
  const own = context.offers[party] as number;
  let received = Infinity;
  for (const other of model.voters) {
    if (other !== party && hasBid(context, other)) received = Math.min(received, context.offers[other] as number);
  }
  const rank = own <= (Number.isFinite(received) ? received : 0) ? own : own - 1;
  return Math.max(0, candidates.worths.length - 1 - rank);
}

function tacticTarget(
  model: TableModel,
  context: TableContext,
  party: number,
  candidates: Candidates,
  floor: number,
  top: number,
): number {
  switch ((model.partyModels[party] as PartyModel).party.tactic.kind) {
    case "tit_for_tat":
      return titForTatTarget(model, context, party, top);
    case "micro":
      return candidates.worths[microIndex(model, context, party, candidates)] ?? top;
    default: {
      const t = elapsed(model.scenario.protocol, context.round);
      return timeTarget(floor, top, t, context.pressure[party] as number, context.exponent[party] as number);
    }
  }
}

function candidatesNow(model: TableModel, { context, positions }: TableState, party: number): Candidates {
  return candidatesOf(model, context, party, positions[party] as number);
}

function topOf(candidates: Candidates): number {
  return candidates.worths[candidates.worths.length - 1] ?? -Infinity;
}

function floorNow(model: TableModel, { context, positions }: TableState, party: number): number {
  const walkAway = context.walkAway[party] as number;
  const position = (model.partyModels[party] as PartyModel).positions[positions[party] as number];
  return Math.max(walkAway, position?.holdsAtLeast ?? walkAway);
}

function targetBetween(
  model: TableModel,
  context: TableContext,
  party: number,
  candidates: Candidates,
  floor: number,
  top: number,
): number {
  if (context.final === 1 || top <= floor) return floor;
  return Math.min(top, Math.max(floor, tacticTarget(model, context, party, candidates, floor, top)));
}

/** The worth that a party holds out for now. Never below its floor; in a final vote it is the floor. */
export function targetNow(model: TableModel, state: TableState, party: number): number {
  const candidates = candidatesNow(model, state, party);
  return targetBetween(model, state.context, party, candidates, floorNow(model, state, party), topOf(candidates));
}

/** Where a party stands now; its target is {@link targetNow}. */
export function aspirationOf(model: TableModel, state: TableState, party: number): Aspiration {
  const { context } = state;
  const candidates = candidatesNow(model, state, party);
  const [floor, top] = [floorNow(model, state, party), topOf(candidates)];
  const micro = (model.partyModels[party] as PartyModel).party.tactic.kind === "micro";
  return {
    walkAway: context.walkAway[party] as number,
    floor,
    top,
    target: targetBetween(model, context, party, candidates, floor, top),
    microIndex: micro ? microIndex(model, context, party, candidates) : -1,
  };
}
