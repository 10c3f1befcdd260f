import type { Space } from "../../bargaining/space.ts";
import type { Protocol, Terms } from "../../scenario/types.ts";
import type { TableModel } from "../model.ts";
import { type Estimate, estimateOf } from "../party/estimate.ts";
import { textIsDue } from "../rules/legality.ts";
import type { TranscriptEntry } from "../run/runner.ts";
import type { FloorState, TableContext, TableState } from "../state.ts";
import { type LogLine, logFor } from "./log.ts";
import { answerIsOwed, LazyOwnSide, type OwnSide } from "./own-side.ts";
import { LazyPartyInPublic, type PartyInPublic } from "./party-in-public.ts";

/** What everyone knows of the rules. */
export interface PublicRules {
  readonly space: Space;
  readonly protocol: Protocol;
  readonly voters: readonly number[];
  readonly mediator: number;
}

/** What lies on the floor: the package, who put it there (−1: the final call) and how. */
export interface OnFloor {
  readonly package: number;
  readonly by: number;
  readonly as: number;
}

/** A question that one party has put to another in private. */
export interface Sounding {
  readonly by: number;
  readonly of: number;
  /** The option asked about; −1 with a package. */
  readonly issue: number;
  readonly option: number;
  /** The package asked about; −1 with an option. */
  readonly package: number;
}

/**
 * All that a seat may see: the one way from the table to screens and tactics. Changing what another party privately wants
 * changes nothing in it while the public actions are the same.
 */
export interface View {
  /** Index of the party; −1 an onlooker. */
  readonly seat: number;
  readonly rules: PublicRules;
  readonly round: number;
  readonly turn: number;
  /** That another pair is in the middle of a sounding does not show. */
  readonly floor: FloorState;
  readonly mover: number;
  readonly finalVote: boolean;
  readonly onFloor: OnFloor | null;
  /** A sounding that this seat made or must reply to. */
  readonly sounding: Sounding | null;
  /** Whether this seat owes an answer. */
  readonly owesAnswer: boolean;
  readonly parties: readonly PartyInPublic[];
  readonly lastText: number;
  readonly textDue: boolean;
  /** Combinations that refusals have called red lines. */
  readonly redCalled: readonly Terms[];
  readonly happened: readonly number[];
  /** 1 for every slot that an event has taken off the table. */
  readonly removed: readonly number[];
  readonly signed: number;
  /** What the seat believes of each other voter; null for itself and for a mediator. */
  readonly estimates: readonly (Estimate | null)[];
  readonly own: OwnSide | null;
  /** Every side, once all is open; empty before. */
  readonly sides: readonly OwnSide[];
  readonly log: readonly LogLine[];
}

const rulesByModel = new WeakMap<TableModel, PublicRules>();

/** The same object for the same model. */
function rulesOf(model: TableModel): PublicRules {
  let known = rulesByModel.get(model);
  if (!known) {
    const { space, scenario, voters, mediator } = model;
    known = { space, protocol: scenario.protocol, voters, mediator };
    rulesByModel.set(model, known);
  }
  return known;
}

function calledRedLines(model: TableModel, { redCalled }: TableContext): Terms[] {
  const called: Terms[] = [];
  if (!redCalled.includes(1)) return called;
  for (const { index, party } of model.partyModels) {
    for (const [line, { when }] of party.redLines.entries()) {
      if (redCalled[(model.firstRedLine[index] as number) + line] === 1) called.push(when);
    }
  }
  return called;
}

/** The one projection from a table to a seat: each part is worked out when it is asked for. */
class LazyView implements View {
  readonly seat: number;
  private readonly model: TableModel;
  private readonly state: TableState;
  private readonly entries: readonly TranscriptEntry[];
  private readonly open: boolean;
  private ownCache: OwnSide | null = null;
  private partiesCache: readonly PartyInPublic[] | null = null;
  private estimatesCache: readonly (Estimate | null)[] | null = null;

