import type { Scenario } from "../scenario/types.ts";
import { optionWorth } from "./utility.ts";

/** Worths as whole numbers of a small unit: sums of them are exact in any order, so that parts may be added up apart. */
export interface Units {
  /** Units in a worth of 1 of the scenario's scale. */
  readonly perWorth: number;
  /** Worths at most this many units apart are equal: 1e-9 of the scale. */
  readonly equal: number;
}

const UNITS_OF_SCALE = 1e13;
const EQUAL_WITHIN = 1e-9;
/** Far enough below 2^53 that differences of sums are exact too. */
const LARGEST_SUM = 0x4_0000_0000_0000;

/** Worths of a scenario closer than this are equal, in its scale. */
export function equalWithin(scenario: Scenario): number {
  return scenario.scale * EQUAL_WITHIN;
}

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
  return { perWorth, equal: Math.floor(scenario.scale * EQUAL_WITHIN * perWorth + 0.5) };
}

/** A worth in whole units; −Infinity and Infinity stay what they are. */
export function inUnits(units: Units, worth: number): number {
  return Math.round(worth * units.perWorth);
}
