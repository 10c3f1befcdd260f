import { optionIn, withOption } from "../../bargaining/space.ts";
import { worthParts } from "../../bargaining/utility.ts";
import { byIssue, type PartyModel, type TableModel } from "../model.ts";
import { breaksCommitment, isRemoved, worthNow } from "../rules/worth.ts";
import type { TableState } from "../state.ts";
import { answerOf, heldAgainst } from "./answer.ts";
import { targetNow } from "./target.ts";

/** One signed part of an answer, in the scenario's scale. */
export type Reason =
  | { readonly kind: "issue"; readonly issue: number; readonly value: number }
  | { readonly kind: "linkage"; readonly linkage: number; readonly value: number }
  | { readonly kind: "commitment"; readonly issue: number; readonly value: number }
  | { readonly kind: "cap"; readonly value: number }
  /** What the offer that it is held against is itself worth above the target. */
  | { readonly kind: "slack"; readonly value: number };

/** Why a party answers a package as it does. The parts sum to worth − target. */
export interface Reasons {
  readonly package: number;
  /** What the package is held against ({@link heldAgainst}); the package itself where there is nothing. */
  readonly against: number;
  readonly worth: number;
  readonly target: number;
  readonly walkAway: number;
  readonly parts: readonly Reason[];
  /** Red lines that the package crosses. */
  readonly red: readonly number[];
  /** What its instructions say: no red line crossed and worth at least the target. */
  readonly accepts: boolean;
  /** The smallest change of one issue that would have been accepted; null when there is none, or it is accepted as it is. */
  readonly change: { readonly issue: number; readonly option: number } | null;
}

type Itemised = Exclude<Reason, { kind: "slack" }>;

function itemise(model: TableModel, state: TableState, party: number, pack: number): Itemised[] {
  const partyModel = model.partyModels[party] as PartyModel;
  const parts: Itemised[] = worthParts(partyModel.party, model.scenario.scale, model.space, pack);
  for (let issue = 0; issue < model.issues; issue++) {
    if (breaksCommitment(model.space, state.context.commitments, byIssue(model, party, 0), issue, pack)) {
      parts.push({ kind: "commitment", issue, value: -partyModel.party.audienceCost });
    }
  }
  return parts;
}

function keyOf(part: Itemised): string {
  if (part.kind === "linkage") return `linkage ${part.linkage}`;
  return part.kind === "cap" ? "cap" : `${part.kind} ${part.issue}`;
}

/** Part by part, what the package gives more or less than the other. */
function differences(gives: readonly Itemised[], against: readonly Itemised[]): Itemised[] {
  const merged = new Map<string, Itemised>(gives.map((part) => [keyOf(part), part]));
  for (const part of against) {
    const key = keyOf(part);
    const value = (merged.get(key)?.value ?? 0) - part.value;
    merged.set(key, { ...part, value });
  }
  return [...merged.values()].filter((part) => part.value !== 0);
}

function nearestChange(
  model: TableModel,
  state: TableState,
  party: number,
  pack: number,
  target: number,
): Reasons["change"] {
  const { space } = model;
  const partyModel = model.partyModels[party] as PartyModel;
  let best: { issue: number; option: number; steps: number; worth: number } | null = null;
  for (let issue = 0; issue < model.issues; issue++) {
    const held = optionIn(space, pack, issue);
    for (let option = 0; option < (space.sizes[issue] as number); option++) {
      const changed = withOption(space, pack, issue, option);
      if (option === held || partyModel.red[changed] === 1 || isRemoved(space, state.context.removed, changed))
        continue;
      const worth = worthNow(model, state.context, party, changed);
      if (worth < target) continue;
      const steps = Math.abs(option - held);
      if (!best || steps < best.steps || (steps === best.steps && worth < best.worth)) {
        best = { issue, option, steps, worth };
      }
    }
  }
  return best && { issue: best.issue, option: best.option };
}

/** The reasons of a party for its answer to a package now: computed from what decides the answer, not after it. */
export function reasonsFor(model: TableModel, state: TableState, party: number, pack: number): Reasons {
  const { context } = state;
  const target = targetNow(model, state, party);
  const held = heldAgainst(model, state, party);
  const against = held < 0 ? pack : held;
  const slack = worthNow(model, context, party, against) - target;
  const { accepts, red } = answerOf(model, state, party, pack);
  const parts = differences(itemise(model, state, party, pack), itemise(model, state, party, against));
  return {
    package: pack,
    against,
    worth: worthNow(model, context, party, pack),
    target,
    walkAway: context.walkAway[party] as number,
    parts: [...parts, { kind: "slack", value: slack }],
    red,
    accepts,
    change: accepts ? null : nearestChange(model, state, party, pack, target),
  };
}
