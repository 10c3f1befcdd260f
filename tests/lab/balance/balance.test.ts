import { describe, expect, test } from "vitest";
import { balance, balanceRuns, balanceSteps, FEWEST_RUNS } from "../../../src/lab/balance/balance.ts";
import { bestTactic, comparedTactics } from "../../../src/lab/balance/detectors.ts";
import type { BalanceFinding } from "../../../src/lab/balance/findings.ts";
import { shareInterval } from "../../../src/lab/statistics/statistics.ts";
import type { Lever, Position, Scenario, ScheduledMove } from "../../../src/scenario/types.ts";
import { NO_EFFECTS, NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { AID, eventOf, RUSSIA, START, small, US, walkAwayAt } from "../../setup/small.ts";

const RUNS = 40;

function found(scenario: Scenario, runs = RUNS): readonly BalanceFinding[] {
  return balance({ scenario, runs, seed: "b" }).findings;
}

function ofKind<K extends BalanceFinding["kind"]>(
  findings: readonly BalanceFinding[],
  kind: K,
): Extract<BalanceFinding, { kind: K }>[] {
  return findings.filter((finding): finding is Extract<BalanceFinding, { kind: K }> => finding.kind === kind);
}

const NEVER = { kind: "not", of: { kind: "always" } } as const;
const ALWAYS = { kind: "always" } as const;

function move(to: number, when: Position["moves"][number]["when"]): Position["moves"][number] {
  return { to, when, grounds: NO_GROUNDS };
}

function deed(
  more: { kind: "press"; lever: number } | { kind: "ask_text" },
  when: ScheduledMove["when"],
): ScheduledMove {
  return { ...more, when, grounds: NO_GROUNDS };
}

const lever = (id: string): Lever => ({
  id,
  title: { en: id },
  on: RUSSIA,
  effects: { ...NO_EFFECTS, pressure: [{ party: RUSSIA, by: 0.1 }] },
  cost: 0,
  uses: 1,
  grounds: NO_GROUNDS,
});

describe("each fault is found, with what it rests on", () => {
  test("a position that is never held: no way leads to it, or none that opens", () => {
    const positions = [positionOf("first", { moves: [move(1, NEVER)] }), positionOf("shut"), positionOf("island")];
    const scenario = small({ us: { positions } });
    const never = ofKind(found(scenario), "position_never_held");
    const all = balanceRuns({ scenario, runs: RUNS });
    expect(never).toEqual([
      expect.objectContaining({
        party: US,
        position: 1,
        reachable: true,
        evidence: expect.objectContaining({ count: 0, of: all }),
      }),
      expect.objectContaining({ party: US, position: 2, reachable: false }),
    ]);
  });

  test("a position that only an event leads to is held once the event has happened", () => {
    const positions = [positionOf("first"), positionOf("sent")];
    const sends = eventOf("orders", { effects: { moves: [{ party: US, to: 1 }] } });
    const stubborn = { walkAway: walkAwayAt(95) };
    expect(
      ofKind(
        found(small({ us: { positions, ...stubborn }, russia: stubborn, events: [sends] })),
        "position_never_held",
      ),
    ).toEqual([]);
  });

  test("a deadlock: nothing suits what both hold out for, and nothing moves them", () => {
    const stubborn = { positions: [positionOf("all_or_nothing", { holdsAtLeast: 80 })] };
    const [deadlock] = ofKind(found(small({ turkey: null, us: stubborn, russia: stubborn })), "deadlock");
    expect(deadlock).toMatchObject({ positions: [0, 0], signable: 0, evidence: { count: RUNS, of: RUNS, high: 1 } });
  });

  test("time that runs out although something suits all is told apart from it", () => {
    const waits = { tactic: { kind: "micro", exponent: [1, 1] } } as const;
    const scenario = small({ turkey: null, us: waits, russia: waits, protocol: { rounds: 1 } });
    const [deadlock] = ofKind(found(scenario), "deadlock");
    expect(deadlock?.signable).toBeGreaterThan(0);
  });

  test("a package worth just what both hold out for could be signed, whatever the last digits are", () => {
    const even = { positions: [positionOf("half", { holdsAtLeast: 50 + 1e-9 })] };
    const scenario = small({ turkey: null, us: even, russia: even, protocol: { rounds: 1 } });
    expect(ofKind(found(scenario), "deadlock")[0]?.signable).toBeGreaterThan(0);
  });

  test("a hopeless seat: no package gives it more than its walk-away", () => {
    const scenario = small({ us: { walkAway: walkAwayAt(100) } });
    const hopeless = ofKind(found(scenario), "hopeless_seat");
    expect(hopeless).toContainEqual(
      expect.objectContaining({ party: US, evidence: expect.objectContaining({ count: 0, of: 6 * RUNS }) }),
    );
  });

  test("a seat that cannot lose: whatever is signed suits it", () => {
    const content = { walkAway: walkAwayAt(-50) };
    const scenario = small({ turkey: null, us: content, russia: content });
    expect(ofKind(found(scenario), "unlosable_seat").map(({ party }) => party)).toEqual([US, RUSSIA]);
  });

  test("an event that never happens", () => {
    const events = [eventOf("sure"), eventOf("never", { when: NEVER })];
    const walkAway = walkAwayAt(95);
    const silent = ofKind(found(small({ us: { walkAway }, russia: { walkAway }, events })), "event_never");
    expect(silent.map(({ event }) => event)).toEqual([1]);
    // Its chance is that of the seed, whatever the tactics: no more was seen than RUNS seeds.
    expect(silent[0]?.evidence.high).toBeCloseTo(shareInterval(0, RUNS, 0.95).high, 12);
  });

  test("levers and deeds that are never used", () => {
    const does = [deed({ kind: "press", lever: 0 }, ALWAYS), deed({ kind: "press", lever: 1 }, NEVER)];
    const us = {
      levers: [lever("used"), lever("held_back"), lever("forgotten")],
      positions: [positionOf("open", { does })],
    };
    const findings = found(small({ us }));
    expect(ofKind(findings, "lever_never")).toEqual([
      expect.objectContaining({ party: US, lever: 1, pressed: true }),
      expect.objectContaining({ party: US, lever: 2, pressed: false }),
    ]);
    expect(ofKind(findings, "deed_never")).toEqual([expect.objectContaining({ party: US, position: 0, deed: 1 })]);
  });

  test("a dead option is found without a run, and not told a second time", () => {
    const redLines = [{ title: null, when: [{ issue: START, options: [0] }], grounds: NO_GROUNDS }];
    const findings = found(small({ turkey: null, us: { redLines }, protocol: { binding: { needs: [US, RUSSIA] } } }));
    expect(ofKind(findings, "dead_option")).toEqual([{ kind: "dead_option", issue: START, option: 0, rounds: [1, 6] }]);
    expect(ofKind(findings, "option_never_signed").some(({ issue, option }) => issue === START && option === 0)).toBe(
      false,
    );
  });

  test("an option that could be signed and never is; the status quo may", () => {
    const together = [
      { weight: 50, options: [100, 30, 0], grounds: NO_GROUNDS },
      { weight: 50, options: [100, 50, 0], grounds: NO_GROUNDS },
    ];
    const findings = ofKind(
      found(small({ turkey: null, us: { values: together }, russia: { values: together } })),
      "option_never_signed",
    );
    expect(findings.map(({ issue, option }) => [issue, option])).toEqual([
      [START, 1],
      [AID, 1],
    ]);
    expect(findings[0]?.evidence.of).toBeGreaterThan(30);
  });

  test("an option that only an event makes possible is not dead where it was signed", () => {
    const wants = { walkAway: walkAwayAt(90) };
    const events = [eventOf("relief", { effects: { walkAway: [US, RUSSIA].map((party) => ({ party, by: -60 })) } })];
    const findings = found(small({ turkey: null, us: wants, russia: wants, events }));
    expect(ofKind(findings, "nothing_to_sign")).toEqual([]);
    expect(ofKind(findings, "hopeless_seat")).toEqual([]);
  });

  test("a table that cannot sign", () => {
    const wants = { walkAway: walkAwayAt(90) };
    const findings = found(small({ turkey: null, us: wants, russia: wants }));
    expect(ofKind(findings, "nothing_to_sign")).toEqual([{ kind: "nothing_to_sign", rounds: [1, 6] }]);
    expect(ofKind(findings, "dead_option")).toEqual([]);
  });
});

describe("one tactic that beats all others", () => {
  test("is found at a table where holding out pays", () => {
    // Reckoned run by run: with boulware Russia signs at 75, with any other tactic at 50.
    const gives = { tactic: { kind: "conceder", exponent: [3, 3] } } as const;
    const [best] = ofKind(found(small({ turkey: null, russia: gives })), "best_tactic").filter(
      ({ seat }) => seat.party === RUSSIA,
    );
    expect(best?.seat.means[0]).toMatchObject({ tactic: "boulware", estimate: { mean: 75 } });
    expect(best?.seat.ahead.map(({ estimate }) => estimate.low)).toEqual([25, 25, 25, 25]);
  });

  const noise = (run: number): number => ((run * 37) % 11) - 5;
  const lists = (...ahead: readonly number[]): number[][] =>
    ahead.map((more, at) =>
      Array.from({ length: 60 }, (_, run) => 50 + more + 4 * noise(run) + noise(run + 7 * at) / 5),
    );

  test("is one that is ahead of each other by more than chance, pair by pair", () => {
    const seat = comparedTactics(US, lists(0, 6, 3, 1, 0));
    expect(seat.means.map(({ tactic }) => tactic).slice(0, 3)).toEqual(["linear", "conceder", "tit_for_tat"]);
    expect(seat.ahead).toHaveLength(4);
    expect(seat.ahead[0]?.estimate.mean).toBeCloseTo(3, 0);
    expect(bestTactic(seat, 100)).toHaveLength(1);
  });

  test("is not one that is ahead by a hair, nor one of two that do the same", () => {
    expect(bestTactic(comparedTactics(US, lists(0, 6, 5.5, 1, 0)), 100)).toEqual([]);
    const same = lists(0, 6, 0, 0, 0);
    expect(bestTactic(comparedTactics(US, [...same.slice(0, 2), same[1] as number[], ...same.slice(3)]), 100)).toEqual(
      [],
    );
  });
});

describe("the report", () => {
  test("the same question gives the same answer", () => {
    expect(balance({ scenario: small(), runs: RUNS, seed: "x" })).toEqual(
      balance({ scenario: small(), runs: RUNS, seed: "x" }),
    );
  });

  test("yields once a run, so that a bar can be true", () => {
    const question = { scenario: small({ un: {} }), runs: FEWEST_RUNS, seed: "x" };
    const steps = balanceSteps(question);
    let runs = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) runs++;
    expect(runs).toBe(balanceRuns(question));
    expect(runs).toBe(FEWEST_RUNS * (1 + 3 * 5));
  });

  test("refuses to judge from a handful of runs", () => {
    expect(() => balance({ scenario: small(), runs: 5, seed: "x" })).toThrow(RangeError);
  });
});
