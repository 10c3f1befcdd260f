import fc from "fast-check";
import { expect, test } from "vitest";
import { beginForecast, forecast, mergeForecast } from "../../../src/lab/futures/forecast.ts";
import type { FutureRows } from "../../../src/lab/futures/futures.ts";
import { USUAL_ASSUMPTIONS } from "../../../src/lab/futures/generic-party.ts";
import { publicScenario } from "../../../src/lab/futures/world.ts";
import { type Action, packageFromIds, toAction } from "../../../src/play/action.ts";
import { IllegalAction } from "../../../src/play/conduct.ts";
import { openPlay } from "../../../src/play/play.ts";
import { recordOf } from "../../../src/play/record.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { factsOf } from "../../../src/table/view/facts.ts";
import { diceOf } from "../../setup/dice.ts";
import { bytesOf, playedSome, toldOf } from "../../setup/futures.ts";
import { munich } from "../../setup/munich.ts";
import { privatelyChanged } from "../../setup/private-side.ts";
import { legalEvent } from "../../setup/random-play.ts";
import { anyScenario } from "../../setup/scenarios.ts";
import { small } from "../../setup/small.ts";

const OFFER: Action = { kind: "offer", package: { start: "one_week", aid: "some" } };

/** The small table with a human in the seat of the United States, who speaks first. */
function begun(scenario = small({ turkey: null })) {
  const play = openPlay({ scenario, seed: "f", seats: { us: { by: "human" } }, runner: "batch" });
  play.advance();
  return play;
}

/** Forecasts an action at some moment of a play, and again where another party privately wants something else. */
function sameForecast(scenario: Scenario, seed: string, decisions: number, runs: number): boolean {
  const dice = diceOf(seed);
  const standing = playedSome(scenario, seed, decisions, dice);
  if (!standing) return false;
  const { play, record, turn, party, id } = standing;
  const action = toAction(play.model, legalEvent(play.model, play.state, party, dice));
  const options = { party: id, runs, seed: "law" };
  const there = bytesOf(forecast(record, turn, action, options));
  let twin = scenario;
  for (const other of scenario.parties.keys()) if (other !== party) twin = privatelyChanged(twin, other, dice);
  expect(bytesOf(forecast(toldOf(record, twin), turn, action, options))).toBe(there);
  return true;
}

test("non-interference: what the others privately want changes no byte of a forecast, on any scenario", () => {
  let compared = 0;
  fc.assert(
    fc.property(anyScenario, fc.string(), fc.nat(25), (scenario, seed, decisions) => {
      if (sameForecast(scenario, seed, decisions, 12)) compared++;
    }),
    { numRuns: 100, interruptAfterTimeLimit: 10_000 },
  );
  expect(compared).toBeGreaterThan(30);
});

test("a forecast of so few runs that they share one drawing of the others says what is known without it", () => {
  const record = recordOf(begun());
  const { result, outcomes } = forecast(record, 1, OFFER, { party: "us", runs: 25, seed: "few" });
  expect([result.low, result.high]).toEqual([0, 100]);
  expect(outcomes.signed.high - outcomes.signed.low).toBeGreaterThan(0.6);
  const none = mergeForecast(beginForecast(record, 1, OFFER, { party: "us", runs: 25, seed: "few" }).header, []);
  expect([none.runs, none.result.low, none.result.high]).toEqual([0, 0, 100]);
});

test("non-interference in Munich", () => {
  let compared = 0;
  for (const decisions of [0, 3, 9, 20]) if (sameForecast(munich(), `munich ${decisions}`, decisions, 20)) compared++;
  expect(compared).toBeGreaterThan(2);
});

test("the public side of a scenario is the same whatever its parties privately want", () => {
  fc.assert(
    fc.property(anyScenario, fc.nat(), fc.string(), (scenario, index, seed) => {
      const twin = privatelyChanged(scenario, index % scenario.parties.length, diceOf(seed));
      expect(publicScenario(factsOf(twin))).toEqual(publicScenario(factsOf(scenario)));
    }),
  );
});

test("the law is not empty: what the others say, and what the seat itself wants, changes the forecast", () => {
  const options = { party: "us", runs: 60, seed: "s" };
  const bytes = (scenario: Scenario): string => bytesOf(forecast(recordOf(begun(scenario)), 1, OFFER, options));
  const scenario = small({ turkey: null });
  expect(bytes(privatelyChanged(scenario, 0, diceOf("own")))).not.toBe(bytes(scenario));

  const play = begun();
  play.act("us", { kind: "pass" });
  play.advance();
  const before = forecast(recordOf(play), play.state.context.turn, { kind: "answer", accepts: false }, options);
  const generous = { ...recordOf(play), actions: recordOf(play).actions.slice(0, 1) };
  const russia: Action = { kind: "offer", package: { start: "immediately", aid: "all" }, position: "open" };
  const other = { ...generous, actions: [...generous.actions, { ...recordOf(play).actions[1]!, action: russia }] };
  const after = forecast(other, play.state.context.turn, { kind: "answer", accepts: false }, options);
  expect(after.result.mean).toBeGreaterThan(before.result.mean);
});

test("accepting what only the own answer is missing to is signed at once, in every future", () => {
  const play = begun();
  play.act("us", { kind: "pass" });
  const waiting = play.advance();
  expect(waiting.kind).toBe("answers");
  const { turn } = play.state.context;
  const yes = forecast(recordOf(play), turn, { kind: "answer", accepts: true }, { party: "us", runs: 40, seed: "s" });
  expect(yes.atOnce).toMatchObject({ count: 40, share: 1, high: 1 });
  expect(yes.outcomes.signed.share).toBe(1);
  const onFloor = play.view("us").onFloor?.package ?? -1;
  expect(yes.texts.map((text) => packageFromIds(play.model, text.package))).toEqual([onFloor]);
  const worth = play.model.partyModels[0]?.worth[onFloor];
  expect([yes.result.q05, yes.result.q95]).toEqual([worth, worth]);
  const no = forecast(recordOf(play), turn, { kind: "answer", accepts: false }, { party: "us", runs: 40, seed: "s" });
  expect(no.atOnce?.count).toBe(0);
});

