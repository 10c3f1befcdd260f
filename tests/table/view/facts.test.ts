import { describe, expect, test } from "vitest";
import type { Party, Text } from "../../../src/scenario/types.ts";
import { factsOf } from "../../../src/table/view/facts.ts";
import { MUNICH } from "../../setup/shipped.ts";

/** Every text of a file that is nobody's business but that of one party, or has not happened yet. */
function privateTexts(party: Party): string[] {
  const texts: Text[] = [
    ...party.positions.map(({ label }) => label),
    ...party.interests.map(({ text }) => text),
    ...party.redLines.flatMap(({ title }) => (title ? [title] : [])),
    ...party.linkages.flatMap(({ title }) => (title ? [title] : [])),
    ...party.levers.map(({ title }) => title),
    ...(party.walkAway.means ? [party.walkAway.means] : []),
  ];
  return texts.map((text) => text.en ?? "");
}

describe("the public part of a scenario", () => {
  const facts = factsOf(MUNICH);

  test("holds no private text, number or event of the file", () => {
    const { issues, sources, title, summary, notice, protocol, ...rest } = facts;
    const told = JSON.stringify(rest);
    // What the sources say and options are called is public, even where a position happens to be called the same.
    for (const text of MUNICH.parties.flatMap(privateTexts)) expect(told).not.toContain(text);
    for (const key of [
      "values",
      "walkAway",
      "positions",
      "levers",
      "redLines",
      "linkages",
      "tactic",
      "events",
      "news",
    ]) {
      expect(told).not.toContain(`"${key}"`);
    }
  });
});
