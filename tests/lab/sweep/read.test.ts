import { describe, expect, test } from "vitest";
import { combinations, combinationText, scenarioOf, sweepHash } from "../../../src/lab/sweep/definition.ts";
import { read, sweepOf, told } from "./sample.ts";

const allOf = (text: string): string[] => {
  const sweep = sweepOf(text);
  return Array.from({ length: combinations(sweep) }, (_, at) => combinationText(sweep, at));
};

describe("values", () => {
  test("a list, a map with values, and a range", () => {
    expect(allOf("scenario: x\nvary: { parties.buyer.walk_away.at: [20, 30] }")).toEqual([
      "parties.buyer.walk_away.at = 20",
      "parties.buyer.walk_away.at = 30",
    ]);
    expect(allOf("scenario: x\nvary: { protocol.rounds: { values: [5] } }")).toEqual(["protocol.rounds = 5"]);
    expect(allOf("scenario: x\nvary: { events.rain.chance: { from: 0, to: 0.3, step: 0.1 } }")).toEqual(
      [0, 0.1, 0.2, 0.3].map((value) => `events.rain.chance = ${value}`),
    );
    expect(allOf("scenario: x\nvary: { protocol.rounds: { from: 9, to: 4, step: -2 } }")).toHaveLength(3);
  });

  test("vary as a list of maps", () => {
    const listed = "scenario: x\nvary:\n  - { path: protocol.rounds, values: [4, 5] }\n";
    const short = "scenario: x\nvary:\n  - protocol.rounds: [4, 5]\n";
    const { parameters } = sweepOf("scenario: x\nvary: { protocol.rounds: [4, 5] }");
    expect(sweepOf(listed).parameters).toEqual(parameters);
    expect(sweepOf(short).parameters).toEqual(parameters);
    expect(told(read("scenario: x\nvary:\n  - protocol.round: [4, 5]\n"))).toEqual([
      expect.stringMatching(/^3:5 unknown-path /),
    ]);
  });

  test("a map may be a value, and is written as JSON", () => {
    const [first] = allOf("scenario: x\nvary: { parties.seller.tactic: [{ kind: micro }] }");
    expect(first).toBe('parties.seller.tactic = {"kind":"micro"}');
  });
});

describe("designs", () => {
  const vary = "vary: { protocol.rounds: [4, 5, 6], parties.buyer.walk_away.at: [20, 30] }";

  test("full factorial: as nested loops, the first value of each first", () => {
    expect(allOf(`scenario: x\n${vary}`).map((text) => text.replace(/[^0-9,]/g, ""))).toEqual([
      "4,20",
      "4,30",
      "5,20",
      "5,30",
      "6,20",
      "6,30",
    ]);
  });

  test("one at a time: the baseline, then each further value with the baseline of the others", () => {
    expect(allOf(`scenario: x\ndesign: one_at_a_time\n${vary}`).map((text) => text.replace(/[^0-9,]/g, ""))).toEqual([
      "4,20",
      "5,20",
      "6,20",
      "4,30",
    ]);
  });
});

describe("paths", () => {
  const place = (path: string, value: string, at: readonly (string | number)[]): unknown => {
    const sweep = sweepOf(`scenario: x\nvary: { ${path}: [${value}] }`);
    return at.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], scenarioOf(sweep, 0));
  };

  test("items of lists by id or by number", () => {
    expect(place("events.rain.chance", "0.5", ["events", 0, "chance"])).toBe(0.5);
    expect(place("events.0.on_round", "3", ["events", 0, "on_round"])).toBe(3);
  });

  test("what the file leaves out and the format knows", () => {
    expect(place("protocol.binding.at_least", "1", ["protocol", "binding", "at_least"])).toBe(1);
    expect(place("parties.buyer.discount", "0.9", ["parties", "buyer", "discount"])).toBe(0.9);
  });

  test("seats: a tactic, one with its exponent, and the file's own", () => {
    const tactic = ["parties", "seller", "tactic"];
    expect(place("seats.seller", "conceder", tactic)).toEqual({ kind: "conceder" });
    expect(place("seats.seller", '"boulware:0.3"', tactic)).toEqual({ kind: "boulware", exponent: 0.3 });
    expect(place("seats.seller", "default", tactic)).toEqual({ kind: "boulware", exponent: [0.2, 0.6] });
  });

  test("the scenario of a combination changes nothing else", () => {
    const sweep = sweepOf("scenario: x\nvary: { parties.buyer.walk_away.at: [20, 30] }");
    expect(scenarioOf(sweep, 0)).toEqual(sweep.scenario);
    expect(JSON.stringify(scenarioOf(sweep, 1))).toBe(JSON.stringify(sweep.scenario).replace('{"at":20}', '{"at":30}'));
  });

  test.each([
    ["parties.bayer.walk_awy.at", 'Did you mean "parties.buyer.walk_away.at"?'],
    ["protocol.round", 'Did you mean "protocol.rounds"?'],
    ["events.rin.chance", 'Did you mean "events.rain.chance"?'],
    ["events.3.chance", 'there is no "3" in "events"'],
    ["parties.buyer.walk_away.at.first", '"parties.buyer.walk_away.at" is 20, and nothing stands below it'],
    ["parties.buyer.values.colour", 'there is no "colour" in "parties.buyer.values"'],
    ["parties.third.cap", "In parties there are: buyer, seller, clerk"],
    ["seats.bayer", 'Did you mean "buyer"?'],
    ["seats.clerk", "is the mediator"],
    ["seats", "Write seats.PARTY"],
    ["parties..cap", "an empty part"],
    ["__proto__.x", 'there is no "__proto__"'],
  ])("there is no %s", (path, words) => {
    const [line, ...more] = told(read(`scenario: x\nvary:\n  ${path}: [1, 2]\n`));
    expect(more).toEqual([]);
    expect(line).toMatch(/^3:3 unknown-path /);
    expect(line).toContain(words);
  });

  test("two paths into the same part undo each other", () => {
    const lines = told(read("scenario: x\nvary: { parties.seller.tactic.kind: [micro], seats.seller: [linear] }"));
    expect(lines).toEqual([expect.stringMatching(/^1?2:\d+ same-path /)]);
  });
});

