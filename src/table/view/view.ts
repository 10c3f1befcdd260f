import type { Space } from "../../bargaining/space.ts";
import type { Protocol, ScheduledMove, Terms } from "../../scenario/types.ts";
import type { PartyModel, TableModel } from "../model.ts";
import type { Answer } from "../party/answer.ts";
import { type Candidates, candidatesOf } from "../party/candidates.ts";
import { type Estimate, estimateOf } from "../party/estimate.ts";
import { type Reasons, reasonsFor } from "../party/reasons.ts";
import { dueMoves } from "../party/scheduled.ts";
import { type Aspiration, aspirationOf } from "../party/target.ts";
import { owesAnswer } from "../rules/binding.ts";
import { textIsDue } from "../rules/legality.ts";
import { commitmentsOf } from "../rules/worth.ts";
import type { TranscriptEntry } from "../run/runner.ts";
import type { FloorState, TableContext, TableState } from "../state.ts";
import { type LogLine, logFor } from "./log.ts";

/** How much another party is pushed to settle, as far as one can tell. */
export const PRESSURE_WORDS = ["none", "little", "some", "strong", "extreme"] as const;
export type PressureWord = (typeof PRESSURE_WORDS)[number];

/** What everyone at the table knows of a party. */
export interface PartyInPublic {
  readonly index: number;
  /** Its standing offer, or the mediator's last text; −1: none. */
  readonly standing: number;
  /** The position under which it last spoke; −1: it has not spoken. */
  readonly position: number;
  readonly pressure: PressureWord;
  readonly gone: boolean;
  readonly askedText: boolean;
  /** Committed option by issue; −1: free. */
  readonly commitments: readonly number[];
}

/** What a seat knows of its own side. */
export interface OwnSide extends Aspiration {
  readonly partyModel: PartyModel;
  readonly position: number;
  readonly pressure: number;
  readonly spent: number;
  readonly commitments: readonly number[];
  /** Uses so far of each of its levers. */
  readonly leverUses: readonly number[];
  /** What it may offer from its position. */
  readonly candidates: Candidates;
  /** Entries of `does:` that are due and open now; `index` counts all deeds of the party. */
  readonly due: readonly { readonly deed: ScheduledMove; readonly index: number }[];
  /** What its instructions say of the package it must answer now; null when it owes no answer. */
  readonly advice: Reasons | null;
  /** The same without its reasons, where they are worked out only when they are asked for (`viewNow`). */
  readonly answer?: Answer | null;
}

/** What everyone knows of the rules. */
export interface PublicRules {
  readonly space: Space;
  readonly protocol: Protocol;
  readonly voters: readonly number[];
  readonly mediator: number;
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
  readonly floor: FloorState;
  readonly mover: number;
  readonly finalVote: boolean;
  readonly onFloor: { readonly package: number; readonly by: number; readonly as: number } | null;
  /** A sounding that this seat made or must reply to. */
  readonly sounding: {
    readonly by: number;
    readonly of: number;
    readonly issue: number;
    readonly option: number;
    readonly package: number;
  } | null;
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
  /** What the seat believes of each other voter; null for itself, mediators and onlookers' blanks. */
  readonly estimates: readonly (Estimate | null)[];
  readonly own: OwnSide | null;
  /** Every side, once all is open; empty before. */
  readonly sides: readonly OwnSide[];
  readonly log: readonly LogLine[];
}

const PRESSURE_STEPS = [0.05, 0.25, 0.5, 0.75];

/** The word for a pressure of 0–1. */
export function pressureWord(pressure: number): PressureWord {
  const step = PRESSURE_STEPS.findIndex((limit) => pressure < limit);
  return PRESSURE_WORDS[step < 0 ? PRESSURE_STEPS.length : step] as PressureWord;
}

function publicParty(model: TableModel, context: TableContext, index: number): PartyInPublic {
  return {
    index,
    standing: context.standing[index] as number,
    position: context.announced[index] as number,
    pressure: pressureWord(context.pressure[index] as number),
    gone: context.gone[index] === 1,
    askedText: context.textAsked[index] === 1,
    commitments: commitmentsOf(model, context, index),
  };
}

/** Whether a party owes an answer now. */
export function owes(model: TableModel, { floor, context }: TableState, party: number): boolean {
  return floor === "answers" && party >= 0 && owesAnswer(model, context, party);
}

