import { draw, PURPOSE, type RunSeed } from "../exact/chance.ts";
import { OUTCOMES, type Outcome } from "../scenario/codes.ts";
import type { TableModel } from "./model.ts";

const FLOOR_STATES = [
  "summoned",
  "turn",
  "sounded",
  "answers",
  "counted",
  "closing",
  "interval",
  "final_call",
  ...OUTCOMES,
] as const;

/**
 * The floor: `summoned` its mover may reconsider its position · `turn` asides and a statement are awaited · `sounded` a reply ·
 * `answers` of the others · `counted` all have answered · `closing` the turn is over · `interval` between rounds · `final_call`
 * before the final vote · and how it ended.
 */
export type FloorState = (typeof FLOOR_STATES)[number];

/** Whether the table has ended, and how. */
export function isEnded(floor: FloorState): floor is Outcome {
  return floor === "signed" || floor === "broken" || floor === "expired";
}

/** How a party answered what is on the floor. */
export const ANSWER = { none: 0, accepts: 1, refuses: 2 } as const;

/** How a package came to the floor. */
export const MOVED_AS = { offer: 0, take_up: 1, text: 2, final: 3 } as const;

/** The four words of a reply to a sounding, the friendliest first. */
export const REPLY_WORDS = ["would_sign", "could_live_with", "hard", "never"] as const;
export type ReplyWord = (typeof REPLY_WORDS)[number];

/** Their numbers in the context: their places from 1 on; 0 is none. */
export const REPLY = { none: 0, would_sign: 1, could_live_with: 2, hard: 3, never: 4 } as const satisfies Record<
  ReplyWord | "none",
  number
>;

/** How a party knows of a sounding: it was asked itself, or the sounding of another leaked. */
export const HEARD = { none: 0, asked: 1, leaked: 2 } as const;

/**
 * What the table remembers: one flat plain object of numbers and lists of numbers. Lists are by party, or by party and issue
 * (`party · issues + issue`), party and slot (`party · slots + slot`), pair of parties and slot. −1 means none.
 */
export interface TableContext {
  readonly seedA: number;
  readonly seedB: number;
  round: number;
  /** Counts the turns of the play, from 1. */
  turn: number;
  /** Place of the mover in the order. */
  place: number;
  mover: number;
  asides: number;
  soundings: number;
  /** 1 in the final vote on the mediator's last text. */
  final: number;

  floorPackage: number;
  floorBy: number;
  floorAs: number;
  answers: number[];
  /** Named in refusals that are still sealed: by party and issue. */
  sealedNames: number[];
  /** Red lines called in refusals that are still sealed. */
  sealedRed: number[];

  soundedBy: number;
  soundedOf: number;
  soundedIssue: number;
  soundedOption: number;
  /** The package asked about; −1: an option. */
  soundedPackage: number;
  soundedLeak: number;

  standing: number[];
  /** First offer of each party. */
  firstOffer: number[];
  /** How many offers each party has made. */
  offers: number[];
  /** Position under which each party last spoke. */
  announced: number[];
  walkAway: number[];
  pressure: number[];
  /** Drawn for the run. */
  exponent: number[];
  /** What levers have cost. */
  spent: number[];
  gone: number[];
  leverUses: number[];
  deedsDone: number[];
  /** Committed option by party and issue. */
  commitments: number[];
  /** Position that an event sends a party to. */
  forced: number[];
  happened: number[];
  /** By slot. */
  removed: number[];
  textAsked: number[];
  texts: number;
  lastText: number;
  redCalled: number[];
  signed: number;

  /** By party and slot: 1 once that party has offered the option. */
  offered: number[];
  /** By party and issue: steps moved in its own offers. */
  moved: number[];
  /** By party and issue: how often its refusals named it. */
  named: number[];
  /** By hearer, asker and slot: how the hearer knows that the asker sounded out about the option ({@link HEARD}). */
  halfOffered: number[];
  /** By asker, asked and slot: the reply. */
  replies: number[];
}

/** The whole state of a table: the floor, each party's position (−1: none), and what is remembered. */
export interface TableState {
  readonly floor: FloorState;
  readonly positions: readonly number[];
  readonly context: TableContext;
}

/** The context before the first turn. The run's own exponents are drawn here. */
export function openingContext(model: TableModel, seed: RunSeed): TableContext {
  const { parties, issues, scenario, space } = model;
  const fill = (length: number, value: number): number[] => new Array<number>(length).fill(value);
  const order = scenario.protocol.order;
  return {
    seedA: seed[0],
    seedB: seed[1],
    round: 1,
    turn: 1,
    place: 0,
    mover: order[0] ?? 0,
    asides: 0,
    soundings: 0,
    final: 0,
    floorPackage: -1,
    floorBy: -1,
    floorAs: -1,
    answers: fill(parties, 0),
    sealedNames: fill(parties * issues, 0),
    sealedRed: fill(model.redLines, 0),
    soundedBy: -1,
    soundedOf: -1,
    soundedIssue: -1,
    soundedOption: -1,
    soundedPackage: -1,
    soundedLeak: 0,
    standing: fill(parties, -1),
    firstOffer: fill(parties, -1),
    offers: fill(parties, 0),
    announced: fill(parties, -1),
    walkAway: scenario.parties.map((party) => party.walkAway.at),
    pressure: fill(parties, 0),
    exponent: scenario.parties.map((party, index) => {
      const [low, high] = party.tactic.exponent;
      return low + (high - low) * draw(seed, PURPOSE.exponent, index, 0, 0);
    }),
    spent: fill(parties, 0),
    gone: fill(parties, 0),
    leverUses: fill(model.levers, 0),
    deedsDone: fill(model.scheduledMoves, 0),
    commitments: fill(parties * issues, -1),
    forced: fill(parties, -1),
    happened: fill(scenario.events.length, 0),
    removed: fill(space.slots, 0),
    textAsked: fill(parties, 0),
    texts: 0,
    lastText: -1,
    redCalled: fill(model.redLines, 0),
    signed: -1,
    offered: fill(parties * space.slots, 0),
    moved: fill(parties * issues, 0),
    named: fill(parties * issues, 0),
    halfOffered: fill(parties * parties * space.slots, 0),
    replies: fill(parties * parties * space.slots, 0),
  };
}

/** The seed words back from a context. */
export function seedOf(context: TableContext): RunSeed {
  return [context.seedA, context.seedB];
}
