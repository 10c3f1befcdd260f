import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runSeed } from "../../src/exact/chance.ts";
import { packageFromIds, packageIds, toAction, toEvent, UnknownName } from "../../src/play/action.ts";
import type { PartyEvent, TableEvent } from "../../src/table/events.ts";
import { tableModel } from "../../src/table/model.ts";
import { awaited, closedBecause } from "../../src/table/rules/legality.ts";
import { compileTable, startBatch } from "../../src/table/run/batch.ts";
import { diceOf } from "../setup/dice.ts";
import { legalEvent, wildEvent } from "../setup/random-play.ts";
import { anyScenario, issueOf, partyOf, scenarioOf } from "../setup/scenarios.ts";

const model = tableModel(
  scenarioOf(
    [issueOf("start", ["now", "later"]), issueOf("aid", ["all", "some", "none"])],
    [
      partyOf("us", [
        [100, 0],
        [100, 50, 0],
      ]),
      partyOf("russia", [
        [0, 100],
        [0, 50, 100],
      ]),
    ],
  ),
);
const { state } = startBatch(compileTable(model), runSeed("names"));

function isOfParty(event: TableEvent): event is PartyEvent {
  return "party" in event && event.type !== "RECONSIDER";
}

test("every legal event survives the way into the record and back", () => {
  fc.assert(
    fc.property(anyScenario, fc.string(), (scenario, seed) => {
      const any = tableModel(scenario);
      const runner = startBatch(compileTable(any), runSeed(seed));
      const dice = diceOf(seed);
      for (let step = 0; step < 60; step++) {
        const waits = awaited(any, runner.state);
        if (waits.kind === "over") break;
        if (waits.kind === "clerk") {
          runner.send(waits.event);
          continue;
        }
        const party = waits.kind === "answers" ? dice.pick(waits.parties) : waits.party;
        // At times what nobody would think of: whatever the rules leave open must survive.
        const odd = wildEvent(any, dice);
        const event =
          isOfParty(odd) && closedBecause(any, runner.state, odd) === null
            ? odd
            : legalEvent(any, runner.state, party, dice);
        const read = JSON.parse(JSON.stringify(toAction(any, event)));
        expect(toEvent(any, runner.state, event.party, read)).toEqual(event);
        runner.send(event);
      }
    }),
    { numRuns: 150, interruptAfterTimeLimit: 4_000 },
  );
});

test("every package has its ids", () => {
  for (let pack = 0; pack < model.space.size; pack++) expect(packageFromIds(model, packageIds(model, pack))).toBe(pack);
  expect(packageIds(model, 4)).toEqual({ start: "later", aid: "some" });
});

test("who speaks without a position speaks under the one it holds", () => {
  expect(toEvent(model, state, 0, { kind: "pass" })).toEqual({ type: "PASS", party: 0, position: 0 });
});

describe("a name that the scenario lacks is an error that says which there are", () => {
  test.each([
    ["an issue that is missing", { start: "now" }, 'there is no option of aid ""; there are all, some, none'],
    ["an issue too many", { start: "now", aid: "all", air: "x" }, 'there is no issue "air"; there are start, aid'],
    ["an option", { start: "soon", aid: "all" }, 'there is no option of start "soon"; there are now, later'],
    ["a name that every object has", { start: "constructor", aid: "all" }, "there is no option of start"],
  ])("%s", (_, ids, message) => {
    expect(() => packageFromIds(model, ids as Record<string, string>)).toThrow(UnknownName);
    expect(() => packageFromIds(model, ids as Record<string, string>)).toThrow(message);
  });

  test("issues that only a prototype has are missing", () => {
    expect(() => packageFromIds(model, Object.create({ start: "now", aid: "all" }))).toThrow(UnknownName);
    expect(() => packageFromIds(model, JSON.parse('{"__proto__": "now", "aid": "all"}'))).toThrow("__proto__");
  });

  test("parties, positions, levers and single options too", () => {
    const act = (action: Parameters<typeof toEvent>[3]) => () => toEvent(model, state, 0, action);
    expect(act({ kind: "take_up", of: "france" })).toThrow('there is no party "france"; there are us, russia');
    expect(act({ kind: "pass", position: "bluff" })).toThrow('there is no position "bluff"; there are open');
    expect(act({ kind: "press", lever: "gas" })).toThrow('there is no lever "gas"');
    expect(act({ kind: "commit", option: {} })).toThrow(UnknownName);
    expect(act({ kind: "commit", option: { start: "now", aid: "all" } })).toThrow(UnknownName);
    expect(act({ kind: "answer", accepts: false, named: ["oil"] })).toThrow('there is no issue "oil"');
  });
});