test("walking out of a table that needs everyone breaks it, in every future", () => {
  const options = { party: "us", runs: 30, seed: "s" };
  const { outcomes, atOnce, texts } = forecast(recordOf(begun()), 1, { kind: "walk_out" }, options);
  expect([outcomes.broken.share, outcomes.signed.share, atOnce, texts]).toEqual([1, 0, null, []]);
});

test("an offer that gives the other what it asks for is likelier to be signed at once", () => {
  const play = begun(small({ turkey: null, protocol: { rounds: 2 } }));
  play.act("us", { kind: "pass" });
  while (play.advance().kind === "answers") play.act("us", { kind: "answer", accepts: false });
  const { turn } = play.state.context;
  const share = (start: string, aid: string): number => {
    const offer: Action = { kind: "offer", package: { start, aid } };
    return forecast(recordOf(play), turn, offer, { party: "us", runs: 300, seed: "s" }).atOnce?.share ?? -1;
  };
  const [generous, greedy] = [share("one_week", "none"), share("immediately", "all")];
  expect(generous).toBeGreaterThan(greedy + 0.3);
});

test("figures agree with one another, and state what they take for granted", () => {
  const { runs, outcomes, result, texts, rounds, assumptions, ...rest } = forecast(
    recordOf(begun(munich())),
    1,
    { kind: "answer", accepts: false },
    { party: "us", runs: 100, seed: "s" },
  );
  expect(runs).toBe(100);
  expect(outcomes.signed.count + outcomes.broken.count + outcomes.expired.count).toBe(100);
  for (const share of [...Object.values(outcomes), ...texts.map((text) => text.share)]) {
    expect(share.share).toBe(share.count / 100);
    expect(share.low).toBeLessThanOrEqual(share.share);
    expect(share.high).toBeGreaterThanOrEqual(share.share);
  }
  expect(result.histogram.counts.reduce((sum, count) => sum + count)).toBe(100);
  expect(result.low).toBeLessThan(result.mean);
  expect(result.q05).toBeLessThanOrEqual(result.q50);
  expect(texts.length).toBeLessThanOrEqual(3);
  expect(rounds).toBeGreaterThanOrEqual(1);
  expect(assumptions).toEqual(USUAL_ASSUMPTIONS);
  expect(rest).toMatchObject({ party: "us", turn: 1, action: { kind: "answer", accepts: false } });
});

test("chunks of any size in any order make the same forecast; a cancelled one tells of the runs it has", () => {
  const record = recordOf(begun(munich()));
  const answer: Action = { kind: "answer", accepts: false };
  const options = { party: "us", runs: 60, seed: "s" };
  const whole = forecast(record, 1, answer, options);
  const { header: frame, chunk } = beginForecast(structuredClone(record), 1, answer, options);
  const parts = [chunk(40, 60), chunk(0, 7), chunk(7, 40)];
  const sent: FutureRows[] = structuredClone(parts);
  expect(bytesOf(mergeForecast(structuredClone(frame), sent))).toBe(bytesOf(whole));
  const some = mergeForecast(frame, [parts[2] as FutureRows, parts[0] as FutureRows]);
  expect(some.runs).toBe(53);
  expect(some.outcomes.signed.high - some.outcomes.signed.low).toBeGreaterThan(0);
  expect(mergeForecast(frame, []).runs).toBe(0);
  expect(() => mergeForecast(frame, [chunk(0, 10), chunk(9, 20)])).toThrow("run 9 comes in two chunks");
});

test("an earlier turn is seen as it was then: what came later changes nothing", () => {
  const play = begun();
  const then = recordOf(play);
  const action: Action = { kind: "offer", package: { start: "immediately", aid: "some" } };
  play.act("us", OFFER);
  play.advance();
  const options = { party: "us", runs: 40, seed: "s" };
  expect(bytesOf(forecast(recordOf(play), 1, action, options))).toBe(bytesOf(forecast(then, 1, action, options)));
});

test("asides that were made stay made", () => {
  const play = begun();
  play.act("us", { kind: "commit", option: { start: "immediately" } });
  const record = recordOf(play);
  const again: Action = { kind: "commit", option: { start: "immediately" } };
  expect(() => forecast(record, 1, again, { party: "us", runs: 1, seed: "s" })).toThrow("already_committed");
});

test("what is wrong is said", () => {
  const record = recordOf(begun());
  const options = { party: "us", runs: 10, seed: "s" };
  expect(() => forecast(record, 1, { kind: "answer", accepts: true }, options)).toThrow(IllegalAction);
  expect(() => forecast(record, 9, OFFER, options)).toThrow("the record has turns 1 to 1");
  expect(() => forecast(record, 1, OFFER, { ...options, runs: 0 })).toThrow(
    "runs must be a whole number from 1, not 0",
  );
  expect(() => forecast(record, 1, OFFER, { ...options, party: "mars" })).toThrow('there is no party "mars"');
  expect(() => forecast({ ...record, engine: "parley rules 0" }, 1, OFFER, options)).toThrow("parley rules 0");
  const nowhere: Action = { kind: "offer", package: { start: "never", aid: "some" } };
  expect(() => forecast(record, 1, nowhere, options)).toThrow('there is no option of start "never"');
  expect(() => beginForecast(record, 1, OFFER, options).chunk(5, 2)).toThrow("not from 5 to 2");
});
