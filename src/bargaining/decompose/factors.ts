import { addAt, at, numberAt } from "../../exact/at.ts";
import type { RedLine, Scenario, Terms } from "../../scenario/types.ts";
import { inUnits, optionWorth, type Units, unitsOf } from "../utility.ts";

/** A combination of options of two or more issues: worth so much more to each party, or forbidden. */
export interface Interaction {
  /** The issues it names, rising. */
  readonly issues: readonly number[];
  /** For each of them, 1 for the options that will do. */
  readonly masks: readonly Uint8Array[];
  /** Units by party of {@link Factors}; null: a package that meets it is no package at all. */
  readonly worths: readonly number[] | null;
}

/** Where the number of an option counts in the number of a package: an issue's digit may be in one of several limbs. */
interface Digit {
  readonly limb: number;
  readonly stride: number;
}

/** The worths of some parties taken apart: what each option adds by itself, and the combinations that add more. */
export interface Factors {
  readonly units: Units;
  /** Parties by index in the scenario; everything else here is in this order. */
  readonly parties: readonly number[];
  readonly sizes: readonly number[];
  /** Number of options of each issue that may be used, rising: those that are not forbidden by themselves. */
  readonly allowed: readonly (readonly number[])[];
  /** Units by issue, party, option. */
  readonly worths: readonly (readonly Float64Array[])[];
  readonly interactions: readonly Interaction[];
  /** Units by party that every package has. */
  readonly base: readonly number[];
  /** Most that anything is worth by party, in units; Infinity: no cap. */
  readonly caps: readonly number[];
  readonly digits: readonly Digit[];
  /** How many limbs a package number has; 1 up to 2^52 packages. The first is the most significant. */
  readonly limbs: number;
}

const LARGEST_LIMB = 0x10_0000_0000_0000;

function digitsOf(sizes: readonly number[]): { digits: Digit[]; limbs: number } {
  const digits: Digit[] = [];
  let limb = 0;
  let stride = 1;
  for (const [issue, size] of [...sizes.entries()].reverse()) {
    if (stride * size > LARGEST_LIMB) {
      limb++;
      stride = 1;
    }
    digits[issue] = { limb, stride };
    stride *= size;
  }
  const limbs = limb + 1;
  return { digits: digits.map((digit) => ({ ...digit, limb: limbs - 1 - digit.limb })), limbs };
}

interface Masked {
  issues: number[];
  masks: Uint8Array[];
}

/** Terms as masks, without issues for which any option will do. */
function masked(sizes: readonly number[], terms: Terms): Masked {
  const byIssue = new Map<number, Uint8Array>();
  for (const { issue, options } of terms) {
    const mask = new Uint8Array(at(sizes, issue));
    const before = byIssue.get(issue);
    for (const option of options) mask[option] = before ? at(before, option) : 1;
    byIssue.set(issue, mask);
  }
  const named = [...byIssue].filter(([, mask]) => mask.includes(0)).sort(([a], [b]) => a - b);
  return { issues: named.map(([issue]) => issue), masks: named.map(([, mask]) => mask) };
}

/**
 * Takes the worths of these parties apart. A linkage that names one issue joins its options; a red line that does closes them.
 *
 * @param redLines packages that cross one of these are left out
 */
