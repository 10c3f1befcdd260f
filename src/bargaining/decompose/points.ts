import { at, numberAt } from "../../exact/at.ts";
import type { Scenario } from "../../scenario/types.ts";
import { skyline } from "../pareto/skyline.ts";
import { type States, stateCount } from "../pareto/states.ts";
import type { Count, Point } from "../types.ts";
import { worthOf } from "../utility.ts";
import { digitOf, type Factors } from "./factors.ts";

/** The number of packages, or of a package, as exact as it must be. */
export function countFrom(value: bigint): Count {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** The point at the package with these options by issue. */
export function pointAt(scenario: Scenario, options: readonly number[], packages: Count = 1): Point {
  let number = 0n;
  for (const [issue, { options: all }] of scenario.issues.entries()) {
    number = number * BigInt(all.length) + BigInt(at(options, issue));
  }
  const utilities = scenario.parties.map((party) => worthOf(party, scenario.scale, options));
  return { options, package: countFrom(number), utilities, packages };
}

/** The options of the state's lowest package. */
export function optionsOfState(factors: Factors, states: States, place: number): number[] {
  return factors.sizes.map((size, issue) => {
    const { limb, stride } = digitOf(factors, issue);
    return Math.floor(at(at(states.numbers, limb), place) / stride) % size;
  });
}

/** Worths as levels: worths that follow each other in steps of at most `equal` are one level. Higher is better. */
function levels(column: Float64Array, equal: number): Float64Array {
  const rising = Float64Array.from(column).sort();
  const levelOf = new Map<number, number>();
  let level = 0;
  for (const [i, worth] of rising.entries()) {
    if (i > 0 && worth - numberAt(rising, i - 1) > equal) level++;
    levelOf.set(worth, level);
  }
  return column.map((worth) => levelOf.get(worth) ?? Number.NaN);
}

/**
 * The states that no other dominates when equal worths are equal, one for each distinct point: worths are replaced by their levels, so
 * that the order of worths stays one.
 */
export function distinctStates(states: States, equal: number): States {
  const levelled = { ...states, worths: states.worths.map((column) => levels(column, equal)) };
  return skyline(levelled, { equal: 0, saturation: states.worths.map(() => Infinity) });
}

/** The states as points, in package order. */
export function pointsOfStates(scenario: Scenario, factors: Factors, states: States): Point[] {
  const points: Point[] = [];
  for (let place = 0; place < states.length; place++) {
    const count = stateCount(states, place);
    const packages = typeof count === "bigint" ? countFrom(count) : count;
    points.push(pointAt(scenario, optionsOfState(factors, states, place), packages));
  }
  return inPackageOrder(points);
}

/** Points in package order. */
export function inPackageOrder(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => (a.package < b.package ? -1 : a.package > b.package ? 1 : 0));
}
