import { describe, expect, test } from "vitest";
import { parseScenario } from "../../../src/scenario/read.ts";
import { changed, expectFault, SAMPLE } from "../sample.ts";

describe("keys", () => {
  test("an unknown one is told at itself, with the one that was meant", () => {
    const { message } = expectFault("unknown-key", changed("    walk_away: {", "    ▸walkaway: {"));
    expect(message).toContain('Did you mean "walk_away"?');
    expectFault("unknown-key", changed("questions:", "▸question:"));
    expectFault("unknown-key", changed("{ round_from: 3 }", "{ ▸round_form: 3 }"));
  });

  test("several unknown ones are all told", () => {
    const { diagnostics } = parseScenario(changed("cost: 2", "cots: 2, usage: 3, colour: red"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-key", "unknown-key", "unknown-key"]);
  });

  test("a missing one is told where it should stand", () => {
    expectFault("missing-key", changed("id: two-rivers\n", "").replace("parley", "▸parley"));
    const { message } = expectFault(
      "missing-key",
      changed("- { id: rain, when: { event: flood }, news: Rain,", "- ▸{ id: rain, when: { event: flood },"),
    );
    expect(message).toContain('"news"');
    expectFault("missing-key", changed("weight: 60, ", "").replace("start: { options", "▸start: { options"));
  });
});

describe("names", () => {
  test("what has no title of its own is called by its id", () => {
    const file = "parley: 1\nid: bare\ntitle: Bare\nissues: { a: { options: { x: , y: } } }\nparties:\n";
    const values = "{ values: { a: { weight: 100, options: { x: 100, y: 0 } } }";
    const { scenario } = parseScenario(`${file}  p: ${values}, positions: { first: {} } }\n  q: ${values} }\n`);
    const [issue] = scenario?.issues ?? [];
    expect(issue?.title).toEqual({ en: "a" });
    expect(issue?.options.map(({ title }) => title)).toEqual([{ en: "x" }, { en: "y" }]);
    expect(scenario?.parties[0]?.positions[0]?.label).toEqual({ en: "first" });
    expect(scenario?.parties[0]?.name).toEqual({ en: "p" });
  });
});

describe("values", () => {
  test.each([
    ["a text for a number", "rounds: 6", "rounds: ▸six", "wrong-type"],
    ["half a round", "rounds: 6", "rounds: ▸6.5", "wrong-type"],
    ["a map for a list", "questions: [What now]", "▸questions: { first: What now }", "wrong-type"],
    ["nothing at all", "at: 40", "at: ▸null", "wrong-type"],
    ["a word out of a list", "kind: boulware", "kind: ▸boulwere", "wrong-value"],
    ["a role that does not exist", "role: mediator", "role: ▸mediatr", "wrong-value"],
    ["a leak above one", "leak: 0.2", "leak: ▸1.2", "bad-range"],
    ["a chance below zero", "chance: 0.5", "chance: ▸-0.5", "bad-range"],
    ["no rounds", "rounds: 6", "rounds: ▸0", "bad-range"],
    ["infinite worth", "at: 40", "at: ▸.inf", "wrong-type"],
    ["a range of three", "exponent: [0.2, 0.4]", "▸exponent: [0.2, 0.4, 0.5]", "bad-range"],
    ["an exponent of zero", "exponent: [0.2, 0.4]", "exponent: [▸0, 0.4]", "bad-range"],
    ["an empty text", "label: Wait", 'label: ▸""', "empty-text"],
    ["a text in no language", "label: Wait", "▸label: {}", "empty-text"],
    ["a language that is none", "label: Wait", "label: { en: Wait, ▸english: Wait }", "bad-language"],
    ["a text that is a list", "label: Wait", "▸label: [Wait]", "wrong-type"],
    ["a day that does not exist", "when: 2016-02-11", "when: ▸2016-02-30", "bad-date"],
    ["a day in another order", "date: 2016-02-10", "date: ▸10.02.2016", "bad-date"],
    ["an address that runs", "title: A report", "title: A report\n    url: ▸javascript:alert(1)", "bad-url"],
    ["a citation with a space", "cite: report#1\n", "cite: ▸report 1\n", "bad-cite"],
    ["an id in capitals", "id: two-rivers", "id: ▸Two-Rivers", "bad-id"],
    ["an option with a space", "soon: Soon, late: Late }", 'soon: Soon, late: Late, ▸"very late": x }', "bad-id"],
    ["a fact without a number", "2: The second fact", "2: The second fact, ▸x: Third", "wrong-type"],
    ["a range without its end", "{ from: 5, to: 9 }", "{ from: 5, ▸to: [9] }", "wrong-type"],
  ])("%s", (_, from, to, code) => {
    expectFault(code, changed(from, to));
  });

  test("a mark of too many letters", () => {
    expectFault("bad-letters", changed("  envoy:\n", "  envoy:\n    mark: { letters: ▸ENVOY }\n"));
  });

  test("another version says so and nothing else", () => {
    const { message } = expectFault(
      "wrong-version",
      changed("parley: 1", "parley: ▸2").replace("leak: 0.2", "leek: 0.2"),
    );
    expect(message).toContain("version 1");
  });
});

test.each([
  ["nothing", "", "empty-file"],
  ["a comment", "# to be written\n", "empty-file"],
  ["a text", "hello", "wrong-type"],
  ["a list", "- 1\n- 2\n", "wrong-type"],
])("a file of %s", (_, text, code) => {
  const { scenario, diagnostics } = parseScenario(text);
  expect(scenario).toBeNull();
  expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([`1:1 ${code}`]);
});

test("everything wrong is told at once, in the order of the file", () => {
  const text = changed("title: Two rivers", "tittle: Two rivers")
    .replace("to: second", "to: third")
    .replace("on: south", "on: west")
    .replace(
      "writes: { label: Writes, why: A step }",
      "writes: { label: 7, why: A step }\n      lost: { label: Lost, why: None }",
    )
    .replace("on_round: 3", "on_round: 9")
    .replace("chance: 0.5", "chance: 5");
  const { diagnostics } = parseScenario(text);
  const lines = diagnostics.map(({ line }) => line);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(
    [
      "bad-range",
      "event-never",
      "missing-key",
      "unknown-key",
      "unknown-party",
      "unknown-position",
      "unreachable-position",
      "wrong-type",
    ].sort(),
  );
});

test("what is broken is not told twice", () => {
  expectFault("wrong-type", changed("{ now: 100, soon: 50, late: 0 }", "{ now: 100, soon: ▸much, late: 0 }"));
  expectFault("wrong-type", changed("options: { now: Now, soon: Soon, late: Late }", "options: ▸many"));
  expectFault(
    "wrong-type",
    changed("{ sound_out: { party: south, option: { start: soon } }, when", "{ sound_out: ▸south, when"),
  );
});

test("the sample has no fault", () => {
  expect(parseScenario(SAMPLE).diagnostics).toEqual([]);
});
