import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../src/exact/json.ts";
import { parseStored } from "../../../src/scenario/stored/parse.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { SAMPLE, scenarioOf } from "../sample.ts";

const CHECKED = scenarioOf(SAMPLE);

/** A copy as it would come out of a record; whoever tampers with it need not keep to the type. */
// biome-ignore lint/suspicious/noExplicitAny: tampering is the point
type Loose = any;

function problemsOf(tamper: (scenario: Loose) => void): readonly string[] {
  const copy = JSON.parse(canonicalJson(CHECKED)) as Loose;
  tamper(copy);
  const read = parseStored(copy);
  return "problems" in read ? read.problems : [];
}

test("what was written to a record is read back as it was", () => {
  const read = parseStored(JSON.parse(canonicalJson(CHECKED)));
  expect(read).toEqual({ scenario: CHECKED });
  expect(canonicalJson((read as { scenario: Scenario }).scenario)).toBe(canonicalJson(CHECKED));
});

describe("an index that points at nothing is named by its pointer", () => {
  test.each<[string, (scenario: Loose) => void]>([
    [
      "/issues/0/statusQuo",
      (s) => {
        s.issues[0].statusQuo = 3;
      },
    ],
    [
      "/parties/0/interests/0/issues/0",
      (s) => {
        s.parties[0].interests[0].issues[0] = 2;
      },
    ],
    [
      "/parties/0/linkages/0/when/1/options/2",
      (s) => {
        s.parties[0].linkages[0].when[1].options[2] = 4;
      },
    ],
    [
      "/parties/0/redLines/0/when/0/issue",
      (s) => {
        s.parties[0].redLines[0].when[0].issue = 9;
      },
    ],
    [
      "/parties/0/positions/0/asks/0/options/0",
      (s) => {
        s.parties[0].positions[0].asks[0].options[0] = 3;
      },
    ],
    [
      "/parties/0/positions/0/moves/0/to",
      (s) => {
        s.parties[0].positions[0].moves[0].to = 2;
      },
    ],
    [
      "/parties/0/positions/0/moves/0/when/of/1/by",
      (s) => {
        s.parties[0].positions[0].moves[0].when.of[1].by = 3;
      },
    ],
    [
      "/parties/0/positions/0/moves/0/when/of/1/owner",
      (s) => {
        s.parties[0].positions[0].moves[0].when.of[1].owner = 3;
      },
    ],
    [
      "/parties/0/positions/0/does/0/party",
      (s) => {
        s.parties[0].positions[0].does[0].party = 3;
      },
    ],
    [
      "/parties/0/positions/0/does/0/option",
      (s) => {
        s.parties[0].positions[0].does[0].option = 3;
      },
    ],
    [
      "/parties/0/positions/0/does/1/lever",
      (s) => {
        s.parties[0].positions[0].does[1].lever = 1;
      },
    ],
    [
      "/parties/0/levers/0/on",
      (s) => {
        s.parties[0].levers[0].on = 3;
      },
    ],
    [
      "/parties/0/levers/0/effects/pressure/0/party",
      (s) => {
        s.parties[0].levers[0].effects.pressure[0].party = 3;
      },
    ],
    [
      "/parties/1/positions/0/does/0/when/of/issues/0",
      (s) => {
        s.parties[1].positions[0].does[0].when.of.issues[0] = 2;
      },
    ],
    [
      "/parties/1/positions/0/moves/0/when/of/1/party",
      (s) => {
        s.parties[1].positions[0].moves[0].when.of[1].party = 3;
      },
    ],
    [
      "/parties/0/values",
      (s) => {
        s.parties[0].values.pop();
      },
    ],
    [
      "/parties/0/values/1/options",
      (s) => {
        s.parties[0].values[1].options.pop();
      },
    ],
    [
      "/parties/0/positions/0/grounds/cite/0",
      (s) => {
        s.parties[0].positions[0].grounds.cite[0] = "report#7";
      },
    ],
    [
      "/events/0/effects/moves/0/to",
      (s) => {
        s.events[0].effects.moves[0].to = 3;
      },
    ],
    [
      "/events/1/effects/removeOptions/0/option",
      (s) => {
        s.events[1].effects.removeOptions[0].option = 4;
      },
    ],
    [
      "/events/1/when/event",
      (s) => {
        s.events[1].when.event = 2;
      },
    ],
    [
      "/actors/0/patron",
      (s) => {
        s.actors[0].patron = 3;
      },
    ],
    [
      "/history/0/terms",
      (s) => {
        s.history[0].terms.push(0);
      },
    ],
    [
      "/history/0/terms/1",
      (s) => {
        s.history[0].terms[1] = 4;
      },
    ],
    [
      "/protocol/order",
      (s) => {
        s.protocol.order[0] = 0;
      },
    ],
    [
      "/protocol/binding/needs/0",
      (s) => {
        s.protocol.binding.needs[0] = 2;
      },
    ],
    [
      "/protocol/binding/weights",
      (s) => {
        s.protocol.binding.weights.pop();
      },
    ],
    [
      "/protocol/mediator",
      (s) => {
        s.protocol.mediator.party = 1;
      },
    ],
    [
      "/parties/1/id",
      (s) => {
        s.parties[1].id = "north";
      },
    ],
    [
      "/parties/0/tactic/exponent",
      (s) => {
        s.parties[0].tactic.exponent.reverse();
      },
    ],
  ])("%s", (pointer, tamper) => {
    expect(problemsOf(tamper).map((problem) => problem.split(":")[0])).toEqual([pointer]);
  });
});

