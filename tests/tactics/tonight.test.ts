import { expect, test } from "vitest";
import { lastTrustChange, signsThatTold, tonightGuesses } from "../../src/tactics/tonight.ts";
import { dispositionOf, partyOf } from "../setup/scenarios.ts";
import { RUSSIA, START, small, US } from "../setup/small.ts";
import { seat } from "../setup/table.ts";

const base = partyOf("russia", [
  [0, 50, 100],
  [0, 50, 100],
]);
const start = (weight: number, options: number[]) =>
  base.values.map((own, issue) => (issue === START ? { ...own, weight, options } : own));
const dispositions = [
  dispositionOf(base, "late", 0.5, { values: start(70, [0, 20, 100]) }),
  dispositionOf(base, "deal", 0.5, { values: start(30, [60, 100, 60]) }),
];

test("what was heard since one last spoke is new, and tells by how much it has changed the reckoning", () => {
  const table = seat(small({ russia: { dispositions } }));
  table.as("us").passes();
  table.as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
  const view = table.as("us").view();
  const [guess] = tonightGuesses(view);
  const [late, deal] = guess?.dispositions ?? [];
  expect(guess?.party).toBe(RUSSIA);
  expect(late?.before).toBeCloseTo(0.5, 9);
  expect(late?.likely).toBeGreaterThan(0.8);
  const offered = { sign: { kind: "offered", issue: START, option: 2 }, round: 1, fresh: true };
  expect(late?.signs[0]).toMatchObject(offered);
  expect(deal?.signs).toEqual([]);
  expect(signsThatTold(view, RUSSIA, 0)[0]).toMatchObject(offered);
  expect(signsThatTold(view, RUSSIA, 1)).toEqual([]);
  expect(lastTrustChange(view, RUSSIA)).toBeNull();
  // The party itself reckons nothing of itself, and nothing of those that have no dispositions.
  expect(tonightGuesses(table.as("russia").view())).toEqual([]);
  expect(view.seat).toBe(US);
});
