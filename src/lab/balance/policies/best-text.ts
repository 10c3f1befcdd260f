import { at } from "../../../exact/at.ts";
import { mean } from "../../statistics/statistics.ts";
import type { BalanceChunk, BalanceResult } from "../job.ts";
import { HOLDS_TEXT } from "./list.ts";

/** Runs of machines from which is told beforehand what the others may sign. */
const SCREENED = 60;
/** Texts that are tried, and with how many runs each at first. */
const TRIED = 128;
const FIRST_RUNS = 8;
/** So many are played with all seeds in the end. */
const FINALISTS = 4;
/** How many runs the screening counts for beside those that were played. */
const SCREENING_COUNTS_FOR = 3;

/** Runs for {@link bestText} at the most. @param runs of the whole report */
export function textRuns(runs: number): number {
  let sum = Math.min(SCREENED, runs);
  let played = 0;
  for (let tried = TRIED, next = FIRST_RUNS; ; tried = Math.ceil(tried / 2), next *= 2) {
    const upTo = tried <= FINALISTS ? runs : Math.min(next, runs);
    sum += tried * (upTo - played);
    played = upTo;
    if (tried <= FINALISTS) return sum;
  }
}

/** A text in the race. */
interface Entrant {
  readonly text: number;
  /** What it would have been worth at the floors of machines, on average: more than it will be. */
  readonly hoped: number;
  readonly worths: number[];
}

function scoreOf({ hoped, worths }: Entrant): number {
  const sum = worths.reduce((all, worth) => all + worth, 0);
  return (sum + SCREENING_COUNTS_FOR * hoped) / (worths.length + SCREENING_COUNTS_FOR);
}

/**
 * The one text that, held from the first round on, brings a party most over all seeds: chosen in hindsight, as nobody could at the
 * table. All texts are too many to be played, so they race (successive halving, Jamieson & Talwalkar 2016): the 128 that would
 * have been worth most had they been put to the others at their floors at the end of runs of machines; of these the better half again and
 * again with twice the runs, the same seeds for all; the last four with all seeds. It may miss a text whose being held
 * drives machines to where they never come in play among themselves, or that is unlucky with the first few seeds: what it
 * finds can be signed, and is at most a little less than the best.
 */
export function* bestText(party: number, runs: number): Generator<BalanceChunk[], number, readonly BalanceResult[]> {
  const screened = yield [{ kind: "screen", party, from: 0, to: Math.min(SCREENED, runs) }];
  const gains = screened[0]?.gains ?? new Float64Array(0);
  let race: Entrant[] = [...gains]
    .map((gain, text): Entrant => ({ text, hoped: gain / Math.min(SCREENED, runs), worths: [] }))
    .sort((a, b) => b.hoped - a.hoped || a.text - b.text)
    .slice(0, TRIED);
  for (let next = FIRST_RUNS; ; next *= 2) {
    const last = race.length <= FINALISTS;
    const to = last ? runs : Math.min(next, runs);
    const results = yield race.map(({ text, worths }) => {
      return { kind: "policy", party, policy: HOLDS_TEXT, text, from: worths.length, to };
    });
    for (const [place, { worths }] of results.entries()) race[place]?.worths.push(...worths);
    const score = last ? ({ worths }: Entrant): number => mean(worths) : scoreOf;
    race = race.toSorted((a, b) => score(b) - score(a) || a.text - b.text);
    if (last) return at(race, 0).text;
    race = race.slice(0, Math.max(FINALISTS, Math.ceil(race.length / 2)));
  }
}
