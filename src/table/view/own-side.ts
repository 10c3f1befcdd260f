import type { PartyModel, TableModel } from "../model.ts";
import { type Answer, answerOf, heldAgainst } from "../party/answer.ts";
import { type Candidates, candidatesOf } from "../party/candidates.ts";
import { type Reasons, reasonsFor } from "../party/reasons.ts";
import { type DueMove, dueMoves } from "../party/scheduled.ts";
import { type Aspiration, aspirationOf } from "../party/target.ts";
import { owesAnswer } from "../rules/binding.ts";
import { commitmentsOf } from "../rules/worth.ts";
import type { TableState } from "../state.ts";

/** What a seat knows of its own side. */
export interface OwnSide extends Aspiration {
  readonly partyModel: PartyModel;
  readonly position: number;
  /** 0–1. */
  readonly pressure: number;
  /** What its levers have cost, in the scenario's scale. */
  readonly spent: number;
  /** Committed option by issue; −1: free. */
  readonly commitments: readonly number[];
  /** Uses so far of each of its levers. */
  readonly leverUses: readonly number[];
  /** What it may offer from its position. */
  readonly candidates: Candidates;
  /** What it holds a package against: its standing offer, before there is one the best it asks for; −1: nothing. */
  readonly heldAgainst: number;
  /** Entries of `does:` that are due and open now. */
  readonly due: readonly DueMove[];
  /** What its instructions say of the package that it must answer now; null when it owes no answer. */
  readonly answer: Answer | null;
  /** The same with its reasons. */
  readonly advice: Reasons | null;
}

/** Whether a party owes an answer now; an onlooker (−1) never does. */
export function answerIsOwed(model: TableModel, { floor, context }: TableState, party: number): boolean {
  return floor === "answers" && party >= 0 && owesAnswer(model, context, party);
}

/** One party's own side of a table, each part worked out when it is asked for. */
export class LazyOwnSide implements OwnSide {
  readonly partyModel: PartyModel;
  private readonly model: TableModel;
  private readonly state: TableState;
  private readonly party: number;
  private aspirationCache: Aspiration | null = null;
  private dueCache: readonly DueMove[] | null = null;

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
  get heldAgainst(): number {
    return heldAgainst(this.model, this.state, this.party);
  }
  get due(): readonly DueMove[] {
    this.dueCache ??= dueMoves(this.model, this.state, this.party);
    return this.dueCache;
  }
  get answer(): Answer | null {
    const { model, state, party } = this;
    return answerIsOwed(model, state, party) ? answerOf(model, state, party, state.context.floorPackage) : null;
  }
  get advice(): Reasons | null {
    const { model, state, party } = this;
    return answerIsOwed(model, state, party) ? reasonsFor(model, state, party, state.context.floorPackage) : null;
  }
}