describe("what has another shape is refused", () => {
  test.each<[string, (scenario: Loose) => void]>([
    [
      "a key too many",
      (s) => {
        s.issues[0].colour = "red";
      },
    ],
    [
      "a key too few",
      (s) => {
        delete s.scale;
      },
    ],
    [
      "a negative index",
      (s) => {
        s.protocol.order[0] = -1;
      },
    ],
    [
      "half an index",
      (s) => {
        s.issues[0].statusQuo = 0.5;
      },
    ],
    [
      "an address that runs",
      (s) => {
        s.sources[0].url = "javascript:alert(1)";
      },
    ],
    [
      "an id that is a path",
      (s) => {
        s.id = "../../etc";
      },
    ],
    [
      "a condition of an unknown kind",
      (s) => {
        s.events[0].when = { kind: "eval", code: "1" };
      },
    ],
    [
      "a prototype",
      (s) => {
        Object.defineProperty(s.parties[0].stakes, "__proto__", { value: 1, enumerable: true });
      },
    ],
    [
      "half a character",
      (s) => {
        s.title.en = "\uD800";
      },
    ],
    [
      "two mediators",
      (s) => {
        s.parties[0].role = "mediator";
      },
    ],
    [
      "a table of one",
      (s) => {
        s.parties = [];
      },
    ],
  ])("%s", (_, tamper) => {
    expect(problemsOf(tamper).length).toBeGreaterThan(0);
  });

  test.each([null, undefined, 1, "scenario", [], {}, [[]]])("%j", (value) => {
    expect("problems" in parseStored(value)).toBe(true);
  });
});

test("conditions within conditions without end are answered", () => {
  let when: unknown = { kind: "always" };
  for (let depth = 0; depth < 100_000; depth++) when = { kind: "not", of: when };
  const problems = problemsOf((scenario) => {
    scenario.events[0].when = when;
  });
  expect(problems.join()).toContain("levels deep");
});

test("the deepest file that is read can be read back from a record", () => {
  let when = "{ round_from: 2 }";
  for (let depth = 0; depth < 50; depth++) when = `{ not: ${when}, round_from: 2 }`;
  const scenario = scenarioOf(
    SAMPLE.replace("when: { event: flood }", `when: ${when}`).replace(
      "{ round_from: 2 }, round_from: 2",
      "{ text: true }",
    ),
  );
  expect(parseStored(JSON.parse(canonicalJson(scenario)))).toEqual({ scenario });
});
