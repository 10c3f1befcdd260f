import { optionsMeet } from "../bargaining/space.ts";
import { optionWorth } from "../bargaining/utility.ts";
import { draw } from "../exact/chance.ts";
import type { Party, Scenario } from "../scenario/types.ts";
import { addToCloud, type Cloud, emptyCloud } from "./cloud.ts";

/** Up to here every package is drawn: a fifth of a second. Above, a sample. */
const MOST_LISTED = 1_000_000;
const SAMPLE = 40_000;

/** The packages of a scenario by worth to two of its parties, and how many were looked at where that is not all. */
export interface ScenarioCloud {
  readonly cloud: Cloud;
  readonly sampled: number | null;
}

/** Calls `look` with the options of every package, or of a sample that is always the same. @returns size of the sample */
function eachPackage(sizes: readonly number[], look: (options: readonly number[]) => void): number | null {
  const size = sizes.reduce((product, options) => product * options, 1);
  const options = sizes.map(() => 0);
  if (size <= MOST_LISTED) {
    for (let pack = 0; pack < size; pack++) {
      look(options);
      for (let issue = sizes.length - 1; issue >= 0; issue--) {
        options[issue] = ((options[issue] as number) + 1) % (sizes[issue] as number);
        if (options[issue] !== 0) break;
      }
    }
    return null;
  }
  for (let n = 0; n < SAMPLE; n++) {
    for (const [issue, count] of sizes.entries()) options[issue] = Math.floor(draw([1, 2], 1, issue, n, 0) * count);
    look(options);
  }
  return SAMPLE;
}

/**
 * The cloud of packages behind a plot of two parties; worths on 0–100.
 * @param reach lowest and highest worth of the two, on 0–100
 */
export function scenarioCloud(
  scenario: Scenario,
  pair: readonly [number, number],
  reach: { readonly low: readonly [number, number]; readonly high: readonly [number, number] },
): ScenarioCloud {
  const { scale, issues } = scenario;
  const cloud = emptyCloud(reach.low, reach.high);
  const parties = pair.map((party) => scenario.parties[party] as Party);
  const worths = parties.map((party) =>
    issues.map((issue, index) => issue.options.map((_, option) => optionWorth(party, scale, index, option))),
  );
  const worthOf = (at: 0 | 1, options: readonly number[]): number => {
    const party = parties[at] as Party;
    let sum = 0;
    for (const [issue, option] of options.entries()) sum += worths[at]?.[issue]?.[option] ?? 0;
    for (const { when, worth } of party.linkages) if (optionsMeet(when, options)) sum += worth;
    return ((party.cap !== null && sum > party.cap ? party.cap : sum) * 100) / scale;
  };
  const reds = parties.flatMap(({ redLines }) => redLines);
  const sampled = eachPackage(
    issues.map(({ options }) => options.length),
    (options) => {
      const crosses = reds.some(({ when }) => optionsMeet(when, options));
      addToCloud(cloud, worthOf(0, options), worthOf(1, options), crosses);
    },
  );
  return { cloud, sampled };
}
