import { expect } from "vitest";
import type { Diagnostic } from "../../src/scenario/diagnostics.ts";
import { parseScenario } from "../../src/scenario/read.ts";
import type { Scenario } from "../../src/scenario/types.ts";

/** A small scenario that uses every part of the format and has nothing wrong with it. */
export const SAMPLE = `parley: 1
id: two-rivers
title: Two rivers
when: 2016-02-11
sources:
  report:
    title: A report
    date: 2016-02-10
    facts: { 1: The first fact, 2: The second fact }
  later:
    title: A later report
    date: 2016-03-01
    facts: { 1: What became of it }
issues:
  start:
    title: Start
    options: { now: Now, soon: Soon, late: Late }
    status_quo: late
  days: { title: Days, from: 3, to: 9, step: 2, unit: days, status_quo: 5 }
parties:
  north:
    interests: [{ text: Peace, issues: [start] }]
    values:
      start: { weight: 60, options: { now: 100, soon: 50, late: 0 }, why: It says so }
      days: { weight: 40, options: { 3: 0, 9: 90 }, why: It says so }
    linkages: [{ when: { start: now, days: { from: 5, to: 9 } }, worth: 5, why: Both together }]
    red_lines: [{ when: { start: late, days: [3, 5] }, why: Too little }]
    walk_away: { at: 40, drift_per_round: -0.5, means: War, why: A guess }
    tactic: { kind: boulware, exponent: [0.2, 0.4] }
    positions:
      first:
        label: At once
        asks: { start: now }
        holds_at_least: 80
        cite: report#1
        moves:
          - { to: second, when: { any: [{ round_from: 3 }, { asked: { by: south, start: soon } }] }, why: Time }
        does:
          - { sound_out: { party: south, option: { start: soon } }, when: { round_from: 2 } }
          - { press: aid_offer }
      second: { label: Soon, asks: { start: [now, soon] }, why: A step, does: [{ ask_text: true }] }
    levers:
      aid_offer: { on: south, effects: { pressure: 0.1 }, cost: 2, why: It helps }
  south:
    values:
      start: { weight: 50, options: { now: 0, soon: 40, late: 100 }, cite: report#2 }
      days: { weight: 50, options: { 3: 100, 9: 0 }, cite: [report#1, report#2] }
    positions:
      wait:
        label: Wait
        cite: report
        moves: [{ to: give, when: { offered: { by: north, start: soon }, pressure_above: 0.2 }, why: Time }]
        does: [{ commit: { start: late }, when: { not: { refused: { by: north, issues: [days] } } } }]
      give: { label: Give, why: A step }
      angry: { label: Angry, why: A step, does: [{ walk_out: true, when: { worth_offered: 30 } }] }
  envoy:
    role: mediator
    values: {}
    positions:
      listens:
        label: Listens
        cite: report
        moves: [{ to: writes, when: { text_asked: anyone }, why: Asked }]
      writes: { label: Writes, why: A step }
actors:
  militia: { patron: south, influence: [0.2, 0.5] }
protocol:
  rounds: 6
  order: [south, north, envoy]
  binding: { needs: [north, south], at_least: 2, weights: { north: 1 } }
  mediator: { party: envoy, asks: 1, text_from: 5 }
  leak: 0.2
events:
  - { id: flood, on_round: 3, chance: 0.5, news: A flood, effects: { pressure: { north: 0.1 }, move: { south: angry } }, cite: report#1 }
  - { id: rain, when: { event: flood }, news: Rain, effects: { remove_option: { days: 3 } }, why: Made up }
aftermath: { step: day }
questions: [What now]
history:
  - { table: signed, terms: { start: soon, days: 7 }, aftermath: held, cite: later#1 }
`;

/** Stands in a changed sample where a diagnostic is expected to point. */
export const HERE = "▸";

/** The sample with one passage changed. */
export function changed(from: string, to: string, sample = SAMPLE): string {
  if (sample.split(from).length !== 2) throw new Error(`"${from}" should stand in the sample once`);
  return sample.replace(from, () => to);
}

/** Takes the marks out of a text and returns their places. */
export function marked(text: string): { text: string; places: { line: number; column: number }[] } {
  const places: { line: number; column: number }[] = [];
  const lines = text.split("\n").map((line, index) => {
    let rest = line;
    for (let at = rest.indexOf(HERE); at >= 0; at = rest.indexOf(HERE)) {
      places.push({ line: index + 1, column: [...rest.slice(0, at)].length + 1 });
      rest = rest.replace(HERE, "");
    }
    return rest;
  });
  return { text: lines.join("\n"), places };
}

/** Reads a text with one mark; holds it to exactly one diagnostic, of this code, at the mark. */
export function expectFault(
  code: string,
  textWithMark: string,
  severity: Diagnostic["severity"] = "error",
): Diagnostic {
  const { text, places } = marked(textWithMark);
  const { scenario, diagnostics } = parseScenario(text, "two-rivers.yaml");
  const told = diagnostics.map((one) => `${one.line}:${one.column} ${one.severity} ${one.code}`);
  expect(told, diagnostics.map(({ message }) => message).join("\n")).toEqual(
    places.map(({ line, column }) => `${line}:${column} ${severity} ${code}`),
  );
  expect(scenario === null).toBe(severity === "error");
  const [first] = diagnostics;
  if (!first) throw new Error("the text has no mark");
  expect(first.file).toBe("two-rivers.yaml");
  // What is wrong and how to mend it: at least two sentences, or one that says what is needed.
  expect(first.message.length).toBeGreaterThan(20);
  return first;
}

/** The scenario of a text that has no fault. */
export function scenarioOf(text: string): Scenario {
  const { scenario, diagnostics } = parseScenario(text);
  expect(diagnostics).toEqual([]);
  if (!scenario) throw new Error("no scenario");
  return scenario;
}