describe("what is wrong with a file, and where", () => {
  test.each([
    ["- 1", "1:1 wrong-type"],
    ["scenario: x", '1:1 missing-key The file needs the key "vary"'],
    ["vary: { protocol.rounds: [4] }", '1:1 missing-key The file needs the key "scenario"'],
    ["scenario: x\nvary: {}", "2:1 no-values"],
    ["scenario: x\nvary: { protocol.rounds: 4 }", "2:26 wrong-type"],
    ["scenario: x\nvary: { protocol.rounds: [] }", "2:9 bad-range"],
    ["scenario: x\nvary: { protocol.rounds: [.inf] }", "2:27 wrong-type"],
    ["scenario: x\nvary: { protocol.rounds: { from: 4, to: 9, step: 0 } }", "2:50 bad-range"],
    ["scenario: x\nvary: { protocol.rounds: { from: 4, to: 1, step: 1 } }", "2:9 bad-range"],
    ["scenario: x\nvary: { protocol.rounds: { from: 4, to: 1e9, step: 1 } }", "2:9 bad-range"],
    ["scenario: x\nvary: [{ values: [1] }]", "2:8 missing-key"],
    ["scenario: x\nvary: { protocol.rounds: [4] }\nrepetition: 3", 'Did you mean "repetitions"?'],
    ["scenario: x\nvary: { protocol.rounds: [4] }\nrepetitions: 0", "3:14 bad-range"],
    ["scenario: x\nvary: { protocol.rounds: [4] }\ndesign: factorial", "3:9 wrong-value"],
    [
      "scenario: x\nvary: { protocol.rounds: [4] }\nmetrics: [sined]",
      '3:11 unknown-metric There is no metric "sined". Did you mean "signed"?',
    ],
    ["scenario: x\nvary: { protocol.rounds: [4] }\nmetrics: [worth.me]", "There is no party"],
    ["scenario: x\nvary: { protocol.rounds: [4] }\nmetrics: [clause.price.lo]", "Did you mean"],
    ["scenario: x\nvary: { protocol.rounds: [4] }\nmetrics: [rounds, rounds]", "there twice"],
    [
      "scenario: x\nvary: { protocol.rounds: { from: 1, to: 900, step: 1 }, protocol.leak: { from: 0, to: 1, step: 0.001 } }",
      "too-many",
    ],
  ])("%s", (text, words) => {
    const found = read(text);
    expect(found.sweep).toBeNull();
    expect(told(found).join("\n")).toContain(words);
  });

  test("a value that is there twice is a warning", () => {
    const found = read("scenario: x\nvary: { protocol.rounds: [4, 4] }");
    expect(found.sweep).not.toBeNull();
    expect(told(found)).toEqual([expect.stringMatching(/^2:30 same-value /)]);
  });
});

test("the hash goes with what the runs depend on, and with nothing else", () => {
  const hash = (text: string): string => sweepHash(sweepOf(text));
  const base = "scenario: x\nvary: { protocol.rounds: [4, 5] }\n";
  expect(hash(`# a remark\n${base}title: T\nmetrics: [signed]\n`)).toBe(hash(base));
  for (const other of ["repetitions: 3", "seed: other", "design: one_at_a_time"]) {
    expect(hash(`${base}${other}\n`)).not.toBe(hash(base));
  }
});
