import { describe, expect, test } from "vitest";
import { parseScenario } from "../../../src/scenario/read.ts";
import { readYaml } from "../../../src/scenario/text/yaml.ts";
import { changed, expectFault, marked, SAMPLE, scenarioOf } from "../sample.ts";

/** Only the YAML reader's own diagnostics, as `line:column code`. */
function diagnostics(textWithMarks: string): { told: string[]; marks: string[] } {
  const { text, places } = marked(textWithMarks);
  const { diagnostics: found, places: map } = readYaml(text);
  const told = found.list.map(({ code, path, atKey, offset }) => {
    const { line, column } = offset === undefined ? map.of(path, atKey) : map.at(offset);
    return `${line}:${column} ${code}`;
  });
  return { told, marks: places.map(({ line, column }) => `${line}:${column}`) };
}

describe("what is no YAML", () => {
  test("a bracket that is not closed", () => {
    expectFault("yaml-syntax", changed("questions: [What now]\n", "questions: [What now\n▸"));
  });

  test("a tab as indentation", () => {
    const { told, marks } = diagnostics("a:\n▸\tb: 1\n");
    expect(told).toContain(`${marks[0]} yaml-tab`);
  });

  test("a tag, known to YAML or not", () => {
    for (const tag of ["!!binary", "!party", "!!js/function"])
      expectFault("yaml-tag", changed("Two rivers", `▸${tag} Two`));
  });

  test("a second document", () => {
    expectFault("yaml-syntax", `${SAMPLE}▸---\nparley: 1\n`);
  });

  test("an alias without its anchor", () => {
    expectFault("yaml-syntax", changed("Two rivers", "▸*nowhere"));
  });

  test("a key that is a list", () => {
    expectFault("wrong-type", changed("aftermath: { step: day }", "aftermath: { ? ▸[a, b] : day }"));
  });
});

describe("keys", () => {
  test("one that is there twice is told at the second", () => {
    expectFault("duplicate-key", changed("leak: 0.2", "leak: 0.2\n  ▸leak: 0.3"));
    expectFault("duplicate-key", changed("{ 3: 0, 9: 90 }", '{ 3: 0, ▸"3": 1, 9: 90 }'));
  });

  test("ones that reach into prototypes are refused wherever they stand", () => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      expectFault("forbidden-key", changed("step: day", `step: day, deep: { ▸${key}: 1 }`));
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("what YAML could make of words", () => {
  test("days stay texts and no is a word", () => {
    expect(scenarioOf(SAMPLE).when).toBe("2016-02-11");
    const { value } = readYaml("a: no\nb: yes\nc: 2016-02-11\nd: 12:30:45\ne: on\nf: 1_000\n");
    expect(value).toEqual({ a: "no", b: "yes", c: "2016-02-11", d: "12:30:45", e: "on", f: "1_000" });
  });

  test("<< merges nothing", () => {
    const text = changed("leak: 0.2", "leak: 0.2\n  ▸<<: { rounds: 3 }");
    expect(expectFault("unknown-key", text).message).toContain('"<<"');
  });

  test("an alias stands for what it names", () => {
    const text = changed("why: A guess", "why: &guess A guess")
      .replace("why: Both together", "why: Both")
      .replace("questions: [What now]", "questions: [*guess]");
    expect(scenarioOf(text).questions).toEqual([{ en: "A guess" }]);
  });

  test("a fault under an alias is told where the words stand", () => {
    const text = changed("{ start: now }\n        holds", "&asked { start: ▸never }\n        holds").replace(
      "commit: { start: late }",
      "commit: *asked",
    );
    const { text: plain, places } = marked(text);
    const lines = parseScenario(plain).diagnostics.map(({ line, column, code }) => ({ line, column, code }));
    expect(lines).toEqual([0, 1].map(() => ({ ...places[0], code: "unknown-option" })));
  });

  test("JSON is YAML too", () => {
    const { value } = readYaml(SAMPLE);
    expect(scenarioOf(JSON.stringify(value, null, 2))).toEqual(scenarioOf(SAMPLE));
  });

  test("a byte order mark, carriage returns and astral letters do not move a place", () => {
    expectFault(
      "unknown-key",
      `\uFEFF${changed("leak: 0.2", "leak: 0.2\n  ▸leek: 0.2").replaceAll("\n", "\r\n")}`.replace("\r", ""),
    );
    expectFault(
      "unknown-key",
      changed("{ step: day }", "{ step: day }\nhistoric: 1")
        .replace("historic: 1", "")
        .replace("{ when: { event: flood }", "{ when: { event: flood }")
        .replace("news: Rain,", 'news: "𐀀𐀀", ▸wen: 1,'),
    );
  });
});

describe("locate", () => {
  const { text, places } = marked(
    changed("walk_away: { at: 40", "▸walk_away: { at: ▸40")
      .replace("      ▸", "▸")
      .replace("      second:", "      ▸second:"),
  );
  const { locate } = parseScenario(text);

  test("a map is at its key, a value at itself", () => {
    expect(locate(["parties", "north", "walk_away"])).toEqual(places[0]);
    expect(locate(["parties", "north", "walk_away", "at"])).toEqual(places[1]);
    expect(locate(["parties", "north", "positions", "second"])).toEqual(places[2]);
  });

  test("what is not there is at the deepest part of the path that is", () => {
    expect(locate(["parties", "north", "walk_away", "nothing", "here"])).toEqual(places[0]);
    expect(locate([])).toEqual({ line: 1, column: 1 });
    expect(locate(["nothing"])).toEqual({ line: 1, column: 1 });
  });
});