/** One party's own side of a table. */
export function ownSide(model: TableModel, state: TableState, party: number): OwnSide {
  const { context } = state;
  const mandate = model.partyModels[party] as PartyModel;
  const position = state.positions[party] as number;
  const firstLever = model.firstLever[party] as number;
  return {
    ...aspirationOf(model, state, party),
    partyModel: mandate,
    position,
    pressure: context.pressure[party] as number,
    spent: context.spent[party] as number,
    commitments: commitmentsOf(model, context, party),
    leverUses: context.leverUses.slice(firstLever, firstLever + mandate.party.levers.length),
    candidates: candidatesOf(model, context, party, position),
    due: dueMoves(model, state, party),
    advice: owes(model, state, party) ? reasonsFor(model, state, party, context.floorPackage) : null,
  };
}

/** Combinations that refusals have called red lines. */
export function calledRedLines(model: TableModel, { redCalled }: TableContext): Terms[] {
  const called: Terms[] = [];
  if (!redCalled.includes(1)) return called;
  for (const { index, party } of model.partyModels) {
    for (const [line, { when }] of party.redLines.entries()) {
      if (redCalled[(model.firstRedLine[index] as number) + line] === 1) called.push(when);
    }
  }
  return called;
}

/** Events of the file that have happened. */
export function happenedOf({ happened }: TableContext): number[] {
  return happened.flatMap((has, index) => (has === 1 ? [index] : []));
}

/** The sounding that a seat made or must reply to now. */
export function soundingFor({ floor, context }: TableState, seat: number): View["sounding"] {
  if (floor !== "sounded" || (seat !== context.soundedBy && seat !== context.soundedOf)) return null;
  const { soundedBy: by, soundedOf: of, soundedIssue: issue, soundedOption: option, soundedPackage } = context;
  return { by, of, issue, option, package: soundedPackage };
}

/** The floor as a seat sees it: that somebody is being sounded out is not for the others to see. */
export function floorFor({ floor, context }: TableState, seat: number, open: boolean): FloorState {
  const involved = seat === context.soundedBy || seat === context.soundedOf;
  return floor === "sounded" && !involved && !open ? "turn" : floor;
}

/** What lies on the floor. */
export function onFloorOf({ floor, context }: TableState): View["onFloor"] {
  if ((floor !== "answers" && floor !== "counted") || context.floorPackage < 0) return null;
  return { package: context.floorPackage, by: context.floorBy, as: context.floorAs };
}

const rulesByModel = new WeakMap<TableModel, PublicRules>();

/** What everyone knows of the rules; the same object for the same model. */
export function rulesOf(model: TableModel): PublicRules {
  let known = rulesByModel.get(model);
  if (!known) {
    const { space, scenario, voters, mediator } = model;
    known = { space, protocol: scenario.protocol, voters, mediator };
    rulesByModel.set(model, known);
  }
  return known;
}

/**
 * What a seat may see of a table.
 * @param seat index of the party; −1 an onlooker
 * @param entries the transcript so far, for the record of the table; batch leaves it out
 * @param open after the play, or for an onlooker who may see all
 */
export function viewFor(
  model: TableModel,
  state: TableState,
  seat: number,
  entries: readonly TranscriptEntry[] = [],
  open = false,
): View {
  const { context } = state;
  let estimates: View["estimates"] | null = null;
  return {
    seat,
    rules: rulesOf(model),
    round: context.round,
    turn: context.turn,
    floor: floorFor(state, seat, open),
    mover: context.mover,
    finalVote: context.final === 1,
    onFloor: onFloorOf(state),
    sounding: soundingFor(state, seat),
    owesAnswer: owes(model, state, seat),
    parties: model.partyModels.map(({ index }) => publicParty(model, context, index)),
    lastText: context.lastText,
    textDue: textIsDue(model, context),
    redCalled: calledRedLines(model, context),
    happened: happenedOf(context),
    removed: [...context.removed],
    signed: context.signed,
    // Worked out when first asked for: answers and replies never do.
    get estimates() {
      estimates ??= model.partyModels.map(({ index }) =>
        index === seat || !model.voters.includes(index) ? null : estimateOf(model, context, seat, index),
      );
      return estimates;
    },
    own: seat >= 0 ? ownSide(model, state, seat) : null,
    sides: open ? model.partyModels.map(({ index }) => ownSide(model, state, index)) : [],
    log: logFor(model, entries, seat, open),
  };
}
