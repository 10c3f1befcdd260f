import { at } from "../../exact/at.ts";
import { runSeed } from "../../exact/chance.ts";
import { type Action, toEvent } from "../../play/action.ts";
import { IllegalAction } from "../../play/conduct.ts";
import type { PlayRecord } from "../../play/record.ts";
import { partyIndex, type Seat, withTactics } from "../../play/seats.ts";
import type { Tactic } from "../../scenario/types.ts";
import { isAside, type PartyEvent } from "../../table/events.ts";
import { closedBecause } from "../../table/rules/legality.ts";
import { type CompiledTable, compileFrom, resume } from "../../table/run/batch.ts";
import type { TableContext } from "../../table/state.ts";
import {
  type MachineTable,
  machineSeats,
  playOn,
  pointBefore,
  type Rewound,
  rewind,
  type TurningPoint,
  unsaid,
} from "./rewind.ts";

/**
 * What is done otherwise. `action`: instead of the party's own statement or answer of that turn; an aside comes before its
 * statement. `tactic`: the party bargains by it from the beginning of that turn on. `none`: nothing.
 */
export type WhatIfChange =
  | { readonly kind: "action"; readonly party: string; readonly action: Action }
  | { readonly kind: "tactic"; readonly party: string; readonly tactic: Tactic }
  | { readonly kind: "none" };

/** One of the two ways on from a turning point: a table with its tactics, and what is done before machines take over. */
export interface Arm {
  readonly compiled: CompiledTable;
  readonly remembered: TableContext;
  readonly given: readonly PartyEvent[];
  /** By party: whether its exponent stays as it had been drawn. */
  readonly keeps: readonly boolean[];
}

/** What was said at the turning point, and the answers sealed with it: no answer to a package hangs on another. */
function recorded(record: PlayRecord, { turn, before }: TurningPoint, { model, state, done }: Rewound): PartyEvent[] {
  if (!before) return [];
  const [said, ...after] = record.actions.slice(done);
  const isAnswer = before.kind === "answer";
  const theirs = said?.turn === turn && said.party === before.party && (said.action.kind === "answer") === isAnswer;
  if (!said || !theirs) {
    throw new RangeError(`${unsaid(before, turn)}, so nothing can be changed there; choose another turn`);
  }
  const sealed = after.filter((one) => isAnswer && one.turn === turn && one.action.kind === "answer");
  return [said, ...sealed].map(({ party, action }) => toEvent(model, state, partyIndex(model.scenario, party), action));
}

function sameTactic(a: Tactic, b: Tactic): boolean {
  return a.kind === b.kind && a.exponent[0] === b.exponent[0] && a.exponent[1] === b.exponent[1];
}

function withTactic({ model, state }: Rewound, arm: Arm, party: number, tactic: Tactic): Arm {
  if (sameTactic(at(model.scenario.parties, party).tactic, tactic)) return arm;
  const seats = machineSeats(model).map((seat, index): Seat => (index === party ? { by: "machine", tactic } : seat));
  const compiled = compileFrom(withTactics(model, seats), state);
  return { ...arm, compiled, keeps: arm.keeps.map((keeps, index) => keeps && index !== party) };
}

function changed(rewound: Rewound, arm: Arm, change: WhatIfChange): Arm {
  if (change.kind === "none") return arm;
  const { model, state } = rewound;
  const party = partyIndex(model.scenario, change.party);
  if (change.kind === "tactic") return withTactic(rewound, arm, party, change.tactic);
  const event = toEvent(model, state, party, change.action);
  const closed = closedBecause(model, state, event);
  if (closed) throw new IllegalAction(event, closed);
  const rest = isAside(event) ? arm.given : arm.given.slice(1);
  return { ...arm, given: [event, ...rest] };
}

/**
 * The way on as it was, and as it is changed.
 * @throws RangeError, IllegalAction, UnknownName as beginWhatIf says
 */
export function armsOf(
  record: PlayRecord,
  turn: number,
  change: WhatIfChange,
  exponents: "kept" | "drawn",
): { readonly asItWas: Arm; readonly changed: Arm } {
  const { scenario, seats } = at(record.acts, 0);
  if (change.kind !== "none") partyIndex(scenario, change.party);
  const point = change.kind === "action" ? pointBefore(turn, change.party, change.action) : { turn, before: null };
  const rewound = rewind(record, point);
  const asItWas: Arm = {
    compiled: compileFrom(rewound.model, rewound.state),
    remembered: rewound.state.context,
    given: recorded(record, point, rewound),
    keeps: scenario.parties.map(({ id }) => exponents === "kept" && seats[id]?.by === "machine"),
  };
  return { asItWas, changed: changed(rewound, asItWas, change) };
}

/** Plays an arm to its end under the chance of one seed: what had been drawn before stays, what comes is drawn anew. */
export function playArm({ compiled, remembered, given, keeps }: Arm, seed: string): MachineTable & { atOnce: boolean } {
  const { model } = compiled;
  const runner = resume(compiled, remembered, runSeed(seed), (drawn) =>
    drawn.map((fresh, party) => (keeps[party] ? at(remembered.exponent, party) : fresh)),
  );
  const table = { model, runner, seats: machineSeats(model) };
  return { ...table, atOnce: playOn(table, given) };
}
