import { addAt, at, numberAt } from "../exact/at.ts";
import { equalWithin } from "../exact/tolerance.ts";
import type { Party, Scenario } from "../scenario/types.ts";
import { meets, optionIn, optionsMeet, type Space } from "./space.ts";

/** One itemised part of a worth, in the scenario's scale. */
type WorthPart =
  | { readonly kind: "issue"; readonly issue: number; readonly value: number }
  | { readonly kind: "linkage"; readonly linkage: number; readonly value: number }
  | { readonly kind: "cap"; readonly value: number };

/** What an option is worth to a party: weight · value / scale. */
export function optionWorth(party: Party, scale: number, issue: number, option: number): number {
  const values = party.values[issue];
  return values ? (values.weight * (values.options[option] ?? 0)) / scale : 0;
}

/**
 * The parts of a package's worth in file order: issues, linkages that hold, and what the cap takes off.
 * Additive utility with interactions (Keeney & Raiffa 1976): worth = min(cap, Σ weight·value/scale + Σ linkages).
 */
export function worthParts(party: Party, scale: number, space: Space, pack: number): WorthPart[] {
  const parts: WorthPart[] = [];
  let sum = 0;
  for (let issue = 0; issue < space.sizes.length; issue++) {
    const value = optionWorth(party, scale, issue, optionIn(space, pack, issue));
    parts.push({ kind: "issue", issue, value });
    sum += value;
  }
  for (const [linkage, { when, worth }] of party.linkages.entries()) {
    if (!meets(space, when, pack)) continue;
    parts.push({ kind: "linkage", linkage, value: worth });
    sum += worth;
  }
  if (party.cap !== null && sum > party.cap) parts.push({ kind: "cap", value: party.cap - sum });
  return parts;
}

/** Worth of the package with these options by issue, summed in file order so that its bits are defined. */
export function worthOf(party: Party, scale: number, options: readonly number[]): number {
  let sum = 0;
  for (let issue = 0; issue < options.length; issue++) {
    sum += optionWorth(party, scale, issue, at(options, issue));
  }
  for (const { when, worth } of party.linkages) {
    if (optionsMeet(when, options)) sum += worth;
  }
  return party.cap !== null && sum > party.cap ? party.cap : sum;
}

/** Worth of every package of a playable space, to the bit what {@link worthOf} gives. */
export function worthTable(party: Party, scale: number, space: Space): Float64Array {
  const table = new Float64Array(space.size);
  for (let issue = 0; issue < space.sizes.length; issue++) {
    const stride = at(space.strides, issue);
    const size = at(space.sizes, issue);
    const worths = Float64Array.from({ length: size }, (_, option) => optionWorth(party, scale, issue, option));
    for (let pack = 0; pack < space.size; pack++) {
      addAt(table, pack, numberAt(worths, Math.floor(pack / stride) % size));
    }
  }
  for (const { when, worth } of party.linkages) {
    for (let pack = 0; pack < space.size; pack++) {
      if (meets(space, when, pack)) addAt(table, pack, worth);
    }
  }
  if (party.cap !== null) {
    for (let pack = 0; pack < space.size; pack++) {
      if (numberAt(table, pack) > party.cap) table[pack] = party.cap;
    }
  }
  return table;
}

/** Which red lines of the party a package crosses, by index. */
export function redLinesCrossed(party: Party, space: Space, pack: number): number[] {
  const crossed: number[] = [];
  for (const [index, line] of party.redLines.entries()) if (meets(space, line.when, pack)) crossed.push(index);
  return crossed;
}

/** 1 for every package of a playable space that crosses a red line of the party. */
export function redTable(party: Party, space: Space): Uint8Array {
  const table = new Uint8Array(space.size);
  for (const line of party.redLines) {
    for (let pack = 0; pack < space.size; pack++) if (meets(space, line.when, pack)) table[pack] = 1;
  }
  return table;
}

/** Worths as whole numbers of a small unit: sums of them are exact in any order, so that parts may be added up apart. */
export interface Units {
  /** Units in a worth of 1 of the scenario's scale. */
  readonly perWorth: number;
  /** Worths at most this many units apart are equal: {@link equalWithin} in units. */
  readonly equal: number;
}

const UNITS_OF_SCALE = 1e13;
/** Far enough below 2^53 that differences of sums are exact too. */
const LARGEST_SUM = 0x4_0000_0000_0000;

function largestSum(scenario: Scenario): number {
  let largest = 0;
  for (const party of scenario.parties) {
    let sum = Math.max(Math.abs(party.walkAway.at), Math.abs(party.walkAway.driftPerRound) * scenario.protocol.rounds);
    for (const [issue, { options }] of party.values.entries()) {
      sum += options.reduce((most, _, o) => Math.max(most, Math.abs(optionWorth(party, scenario.scale, issue, o))), 0);
    }
    for (const { worth } of party.linkages) sum += Math.abs(worth);
    largest = Math.max(largest, sum);
  }
  return largest;
}

/**
 * The unit of a scenario: 1e-13 of its scale, so that a sum of a hundred rounded parts is right within a hundredth of what counts as
 * equal; ten times as coarse as often as the largest sum of worths asks for it.
 */
export function unitsOf(scenario: Scenario): Units {
  const largest = largestSum(scenario);
  let perWorth = UNITS_OF_SCALE / scenario.scale;
  while (largest * perWorth > LARGEST_SUM) perWorth /= 10;
  return { perWorth, equal: Math.floor(equalWithin(scenario.scale) * perWorth + 0.5) };
}

/** A worth in whole units; −Infinity and Infinity stay what they are. */
export function inUnits(units: Units, worth: number): number {
  return Math.round(worth * units.perWorth);
}
