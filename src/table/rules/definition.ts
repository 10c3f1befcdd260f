import type { Condition } from "../../scenario/types.ts";
import { nameOfType, type TableEvent } from "../events.ts";
import type { TableModel } from "../model.ts";
import type { FloorState } from "../state.ts";
import { ASIDE_TYPES, type AsideType, asksForReply } from "./asides.ts";
import type { GuardCondition } from "./holds.ts";
import type { RecipeName, RecipeParams } from "./recipes.ts";

/** The region of the floor. Upper case, so that no party's id can be the same. */
export const FLOOR = "FLOOR";

export interface GuardParams {
  readonly condition: GuardCondition;
  /** The party whose condition it is; −1: of no party. */
  readonly owner: number;
}

/** The only guard is `holds`; the condition is data. */
export interface GuardCall {
  readonly type: "holds";
  readonly params: GuardParams;
}

export interface RecipeCall {
  readonly type: RecipeName;
  readonly params: RecipeParams;
}

/** One way on: the first whose guard holds is taken. Without a target the state stays and the actions run. */
export interface Transition {
  readonly target?: string;
  readonly guard?: GuardCall;
  readonly actions?: readonly RecipeCall[];
}

export type On = { readonly [type in TableEvent["type"]]?: readonly Transition[] };

export interface Region {
  readonly initial: string;
  readonly states: { readonly [state: string]: { readonly on?: On } };
}

/** The statecharts of a table as plain data: one level of states, event transitions with guard and actions, nothing else. */
export interface Definition {
  readonly id: string;
  readonly type: "parallel";
  readonly states: { readonly [region: string]: Region };
}

function guardCall(condition: GuardCondition, owner = -1): GuardCall {
  return { type: "holds", params: { condition, owner } };
}

function recipeCalls(...names: readonly (RecipeName | readonly [RecipeName, number])[]): RecipeCall[] {
  return names.map((name) =>
    typeof name === "string" ? { type: name, params: { index: 0 } } : { type: name[0], params: { index: name[1] } },
  );
}

/** Puts a package on the floor: straight to the count when everyone who counts has answered by standing offers. */
function putOnFloor(recipe: RecipeName): Transition[] {
  const legal: GuardCondition = { kind: "legal", floor: "turn" };
  return [
    {
      guard: guardCall({ kind: "both", of: [legal, { kind: "answered_by_all" }] }),
      target: "counted",
      actions: recipeCalls(recipe),
    },
    { guard: guardCall(legal), target: "answers", actions: recipeCalls(recipe) },
  ];
}

/** An aside leaves the turn as it is, or waits for a reply. */
function asideWay(type: AsideType, guard: GuardCall): Transition {
  const actions = recipeCalls(nameOfType(type));
  return asksForReply(type) ? { guard, target: "sounded", actions } : { guard, actions };
}

