import { describe, expect, test } from "vitest";
import { analyse } from "../../src/bargaining/analysis.ts";
import { optionIn } from "../../src/bargaining/space.ts";
import { betterForAll, scenarioAtEnd, type TableEnd, zoneAtEnd } from "../../src/play/end.ts";
import { openPlay } from "../../src/play/play.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { tableModel } from "../../src/table/model.ts";
import { munich } from "../setup/munich.ts";

const scenario = munich();
const model = tableModel(scenario);
const ends: TableEnd[] = Array.from({ length: 12 }, (_, n) => {
  const play = openPlay({ scenario, seed: `end ${n}`, runner: "batch" });
  play.advance();
  const { walkAway, removed, signed } = play.state.context;
  return { walkAways: [...walkAway], removed: [...removed], signed };
});
const signedEnds = ends.filter(({ signed }) => signed >= 0);

/** Every worth and every weight of another scale, the proportions as they are. */
function scaled(of: Scenario, by: number): Scenario {
  const parties = of.parties.map((party) => ({
    ...party,
    walkAway: { ...party.walkAway, at: party.walkAway.at * by, driftPerRound: party.walkAway.driftPerRound * by },
    values: party.values.map((values) => ({
      ...values,
      weight: values.weight * by,
      options: values.options.map((value) => value * by),
    })),
    linkages: party.linkages.map((linkage) => ({ ...linkage, worth: linkage.worth * by })),
    cap: party.cap === null ? null : party.cap * by,
  }));
  return { ...of, scale: of.scale * by, parties };
}

describe("the zone at the end", () => {
  test("is the zone of the scenario as the table left it", () => {
    for (const end of ends.slice(0, 4)) {
      const { size } = analyse(scenarioAtEnd(scenario, end)).zone;
      expect(size).toEqual({ low: zoneAtEnd(model, end).length, high: zoneAtEnd(model, end).length });
    }
  });

  test("holds whatever machines have signed: they sign nothing worse than no deal", () => {
    expect(signedEnds.length).toBeGreaterThan(1);
    for (const end of signedEnds) expect(zoneAtEnd(model, end)).toContain(end.signed);
  });

  test("has nothing in it that an event has taken off the table", () => {
    const end = ends[0] as TableEnd;
    const before = zoneAtEnd(model, end);
    const slot = 1;
    const left = zoneAtEnd(model, { ...end, removed: end.removed.map((gone, at) => (at === slot ? 1 : gone)) });
    expect(left).toEqual(before.filter((pack) => optionIn(model.space, pack, 0) !== slot));
    expect(left.length).toBeLessThan(before.length);
  });
});

describe("better for all", () => {
  test("is every package that is worse for no voter and better for one", () => {
    for (const end of signedEnds) {
      const worths = model.voters.map((party) => model.partyModels[party]?.worth as Float64Array);
      const gainsOf = (pack: number): number[] =>
        worths.map((worth) => (worth[pack] as number) - (worth[end.signed] as number));
      const expected = [...Array(model.space.size).keys()].filter(
        (pack) =>
          gainsOf(pack).every((gain) => gain > -1e-7) &&
          gainsOf(pack).some((gain) => gain > 1e-7) &&
          model.space.firstSlot.every((first, issue) => end.removed[first + optionIn(model.space, pack, issue)] !== 1),
      );
      expect(betterForAll(model, end)).toEqual(expected);
    }
  });

  test("is nothing where nothing was signed", () => {
    expect(betterForAll(model, { ...(ends[0] as TableEnd), signed: -1 })).toEqual([]);
  });
});

test("what counts as equal grows with the scale: sums of large worths end in larger bits", () => {
  const by = 1e7 / 3;
  const large = tableModel(scaled(scenario, by));
  for (const end of signedEnds) {
    const atTheText = model.partyModels.map(({ worth }) => worth[end.signed] as number);
    const largeEnd = { ...end, walkAways: atTheText.map((worth) => worth * by) };
    expect(zoneAtEnd(large, largeEnd)).toContain(end.signed);
    expect(zoneAtEnd(large, largeEnd)).toEqual(zoneAtEnd(model, { ...end, walkAways: atTheText }));
    expect(betterForAll(large, largeEnd)).toEqual(betterForAll(model, end));
  }
});
