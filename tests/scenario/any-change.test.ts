import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { canonicalJson } from "../../src/exact/json.ts";
import { parseScenario } from "../../src/scenario/read.ts";
import { parseStored } from "../../src/scenario/stored/parse.ts";
import { SAMPLE } from "./sample.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const TREE = parse(SAMPLE) as Json;
const MUNICH = readFileSync(new URL("../../scenarios/munich-2016.yaml", import.meta.url), "utf8");

/** Every place of a tree, by path. */
function pathsOf(tree: Json, path: (string | number)[] = []): (string | number)[][] {
  const children = typeof tree === "object" && tree !== null ? Object.entries(tree) : [];
  return [
    path,
    ...children.flatMap(([key, child]) => pathsOf(child, [...path, Array.isArray(tree) ? Number(key) : key])),
  ];
}

interface Change {
  readonly kind: "delete" | "replace" | "insert";
  readonly at: number;
  readonly key: string;
  readonly value: Json;
}

function apply(tree: Json, change: Change): Json {
  const copy = structuredClone(tree);
  const paths = pathsOf(copy);
  const path = paths[change.at % paths.length] ?? [];
  const last = path.at(-1);
  let parent: Json = copy;
  for (const step of path.slice(0, -1)) parent = (parent as { [key: string | number]: Json })[step] as Json;
  const holder = parent as { [key: string | number]: Json };
  if (change.kind === "insert") {
    const target = last === undefined ? copy : (holder[last] as Json);
    if (Array.isArray(target)) target.push(change.value);
    else if (typeof target === "object" && target !== null) target[change.key] = change.value;
    return copy;
  }
  if (last === undefined) return change.kind === "replace" ? change.value : null;
  if (change.kind === "replace") holder[last] = change.value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

/** Words of the format itself, which reach further than any random text. */
const words = fc.constantFrom(
  ...[
    "start",
    "now",
    "north",
    "envoy",
    "first",
    "flood",
    "report",
    "report#1",
    "anyone",
    "toString",
    "hasOwnProperty",
    "valueOf",
  ],
  ...[
    "all",
    "not",
    "by",
    "when",
    "values",
    "options",
    "positions",
    "when",
    "true",
    "",
    " ",
    "-1",
    "3",
    "𐀀",
    "\u202E",
    "\uD800",
  ],
);
const values: fc.Arbitrary<Json> = fc.oneof(
  words,
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -0,
    3,
    [],
    {},
    [[]],
    { all: [] },
    { not: {} },
    { start: [] },
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  fc
    .constantFrom(...pathsOf(TREE))
    .map((path) => path.reduce<Json>((tree, step) => (tree as { [key: string | number]: Json })[step] as Json, TREE)),
);
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom("delete", "replace", "insert"),
    at: fc.nat(),
    key: words,
    value: values,
  }) as fc.Arbitrary<Change>,
  { minLength: 1, maxLength: 4 },
);

/** Holds every answer to what it promises: a scenario exactly where nothing is an error, and a place for all that is told. */
function expectAnswer(text: string): void {
  const { scenario, diagnostics } = parseScenario(text, "any.yaml");
  const lines = text.split("\n");
  for (const { line, column, code, message, file } of diagnostics) {
    expect(file).toBe("any.yaml");
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual([...(lines[line - 1] ?? "")].length + 1);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message).toMatch(/[.?]$/);
  }
  expect(scenario === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
  if (scenario) expect(parseStored(JSON.parse(canonicalJson(scenario)))).toEqual({ scenario });
}

describe("whatever is changed in a file", () => {
  test("it is answered, with a place for everything wrong", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(changes, (list) => {
        expectAnswer(stringify(list.reduce(apply, TREE)));
      }),
      { numRuns: 250 },
    );
  });

  test("in its letters too", { timeout: 60_000 }, () => {
    const signs = fc.constantFrom(
      ...[
        "[",
        "]",
        "{",
        "}",
        ":",
        "- ",
        "\n",
        "\t",
        "&a ",
        "*a",
        "!x ",
        '"',
        "'",
        "|",
        "#",
        "? ",
        "%",
        "---\n",
        "<<: ",
      ],
    );
    fc.assert(
      fc.property(fc.nat(SAMPLE.length), fc.nat(12), signs, (at, cut, sign) => {
        expectAnswer(SAMPLE.slice(0, at) + sign + SAMPLE.slice(at + cut));
      }),
      { numRuns: 150 },
    );
  });

  test("any text at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectAnswer), { numRuns: 150 });
  });
});

test("Munich has nothing wrong with it", () => {
  expect(parseScenario(MUNICH, "munich-2016.yaml").diagnostics).toEqual([]);
  expectAnswer(MUNICH);
});
