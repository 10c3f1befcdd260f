import { describe, expect, it } from "vitest";
import { diagnosePlay } from "../../src/play/read.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { issueOf, NO_GROUNDS, partyOf, positionOf, scenarioOf } from "../setup/scenarios.ts";
import { AID, RUSSIA, START, small, US, walkAwayAt } from "../setup/small.ts";

const found = (scenario: Scenario) =>
  diagnosePlay(scenario).map(({ severity, code, path }) => [severity, code, path.join(".")]);

describe("what a scenario holds in store", () => {
  it("is nothing to speak of where all can agree", () => {
    expect(diagnosePlay(small())).toEqual([]);
  });

  it("is an error where no package meets what a position asks without crossing the party's own red line", () => {
    const redLines = [{ title: null, when: [{ issue: START, options: [0] }], grounds: NO_GROUNDS }];
    const positions = [positionOf("now", { asks: [{ issue: START, options: [0] }] })];
    expect(found(small({ us: { redLines, positions } }))).toEqual([
      ["error", "asks-unmeetable", "parties.us.positions.now.asks"],
    ]);
  });

  it("warns where a position holds out for more than the best that it asks", () => {
    const positions = [
      positionOf("week", { asks: [{ issue: START, options: [1] }], holdsAtLeast: 80 }),
      positionOf("end"),
    ];
    const moves = [{ to: 1, when: { kind: "always" } as const, grounds: NO_GROUNDS }];
    const [first, ...rest] = positions;
    const all = small({ us: { positions: [{ ...(first as (typeof positions)[number]), moves }, ...rest] } });
    expect(found(all)).toEqual([["warning", "holds-above-asks", "parties.us.positions.week.holds_at_least"]]);
    expect(diagnosePlay(all)[0]?.message).toContain("75");
  });

  it("warns of a deadlock: a position above everything that could be signed, that leads nowhere else", () => {
    // Both want 60 and can have 50 at most, when the other walks away below 50.
    const firm = { walkAway: walkAwayAt(50), positions: [positionOf("firm", { holdsAtLeast: 60 })] };
    const table = small({ us: firm, russia: { walkAway: walkAwayAt(50) }, turkey: null });
    expect(found(table)).toEqual([["warning", "deadlock", "parties.us.positions.firm.holds_at_least"]]);
  });

  it("warns of whoever's walk-away closes the zone, by the worth it would have to come down to", () => {
    const table = small({ us: { walkAway: walkAwayAt(60) }, russia: { walkAway: walkAwayAt(50) }, turkey: null });
    expect(found(table)).toEqual([
      ["warning", "zone-closed", "parties.us.walk_away.at"],
      ["warning", "zone-closed", "parties.russia.walk_away.at"],
    ]);
    expect(diagnosePlay(table)[0]?.message).toContain("50");
  });

  it("looks at the walk-aways of the deadline, after their drift", () => {
    const drifting = (drift: number) =>
      small({ us: { walkAway: walkAwayAt(60, drift) }, russia: { walkAway: walkAwayAt(50) }, turkey: null });
    // Five intervals in six rounds.
    expect(found(drifting(-2))).toEqual([]);
    expect(found(drifting(-1.9))).toHaveLength(2);
  });

  it("asks only those whose votes bind", () => {
    const binding = { needs: [US, RUSSIA], atLeast: 2 };
    expect(found(small({ turkey: { walkAway: walkAwayAt(101) }, protocol: { binding } }))).toEqual([]);
    expect(found(small({ turkey: { walkAway: walkAwayAt(101) } }))).not.toEqual([]);
  });

  it("says where red lines of several leave nothing", () => {
    const red = (issue: number, options: number[]) => ({
      redLines: [{ title: null, when: [{ issue, options }], grounds: NO_GROUNDS }],
    });
    const table = small({ us: red(START, [0, 1, 2]), russia: red(AID, [0, 1, 2]), turkey: null });
    expect(found(table).filter(([, code]) => code === "zone-closed")).toEqual([["warning", "zone-closed", "parties"]]);
  });

  it("does not look into what is too large to play, and says so", () => {
    const options = Array.from({ length: 100 }, (_, n) => `o${n}`);
    const issues = ["a", "b", "c", "d"].map((id) => issueOf(id, options));
    const values = issues.map(() => options.map(() => 1));
    const large = scenarioOf(issues, [partyOf("us", values), partyOf("russia", values)]);
    expect(found(large)).toEqual([["warning", "too-large-to-play", "issues"]]);
    const heavy = scenarioOf(issues.slice(0, 3), [
      partyOf("us", values.slice(0, 3)),
      partyOf("russia", values.slice(0, 3)),
    ]);
    expect(found(heavy)).toEqual([]);
  });

  it("says which protocols cannot be played yet", () => {
    expect(found(small({ protocol: { kind: "single_text" } }))).toEqual([
      ["warning", "protocol-not-yet", "protocol.kind"],
    ]);
  });
});
