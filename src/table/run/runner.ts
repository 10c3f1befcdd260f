import type { TableEvent } from "../events.ts";
import type { TableModel } from "../model.ts";
import { type Reasons, reasonsFor } from "../party/reasons.ts";
import { ANSWER, type FloorState, type TableState } from "../state.ts";

/** Runs one table. Live and batch are the same to the caller. */
export interface Runner {
  /** The state now. A batch runner hands out its private context: read it before the next event, never keep or change it. */
  readonly state: TableState;
  /** Sends an event. One that no transition takes changes nothing. */
  send(event: TableEvent): void;
}

/** One line of the full transcript: what was sent and everything that it did. */
export interface TranscriptEntry {
  readonly turn: number;
  readonly round: number;
  readonly event: TableEvent;
  readonly moves: readonly { readonly party: number; readonly from: number; readonly to: number }[];
  /** Events of the file that happened. */
  readonly happened: readonly number[];
  /** The table learned of this sounding. */
  readonly leaked: boolean;
  /** Of an answer: why. */
  readonly reasons: Reasons | null;
  /** Of a count: what was on the floor, and every answer. */
  readonly count: {
    readonly package: number;
    readonly by: number;
    readonly as: number;
    readonly answers: readonly number[];
  } | null;
  /** The floor afterwards. */
  readonly floor: FloorState;
}

function answersCounted(event: TableEvent, { context }: TableState): TranscriptEntry["count"] {
  if (event.type !== "COUNT") return null;
  const { floorPackage, floorBy, floorAs, answers } = context;
  return { package: floorPackage, by: floorBy, as: floorAs, answers: [...answers] };
}

/** Sends an event and writes down what it did. */
export function witness(model: TableModel, runner: Runner, event: TableEvent): TranscriptEntry {
  const before = runner.state;
  const { turn, round } = before.context;
  const positions = [...before.positions];
  const happened = [...before.context.happened];
  const owed = event.type === "ANSWER" && before.context.answers[event.party] === ANSWER.none;
  const reasons = owed ? reasonsFor(model, before, event.party, before.context.floorPackage) : null;
  const count = answersCounted(event, before);
  runner.send(event);
  const { floor, positions: now, context } = runner.state;
  return {
    turn,
    round: event.type === "INTERVAL" ? context.round : round,
    event,
    moves: positions.flatMap((from, party) => {
      const to = now[party] as number;
      return from === to ? [] : [{ party, from, to }];
    }),
    happened: happened.flatMap((was, index) => (was === 0 && context.happened[index] === 1 ? [index] : [])),
    leaked: event.type === "SOUND_OUT" && context.soundedLeak === 1,
    reasons,
    count,
    floor,
  };
}
