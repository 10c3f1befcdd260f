import { PLAYABLE_PACKAGES, type Space, spaceOfScenario } from "../bargaining/space.ts";
import { optionWorth, redTable, worthTable } from "../bargaining/utility.ts";
import { type BindingRule, bindingRuleOf, votersOf } from "../bargaining/zone/binding.ts";
import type { Party, Position, Scenario } from "../scenario/types.ts";

/** What one party knows of itself and no other may: its side of the file, worked out for play. */
export interface PartyModel {
  readonly index: number;
  readonly party: Party;
  /** Worth of every package before commitments, in the scenario's scale. */
  readonly worth: Float64Array;
  /** What each option is worth by itself, by slot. */
  readonly slotWorth: Float64Array;
  /** 1 where a package crosses a red line. */
  readonly red: Uint8Array;
  readonly positions: readonly Position[];
  /** First index of each position's scheduled moves among all those of the party. */
  readonly firstScheduled: readonly number[];
}

/** A scenario worked out for play. Nothing in it changes during a run, so that many runs share one. */
export interface TableModel {
  readonly scenario: Scenario;
  readonly space: Space;
  readonly issues: number;
  readonly parties: number;
  readonly partyModels: readonly PartyModel[];
  /** Parties with a vote, in file order. */
  readonly voters: readonly number[];
  /** What binds; its members are parties by index. */
  readonly binding: BindingRule;
  /** −1: the table has no mediator. */
  readonly mediator: number;
  /** Where each party's entries begin in the flat lists of the context. */
  readonly firstLever: readonly number[];
  readonly firstScheduled: readonly number[];
  readonly firstRedLine: readonly number[];
  readonly levers: number;
  readonly scheduledMoves: number;
  readonly redLines: number;
}

// What the table remembers stands in flat lists (state.ts). Where an entry stands in them is said here alone.

/** Where an issue of a party stands in a list by party and issue. */
export function byIssue({ issues }: TableModel, party: number, issue: number): number {
  return party * issues + issue;
}

/** Where a slot of a party stands in a list by party and slot. */
export function bySlot({ space }: TableModel, party: number, slot: number): number {
  return party * space.slots + slot;
}

/** Where a slot stands in a list by two parties and slot: who knows or asks, and of whom. */
export function byPairAndSlot({ parties, space }: TableModel, knower: number, of: number, slot: number): number {
  return (knower * parties + of) * space.slots + slot;
}

/** Why a scenario cannot be played although its file is fine. */
export interface Unplayable {
  readonly code: "too-large-to-play" | "protocol-not-yet" | "nobody-to-bind";
  readonly message: string;
}

/** Whether the engine can play the scenario; null: it can. */
export function unplayable(scenario: Scenario): Unplayable | null {
  const { size } = spaceOfScenario(scenario);
  if (size > PLAYABLE_PACKAGES) {
    return {
      code: "too-large-to-play",
      message: `The issues make ${size.toLocaleString("en")} packages; up to ${PLAYABLE_PACKAGES.toLocaleString("en")} can be played. It can still be analysed. Take out options or issues to play it.`,
    };
  }
  if (scenario.protocol.kind !== "plenary") {
    return {
      code: "protocol-not-yet",
      message: `The protocol "${scenario.protocol.kind}" cannot be played yet. Use \`kind: plenary\`.`,
    };
  }
  if (votersOf(scenario).length === 0) {
    return { code: "nobody-to-bind", message: "No party has a vote. Give at least one party the role `party`." };
  }
  return null;
}

function runningSum(counts: readonly number[]): { first: number[]; total: number } {
  const first: number[] = [];
  let total = 0;
  for (const count of counts) {
    first.push(total);
    total += count;
  }
  return { first, total };
}

function slotWorths(party: Party, { scale }: Scenario, { sizes }: Space): Float64Array {
  const worths = sizes.flatMap((size, issue) =>
    Array.from({ length: size }, (_, option) => optionWorth(party, scale, issue, option)),
  );
  return Float64Array.from(worths);
}

function partyModelOf(scenario: Scenario, space: Space, party: Party, index: number): PartyModel {
  return {
    index,
    party,
    worth: worthTable(party, scenario.scale, space),
    slotWorth: slotWorths(party, scenario, space),
    red: redTable(party, space),
    positions: party.positions,
    firstScheduled: runningSum(party.positions.map((position) => position.does.length)).first,
  };
}

/**
 * Works a checked scenario out for play.
 * @throws RangeError when it is {@link unplayable}; ask that first
 */
export function tableModel(scenario: Scenario): TableModel {
  const problem = unplayable(scenario);
  if (problem) throw new RangeError(problem.message);
  const space = spaceOfScenario(scenario);
  const partyModels = scenario.parties.map((party, index) => partyModelOf(scenario, space, party, index));
  const levers = runningSum(scenario.parties.map((party) => party.levers.length));
  const scheduled = runningSum(
    scenario.parties.map((party) => party.positions.reduce((sum, position) => sum + position.does.length, 0)),
  );
  const binding = bindingRuleOf(scenario);
  const redLines = runningSum(scenario.parties.map((party) => party.redLines.length));
  return {
    scenario,
    space,
    issues: scenario.issues.length,
    parties: scenario.parties.length,
    partyModels,
    voters: binding.voters,
    binding,
    mediator: scenario.protocol.mediator?.party ?? -1,
    firstLever: levers.first,
    firstScheduled: scheduled.first,
    firstRedLine: redLines.first,
    levers: levers.total,
    scheduledMoves: scheduled.total,
    redLines: redLines.total,
  };
}
