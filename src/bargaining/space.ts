import { at } from "../exact/at.ts";
import type { Scenario, Terms } from "../scenario/types.ts";

/** Above this many packages a scenario can be analysed, not played: worths are kept one by one for play. */
export const PLAYABLE_PACKAGES = 2_000_000;

/**
 * The outcome space: one option for every issue. A package is an integer in mixed radix, the first issue the most
 * significant; options of all issues are also numbered through ("slots") for flat tables.
 */
export interface Space {
  /** Number of packages; exact up to 2^53. */
  readonly size: number;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  /** First slot of each issue. */
  readonly firstSlot: readonly number[];
  readonly slots: number;
}

/** The space of issues with these numbers of options. */
export function spaceOf(sizes: readonly number[]): Space {
  const strides: number[] = new Array(sizes.length).fill(1);
  let size = 1;
  for (let i = sizes.length - 1; i >= 0; i--) {
    strides[i] = size;
    size *= sizes[i] ?? 1;
  }
  const firstSlot: number[] = [];
  let slots = 0;
  for (const options of sizes) {
    firstSlot.push(slots);
    slots += options;
  }
  return { size, sizes, strides, firstSlot, slots };
}

/** The space of a scenario. */
export function spaceOfScenario(scenario: Scenario): Space {
  return spaceOf(scenario.issues.map((issue) => issue.options.length));
}

/** What one option more of an issue adds to the number of a package. Of an issue that there is not, NaN. */
function strideOf({ strides }: Space, issue: number): number {
  return strides[issue] ?? Number.NaN;
}

/** The option that a package holds for an issue; NaN for an issue that there is not. */
export function optionIn(space: Space, pack: number, issue: number): number {
  return Math.floor(pack / strideOf(space, issue)) % (space.sizes[issue] ?? Number.NaN);
}

/** All options of a package, by issue. */
export function optionsIn(space: Space, pack: number): number[] {
  return space.sizes.map((_, issue) => optionIn(space, pack, issue));
}

/** The package that holds these options. */
export function packageOf(space: Space, options: readonly number[]): number {
  let pack = 0;
  for (let issue = 0; issue < space.sizes.length; issue++) {
    pack += (options[issue] ?? 0) * strideOf(space, issue);
  }
  return pack;
}

/** The package with one issue changed. */
export function withOption(space: Space, pack: number, issue: number, option: number): number {
  return pack + (option - optionIn(space, pack, issue)) * strideOf(space, issue);
}

/** Whether a number names a package of the space. */
export function isPackage(space: Space, pack: number): boolean {
  return Number.isInteger(pack) && pack >= 0 && pack < space.size;
}

/** Whether a package meets terms: every issue named holds one of the options named. */
export function meets(space: Space, terms: Terms, pack: number): boolean {
  for (const term of terms) {
    if (!term.options.includes(optionIn(space, pack, term.issue))) return false;
  }
  return true;
}

/** Whether options by issue meet terms: for spaces whose packages have no exact number. */
export function optionsMeet(terms: Terms, options: readonly number[]): boolean {
  return terms.every(({ issue, options: named }) => named.includes(at(options, issue)));
}

/** How many packages the issues make: the product of their options. Exact, however large. */
export function packageCount(scenario: Scenario): bigint {
  return scenario.issues.reduce((count, { options }) => count * BigInt(options.length), 1n);
}
