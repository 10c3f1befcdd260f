import type { PartyModel, TableModel } from "../model.ts";
import { type Answer, answerOf } from "../party/answer.ts";
import { type Candidates, candidatesOf } from "../party/candidates.ts";
import { type Estimate, estimateNow } from "../party/estimate.ts";
import { type Reasons, reasonsFor } from "../party/reasons.ts";
import { dueMoves } from "../party/scheduled.ts";
import { type Aspiration, aspirationOf } from "../party/target.ts";
import { textIsDue } from "../rules/legality.ts";
import { commitmentsOf } from "../rules/worth.ts";
import type { TableContext, TableState } from "../state.ts";
import {
  calledRedLines,
  floorFor,
  happenedOf,
  type OwnSide,
  onFloorOf,
  owes,
  type PartyInPublic,
  type PressureWord,
  pressureWord,
  rulesOf,
  soundingFor,
  type View,
} from "./view.ts";

class PartyNow implements PartyInPublic {
  readonly index: number;
  private readonly model: TableModel;
  private readonly context: TableContext;

  constructor(model: TableModel, context: TableContext, index: number) {
    this.index = index;
    this.model = model;
    this.context = context;
  }

  get standing(): number {
    return this.context.standing[this.index] as number;
  }
  get position(): number {
    return this.context.announced[this.index] as number;
  }
  get pressure(): PressureWord {
    return pressureWord(this.context.pressure[this.index] as number);
  }
  get gone(): boolean {
    return this.context.gone[this.index] === 1;
  }
  get askedText(): boolean {
    return this.context.textAsked[this.index] === 1;
  }
  get commitments(): readonly number[] {
    return commitmentsOf(this.model, this.context, this.index);
  }
}

class OwnSideNow implements OwnSide {
  readonly partyModel: PartyModel;
  private readonly model: TableModel;
  private readonly state: TableState;
  private readonly party: number;
  private aspirationCache: Aspiration | null = null;
  private dueCache: OwnSide["due"] | null = null;

  constructor(model: TableModel, state: TableState, party: number) {
    this.partyModel = model.partyModels[party] as PartyModel;
    this.model = model;
    this.state = state;
    this.party = party;
  }

  private get aspiration(): Aspiration {
    this.aspirationCache ??= aspirationOf(this.model, this.state, this.party);
    return this.aspirationCache;
  }
  get walkAway(): number {
    return this.aspiration.walkAway;
  }
  get floor(): number {
    return this.aspiration.floor;
  }
  get top(): number {
    return this.aspiration.top;
  }
  get target(): number {
    return this.aspiration.target;
  }
  get microIndex(): number {
    return this.aspiration.microIndex;
  }
  get position(): number {
    return this.state.positions[this.party] as number;
  }
  get pressure(): number {
    return this.state.context.pressure[this.party] as number;
  }
  get spent(): number {
    return this.state.context.spent[this.party] as number;
  }
  get commitments(): readonly number[] {
    return commitmentsOf(this.model, this.state.context, this.party);
  }
  get leverUses(): readonly number[] {
    const first = this.model.firstLever[this.party] as number;
    return this.state.context.leverUses.slice(first, first + this.partyModel.party.levers.length);
  }
  get candidates(): Candidates {
    return candidatesOf(this.model, this.state.context, this.party, this.position);
  }
  get due(): OwnSide["due"] {
    this.dueCache ??= dueMoves(this.model, this.state, this.party);
    return this.dueCache;
  }
  get answer(): Answer | null {
    const { model, state, party } = this;
    return owes(model, state, party) ? answerOf(model, state, party, state.context.floorPackage) : null;
  }
  get advice(): Reasons | null {
    const { model, state, party } = this;
    return owes(model, state, party) ? reasonsFor(model, state, party, state.context.floorPackage) : null;
  }
}

class ViewNow implements View {
  readonly seat: number;
  private readonly model: TableModel;
  private readonly state: TableState;
  private ownCache: OwnSide | null = null;
  private partiesCache: readonly PartyInPublic[] | null = null;
  private estimatesCache: readonly (Estimate | null)[] | null = null;

  constructor(model: TableModel, state: TableState, seat: number) {
    this.seat = seat;
    this.model = model;
    this.state = state;
  }

  get rules(): View["rules"] {
    return rulesOf(this.model);
  }
  get round(): number {
    return this.state.context.round;
  }
  get turn(): number {
    return this.state.context.turn;
  }
  get floor(): View["floor"] {
    return floorFor(this.state, this.seat, false);
  }
  get mover(): number {
    return this.state.context.mover;
  }
  get finalVote(): boolean {
    return this.state.context.final === 1;
  }
  get onFloor(): View["onFloor"] {
    return onFloorOf(this.state);
  }
  get sounding(): View["sounding"] {
    return soundingFor(this.state, this.seat);
  }
  get owesAnswer(): boolean {
    return owes(this.model, this.state, this.seat);
  }
  get parties(): readonly PartyInPublic[] {
    this.partiesCache ??= this.model.partyModels.map(
      ({ index }) => new PartyNow(this.model, this.state.context, index),
    );
    return this.partiesCache;
  }
  get lastText(): number {
    return this.state.context.lastText;
  }
  get textDue(): boolean {
    return textIsDue(this.model, this.state.context);
  }
  get redCalled(): View["redCalled"] {
    return calledRedLines(this.model, this.state.context);
  }
  get happened(): readonly number[] {
    return happenedOf(this.state.context);
  }
  get removed(): readonly number[] {
    return this.state.context.removed;
  }
  get signed(): number {
    return this.state.context.signed;
  }
  get estimates(): readonly (Estimate | null)[] {
    this.estimatesCache ??= this.model.partyModels.map(({ index, party }) =>
      index === this.seat || party.role !== "party"
        ? null
        : estimateNow(this.model, this.state.context, this.seat, index),
    );
    return this.estimatesCache;
  }
  get own(): OwnSide | null {
    if (this.seat < 0) return null;
    this.ownCache ??= new OwnSideNow(this.model, this.state, this.seat);
    return this.ownCache;
  }
  get sides(): readonly OwnSide[] {
    return [];
  }
  get log(): View["log"] {
    return [];
  }
}

/**
 * What a seat may see at this moment, for a machine that decides at once: the same as {@link viewFor} without the record of the
 * table, but each part is worked out only when it is asked for. It looks at the state itself, which batch changes in place:
 * use it up before the next event and the next view of this seat, keep nothing of it.
 * @param seat index of the party; −1 an onlooker
 */
export function viewNow(model: TableModel, state: TableState, seat: number): View {
  return new ViewNow(model, state, seat);
}
