import fc from "fast-check";
import { expect, test } from "vitest";
import { optionIn, withOption } from "../../../src/bargaining/space.ts";
import { redLinesCrossed } from "../../../src/bargaining/utility.ts";
import { runSeed } from "../../../src/exact/chance.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import type { PartyModel, TableModel } from "../../../src/table/model.ts";
import { tableModel } from "../../../src/table/model.ts";
import { refusalOf } from "../../../src/table/party/answer.ts";
import { type Reasons, reasonsFor } from "../../../src/table/party/reasons.ts";
import { aspirationOf } from "../../../src/table/party/target.ts";
import { isRemoved, worthNow } from "../../../src/table/rules/worth.ts";
import { compileTable, startBatch } from "../../../src/table/run/batch.ts";
import { isEnded, type TableState } from "../../../src/table/state.ts";
import { type Dice, diceOf } from "../../setup/dice.ts";
import { munich } from "../../setup/munich.ts";
import { nextEvent } from "../../setup/random-play.ts";
import { anyScenario, issueOf, NO_GROUNDS, partyOf, scenarioOf } from "../../setup/scenarios.ts";

/** One answer that a party might have to give, in a situation that a random play came to. */
interface Answer {
  readonly model: TableModel;
  readonly state: TableState;
  readonly party: number;
  readonly reasons: Reasons;
}

/** Walks through a random play and asks, at every step, a random party about what is on the floor or any package. */
function eachAnswer(scenario: Scenario, seed: string, check: (answer: Answer) => void): void {
  const model = tableModel(scenario);
  const runner = startBatch(compileTable(model), runSeed(seed));
  const dice: Dice = diceOf(seed);
  for (let step = 0; step < 80 && !isEnded(runner.state.floor); step++) {
    runner.send(nextEvent(model, runner.state, dice, 0));
    const { state } = runner;
    const party = dice.pick(model.voters);
    const { floorPackage } = state.context;
    const pack = floorPackage >= 0 && dice.chance(0.5) ? floorPackage : dice.below(model.space.size);
    check({ model, state, party, reasons: reasonsFor(model, state, party, pack) });
  }
}

function inManyPlays(check: (answer: Answer) => void): void {
  for (let run = 0; run < 15; run++) eachAnswer(munich(), `reasons ${run}`, check);
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => eachAnswer(scenario, seed, check)),
    { numRuns: 150, interruptAfterTimeLimit: 5_000 },
  );
}

test("the parts sum to worth − target", () => {
  inManyPlays(({ model, state, party, reasons }) => {
    const sum = reasons.parts.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(reasons.worth - reasons.target, 9);
    expect(reasons.worth).toBe(worthNow(model, state.context, party, reasons.package));
    expect(reasons.target).toBe(aspirationOf(model, state, party).target);
  });
});

test("an answer is yes exactly when the package is worth the target and crosses no red line", () => {
  inManyPlays(({ model, party, reasons }) => {
    const crossed = redLinesCrossed((model.partyModels[party] as PartyModel).party, model.space, reasons.package);
    expect(reasons.red).toEqual(crossed);
    expect(reasons.accepts).toBe(crossed.length === 0 && reasons.worth >= reasons.target);
  });
});

test("the change that is named would have been accepted, and no single change of fewer steps would", () => {
  inManyPlays(({ model, state, party, reasons }) => {
    const { space } = model;
    const open = (issue: number, option: number): boolean => {
      const pack = withOption(space, reasons.package, issue, option);
      return !isRemoved(space, state.context.removed, pack) && reasonsFor(model, state, party, pack).accepts;
    };
    const steps = (issue: number, option: number): number => Math.abs(option - optionIn(space, reasons.package, issue));
    const acceptable = reasons.accepts
      ? []
      : space.sizes.flatMap((size, issue) =>
          Array.from({ length: size }, (_, option) => option)
            .filter((option) => steps(issue, option) > 0 && open(issue, option))
            .map((option) => steps(issue, option)),
        );
    if (acceptable.length === 0) {
      expect(reasons.change).toBeNull();
      return;
    }
    const { issue, option } = reasons.change as NonNullable<Reasons["change"]>;
    expect(open(issue, option)).toBe(true);
    expect(steps(issue, option)).toBe(Math.min(...acceptable));
  });
});

test("what a refusal names in public are the two issues that weigh most against the package, and no others", () => {
  inManyPlays(({ model, state, party, reasons }) => {
    const weights = new Array<number>(model.issues).fill(0);
    for (const part of reasons.parts) if (part.kind === "issue") weights[part.issue] = part.value;
    const { named, red } = refusalOf(model, state, party, reasons.package);
    const against = weights.filter((value) => value < 0);
    expect(named).toHaveLength(Math.min(2, against.length));
    const heaviest = against.sort((a, b) => a - b).slice(0, 2);
    expect(named.map((issue) => weights[issue])).toEqual(heaviest);
    expect(red).toEqual(reasons.red);
  });
});

test("every part is itemised once", () => {
  inManyPlays(({ reasons }) => {
    const keys = reasons.parts.map(({ value, ...what }) => JSON.stringify(what));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("by hand: what each issue, a linkage, a broken commitment and the slack add to an answer", () => {
  const issues = [issueOf("start", ["now", "later"]), issueOf("aid", ["all", "some", "none"])];
  const us = partyOf(
    "us",
    [
      [100, 0],
      [100, 50, 0],
    ],
    {
      audienceCost: 6,
      linkages: [{ title: null, when: [{ issue: 1, options: [1] }], worth: 4, grounds: NO_GROUNDS }],
      walkAway: { at: 30, driftPerRound: 0, means: null, grounds: NO_GROUNDS },
    },
  );
  const other = partyOf("other", [
    [0, 100],
    [0, 50, 100],
  ]);
  const model = tableModel(scenarioOf(issues, [us, other]));
  const runner = startBatch(compileTable(model), runSeed("by hand"));
  runner.send({ type: "RECONSIDER", party: 0 });
  runner.send({ type: "COMMIT", party: 0, issue: 0, option: 0, deed: -1 });
  runner.send({ type: "OFFER", party: 0, package: 0, position: 0 });
  // Round 1 of a linear tactic: the target is the best worth, 100. "later" and "some": 0 + 25 + 4 − 6.
  const reasons = reasonsFor(model, runner.state, 0, 4);
  expect(reasons).toEqual({
    package: 4,
    against: 0,
    worth: 23,
    target: 100,
    walkAway: 30,
    parts: [
      { kind: "issue", issue: 0, value: -50 },
      { kind: "issue", issue: 1, value: -25 },
      { kind: "linkage", linkage: 0, value: 4 },
      { kind: "commitment", issue: 0, value: -6 },
      { kind: "slack", value: 0 },
    ],
    red: [],
    accepts: false,
    change: null,
  });
  expect(refusalOf(model, runner.state, 0, 4).named).toEqual([0, 1]);
});
