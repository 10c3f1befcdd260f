import { pow } from "../../exact/math.ts";
import type { PartyModel, TableModel } from "../model.ts";
import { courtedBy } from "../rules/binding.ts";
import { crossesAny, redLinesCalled } from "../rules/called.ts";
import { elapsed } from "../rules/worth.ts";
import type { TableContext, TableState } from "../state.ts";
import { type Candidates, candidatesOf } from "./candidates.ts";
import { givenBy, targetInKind } from "./reciprocity.ts";

/** How low, how high, and where between them a party stands now; all in the scenario's scale. */
export interface Aspiration {
  readonly walkAway: number;
  /** The larger of the walk-away and what the position holds out for. */
  readonly floor: number;
  /** Worth of the best package that meets what the position asks; −Infinity when none does. */
  readonly top: number;
  /** The worth it holds out for at this moment. */
  readonly target: number;
  /** The same if it answered nobody's steps in kind: by time, or as its tactic has it. */
  readonly timeTarget: number;
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
    given += givenBy(model, context, party, other);
  }
  return others > 0 ? top - given / others : top;
}

/**
 * One package down its own list for each offer that every other bidder has made (MiCRO, de Jonge, IJCAI 2022; for several
 * parties the slowest of the others sets the pace). A place, not a worth: equal worths are different packages. What those whom it
 * courts have called a red line does not stand in its list.
 */
function microIndex(model: TableModel, context: TableContext, party: number, candidates: Candidates): number {
  const own = context.offers[party] as number;
  let received = Infinity;
  for (const other of model.voters) {
    if (other !== party && hasBid(context, other)) received = Math.min(received, context.offers[other] as number);
  }
  const rank = own <= (Number.isFinite(received) ? received : 0) ? own : own - 1;
  const called = courtedBy(model, context, party).flatMap((other) => redLinesCalled(model, context, other));
  let place = candidates.packages.length - 1;
  for (let left = rank; place > 0; place--) {
    if (called.length > 0 && crossesAny(model, called, candidates.packages[place] as number)) continue;
    if (left === 0) break;
    left--;
  }
  return Math.max(0, place);
}

/** What the tactic holds out for, before it is brought between floor and top. */
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

/** Whether a tactic answers others in a way of its own, so that reciprocity adds nothing to it. */
function answersByItself({ party: { tactic } }: PartyModel): boolean {
  return tactic.kind === "tit_for_tat" || tactic.kind === "micro";
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

interface Held {
  readonly candidates: Candidates;
  readonly floor: number;
  readonly top: number;
}

function held(model: TableModel, state: TableState, party: number): Held {
  const candidates = candidatesNow(model, state, party);
  return { candidates, floor: floorNow(model, state, party), top: topOf(candidates) };
}

function within({ floor, top }: Held, target: number): number {
  return Math.min(top, Math.max(floor, target));
}

/** The target without reciprocity: from the floor to the top, the floor in a final vote and where the top is no higher. */
function plainTarget(model: TableModel, { context }: TableState, party: number, at: Held): number {
  const { candidates, floor, top } = at;
  if (context.final === 1 || top <= floor) return floor;
  return within(at, tacticTarget(model, context, party, candidates, floor, top));
}

function reciprocated(model: TableModel, state: TableState, party: number, plain: number, at: Held): number {
  if (state.context.final === 1 || at.top <= at.floor) return plain;
  if (answersByItself(model.partyModels[party] as PartyModel)) return plain;
  return within(at, targetInKind(model, state, party, plain, at.top));
}

/**
 * The worth that a party holds out for now: towards whoever moved the package that it must answer, or sounds it out; else
 * towards those whom it courts. Never below its floor; in a final vote it is the floor.
 */
export function targetNow(model: TableModel, state: TableState, party: number): number {
  const at = held(model, state, party);
  return reciprocated(model, state, party, plainTarget(model, state, party, at), at);
}

/** Where a party stands now; its target is {@link targetNow}. */
export function aspirationOf(model: TableModel, state: TableState, party: number): Aspiration {
  const at = held(model, state, party);
  const plain = plainTarget(model, state, party, at);
  const micro = (model.partyModels[party] as PartyModel).party.tactic.kind === "micro";
  return {
    walkAway: state.context.walkAway[party] as number,
    floor: at.floor,
    top: at.top,
    target: reciprocated(model, state, party, plain, at),
    timeTarget: plain,
    microIndex: micro ? microIndex(model, state.context, party, at.candidates) : -1,
  };
}
