import { optionIn } from "../../bargaining/space.ts";
import { votersOf } from "../../bargaining/zone/binding.ts";
import { at } from "../../exact/at.ts";
import { OUTCOMES, type Outcome, TACTIC_KINDS, type TacticKind } from "../../scenario/codes.ts";
import { type Party, type Scenario, textIn } from "../../scenario/types.ts";
import type { TableModel } from "../../table/model.ts";
import { resultWorth } from "../../table/rules/worth.ts";
import { type FloorState, isEnded, type TableState } from "../../table/state.ts";
import type { Cell, Column, Row } from "./table-format.ts";

/** An outcome as typed columns keep it: its place in {@link OUTCOMES}. @throws RangeError for a table that goes on */
export function outcomeCode(floor: FloorState): number {
  if (!isEnded(floor)) throw new RangeError(`a table that is at "${floor}" has not ended`);
  return OUTCOMES.indexOf(floor);
}

/** What is said of each outcome in codebooks: of one run, and of a share of the runs. */
export const OUTCOME_TEXTS: Readonly<Record<Outcome, { readonly meaning: string; readonly share: string }>> = {
  signed: {
    meaning: "A package was signed",
    share: "Share of the runs that signed a package.",
  },
  broken: {
    meaning: "A party that is needed walked out",
    share: "Share of the runs in which a party that is needed walked out.",
  },
  expired: {
    meaning: "The rounds ran out without a signature",
    share: "Share of the runs in which the rounds ran out.",
  },
};

/** What a stretch of runs came to, in typed arrays: small to keep by the million, and cheap to hand between workers. */
export interface RunBlock {
  /** Number of the first run. */
  readonly from: number;
  readonly count: number;
  /** By run ({@link outcomeCode}). */
  readonly outcomes: Uint8Array;
  /** By run: the signed package; −1: none. */
  readonly packages: Int32Array;
  /** By run: the round in which it ended, from 1. */
  readonly rounds: Uint32Array;
  /** By run and party (`run · parties + party`): worth of the result, in the scenario's scale. */
  readonly utilities: Float64Array;
  /** By run and party: the exponent that was drawn. */
  readonly exponents: Float64Array;
}

const TACTIC_MEANINGS: Readonly<Record<TacticKind, string>> = {
  boulware: "Holds out, gives way late",
  linear: "Gives way evenly",
  conceder: "Gives way early",
  tit_for_tat: "Gives way as others do",
  micro: "Offers its packages from the best down, one more for each new offer of the others",
};

/** Those whose target falls with time, by the exponent. */
const TIMED: readonly TacticKind[] = ["boulware", "linear", "conceder"];

function meanings(options: readonly { readonly id: string; readonly title: Parameters<typeof textIn>[0] }[]) {
  return Object.fromEntries(options.map(({ id, title }) => [id, textIn(title, "en")]));
}

/** A column for each issue with an option of a package in it. @param about of the title of the issue */
export function packageColumns({ issues }: Scenario, about: (title: string) => string): Column[] {
  return issues.map(({ id, title, options }) => ({
    name: `package_${id}`,
    type: "text",
    about: about(textIn(title, "en")),
    values: meanings(options),
  }));
}

/** The cells for {@link packageColumns}; −1: empty ones. */
export function packageCells({ space, scenario }: TableModel, pack: number): Cell[] {
  return scenario.issues.map(({ options }, issue) => (pack < 0 ? null : at(options, optionIn(space, pack, issue)).id));
}

/** Parties that have a tactic: a mediator makes no offers. */
function bidders(scenario: Scenario): { readonly index: number; readonly party: Party }[] {
  return votersOf(scenario).map((index) => ({ index, party: at(scenario.parties, index) }));
}

/**
 * The columns of a table with a row for each run: `run`, `seed`, the parameters, `outcome`, `rounds`, the signed package
 * (`package_ISSUE`) and what the result is worth (`utility_PARTY`).
 * @param parameters what a sweep varies; their columns stand after `seed`
 */
export function runColumns(scenario: Scenario, parameters: readonly Column[] = []): Column[] {
  const tactics = bidders(scenario).flatMap(({ party: { id, name } }): Column[] => [
    {
      name: `tactic_${id}`,
      type: "text",
      about: `Tactic by which the machine of ${textIn(name, "en")} bid.`,
      values: Object.fromEntries(TACTIC_KINDS.map((kind) => [kind, TACTIC_MEANINGS[kind]])),
    },
    {
      name: `exponent_${id}`,
      type: "number",
      about: `Exponent e that was drawn for ${textIn(name, "en")} in this run: target = floor + (top - floor) * (1 - time^(1/e)). Empty for a tactic that does not go by time.`,
    },
  ]);
  return [
    { name: "run", type: "whole", about: "Number of the run, from 0." },
    {
      name: "seed",
      type: "text",
      about: "Seed of the run: the same file, seats and seed play it again, step by step.",
    },
    ...parameters,
    ...tactics,
    {
      name: "outcome",
      type: "text",
      about: "How the table ended.",
      values: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, OUTCOME_TEXTS[outcome].meaning])),
    },
    { name: "rounds", type: "whole", about: "Round in which it ended, from 1.", unit: "rounds" },
    ...packageColumns(
      scenario,
      (title) => `${title}: the option in the signed package. Empty when nothing was signed.`,
    ),
    ...scenario.parties.map(
      ({ id, name }): Column => ({
        name: `utility_${id}`,
        type: "number",
        about: `Worth of the result to ${textIn(name, "en")}: the signed package or, without one, its walk-away of the last round; discounted, less what commitments and levers cost.`,
        unit: `points on the scenario's scale of ${scenario.scale}`,
      }),
    ),
  ];
}

/** Room for the results of runs `from` to `to` − 1. */
export function emptyBlock({ parties }: TableModel, from: number, to: number): RunBlock {
  const count = to - from;
  return {
    from,
    count,
    outcomes: new Uint8Array(count),
    packages: new Int32Array(count),
    rounds: new Uint32Array(count),
    utilities: new Float64Array(count * parties),
    exponents: new Float64Array(count * parties),
  };
}

/** Writes what one finished run came to into its place in the block, from 0. */
export function writeRun(block: RunBlock, place: number, model: TableModel, { floor, context }: TableState): void {
  block.outcomes[place] = outcomeCode(floor);
  block.packages[place] = context.signed;
  block.rounds[place] = context.round;
  for (const [party, exponent] of context.exponent.entries()) {
    block.utilities[place * model.parties + party] = resultWorth(model, context, party);
    block.exponents[place * model.parties + party] = exponent;
  }
}

/**
 * The rows of a block, as {@link runColumns} names their cells.
 * @param model with the tactics of the seats in it
 * @param seedOf the seed of a run by its number
 * @param parameters the same for every row
 */
export function runRows(
  model: TableModel,
  block: RunBlock,
  seedOf: (run: number) => string,
  parameters: readonly Cell[] = [],
): Row[] {
  const tactics = bidders(model.scenario).map(({ index, party }) => ({ index, kind: party.tactic.kind }));
  return Array.from({ length: block.count }, (_, place): Row => {
    const first = place * model.parties;
    return [
      block.from + place,
      seedOf(block.from + place),
      ...parameters,
      ...tactics.flatMap(({ index, kind }) => [kind, TIMED.includes(kind) ? at(block.exponents, first + index) : null]),
      at(OUTCOMES, at(block.outcomes, place)),
      at(block.rounds, place),
      ...packageCells(model, at(block.packages, place)),
      ...block.utilities.subarray(first, first + model.parties),
    ];
  });
}
