import { optionsIn, spaceOfScenario } from "../../src/bargaining/space.ts";
import { redLinesCrossed, worthOf } from "../../src/bargaining/utility.ts";
import type { Scenario } from "../../src/scenario/types.ts";

/** The plainest way to everything: look at every package, and at every pair of packages. */
export interface Plain {
  readonly pack: number;
  readonly options: readonly number[];
  /** By party. */
  readonly utilities: readonly number[];
  /** By party: how many of its red lines. */
  readonly crossed: readonly number[];
}

export function votersOf(scenario: Scenario): number[] {
  return [...scenario.parties.keys()].filter((party) => scenario.parties[party]?.role === "party");
}

export function everyPackage(scenario: Scenario): Plain[] {
  const space = spaceOfScenario(scenario);
  return Array.from({ length: space.size }, (_, pack) => ({
    pack,
    options: optionsIn(space, pack),
    utilities: scenario.parties.map((party) => worthOf(party, scenario.scale, optionsIn(space, pack))),
    crossed: scenario.parties.map((party) => redLinesCrossed(party, space, pack).length),
  }));
}

/** Packages of the list that no other of the list dominates. */
export function undominated(scenario: Scenario, list: readonly Plain[], parties: readonly number[]): Plain[] {
  const equal = scenario.scale * 1e-9;
  const gain = (q: Plain, p: Plain, party: number): number =>
    (q.utilities[party] as number) - (p.utilities[party] as number);
  const dominates = (q: Plain, p: Plain): boolean =>
    parties.every((party) => gain(q, p, party) >= -equal) && parties.some((party) => gain(q, p, party) > equal);
  return list.filter((p) => !list.some((q) => dominates(q, p)));
}

/** One package, the lowest, for all that are worth the same to these parties. */
export function apart(scenario: Scenario, list: readonly Plain[], parties: readonly number[]): Plain[] {
  const equal = scenario.scale * 1e-9;
  const same = (a: Plain, b: Plain): boolean =>
    parties.every((p) => Math.abs((a.utilities[p] as number) - (b.utilities[p] as number)) <= equal);
  return list.filter((p, at) => !list.slice(0, at).some((q) => same(p, q)));
}
