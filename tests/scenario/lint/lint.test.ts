import { describe, expect, test } from "vitest";
import { parseScenario } from "../../../src/scenario/read.ts";
import { changed, expectFault, marked, SAMPLE, scenarioOf } from "../sample.ts";

describe("positions", () => {
  test("one that nothing leads to", () => {
    expectFault(
      "unreachable-position",
      changed("label: Give, why: A step }", "label: Give, why: A step }\n      ▸lost: { label: Lost, why: None }"),
    );
  });

  test("one that only an event leads to is reached", () => {
    expect(scenarioOf(SAMPLE).parties[1]?.positions[2]?.id).toBe("angry");
    expectFault(
      "unreachable-position",
      changed(", move: { south: angry }", "").replace("      angry:", "      ▸angry:"),
    );
  });

  test("one behind a move that never happens is not reached", () => {
    const { text, places } = marked(
      changed("when: { text_asked: anyone }", "▸when: { round_from: 9 }").replace("      writes:", "      ▸writes:"),
    );
    const told = parseScenario(text).diagnostics.map(({ line, column, code }) => ({ line, column, code }));
    expect(told).toEqual([
      { ...places[0], code: "never-holds" },
      { ...places[1], code: "unreachable-position" },
    ]);
  });

  test("a move after one that always comes first", () => {
    expectFault(
      "never-holds",
      changed("text_asked: anyone }, why: Asked }]", "round_from: 1 }, why: Asked }, ▸{ to: writes, why: Late }]"),
      "warning",
    );
  });
});

describe("conditions that contradict themselves", () => {
  test.each([
    ["a round after the last", "{ round_from: 7 }"],
    ["how the table ended", "{ table: signed }"],
    ["what was signed", "{ signed: { start: now } }"],
    ["pressure above the most there is", "{ pressure_above: 1 }"],
    ["sounded out by oneself", "{ asked: { by: north, start: now } }"],
    [
      "two different offers of one party",
      "{ all: [{ offered: { by: south, start: now } }, { offered: { by: south, start: late } }] }",
    ],
    ["two different texts", "{ all: [{ text: { start: now } }, { all: [{ text: { start: late } }] }] }"],
    ["from a round on and before it", "{ round_from: 4, not: { round_from: 3 } }"],
    ["either of two that never hold", "{ any: [{ table: broken }, { round_from: 99 }] }"],
    ["not always", "{ not: { round_from: 1 } }"],
  ])("%s", (_, when) => {
    expectFault("never-holds", changed("when: { round_from: 2 }", `▸when: ${when}`), "warning");
  });

  test.each([
    ["offers of two parties", "{ all: [{ offered: { start: now } }, { offered: { start: late } }] }"],
    ["an offer and a text", "{ all: [{ offered: { by: south, start: now } }, { text: { start: late } }] }"],
    ["before a round", "{ round_from: 2, not: { round_from: 3 } }"],
    ["one of two", "{ any: [{ table: broken }, { round_from: 3 }] }"],
  ])("but not %s", (_, when) => {
    scenarioOf(changed("when: { round_from: 2 }", `when: ${when}`));
  });

  test("a text at a table without a mediator", () => {
    const two = changed(/ {2}envoy:\n(?: {4}.*\n)+/.exec(SAMPLE)?.[0] ?? "", "")
      .replace("north, envoy]", "north]")
      .replace(/ {2}mediator: .*\n/, "");
    expectFault(
      "no-mediator",
      two
        .replace("does: [{ ask_text: true }]", "does: [{ ▸ask_text: true }]")
        .replace("▸ask_text: true", "ask_text: ▸true"),
    );
    const asks = two.replace("does: [{ ask_text: true }]", "does: []");
    expectFault("never-holds", asks.replace("when: { round_from: 2 }", "▸when: { text: true }"), "warning");
  });
});

describe("events", () => {
  test.each([
    ["before round 1", "on_round: 3", "on_round: ▸1"],
    ["after the last round", "on_round: 3", "on_round: ▸7"],
    ["with no chance", "chance: 0.5", "chance: ▸0"],
    ["under a condition that never holds", "when: { event: flood }", "▸when: { table: signed }"],
    ["from a round on and before it", "chance: 0.5", "chance: 0.5, ▸when: { not: { round_from: 3 } }"],
  ])("%s never happen", (_, from, to) => {
    expectFault("event-never", changed(from, to), "warning");
  });

  test("nor do any where there is one round", () => {
    const text = changed("rounds: 6", "rounds: 1").replace("text_from: 5", "text_from: 1").replace("on_round: 3, ", "");
    const codes = parseScenario(text).diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => code === "event-never")).toHaveLength(2);
  });
});

test("marks that cannot be told apart", () => {
  const letters = changed("  envoy:\n", '  envoy:\n    ▸mark: { letters: "NO" }\n');
  expectFault("same-mark", changed("  north:\n", '  north:\n    mark: { letters: "NO" }\n', letters), "warning");
  // Letters that the file leaves out make way for those that it gives.
  expect(parseScenario(letters.replace("▸", "")).diagnostics).toEqual([]);
  expectFault("same-mark", changed("  envoy:\n", "  envoy:\n    ▸mark: { colour: blue, shape: circle }\n"), "warning");
});

test("ids, options and terms are still checked where something else is wrong", () => {
  const { diagnostics } = parseScenario(changed("leak: 0.2", "leek: 0.2").replace("on_round: 3", "on_round: 7"));
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-key", "event-never"]);
});
