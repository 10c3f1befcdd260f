import { describe, expect, it } from "vitest";
import type { Disposition } from "../../../src/scenario/types.ts";
import { NO_GROUNDS, partyOf } from "../../setup/scenarios.ts";
import { RUSSIA, START, small } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

const base = partyOf("russia", [
  [0, 50, 100],
  [0, 50, 100],
]);

/** A disposition that states what the start is worth, and perhaps a tactic. */
function disposition(id: string, weight: number, options: number[], more: Partial<Disposition> = {}): Disposition {
  const stated = {
    values: [{ weight, options }, null],
    walkAway: { at: null, driftPerRound: null },
    tactic: more.tactic ?? null,
  };
  const { linkages, redLines, walkAway, tactic } = base;
  const values = base.values.map((own, issue) => (issue === START ? { ...own, weight, options } : own));
  return {
    ...{ id, label: { en: id }, chance: 0.5, briefing: null, grounds: NO_GROUNDS, stated, values },
    ...{ linkages, redLines, walkAway, tactic, holdsAtLeast: [null], ...more },
  };
}

const LATE = disposition("late", 70, [0, 20, 100]);
const DEAL = disposition("deal", 30, [60, 100, 60]);

function tableOf(dispositions: readonly Disposition[]): Table {
  return seat(small({ russia: { dispositions } }));
}

const likely = (table: Table, by = "us"): readonly number[] => table.as(by).view().beliefs[RUSSIA]?.likely ?? [];

describe("how likely each disposition of another is by now", () => {
  it("is the chance of the file as long as nothing was seen, and nothing of a party without dispositions", () => {
    expect(likely(tableOf([LATE, { ...DEAL, chance: 0.25 }, { ...DEAL, id: "other", chance: 0.25 }]))).toEqual([
      0.5, 0.25, 0.25,
    ]);
    expect(seat(small()).as("us").view().beliefs).toEqual([null, null, null]);
    expect(tableOf([LATE, DEAL]).as("russia").view().beliefs[RUSSIA]).toBeNull();
  });

  it("follows what is offered, by what each states of it: the example of the rule book", () => {
    const table = tableOf([LATE, DEAL]);
    table.as("us").passes();
    table.as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    // Shares of 1 March: e⁷ of 1 + e^1.4 + e⁷; e^−1.2 of 1 + 2 e^−1.2.
    const [late, deal] = [0.99541, 0.18799];
    expect(likely(table)[0]).toBeCloseTo(late / (late + deal), 4);
    expect(
      table
        .as("us")
        .view()
        .beliefs[RUSSIA]?.signs.map(({ sign }) => sign),
    ).toEqual([{ kind: "offered", issue: START, option: 2 }]);
    // The same for everybody who saw the same.
    expect(likely(table, "turkey")).toEqual(likely(table));
  });

  it("follows the issues that refusals name", () => {
    const table = tableOf([LATE, DEAL]);
    table.as("us").offers({ start: "one_week", aid: "some" });
    table.as("russia").answers("refuse", { named: ["start"] });
    table.as("turkey").answers("refuse", { named: [] });
    expect(likely(table)[0]).toBeGreaterThan(0.5);
  });

  it("follows what it replied to oneself, as far as it is trusted, and nobody else's soundings", () => {
    const asked = (trust: number): Table =>
      seat(small({ us: { trust: [1, trust, 0.5] }, russia: { dispositions: [LATE, DEAL] } }))
        .as("us")
        .soundsOut("russia", { start: "first_march" }, { reply: "never" });
    const [little, much] = [asked(0.2), asked(0.9)];
    expect(likely(little)[0]).toBeLessThan(0.5);
    expect(likely(much)[0]).toBeLessThan(likely(little)[0] ?? 0);
    expect(likely(much, "turkey")).toEqual([0.5, 0.5]);
  });

  it("follows how far it has come for the time that has passed, where tactics are stated", () => {
    const stands = { kind: "boulware", exponent: [0.1, 0.1], reciprocity: 0 } as const;
    const gives = { kind: "conceder", exponent: [3, 3], reciprocity: 0 } as const;
    const same = [0, 50, 100];
    const table = tableOf([
      disposition("stands", 50, same, { tactic: stands }),
      disposition("gives", 50, same, { tactic: gives }),
    ]);
    table.as("us").passes();
    table.as("russia").offers({ start: "first_march", aid: "none" }).allAnswer("refuse").untilRound(3);
    expect(likely(table)[0]).toBeGreaterThan(0.6);
    expect(table.as("us").view().beliefs[RUSSIA]?.signs.at(-1)?.sign).toEqual({ kind: "pace" });
  });
});
