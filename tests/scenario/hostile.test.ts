import { describe, expect, test } from "vitest";
import { packageCount } from "../../src/bargaining/space.ts";
import { parseScenario } from "../../src/scenario/read.ts";
import { changed, expectFault, SAMPLE } from "./sample.ts";

/** Reads the text and holds the reader to an answer with a code; the time limit of the test is the proof of the rest. */
function codes(text: string): string[] {
  const { scenario, diagnostics } = parseScenario(text);
  expect(scenario).toBeNull();
  for (const { line, column, message } of diagnostics) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toBe("");
  }
  return [...new Set(diagnostics.map(({ code }) => code))];
}

/** What takes time that grows with its square takes minutes; what does not takes a second, ten on a busy machine. */
const BOUND = 20_000;

describe("files that are too much are answered, and not in minutes", { timeout: BOUND }, () => {
  test("20 MB", () => {
    expect(codes(`${SAMPLE}# ${"x".repeat(20_000_000)}`)).toEqual(["too-large"]);
  });

  test("a billion laughs", () => {
    const levels = Array.from(
      { length: 9 },
      (_, index) => `  l${index + 1}: &l${index + 1} [${Array(10).fill(`*l${index}`).join(", ")}]`,
    );
    expect(codes(changed("aftermath: { step: day }", `aftermath:\n  l0: &l0 [lol]\n${levels.join("\n")}`))).toEqual([
      "alias-bomb",
    ]);
  });

  test("an alias within itself", () => {
    expect(codes(changed("aftermath: { step: day }", "aftermath: &a { again: *a }"))).toEqual(["alias-bomb"]);
  });

  test.each([
    ["brackets", "["],
    ["braces", "{"],
    ["dashes", "- "],
    ["keys", "a: "],
    ["questions", "? "],
  ])("half a million %s within each other", (_, sign) => {
    expect(codes(sign.repeat(500_000 / sign.length))).toEqual(["too-deep"]);
  });

  test.each([
    ["closing brackets", "]".repeat(900_000)],
    ["anchors", "& ".repeat(400_000)],
    ["documents", "---\n".repeat(200_000)],
    ["tabs", "a:\n\tb: 1\n".repeat(90_000)],
    ["tags", "- !x 1\n".repeat(140_000)],
    ["equal keys", "a: 1\n".repeat(190_000)],
  ])("a megabyte of %s", (_, text) => {
    expect(codes(text).length).toBeGreaterThan(0);
  });

  test("a hundred thousand aliases", () => {
    expect(codes(`a: &a 1\nb:\n${"- *a\n".repeat(100_000)}`).length).toBeGreaterThan(0);
  });

  test("thirty thousand unknown keys, of which some are told", () => {
    const { diagnostics } = parseScenario(Array.from({ length: 30_000 }, (_, index) => `key${index}: 1`).join("\n"));
    expect(diagnostics.length).toBeLessThan(300);
    expect(diagnostics.at(-1)?.code).toBe("more");
  });

  test("a key of half a megabyte is told in few words", () => {
    const { diagnostics } = parseScenario(`${SAMPLE}? ${"k".repeat(500_000)}\n: 1\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-key"]);
    expect(diagnostics[0]?.message.length).toBeLessThan(500);
  });

  test("thousands of issues of ten thousand numbers", () => {
    const issues = Array.from({ length: 5_000 }, (_, index) => `  i${index}: { title: I, from: 0, to: 10000 }`).join(
      "\n",
    );
    expect(codes(changed("issues:\n", `issues:\n${issues}\n`))).toEqual(["too-many-issues"]);
    const few = Array.from({ length: 90 }, (_, index) => `  i${index}: { title: I, from: 0, to: 10000 }`).join("\n");
    expect(codes(changed("issues:\n", `issues:\n${few}\n`))).toContain("too-many-options");
  });

  test("ranges that name ten thousand options each", () => {
    const lines = Array.from({ length: 3_000 }, () => "{ when: { n: { from: 0, to: 10000 } }, worth: 1, why: x }").join(
      ", ",
    );
    const text = changed("issues:\n", "issues:\n  n: { title: N, from: 0, to: 10000 }\n").replace(
      "linkages: [",
      `linkages: [${lines}, `,
    );
    expect(codes(text)).toContain("too-large");
    expect(parseScenario(text).diagnostics.find(({ code }) => code === "too-large")?.message).toContain("terms");
  });

  test("a condition with eight thousand parts", () => {
    const parts = Array(8_000).fill("{ offered: { by: south, start: now } }").join(", ");
    expect(parseScenario(changed("{ round_from: 2 }", `{ all: [${parts}] }`)).scenario).not.toBeNull();
  });

  test("fifty parties and an issue of ten thousand numbers", () => {
    const issue = "issues: { n: { title: N, from: 0, to: 10000 } }";
    const parties = Array.from(
      { length: 50 },
      (_, index) => `  p${index}: { values: { n: { weight: 100, options: { 0: 0, 10000: 100 } } } }`,
    );
    const { scenario } = parseScenario(`parley: 1\nid: a\ntitle: A\n${issue}\nparties:\n${parties.join("\n")}\n`);
    expect(scenario?.parties[49]?.values[0]?.options[2_500]).toBe(25);
    expect(
      codes(`parley: 1\nid: a\ntitle: A\n${issue}\nparties:\n${parties.join("\n")}\n  more: { values: {} }\n`),
    ).toEqual(["too-many-parties"]);
  });
});

test("10^12 packages are a scenario like any other", () => {
  const ids = Array.from({ length: 12 }, (_, index) => `i${index}`);
  const issues = ids.map((id) => `  ${id}: { title: I, from: 1, to: 10 }`).join("\n");
  const { scenario, diagnostics } = parseScenario(
    `parley: 1\nid: large\ntitle: Large\nissues:\n${issues}\nparties: { a: { values: {} }, b: { values: {} } }\n`,
  );
  expect(diagnostics.every(({ severity }) => severity === "warning")).toBe(true);
  expect(scenario && packageCount(scenario)).toBe(10n ** 12n);
});

test("a script in a title is a text like any other", () => {
  const script = "<script>alert(1)</script>";
  const { scenario } = parseScenario(changed("Two rivers", script));
  expect(scenario?.title).toEqual({ en: script });
});

describe("characters that make a text look like another", () => {
  test.each([
    ["a bell", "\\u0007"],
    ["an override to the left", "\\u202E"],
    ["an override to the right", "\\u202D"],
    ["half a character", "\\uD800"],
  ])("%s is an error", (_, sign) => {
    expectFault("odd-characters", changed("label: Wait", `label: ▸"Wait${sign}"`));
  });

  test("in a key too", () => {
    const { diagnostics } = parseScenario(changed("{ step: day }", '{ "st\\u202Eep": day }'));
    expect(diagnostics.map(({ code }) => code)).toEqual(["odd-characters"]);
  });

  test("an isolate that is not closed is a warning, a closed one is not", () => {
    expectFault("odd-characters", changed("label: Wait", 'label: ▸"Wait \\u2067now"'), "warning");
    expect(parseScenario(changed("label: Wait", 'label: "Wait \\u2067now\\u2069"')).diagnostics).toEqual([]);
  });

  test("no message repeats them", () => {
    const { diagnostics } = parseScenario(SAMPLE.concat('"\\u202E\\u0007x": 1\n'));
    for (const { message } of diagnostics) expect(message).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});
