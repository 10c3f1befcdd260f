import type { Seat } from "../play/seats.ts";
import { tacticOf } from "../play/seats.ts";
import { instead } from "../scenario/suggest.ts";
import { type Scenario, TACTIC_KINDS, type Tactic, type TacticKind } from "../scenario/types.ts";
import { badCommandLine } from "./halt.ts";
import { quoted } from "./plain.ts";
import { partyTyped } from "./scenario-file.ts";

const DEFAULT = "default";
const TIMED: readonly TacticKind[] = ["boulware", "linear", "conceder"];
/** As in a scenario file. */
const EXPONENTS = { least: 0.01, most: 100 } as const;

function exponentTyped(kind: TacticKind, text: string): Tactic {
  if (!TIMED.includes(kind)) throw badCommandLine(`${kind} has no exponent: write ${kind} alone.`);
  const exponent = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(exponent >= EXPONENTS.least && exponent <= EXPONENTS.most)) {
    throw badCommandLine(
      `The exponent of a tactic is a number from ${EXPONENTS.least} to ${EXPONENTS.most}, not ${quoted(text)}.`,
    );
  }
  return { kind, exponent: [exponent, exponent] };
}

/** `null`: the file's own tactic. @throws Halt (exit 2) */
function tacticTyped(text: string): Tactic | null {
  if (text === DEFAULT) return null;
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const kind = TACTIC_KINDS.find((known) => known === name);
  if (!kind) {
    const choices = instead(name, [...TACTIC_KINDS, DEFAULT], "Tactics");
    throw badCommandLine(`There is no tactic ${quoted(name)}. ${choices}`);
  }
  return colon < 0 ? tacticOf(kind) : exponentTyped(kind, text.slice(colon + 1));
}

/** What stands in `--seat PARTY=TACTIC`, before the scenario is known. */
export interface SeatTyped {
  readonly party: string;
  readonly tactic: Tactic | null;
}

/** Reads one `--seat`. @throws Halt (exit 2) */
export function seatTyped(text: string): SeatTyped {
  const equals = text.indexOf("=");
  if (equals < 1) throw badCommandLine(`--seat reads PARTY=TACTIC, such as us=conceder, not ${quoted(text)}.`);
  return { party: text.slice(0, equals), tactic: tacticTyped(text.slice(equals + 1)) };
}

/**
 * The seats of a run, by party id.
 * @throws Halt (exit 2) for a party that is not there, is there twice, or has no tactic
 */
export function seatsTyped(scenario: Scenario, typed: readonly SeatTyped[]): Record<string, Seat> {
  const seats: Record<string, Seat> = {};
  for (const { party: id, tactic } of typed) {
    const party = scenario.parties[partyTyped(scenario, id)];
    if (party && Object.hasOwn(seats, id)) throw badCommandLine(`--seat gives ${id} two tactics.`);
    if (tactic && party?.role === "mediator") {
      throw badCommandLine(`${id} is the mediator: it makes no offers, so that it has no tactic.`);
    }
    seats[id] = tactic ? { by: "machine", tactic } : { by: "machine" };
  }
  return seats;
}
