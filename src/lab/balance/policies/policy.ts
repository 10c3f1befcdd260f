import type { PartyEvent } from "../../../table/events.ts";
import { isRemoved } from "../../../table/rules/worth.ts";
import type { OwnSide } from "../../../table/view/own-side.ts";
import type { View } from "../../../table/view/view.ts";
import { crossesRed, ownWorth } from "../../../tactics/appraise.ts";

/** What `balance` makes of a policy: clever laziness, honest work, or work by somebody who knows who sits before him. */
export type PolicyKind = "lazy" | "attentive" | "informed";

/** What a policy is told before a run, beside what its view will show. */
export interface Brief {
  /** The text that is held; −1: none. */
  readonly text: number;
  /** Of the informed alone: the disposition drawn for each party, −1 where it has none; null: not told. */
  readonly drawn: readonly number[] | null;
}

/** How a whole seat is played by a program. */
export interface Policy {
  readonly id: string;
  readonly kind: PolicyKind;
  /** Reads the log of its view, which costs time where it is kept for nothing. */
  readonly reads: boolean;
  /** Begins a run: what it returns decides whenever something is awaited of the seat; null: as its instructions have it. */
  open(brief: Brief): (view: View) => PartyEvent | null;
}

/** The side of the seat. @throws Error for an onlooker, who plays nothing */
export function sideOf(view: View): OwnSide {
  if (!view.own) throw new Error("an onlooker has no policy");
  return view.own;
}

/** Whether it is the seat's turn to speak. */
export function mayMove(view: View): boolean {
  return view.floor === "turn" && view.mover === view.seat;
}

/** Whether the seat could put its name to a package: worth at least this much, and across no red line of its own. */
export function suits(view: View, pack: number, bar: number): boolean {
  const own = sideOf(view);
  return !crossesRed(own, pack) && ownWorth(view, own, pack) >= bar;
}

/** Ends the turn without a word. */
export function pass(view: View): PartyEvent {
  return { type: "PASS", party: view.seat, position: sideOf(view).position };
}

/** Puts a package on the floor; what stands already, or cannot be put there, is a pass. */
export function offer(view: View, pack: number): PartyEvent {
  if (pack < 0 || view.parties[view.seat]?.standing === pack || isRemoved(view.rules.space, view.removed, pack)) {
    return pass(view);
  }
  return { type: "OFFER", party: view.seat, package: pack, position: sideOf(view).position };
}

/** Takes up what a party stands for. */
export function takeUp(view: View, of: number): PartyEvent {
  return { type: "TAKE_UP", party: view.seat, of, position: sideOf(view).position };
}

/** Answers what is on the floor; a refusal says in public what the instructions have against the package. */
export function answer(view: View, accepts: boolean): PartyEvent {
  const advised = sideOf(view).answer;
  const says = accepts || !advised ? { named: [], red: [] } : { named: advised.named, red: advised.red };
  return { type: "ANSWER", party: view.seat, accepts, ...says };
}

/** What others stand for and could be taken up, by party. */
export function openToTakeUp(view: View): { readonly of: number; readonly package: number }[] {
  const mine = view.parties[view.seat]?.standing;
  return view.parties.flatMap(({ index, standing }) => {
    const open = index !== view.seat && standing >= 0 && standing !== mine;
    return open && !isRemoved(view.rules.space, view.removed, standing) ? [{ of: index, package: standing }] : [];
  });
}
