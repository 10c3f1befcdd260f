import { describe, expect, test } from "vitest";
import { runSeed } from "../../src/exact/chance.ts";
import { runColumns, runRows } from "../../src/lab/runs/rows.ts";
import { playRuns, prepare, seedOfRun, simulate } from "../../src/lab/runs/simulate.ts";
import { loadRecord } from "../../src/play/load.ts";
import { openPlay } from "../../src/play/play.ts";
import { recordOf } from "../../src/play/record.ts";
import { branch, replay } from "../../src/play/replay.ts";
import { tacticOf } from "../../src/play/seats.ts";
import { factsOf } from "../../src/table/view/facts.ts";
import { dispositionOf } from "../setup/scenarios.ts";
import { RUSSIA, small, US, walkAwayAt } from "../setup/small.ts";

/** Tonight Russia wants a deal, or nothing at all: by its own numbers it would take what is worth 30 to it. */
function disposed() {
  const plain = small({ us: { walkAway: walkAwayAt(20) }, russia: { walkAway: walkAwayAt(30) }, turkey: null });
  const parties = plain.parties.map((party, index) =>
    index === RUSSIA
      ? {
          ...party,
          dispositions: [
            dispositionOf(party, "wants_a_deal", 0.5, { at: 5 }),
            dispositionOf(party, "wants_nothing", 0.5, { at: 99 }),
          ],
        }
      : party,
  );
  return { ...plain, parties };
}

const scenario = disposed();
const named = (disposition: string) => ({ russia: { by: "machine", disposition } }) as const;

describe("a play", () => {
  test("is played by the numbers that were drawn, which its own seat alone knows", () => {
    const play = openPlay({ scenario, seed: "tonight" });
    const drawn = play.model.dispositions[RUSSIA] ?? -1;
    expect(drawn).toBeGreaterThanOrEqual(0);
    expect(play.scenario).toBe(scenario);
    expect(play.model.partyModels[RUSSIA]?.party.walkAway.at).toBe(drawn === 0 ? 5 : 99);
    expect(play.view("russia").own?.disposition).toBe(drawn);
    expect(play.view("us").own?.disposition).toBe(-1);
    expect(factsOf(play.model.scenario).parties[RUSSIA]?.dispositions).toEqual(
      factsOf(scenario).parties[RUSSIA]?.dispositions,
    );
  });

  test("may name one instead: another play, and another seal", () => {
    const ends = ["wants_a_deal", "wants_nothing"].map((disposition) => {
      const play = openPlay({ scenario, seed: "tonight", seats: named(disposition), runner: "batch" });
      const opened = play.seal;
      play.advance();
      return { opened, floor: play.state.floor };
    });
    expect(ends.map(({ floor }) => floor)).toEqual(["signed", "expired"]);
    expect(new Set([...ends.map(({ opened }) => opened), openPlay({ scenario, seed: "tonight" }).seal]).size).toBe(3);
    expect(() => openPlay({ scenario, seed: "a", seats: named("wants_war") })).toThrow(
      "it has wants_a_deal, wants_nothing",
    );
  });
});

describe("a record", () => {
  const play = openPlay({ scenario, seed: "tonight", seats: { us: { by: "human" }, ...named("wants_nothing") } });
  play.advance();
  play.act("us", { kind: "pass" });
  play.advance();
  const record = recordOf(play);
  const text = JSON.stringify(record);

  test("keeps what was named, and plays again with it", () => {
    expect(record.acts[0]?.seats.russia).toEqual({ by: "machine", disposition: "wants_nothing" });
    const read = loadRecord(text);
    if (!("record" in read)) throw new Error(read.problems.join());
    const { play: again, difference } = replay(read.record);
    expect(difference).toBeNull();
    expect(again.seal).toBe(play.seal);
    expect(again.model.dispositions[RUSSIA]).toBe(1);
  });

  test("branches with the parties as they were that evening, whoever sits in their seats", () => {
    const { model } = branch(record, 2, { russia: { by: "human" } });
    expect(model.dispositions).toEqual(play.model.dispositions);
  });

  test("that names what its party does not have is refused", () => {
    const read = loadRecord(text.replace('"disposition":"wants_nothing"', '"disposition":"wants_war"'));
    expect("problems" in read && read.problems[0]).toContain("/acts/0/seats/russia/disposition");
  });
});

describe("many runs", () => {
  const prepared = prepare({ scenario });
  const seedOf = (run: number) => seedOfRun("many", run);

  test("make each combination once, and a party once for each of its dispositions", () => {
    const tables = new Set(Array.from({ length: 40 }, (_, run) => prepared.tableOf(runSeed(seedOf(run)))));
    expect(tables.size).toBe(2);
    const [first, second] = [...tables].map(({ model }) => model);
    expect(first?.partyModels[US]).toBe(second?.partyModels[US]);
    expect(first?.partyModels[RUSSIA]).not.toBe(second?.partyModels[RUSSIA]);
    const other = prepared.withSeats([{ by: "machine" }, { by: "machine", disposition: "wants_nothing" }]);
    expect(other.tableOf(runSeed("x")).model.partyModels[RUSSIA]).toBe(prepared.models.partyModel(RUSSIA, 1));
  });

  test("tell in their rows who each party was, as the play of the seed has it", () => {
    const columns = runColumns(scenario).map(({ name }) => name);
    const rows = runRows(prepared.models, playRuns(prepared, seedOf, 0, 12), seedOf);
    const cell = (row: (typeof rows)[number], name: string) => row[columns.indexOf(name)];
    expect(columns).toContain("disposition_russia");
    expect(columns).not.toContain("disposition_us");
    expect(new Set(rows.map((row) => cell(row, "disposition_russia")))).toEqual(
      new Set(["wants_a_deal", "wants_nothing"]),
    );
    for (const row of rows) {
      const play = openPlay({ scenario, seed: String(cell(row, "seed")), runner: "batch" });
      play.advance();
      const drawn = scenario.parties[RUSSIA]?.dispositions[play.model.dispositions[RUSSIA] ?? -1];
      expect([cell(row, "disposition_russia"), cell(row, "outcome")]).toEqual([drawn?.id, play.state.floor]);
    }
  });

  test("with one named are all alike", () => {
    const ends = (disposition: string) =>
      simulate({ scenario, runs: 20, seed: "s", seats: named(disposition) }).outcomes;
    expect(ends("wants_nothing").expired).toBe(20);
    expect(ends("wants_a_deal").signed).toBe(20);
  });
});

test("a batch counts the draws, and how many of them were signed", () => {
  const { dispositions, outcomes } = simulate({ scenario, runs: 60, seed: "draws" });
  const [deal, nothing] = Object.values(dispositions ?? {})[0] ?? [];
  expect(Object.keys(dispositions ?? {})).toEqual(["russia"]);
  expect((deal?.count ?? 0) + (nothing?.count ?? 0)).toBe(60);
  expect(deal).toEqual({ id: "wants_a_deal", count: deal?.count, share: (deal?.count ?? 0) / 60, signed: 1 });
  expect(nothing?.signed).toBe(0);
  expect(outcomes.signed).toBe(deal?.count);
  expect(simulate({ scenario: small(), runs: 2, seed: "draws" })).not.toHaveProperty("dispositions");
});

test("a tactic by time keeps a party's reciprocity, another has none", () => {
  const own = { kind: "linear", exponent: [1, 1], reciprocity: 0.4 } as const;
  expect(tacticOf("boulware", own).reciprocity).toBe(0.4);
  expect(tacticOf("micro", own).reciprocity).toBe(0);
  expect(tacticOf("boulware").reciprocity).toBe(0);
});
