import { describe, expect, test } from "vitest";
import { changed, DISPOSED, expectFault, scenarioOf } from "../sample.ts";

const disposed = (from: string, to: string): string => changed(from, to, DISPOSED);

describe("a file with dispositions", () => {
  const { issues, parties, words } = scenarioOf(DISPOSED);
  const south = parties[1];
  const [eager, slow] = south?.dispositions ?? [];

  test("each has all its numbers: what it states over what the party has", () => {
    expect(eager?.values.map(({ weight, options }) => [weight, options])).toEqual([
      [30, [0, 90, 100]],
      [70, [100, 80, 60, 60]],
    ]);
    expect(slow?.values.map(({ weight, options }) => [weight, options])).toEqual([
      [50, [0, 40, 90]],
      [50, south?.values[1]?.options],
    ]);
    expect(eager).toMatchObject({
      chance: 0.4,
      walkAway: { at: 10, driftPerRound: 0 },
      holdsAtLeast: [60, null, null],
    });
    expect(eager?.tactic).toEqual({ kind: "conceder", exponent: [2, 2], reciprocity: 0 });
    expect(eager?.linkages).toHaveLength(1);
    expect(eager?.redLines).toHaveLength(1);
    expect(slow?.tactic).toEqual(south?.tactic);
  });

  test("what it states is told from what it leaves to the party", () => {
    expect(eager?.stated.values).toEqual([
      { weight: 30, options: [null, 90, null] },
      { weight: 70, options: [100, 80, 60, 60] },
    ]);
    expect(slow?.stated).toEqual({
      values: [
        { weight: null, options: [null, null, 90] },
        { weight: null, options: [null, null, null, null] },
      ],
      walkAway: { at: null, driftPerRound: null },
      tactic: null,
    });
    expect(eager?.stated.walkAway).toEqual({ at: 10, driftPerRound: null });
  });

  test("what is said in public, in private, and of one another", () => {
    expect(parties[0]?.interests[0]?.public).toEqual({ en: "Quiet" });
    expect(parties[0]?.tactic.reciprocity).toBe(0.3);
    expect(south).toMatchObject({ briefing: { en: "Keep calm" }, trust: [0.7, 0.5, 0.5] });
    expect(issues.map(({ phrase }) => phrase)).toEqual([{ en: "over the start" }, null]);
    expect(words).toEqual({ capital: { en: "Head office" } });
    expect(parties[0]?.positions[0]?.does[0]).toMatchObject({ kind: "sound_out", given: { issue: 1, option: 2 } });
    expect(parties[2]?.positions[0]?.does).toMatchObject([{ kind: "non_paper", to: [0, 1] }]);
  });

  test("texts without a language are in that of the file", () => {
    const german = scenarioOf(disposed("language: en", "language: de"));
    expect(german.title).toEqual({ de: "Two rivers" });
    expect(german.parties[1]?.dispositions[0]?.label).toEqual({ de: "A deal is wanted" });
    expect(german.parties[2]?.name).toEqual({ de: "envoy" });
  });
});

describe("what is wrong with it is said where it is", () => {
  test.each([
    ["chances that do not sum to 1", "    dispositions:\n", "    dispositions:\n", "chance: 0.4", "chance: 0.5"],
  ])("%s", (_, key, marked, from, to) => {
    const told = expectFault("chance-sum", changed(key, marked.replace("dispo", "▸dispo"), disposed(from, to)));
    expect(told.message).toContain("1.1");
  });

  test.each([
    ["a position of holds_at_least", "{ wait: 60 }", "{ ▸waits: 60 }", "unknown-position"],
    ["an issue", "days: {} } }", "days: {}, ▸day: {} } }", "unknown-issue"],
    ["an option", "{ late: 90 }", "{ ▸later: 90 }", "unknown-option"],
    ["a party to trust", "{ north: 0.7 }", "{ ▸nord: 0.7 }", "unknown-party"],
    ["trust in itself", "{ north: 0.7 }", "{ ▸south: 0.7 }", "trust-in-self"],
    ["a word of the house", "{ capital: Head office }", "{ ▸capitol: Head office }", "unknown-key"],
    ["a non-paper for one without a vote", "to: [north, south]", "to: [north, ▸envoy]", "deed-on-self"],
  ])("%s", (_, from, to, code) => {
    const { message } = expectFault(code, disposed(from, to));
    expect(message.length).toBeGreaterThan(20);
  });

  test("a non-paper of a party with a vote", () => {
    expectFault("no-mediator", disposed("- { press: aid_offer }", "- { ▸non_paper: { to: [south] } }"));
  });

  test("one disposition alone", () => {
    const text = disposed("    dispositions:\n", "    ▸dispositions:\n");
    const alone = text.replace(/ {6}slow: .*\n/, "");
    expectFault("one-disposition", alone);
  });

  test("weights of a disposition that miss the scale", () => {
    expectFault("weight-sum", disposed("values: { start: { weight: 30", "▸values: { start: { weight: 20"), "warning");
  });
});

describe("what changes nothing is a warning", () => {
  test("reciprocity of a tactic that answers in its own way", () => {
    const text = disposed("tactic: { kind: conceder }", "tactic: { kind: micro, reciprocity: ▸0.5 }");
    expectFault("reciprocity-unused", text, "warning");
  });

  test("an issue of which one disposition says nothing", () => {
    const text = disposed("    dispositions:\n", "    ▸dispositions:\n").replace(", days: {} } }", " } }");
    expect(expectFault("disposition-silent", text, "warning").message).toContain("slow");
  });
});
