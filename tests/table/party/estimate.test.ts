import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageIds } from "../../../src/play/action.ts";
import { readScenario } from "../../../src/play/read.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { estimatedWeights } from "../../../src/table/party/estimate.ts";
import { positionOf } from "../../setup/scenarios.ts";
import { AID, RUSSIA, START, small, TURKEY, US } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

const believed = (table: Table, by: string, of: number): number[] => [...(table.as(by).view().estimates[of] ?? [])];
const weights = (table: Table, of: number): number[] =>
  estimatedWeights(table.play.model, table.play.state.context, of);

function closeTo(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [index, one] of wanted.entries()) expect(found[index]).toBeCloseTo(one, 12);
}

describe("what a seat believes of another", () => {
  it("is flat before the first offer: every issue weighs the same, every option is half as good as it could be", () => {
    const table = seat(small());
    closeTo(believed(table, "us", RUSSIA), [0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });

  it("is 1 − distance/span to the nearest option ever offered, on each issue", () => {
    const table = seat(small());
    table.as("us").offers({ start: "immediately", aid: "some" }).allAnswer("refuse");
    closeTo(believed(table, "russia", US), [0.5, 0.25, 0, 0.25, 0.5, 0.25]);
  });

  it("remembers every option that was ever offered, not only the last", () => {
    const table = seat(small());
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse").untilRound(2);
    table.as("us").offers({ start: "first_march", aid: "all" }).allAnswer("refuse");
    // Two steps on the start: weights 1/3 and 1 of 4/3.
    closeTo(believed(table, "russia", US), [0.25, 0.125, 0.25, 0.75, 0.375, 0]);
  });

  it("weighs an issue by 1/(1 + steps moved on it)", () => {
    const moves = seat(small());
    for (const [round, aid] of ["all", "some", "none"].entries()) {
      moves
        .untilRound(round + 1)
        .as("us")
        .offers({ start: "immediately", aid });
      moves.as("russia").answers("refuse", { named: [] }).as("turkey").answers("refuse", { named: [] });
    }
    closeTo(weights(moves, US), [1 / (1 + 1 / 3), 1 / 3 / (1 + 1 / 3)]);
  });

  it("adds n/(4 + n) to an issue that refusals have named n times", () => {
    const table = seat(small());
    table.as("us").offers({ start: "one_week", aid: "some" });
    table
      .as("russia")
      .answers("refuse", { named: ["start"] })
      .as("turkey")
      .answers("refuse", { named: [] });
    // 1 + 1/5 against 1
    closeTo(weights(table, RUSSIA), [1.2 / 2.2, 1 / 2.2]);
    closeTo(weights(table, TURKEY), [0.5, 0.5]);
    table.as("russia").passes().as("turkey").offers({ start: "one_week", aid: "none" });
    table
      .as("russia")
      .answers("refuse", { named: ["start"] })
      .as("us")
      .answers("refuse", { named: [] });
    closeTo(weights(table, RUSSIA), [(1 + 2 / 6) / (2 + 2 / 6), 1 / (2 + 2 / 6)]);
  });

  it("takes a commitment for an offer of the option on an issue that never moved", () => {
    const table = seat(small());
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse").untilRound(2);
    table.as("us").offers({ start: "one_week", aid: "all" }).allAnswer("refuse").untilRound(3);
    closeTo(weights(table, US), [1 / 3, 2 / 3]);
    table.as("us").commitsTo({ start: "one_week" });
    closeTo(weights(table, US), [0.5, 0.5]);
    const fresh = seat(small());
    fresh.as("us").commitsTo({ aid: "none" });
    closeTo(believed(fresh, "russia", US), [0.25, 0.25, 0.25, 0, 0.25, 0.5]);
  });

  it("empties an option that was called never", () => {
    const russia = { walkAway: { at: 50, driftPerRound: 0, means: null, grounds: { cite: [], why: null } } };
    const table = seat(small({ russia }));
    table
      .as("us")
      .passes()
      .as("russia")
      .offers({ start: "first_march", aid: "some" })
      .allAnswer("refuse")
      .as("turkey")
      .passes();
    table.as("us").soundsOut("russia", { start: "immediately" });
    expect(table.as("us").heard()).toBe("never");
    const [immediately, week, march] = believed(table, "us", RUSSIA);
    closeTo([immediately ?? 1, week ?? 0, march ?? 0], [0, 0.25, 0.5]);
  });

  it("halves an option that was called hard", () => {
    const russia = {
      walkAway: { at: 20, driftPerRound: 0, means: null, grounds: { cite: [], why: null } },
      positions: [positionOf("open", { holdsAtLeast: 90 })],
    };
    const table = seat(small({ russia }));
    table.as("us").passes().as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    table.as("turkey").passes().as("us").soundsOut("russia", { start: "one_week" });
    expect(table.as("us").heard()).toBe("hard");
    // One week is half way from 1 March, and halved again.
    closeTo(believed(table, "us", RUSSIA), [0, 0.125, 0.5, 0, 0.25, 0.5]);
  });

  it("takes a friendly reply about a package for half an offer of each option, and an unfriendly one for nothing", () => {
    const russia = { walkAway: { at: 50, driftPerRound: 0, means: null, grounds: { cite: [], why: null } } };
    const asked = (start: string, aid: string) => {
      const table = seat(small({ russia }));
      return table.as("us").soundsOut("russia", { start, aid });
    };
    const yes = asked("first_march", "none");
    expect(yes.as("us").heard()).toBe("would_sign");
    closeTo(believed(yes, "us", RUSSIA), [0, 0.125, 0.25, 0, 0.125, 0.25]);
    const no = asked("immediately", "all");
    expect(no.as("us").heard()).toBe("never");
    closeTo(believed(no, "us", RUSSIA), [0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });

  it("is the same for everyone but for the soundings that one took part in", () => {
    const table = seat(small());
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse");
    expect(believed(table, "russia", US)).toEqual(believed(table, "turkey", US));
    table.as("russia").soundsOut("turkey", { aid: "some" });
    expect(believed(table, "us", TURKEY)).not.toEqual(believed(table, "russia", TURKEY));
    expect(believed(table, "us", RUSSIA)).not.toEqual(believed(table, "turkey", RUSSIA));
  });
});

describe("a Russia that never moves on the start and moves on aid", () => {
  /**
   * Russia offers four times, changing only aid. `says`: what its refusals of the American offers name. Whoever else is asked
   * refuses and names nothing.
   */
  function fourOffers(scenario: Scenario, aid: readonly string[], start: string, says: readonly string[]): Table {
    const table = seat(scenario, { humans: scenario.parties.map(({ id }) => id) });
    const answer = (): void => {
      while (table.play.waiting?.kind === "answers") {
        const party = scenario.parties[table.play.waiting.parties[0] ?? -1]?.id ?? "";
        table.as(party).answers("refuse", { named: party === "russia" ? says : [], red: [] });
      }
    };
    const others = Object.fromEntries(
      scenario.issues.map(({ id, statusQuo, options }) => [id, options[statusQuo]?.id ?? ""]),
    );
    for (let round = 1; round <= 4; round++) {
      for (let spoken = 0; spoken < scenario.parties.length; spoken++) {
        const mover = scenario.parties[table.play.state.context.mover]?.id ?? "";
        const american = table.play.scenario.issues[0]?.options[0]?.id ?? "";
        if (mover === "russia") table.as("russia").offers({ ...others, start, aid: aid[round - 1] ?? "" });
        else if (mover === "us" && round === 1) table.as("us").offers({ ...others, start: american });
        else table.as(mover).passes();
        answer();
      }
    }
    expect(table.sent("OFFER").filter(({ event }) => "party" in event && event.party === RUSSIA)).toHaveLength(4);
    return table;
  }

  const named = (scenario: Scenario, table: Table): [string, number][] => {
    const found = weights(table, RUSSIA).map((weight, issue): [string, number] => [
      scenario.issues[issue]?.id ?? "",
      weight,
    ]);
    return found.sort((a, b) => b[1] - a[1]);
  };

  const munich = readScenario(readFileSync("scenarios/munich-2016.yaml", "utf8"), "munich-2016.yaml")
    .scenario as Scenario;
  const cases = [
    { name: "a small table", scenario: small({ protocol: { rounds: 6 } }), aid: ["none", "some", "all", "some"] },
    {
      name: "Munich",
      scenario: munich,
      aid: ["none", "case_by_case", "first_areas", "besieged_this_week"],
    },
  ];

  describe.each(cases)("in $name", ({ name, scenario, aid }) => {
    it("is believed to care more for the start than for aid, by its offers alone", () => {
      const table = fourOffers(scenario, aid, "first_march", []);
      const found = new Map(named(scenario, table));
      // Three steps on aid: its weight is a quarter of that of an issue that never moved.
      expect((found.get("start") ?? 0) / (found.get("aid") ?? 1)).toBeCloseTo(4, 9);
      // Offers alone cannot tell the start from other issues that did not move either.
      const first = named(scenario, table).filter(([, weight]) => weight === found.get("start"));
      expect(first).toHaveLength(scenario.issues.length - 1);
    });

    it("is believed to care most for the start once a single refusal has named it", () => {
      const table = fourOffers(scenario, aid, "first_march", ["start"]);
      const [first, second] = named(scenario, table);
      expect(first?.[0]).toBe("start");
      expect(first?.[1]).toBeGreaterThan(second?.[1] ?? 1);
      // (1 + 1/5) : 1 or, on the small table, (1 + 1/5) : 1/4
      const rest = name === "Munich" ? 1.2 : 4.8;
      expect((first?.[1] ?? 0) / (second?.[1] ?? 1)).toBeCloseTo(rest, 9);
    });

    it("would be believed to care more for aid if it moved on the start instead", () => {
      const table = seat(scenario, { humans: scenario.parties.map(({ id }) => id) });
      const rest = packageIds(table.play.model, table.play.model.space.size - 1);
      for (const [round, start] of ["immediately", "one_week", "first_march"].entries()) {
        table.untilRound(round + 1);
        while (table.play.state.context.mover !== RUSSIA) {
          table.as(scenario.parties[table.play.state.context.mover]?.id ?? "").passes();
        }
        table.as("russia").offers({ ...rest, start });
        while (table.play.waiting?.kind === "answers") {
          const party = scenario.parties[table.play.waiting.parties[0] ?? -1]?.id ?? "";
          table.as(party).answers("refuse", { named: [], red: [] });
        }
      }
      const found = weights(table, RUSSIA);
      const aidAt = scenario.issues.findIndex(({ id }) => id === "aid");
      expect(found[START]).toBeLessThan(found[aidAt] ?? 0);
      expect(aidAt).toBeGreaterThanOrEqual(AID);
    });
  });
});
