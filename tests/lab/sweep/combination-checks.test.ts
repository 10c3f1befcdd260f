import { describe, expect, test } from "vitest";
import { CombinationChecks, readCombination } from "../../../src/lab/sweep/combination-checks.ts";
import { combinations, scenarioOf } from "../../../src/lab/sweep/definition.ts";
import { parseScenario } from "../../../src/scenario/read.ts";
import { readYaml } from "../../../src/scenario/text/yaml.ts";
import { FILE, read, sweepOf } from "./sample.ts";

const SCENARIO = JSON.stringify(FILE, null, 1);

/** What the checks of all combinations say, as `file:line:column severity code message`. */
function checked(text: string): string[] {
  const { sweep, locate } = read(text);
  if (!sweep) throw new Error("the sweep itself is wrong");
  const { places } = readYaml(SCENARIO);
  const checks = new CombinationChecks(sweep, {
    sweepFile: "sweep.yaml",
    scenarioFile: "stall.json",
    locateValue: locate,
    locateScenario: (path) => places.of(path),
  });
  for (let number = 0; number < combinations(sweep); number++) checks.check(number);
  return checks.diagnostics.map(({ file, line, column, severity, code, message }) => {
    return `${file}:${line}:${column} ${severity} ${code} ${message}`;
  });
}

test("the scenario of a combination is the one that its text is read as", () => {
  const sweep = sweepOf("scenario: x\nvary: { protocol.rounds: [4, 0], seats.seller: [default, micro] }");
  for (const number of [0, 1, 2]) {
    const { scenario, diagnostics } = parseScenario(JSON.stringify(scenarioOf(sweep, number)));
    const mine = readCombination(sweep, number);
    expect(mine.scenario).toEqual(scenario);
    expect(mine.faults.map(({ message }) => message)).toEqual(diagnostics.map(({ message }) => message));
  }
});

describe("combinations go through the checks of every scenario", () => {
  test("nothing to say where nothing is wrong", () => {
    expect(checked("scenario: x\nvary: { parties.buyer.walk_away.at: [20, 30] }")).toEqual([]);
  });

  test("a value that cannot be is told at its place in the sweep file, with its combination", () => {
    const lines = checked("scenario: x\nvary:\n  parties.buyer.walk_away.at: [20, 30]\n  protocol.rounds: [4, 0]\n");
    expect(lines).toEqual([
      'sweep.yaml:4:24 error bad-range With parties.buyer.walk_away.at = 20, protocol.rounds = 0 (combination 2): "rounds" is 0; it should be at least 1.',
    ]);
  });

  test("a tactic that does not exist", () => {
    const [line] = checked("scenario: x\nvary: { seats.seller: [linear, concedr] }");
    expect(line).toMatch(/^sweep\.yaml:2:32 error wrong-value .*Did you mean "conceder"/);
  });

  test("what a value does elsewhere is told at that place of the scenario file", () => {
    const [line] = checked("scenario: x\nvary: { parties.seller.role: [party, mediator] }");
    expect(line).toMatch(/^(stall\.json|sweep\.yaml):\d+:\d+ error .*combination 2/);
  });

  test("other options are another table", () => {
    const lines = checked("scenario: x\nvary: { issues.days.to: [4, 5] }");
    expect(lines.join("\n")).toMatch(/combination 2.*(others than those of combination 1|4)/);
  });

  test("a scenario too large to be played", () => {
    const large = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`o${at}`, null]));
    const issues = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`i${at}`, { options: large }]));
    const lines = checked(
      `scenario: x\nvary: { issues: [${JSON.stringify({ ...(FILE as { issues: object }).issues, ...issues })}] }`,
    );
    expect(lines.join("\n")).toContain("error unplayable");
  });
});
