import { PLAYABLE_PACKAGES, type Space, spaceOfScenario } from "../bargaining/space.ts";
import { optionWorth, redTable, worthTable } from "../bargaining/utility.ts";
import { type BindingRule, bindingRuleOf, votersOf } from "../bargaining/zone/binding.ts";
import { at } from "../exact/at.ts";
import { partyDisposed } from "../scenario/dispositions.ts";
import type { Party, Position, Scenario, Tactic } from "../scenario/types.ts";

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

/** A scenario worked out for play, each party as it is tonight. Nothing in it changes during a run, so that many runs share one. */
export interface TableModel {
  readonly scenario: Scenario;
  readonly space: Space;
  readonly issues: number;
  readonly parties: number;
  readonly partyModels: readonly PartyModel[];
  /** By party, which of its dispositions it has; −1: its own numbers. */
  readonly dispositions: readonly number[];
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

/** Where two parties stand in a list by pair: whose it is, and towards whom. */
export function byPair({ parties }: TableModel, from: number, of: number): number {
  return from * parties + of;
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

/** What is the same in all tables of a scenario, whichever dispositions are drawn. */
type Frame = Omit<TableModel, "scenario" | "partyModels" | "dispositions" | "firstRedLine" | "redLines">;

function frameOf(scenario: Scenario): Frame {
  const levers = runningSum(scenario.parties.map((party) => party.levers.length));
  const scheduled = runningSum(
    scenario.parties.map((party) => party.positions.reduce((sum, position) => sum + position.does.length, 0)),
  );
  const binding = bindingRuleOf(scenario);
  return {
    space: spaceOfScenario(scenario),
    issues: scenario.issues.length,
    parties: scenario.parties.length,
    voters: binding.voters,
    binding,
    mediator: scenario.protocol.mediator?.party ?? -1,
    firstLever: levers.first,
    firstScheduled: scheduled.first,
    levers: levers.total,
    scheduledMoves: scheduled.total,
  };
}

/** How many tables are kept at once: they are small, but eight parties of four dispositions each have 65,536. */
const MOST_KEPT = 512;

/**
 * The tables of a scenario, one for each combination of dispositions. A party is worked out once for each of its dispositions and
 * stands in all tables in which it is so; a table is put together when it is first asked for.
 */
export class TableModels {
  readonly scenario: Scenario;
  readonly #frame: Frame;
  readonly #tactics: readonly (Tactic | null)[];
  readonly #like: TableModels | null;
  /** By party and disposition, its own numbers (−1) first. */
  readonly #partyModels: (PartyModel | undefined)[][];
  readonly #tables = new Map<string, TableModel>();

  /**
   * @param tactics by party, instead of the file's; null: the file's
   * @throws RangeError when the scenario is {@link unplayable}; ask that first
   */
  constructor(scenario: Scenario, tactics: readonly (Tactic | null)[] = [], like: TableModels | null = null) {
    const problem = unplayable(scenario);
    if (problem) throw new RangeError(problem.message);
    this.scenario = scenario;
    this.#tactics = tactics;
    this.#like = like;
    this.#frame = like ? like.#frame : frameOf(scenario);
    this.#partyModels = scenario.parties.map(() => []);
  }

  /** The tables with other tactics; worths are not worked out again. */
  withTactics(tactics: readonly (Tactic | null)[]): TableModels {
    return tactics.some((tactic) => tactic) ? new TableModels(this.scenario, tactics, this) : this;
  }

  /** A party as it is under a disposition; −1: by its own numbers. */
  partyModel(party: number, disposition: number): PartyModel {
    const known = this.#partyModels[party]?.[disposition + 1];
    if (known) return known;
    const made = this.#made(party, disposition);
    const list = this.#partyModels[party];
    if (list) list[disposition + 1] = made;
    return made;
  }

  #made(party: number, disposition: number): PartyModel {
    const tactic = this.#tactics[party];
    if (this.#like) {
      const same = this.#like.partyModel(party, disposition);
      return tactic ? { ...same, party: { ...same.party, tactic } } : same;
    }
    const disposed = partyDisposed(at(this.scenario.parties, party), disposition);
    const own = tactic ? { ...disposed, tactic } : disposed;
    return partyModelOf(this.scenario, this.#frame.space, own, party);
  }

  /** The table in which these dispositions were drawn, by party; −1: its own numbers. */
  of(dispositions: readonly number[]): TableModel {
    const key = dispositions.join();
    const known = this.#tables.get(key);
    if (known) return known;
    const partyModels = dispositions.map((disposition, party) => this.partyModel(party, disposition));
    const parties = partyModels.map(({ party }) => party);
    const redLines = runningSum(parties.map((party) => party.redLines.length));
    const unchanged = parties.every((party, index) => party === this.scenario.parties[index]);
    const table: TableModel = {
      ...this.#frame,
      scenario: unchanged ? this.scenario : { ...this.scenario, parties },
      partyModels,
      dispositions,
      firstRedLine: redLines.first,
      redLines: redLines.total,
    };
    if (this.#tables.size >= MOST_KEPT) this.#tables.clear();
    this.#tables.set(key, table);
    return table;
  }
}

/**
 * Works a checked scenario out for play.
 * @param dispositions by party; left out: every party has its own numbers
 * @throws RangeError when it is {@link unplayable}; ask that first
 */
export function tableModel(
  scenario: Scenario,
  dispositions: readonly number[] = scenario.parties.map(() => -1),
): TableModel {
  return new TableModels(scenario).of(dispositions);
}
