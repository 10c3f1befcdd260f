import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mermaidText, stateDiagram } from "../../../src/cli/commands/diagram.ts";
import { parley } from "../../../src/cli/parley.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { anyScenario, issueOf, partyOf, positionOf, scenarioOf } from "../../setup/scenarios.ts";
import { MUNICH } from "../run.ts";

/** Mermaid takes `#58;` out before it parses (encodeEntities) and puts it back when it draws. */
const ENTITY = /#(\d+);/g;
const decode = (text: string): string => text.replace(ENTITY, (_, code: string) => String.fromCodePoint(Number(code)));

const ID = "[A-Za-z0-9_.]+";
/** What the lexer of stateDiagram-v2 takes for the rest of a line after a colon: no colon and no semicolon in it. */
const TEXT = '[^:;"{}<>#%\n]+(?:<br/>[^:;"{}<>#%\n]+)*';
const LINE = {
  title: new RegExp(`^accTitle: ${TEXT}$`),
  opening: new RegExp(`^\\[\\*\\] --> (${ID})$`),
  state: new RegExp(`^state "([^"{}<>#%\n]*)" as (${ID})( \\{)?$`),
  body: new RegExp(`^(${ID}) : ${TEXT}$`),
  move: new RegExp(`^(${ID}) --> (${ID}) : ${TEXT}$`),
};
/** Read as statements even within a label. */
const KEYWORDS = /end note|direction (TB|BT|LR|RL)|-->|--(?!>)/i;

interface Chart {
  openings: string[];
  states: Map<string, string>;
  used: string[];
}

/** Checks a diagram line by line against the part of Mermaid's grammar that it uses, and returns its charts. */
function chartsOf(diagram: string): Chart[] {
  const [header, ...lines] = diagram.trimEnd().split("\n");
  expect(header).toBe("stateDiagram-v2");
  const fresh = (): Chart => ({ openings: [], states: new Map(), used: [] });
  const top = fresh();
  const composites: Chart[] = [];
  let inside: Chart | null = null;
  for (const raw of lines) {
    const line = raw.trim().replace(ENTITY, "·$1·");
    const chart: Chart = inside ?? top;
    const [opening, state, body, move] = [LINE.opening, LINE.state, LINE.body, LINE.move].map((form) =>
      form.exec(line),
    );
    expect(line.replace(/^(\[\*\]|\S+) --> /, "")).not.toMatch(KEYWORDS);
    if (line === "}") {
      expect(inside, "a brace that closes nothing").not.toBeNull();
      inside = null;
    } else if (opening) {
      chart.openings.push(opening[1] as string);
    } else if (state) {
      const label = decode((/"(.*)"/.exec(raw) as RegExpExecArray)[1] as string);
      expect(chart.states.has(state[2] as string), `${state[2]} twice`).toBe(false);
      chart.states.set(state[2] as string, label);
      if (state[3]) {
        expect(inside).toBeNull();
        inside = fresh();
        composites.push(inside);
      }
    } else if (move) {
      chart.used.push(move[1] as string, move[2] as string);
    } else if (body) {
      chart.used.push(body[1] as string);
    } else {
      expect(line).toMatch(LINE.title);
    }
  }
  expect(inside, "a brace that is not closed").toBeNull();
  const charts = composites.length > 0 ? composites : [top];
  for (const { openings, states, used } of charts) {
    expect(openings).toHaveLength(1);
    for (const id of [...openings, ...used]) expect([...states.keys()]).toContain(id);
  }
  return charts;
}

const HOSTILE = [
  ...["end", "end note", "END  NOTE", "a: b; c", 'say "x"', "--> b", "---", "%% c", "%%{init: {}}%%", "}", "{", "[*]"],
  ...[
    "<script>alert(1)</script>",
    "#quot;",
    "#35;",
    "note right of x",
    "classDef a",
    ":::x",
    "مرحبا: نص",
    "😀",
    "a-#-->b",
  ],
  ...[
    "`code`",
    "$$x$$",
    "a\\nb",
    "&lt;",
    "state",
    "-",
    "direction LR",
    "<<fork>>",
    "accTitle: x",
    "click a href",
    "a\nb",
  ],
];

function withLabels(labels: readonly string[]): Scenario {
  const grounds = (at: number) => ({ cite: [], why: { en: labels[at] ?? "" } });
  const positions = labels.map((label, at) =>
    positionOf(`p-${at}`, {
      label: { en: label },
      asks: [{ issue: 0, options: [0] }],
      moves: [
        {
          to: (at + 1) % labels.length,
          when: { kind: "offered", by: 1, terms: [{ issue: 0, options: [0, 1] }] },
          grounds: { cite: ["a-b#1"], why: null },
        },
      ],
      grounds: grounds(at),
    }),
  );
  const title = { en: labels.join(" ") };
  const parties = [
    partyOf("end", [[1, 0]], { name: title, positions }),
    partyOf("note", [[1, 0]], { positions: [positionOf("state")] }),
  ];
  return scenarioOf([issueOf("x", [labels[0] ?? "a", "b"])], parties, { title });
}

describe("diagrams are Mermaid", () => {
  test("Munich: every party a chart with its positions, conditions and sources", async () => {
    const { stdout, exit } = await parley(["diagram", MUNICH]);
    expect(exit).toBe(0);
    const charts = chartsOf(stdout);
    expect(charts).toHaveLength(4);
    expect([...(charts[0]?.states.values() ?? [])]).toContain("A halt at once");
    const text = decode(stdout);
    expect(text).toContain("us.immediate : • Asks for Start of the cessation: Immediately");
    expect(text).toContain("us.immediate : • Holds out for at least ");
    expect(text).toContain("us.immediate : • Sources: munich-2016-02-12#9");
    expect(text).toMatch(/us\.immediate --> us\.within_a_week : Russia offers .*<br\/>or from round 4/);
  });

  test("one party alone", async () => {
    const [chart, ...more] = chartsOf((await parley(["diagram", MUNICH, "--party", "russia"])).stdout);
    expect(more).toEqual([]);
    expect([...(chart?.states.keys() ?? [])].every((id) => id.startsWith("russia."))).toBe(true);
  });

  test("no label breaks it, and every label reads as it was written", () => {
    const scenario = withLabels(HOSTILE);
    const [chart] = chartsOf(stateDiagram(scenario));
    expect([...(chart?.states.values() ?? [])]).toEqual(HOSTILE.map((label) => label.replace(/\s+/g, " ")));
    expect(chartsOf(stateDiagram(scenario, 0))).toHaveLength(1);
  });

  test("any labels, any scenario", () => {
    const label = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme" }), fc.string());
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 6 }), (labels) => {
        chartsOf(stateDiagram(withLabels(labels.map((one) => one || "x"))));
      }),
    );
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(chartsOf(stateDiagram(scenario))).toHaveLength(scenario.parties.length);
      }),
    );
  });

  test("ids with dashes stay apart", () => {
    const positions = ["a-b", "a_b", "a--b"].map((id) => positionOf(id));
    const scenario = scenarioOf([issueOf("x", ["a"])], [partyOf("p", [[1]], { positions }), partyOf("q", [[1]])]);
    expect(chartsOf(stateDiagram(scenario))[0]?.states.size).toBe(3);
  });

  test("text comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decode(mermaidText(text))).toBe(text);
      }),
    );
  });
});