  constructor(model: TableModel, state: TableState, seat: number, entries: readonly TranscriptEntry[], open: boolean) {
    this.seat = seat;
    this.model = model;
    this.state = state;
    this.entries = entries;
    this.open = open;
  }

  private get takesPartInSounding(): boolean {
    const { soundedBy, soundedOf } = this.state.context;
    return this.seat === soundedBy || this.seat === soundedOf;
  }
  get rules(): PublicRules {
    return rulesOf(this.model);
  }
  get round(): number {
    return this.state.context.round;
  }
  get turn(): number {
    return this.state.context.turn;
  }
  get floor(): FloorState {
    const { floor } = this.state;
    return floor === "sounded" && !this.open && !this.takesPartInSounding ? "turn" : floor;
  }
  get mover(): number {
    return this.state.context.mover;
  }
  get finalVote(): boolean {
    return this.state.context.final === 1;
  }
  get onFloor(): OnFloor | null {
    const { floor, context } = this.state;
    if ((floor !== "answers" && floor !== "counted") || context.floorPackage < 0) return null;
    return { package: context.floorPackage, by: context.floorBy, as: context.floorAs };
  }
  get sounding(): Sounding | null {
    if (this.state.floor !== "sounded" || !this.takesPartInSounding) return null;
    const { soundedBy, soundedOf, soundedIssue, soundedOption, soundedPackage } = this.state.context;
    return { by: soundedBy, of: soundedOf, issue: soundedIssue, option: soundedOption, package: soundedPackage };
  }
  get owesAnswer(): boolean {
    return answerIsOwed(this.model, this.state, this.seat);
  }
  get parties(): readonly PartyInPublic[] {
    const { model, state } = this;
    this.partiesCache ??= model.partyModels.map(({ index }) => new LazyPartyInPublic(model, state.context, index));
    return this.partiesCache;
  }
  get lastText(): number {
    return this.state.context.lastText;
  }
  get textDue(): boolean {
    return textIsDue(this.model, this.state.context);
  }
  get redCalled(): readonly Terms[] {
    return calledRedLines(this.model, this.state.context);
  }
  get happened(): readonly number[] {
    return this.state.context.happened.flatMap((has, index) => (has === 1 ? [index] : []));
  }
  get removed(): readonly number[] {
    return this.state.context.removed;
  }
  get signed(): number {
    return this.state.context.signed;
  }
  get estimates(): readonly (Estimate | null)[] {
    const { model, state, seat } = this;
    this.estimatesCache ??= model.partyModels.map(({ index, party }) =>
      index === seat || party.role !== "party" ? null : estimateOf(model, state.context, seat, index),
    );
    return this.estimatesCache;
  }
  get own(): OwnSide | null {
    if (this.seat < 0) return null;
    this.ownCache ??= new LazyOwnSide(this.model, this.state, this.seat);
    return this.ownCache;
  }
  get sides(): readonly OwnSide[] {
    const { model, state } = this;
    return this.open ? model.partyModels.map(({ index }) => new LazyOwnSide(model, state, index)) : [];
  }
  get log(): readonly LogLine[] {
    return logFor(this.model, this.entries, this.seat, this.open);
  }
}

const NOTHING_WRITTEN: readonly TranscriptEntry[] = [];

/**
 * What a seat may see of a table at this moment, each part worked out only when it is asked for. It looks at the state itself,
 * which batch changes in place, and lends its estimates: the caller uses it up before the next event and the next view of this
 * seat, and keeps a copy of it (`keepView`) or nothing.
 * @param seat index of the party; −1 an onlooker
 * @param entries the transcript so far, for the log; left out, the log is empty
 * @param open after the play, or for an onlooker who may see all
 */
export function viewFor(
  model: TableModel,
  state: TableState,
  seat: number,
  entries: readonly TranscriptEntry[] = NOTHING_WRITTEN,
  open = false,
): View {
  return new LazyView(model, state, seat, entries, open);
}
