import type { Scenario } from "../../scenario/types.ts";
import { skyline } from "../pareto/skyline.ts";
import { type States, stateCount } from "../pareto/states.ts";
import type { Count, Point } from "../types.ts";
import { worthOfOptions } from "../utility.ts";
import type { Factors } from "./factors.ts";

/** The number of packages, or of a package, as exact as it must be. */
export function countFrom(value: bigint): Count {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** The point at the package with these options by issue. */
export function pointAt(scenario: Scenario, options: readonly number[], packages: Count = 1): Point {
  let number = 0n;
  for (const [issue, { options: all }] of scenario.issues.entries()) {
    number = number * BigInt(all.length) + BigInt(options[issue] as number);
  }
  const utilities = scenario.parties.map((party) => worthOfOptions(party, scenario.scale, options));
  return { options, package: countFrom(number), utilities, packages };
}

/** The options of the state's lowest package. */
export function optionsOfState({ sizes, digits }: Factors, states: States, at: number): number[] {
  return sizes.map((size, issue) => {
    const { limb, stride } = digits[issue] as Factors["digits"][number];
    return Math.floor(((states.numbers[limb] as Float64Array)[at] as number) / stride) % size;
  });
}

/** Worths as levels: worths that follow each other in steps of at most `equal` are one level. Higher is better. */
function levels(column: Float64Array, equal: number): Float64Array {
  const rising = Float64Array.from(column).sort();
  const level = new Map<number, number>();
  let at = 0;
  for (const [i, worth] of rising.entries()) {
    if (i > 0 && worth - (rising[i - 1] as number) > equal) at++;
    level.set(worth, at);
  }
  return column.map((worth) => level.get(worth) as number);
}

/**
 * The states that no other dominates when equal worths are equal, one for each distinct point: worths are replaced by their levels, so
 * that the order of worths stays one.
 */
export function distinctStates(states: States, equal: number): States {
  const levelled = { ...states, worths: states.worths.map((column) => levels(column, equal)) };
  return skyline(levelled, { equal: 0, matters: states.worths.map(() => Infinity) });
}

/** The states as points, in package order. */
export function pointsOfStates(scenario: Scenario, factors: Factors, states: States): Point[] {
  const points: Point[] = [];
  for (let at = 0; at < states.length; at++) {
    const count = stateCount(states, at);
    const packages = typeof count === "bigint" ? countFrom(count) : count;
    points.push(pointAt(scenario, optionsOfState(factors, states, at), packages));
  }
  return inPackageOrder(points);
}

/** Points in package order. */
export function inPackageOrder(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => (a.package < b.package ? -1 : a.package > b.package ? 1 : 0));
}
