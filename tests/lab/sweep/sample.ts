import type { Json } from "../../../src/exact/json.ts";
import type { Sweep } from "../../../src/lab/sweep/definition.ts";
import { type ReadSweep, readSweep } from "../../../src/lab/sweep/read.ts";

/** A scenario file as plain data: two parties, two issues, an event, nothing that is not needed. */
export const FILE: Json = {
  parley: 1,
  id: "stall",
  title: "A stall",
  issues: {
    price: { title: "Price", options: { low: "Low", middle: "Middle", high: "High" } },
    days: { title: "Days", from: 0, to: 4 },
  },
  parties: {
    buyer: {
      values: {
        price: { weight: 60, options: { low: 100, middle: 50, high: 0 } },
        days: { weight: 40, options: { "0": 100, "4": 0 } },
      },
      walk_away: { at: 20 },
    },
    seller: {
      values: {
        price: { weight: 50, options: { low: 0, middle: 60, high: 100 } },
        days: { weight: 50, options: { "0": 0, "4": 100 } },
      },
      tactic: { kind: "boulware", exponent: [0.2, 0.6] },
    },
    clerk: { role: "mediator", values: {} },
  },
  events: [
    {
      id: "rain",
      on_round: 2,
      news: "Rain",
      effects: { pressure: { seller: 0.2 } },
      why: "So that something happens.",
    },
  ],
};

/** Reads the text of a sweep over {@link FILE}, or over another scenario. */
export function read(text: string, file: Json = FILE): ReadSweep {
  const found = readSweep(text, "sweep.yaml");
  if ("with" in found) return found.with(file);
  return { sweep: null, diagnostics: found.diagnostics, locate: () => ({ line: 1, column: 1 }) };
}

/** A sweep that has nothing wrong with it. */
export function sweepOf(text: string, file: Json = FILE): Sweep {
  const { sweep, diagnostics } = read(text, file);
  if (!sweep) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return sweep;
}

/** What is wrong, as `line:column code message`. */
export function told({ diagnostics }: ReadSweep): string[] {
  return diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
}