export function factorsOf(scenario: Scenario, parties: readonly number[], redLines: readonly RedLine[] = []): Factors {
  const units = unitsOf(scenario);
  const sizes = scenario.issues.map(({ options }) => options.length);
  const people = parties.map((party) => at(scenario.parties, party));
  const worths = sizes.map((size, issue) =>
    people.map((party) =>
      Float64Array.from({ length: size }, (_, option) =>
        inUnits(units, optionWorth(party, scenario.scale, issue, option)),
      ),
    ),
  );
  const base = people.map(() => 0);
  const interactions = new Map<string, Interaction & { worths: number[] | null }>();
  const interact = ({ issues, masks }: Masked, add: ((worths: number[]) => void) | null): void => {
    const key = `${add ? "+" : "-"}${issues.map((issue, at) => `${issue}:${masks[at]?.join("")}`).join()}`;
    const known = interactions.get(key) ?? { issues, masks, worths: add ? people.map(() => 0) : null };
    if (known.worths) add?.(known.worths);
    interactions.set(key, known);
  };
  for (const [p, party] of people.entries()) {
    for (const { when, worth } of party.linkages) {
      const terms = masked(sizes, when);
      const more = inUnits(units, worth);
      const [issue, ...others] = terms.issues;
      if (issue === undefined) base[p] = at(base, p) + more;
      else if (others.length === 0) {
        const column = at(at(worths, issue), p);
        for (const option of column.keys()) if (terms.masks[0]?.[option] === 1) addAt(column, option, more);
      } else {
        interact(terms, (sum) => {
          sum[p] = at(sum, p) + more;
        });
      }
    }
  }
  const closed = sizes.map((size) => new Uint8Array(size));
  for (const { when } of redLines) {
    const terms = masked(sizes, when);
    const [issue, ...others] = terms.issues;
    if (issue === undefined) for (const mask of closed) mask.fill(1);
    else if (others.length === 0) {
      for (const [option, met] of at(terms.masks, 0).entries()) if (met === 1) at(closed, issue)[option] = 1;
    } else interact(terms, null);
  }
  return {
    units,
    parties,
    sizes,
    allowed: closed.map((mask) => [...mask.keys()].filter((option) => mask[option] === 0)),
    worths,
    interactions: [...interactions.values()],
    base,
    caps: people.map(({ cap }) => (cap === null ? Infinity : inUnits(units, cap))),
    ...digitsOf(sizes),
  };
}

/** Where an issue's option counts in the number of a package. */
export function digitOf({ digits }: Factors, issue: number): Digit {
  return at(digits, issue);
}

/** Units that each option of an issue adds for a party of the factors. */
export function optionUnits({ worths }: Factors, issue: number, p: number): Float64Array {
  return at(at(worths, issue), p);
}

/** The least and the most that some part of a package can add, in units by party. */
export interface Bounds {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** What the options of an issue can add. */
export function boundsOfIssue({ worths, allowed }: Factors, issue: number): Bounds {
  const options = allowed[issue] ?? [];
  const columns = worths[issue] ?? [];
  const extreme = (pick: (a: number, b: number) => number, from: number): number[] =>
    columns.map((column) => options.reduce((value, option) => pick(value, numberAt(column, option)), from));
  return { low: extreme(Math.min, Infinity), high: extreme(Math.max, -Infinity) };
}

/** What an interaction can add: its worth or nothing. */
export function boundsOfInteraction({ parties }: Factors, { worths }: Interaction): Bounds {
  const all = worths ?? parties.map(() => 0);
  return { low: all.map((worth) => Math.min(0, worth)), high: all.map((worth) => Math.max(0, worth)) };
}

/** Bounds of two parts together. */
export function addBounds(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low.map((value, p) => value + at(b.low, p)),
    high: a.high.map((value, p) => value + at(b.high, p)),
  };
}

/** Bounds of what is left when a part is taken out. */
export function subtractBounds(a: Bounds, b: Bounds): Bounds {
  return {
    low: a.low.map((value, p) => value - at(b.low, p)),
    high: a.high.map((value, p) => value - at(b.high, p)),
  };
}

/** Bounds of nothing at all. */
export function zeroBounds({ parties }: Factors): Bounds {
  return { low: parties.map(() => 0), high: parties.map(() => 0) };
}

/** What a whole package can be worth, before caps. */
export function boundsOfAll(factors: Factors): Bounds {
  let all: Bounds = { low: factors.base, high: factors.base };
  for (let issue = 0; issue < factors.sizes.length; issue++) all = addBounds(all, boundsOfIssue(factors, issue));
  for (const interaction of factors.interactions) all = addBounds(all, boundsOfInteraction(factors, interaction));
  return all;
}