function floorRegion(model: TableModel): Region {
  const legal = (floor: FloorState): GuardCondition => ({ kind: "legal", floor });
  const both = (...of: GuardCondition[]): GuardCall => guardCall({ kind: "both", of });
  const inTurn = legal("turn");
  const sameAgain: Transition = {
    guard: both(inTurn, { kind: "same_again" }),
    target: "closing",
    actions: recipeCalls("pass"),
  };
  const states: Record<FloorState, { on?: On }> = {
    summoned: { on: { RECONSIDER: [{ target: "turn" }] } },
    turn: {
      on: {
        OFFER: [sameAgain, ...putOnFloor("offer")],
        TAKE_UP: [sameAgain, ...putOnFloor("take_up")],
        TEXT: putOnFloor("text"),
        ASK_TEXT: [{ guard: guardCall(inTurn), target: "closing", actions: recipeCalls("ask_text") }],
        PASS: [{ guard: guardCall(inTurn), target: "closing", actions: recipeCalls("pass") }],
        WALK_OUT: [
          { guard: both(inTurn, { kind: "breaks_table" }), target: "broken", actions: recipeCalls("walk_out") },
          { guard: guardCall(inTurn), target: "closing", actions: recipeCalls("walk_out") },
        ],
        ...Object.fromEntries(ASIDE_TYPES.map((type) => [type, [asideWay(type, guardCall(inTurn))]])),
      },
    },
    sounded: { on: { REPLY: [{ guard: guardCall(legal("sounded")), target: "turn", actions: recipeCalls("reply") }] } },
    answers: {
      on: {
        ANSWER: [
          {
            guard: both(legal("answers"), { kind: "answered_but_one" }),
            target: "counted",
            actions: recipeCalls("answer"),
          },
          { guard: guardCall(legal("answers")), actions: recipeCalls("answer") },
        ],
      },
    },
    counted: {
      on: {
        COUNT: [
          { guard: guardCall({ kind: "binding" }), target: "signed", actions: recipeCalls("reveal", "sign") },
          { guard: guardCall({ kind: "final_vote" }), target: "expired", actions: recipeCalls("reveal") },
          { target: "closing", actions: recipeCalls("reveal") },
        ],
      },
    },
    closing: {
      on: {
        NEXT: [
          { guard: guardCall({ kind: "turns_left" }), target: "summoned", actions: recipeCalls("next_turn") },
          { guard: guardCall({ kind: "rounds_left" }), target: "interval" },
          {
            guard: guardCall({ kind: "text_to_vote_on" }),
            target: "final_call",
            actions: recipeCalls("call_final_vote"),
          },
          { target: "expired" },
        ],
      },
    },
    interval: {
      on: {
        INTERVAL: [
          {
            target: "summoned",
            actions: recipeCalls(
              "next_round",
              ...model.scenario.events.map((_, index) => ["happen", index] as const),
              "drift",
              "decay",
              "open_round",
            ),
          },
        ],
      },
    },
    final_call: {
      on: {
        RECONSIDER: [
          { guard: guardCall({ kind: "answered_by_all" }), target: "counted", actions: recipeCalls("put_final_text") },
          { target: "answers", actions: recipeCalls("put_final_text") },
        ],
      },
    },
    signed: {},
    broken: {},
    expired: {},
  };
  return { initial: "summoned", states };
}

function partyRegion(model: TableModel, party: number): Region {
  const { positions } = model.scenario.parties[party] as TableModel["scenario"]["parties"][number];
  const called: GuardCondition = { kind: "called", party };
  const when = (condition: Condition): GuardCall => guardCall({ kind: "both", of: [called, condition] }, party);
  const forcible = [
    ...model.scenario.events.map(({ effects }) => effects),
    ...model.scenario.parties.flatMap(({ levers }) => levers.map(({ effects }) => effects)),
  ].some(({ moves }) => moves.some((move) => move.party === party));
  const states: Record<string, { on?: On }> = {};
  for (const [from, position] of positions.entries()) {
    const sent: Transition[] = positions.map((to, index) => ({
      guard: guardCall({ kind: "both", of: [called, { kind: "forced", party, to: index }] }, party),
      ...(index === from ? {} : { target: to.id }),
      actions: recipeCalls(["obey", party]),
    }));
    const moves: Transition[] = position.moves.map((move) => ({
      guard: when(move.when),
      target: (positions[move.to] as (typeof positions)[number]).id,
    }));

    const ways = [...(forcible ? sent : []), ...moves];
    states[position.id] = ways.length > 0 ? { on: { RECONSIDER: ways } } : {};
  }
  return { initial: (positions[0] as (typeof positions)[number]).id, states };
}

/** Builds the statecharts of a table: a region for the floor and one for each party with its positions from the file. */
export function definitionOf(model: TableModel): Definition {
  const states: Record<string, Region> = { [FLOOR]: floorRegion(model) };
  for (const { index, party } of model.partyModels) states[party.id] = partyRegion(model, index);
  return { id: model.scenario.id, type: "parallel", states };
}
