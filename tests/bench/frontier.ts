import { factorsOf } from "../../src/bargaining/decompose/factors.ts";
import { frontierByListing, frontierStates } from "../../src/bargaining/decompose/frontier.ts";
import { distinctStates } from "../../src/bargaining/decompose/points.ts";
import type { States } from "../../src/bargaining/pareto/states.ts";
import { draw, PURPOSE, runSeed } from "../../src/exact/chance.ts";
import type { Scenario } from "../../src/scenario/types.ts";
import { issueOf, NO_GROUNDS, partyOf, scenarioOf } from "../setup/scenarios.ts";
import { machineText, median, timed } from "./measure.ts";

/**
 * The frontier from the frontiers of its parts, against a list of all packages with the same test for dominance, in the same run: sizes
 * from 10^2 to 10^7, issues of ten options on which two parties want the opposite, and a third something else.
 */
const LARGEST = 7;
const FAR = 12;

/** `linkages`: two for each party, over three issues each. */
function scenarioWith(issues: number, parties: number, linkages: boolean): Scenario {
  const words = runSeed(`frontier/${issues}/${parties}/${linkages}`);
  let thrown = 0;
  const chance = (): number => draw(words, PURPOSE.test, 0, 0, thrown++);
  const wanted = Array.from({ length: issues }, () => Array.from({ length: 10 }, () => chance() * 100));
  const side = (party: number): number[][] =>
    wanted.map((options) =>
      options.map((value) =>
        party === 0 ? value : party === 1 ? (100 - value) * (0.5 + chance() / 2) : chance() * 100,
      ),
    );
  const tie = () => ({
    title: null,
    when: [0, 1, 2].map((next) => ({ issue: (Math.floor(chance() * issues) + next) % issues, options: [0, 1, 2, 3] })),
    worth: chance() * 20 - 10,
    grounds: NO_GROUNDS,
  });
  return scenarioOf(
    wanted.map((_, issue) =>
      issueOf(
        `i${issue}`,
        Array.from({ length: 10 }, (_, option) => `o${option}`),
      ),
    ),
    Array.from({ length: parties }, (_, party) => {
      const bare = partyOf(`p${party}`, side(party), { linkages: linkages ? [tie(), tie()] : [] });
      return { ...bare, values: bare.values.map((value) => ({ ...value, weight: chance() * 100 })) };
    }),
  );
}

/** Median of several goes; the two take turns, so that the ratio holds when the machine drifts. */
function race(a: () => States, b: () => States): { a: number; b: number; points: number } {
  const times: { a: number; b: number }[] = [];
  let points = 0;
  const until = performance.now() + 400;
  do {
    const partsFirst = times.length % 2 === 0;
    const early = timed(partsFirst ? a : b);
    const late = timed(partsFirst ? b : a);
    const [first, second] = partsFirst ? [early, late] : [late, early];
    times.push({ a: first.wall, b: second.wall });
    points = first.result.length;
    if (second.result.length !== points) throw new Error(`${points} points by parts, ${second.result.length} by list`);
  } while (performance.now() < until && times.length < 200);
  return { a: median(times.map((time) => time.a)), b: median(times.map((time) => time.b)), points };
}

console.log(`The frontier, one core of ${machineText()}. Medians in milliseconds.`);
for (const { parties, linkages } of [
  { parties: 2, linkages: false },
  { parties: 2, linkages: true },
  { parties: 3, linkages: false },
]) {
  console.log(`${parties} parties${linkages ? ", two linkages each over three issues" : ", no linkages"}`);
  console.log("    packages      points     by parts      by list    list/parts");
  for (let power = 2; power <= LARGEST; power++) {
    const factors = factorsOf(scenarioWith(power, parties, linkages), [...Array(parties).keys()]);
    const { caps, units } = factors;
    const keeping = { equal: units.equal, caps, floors: caps.map(() => -Infinity), limit: Infinity };
    const { a, b, points } = race(
      () => frontierStates(factors).states,
      () => distinctStates(frontierByListing(factors, keeping).states, units.equal),
    );
    const cells = [a.toFixed(2), b.toFixed(2), (b / a).toFixed(1)].map((cell) => cell.padStart(13));
    console.log(`        10^${power}${String(points).padStart(12)}${cells.join("")}`);
  }
  const factors = factorsOf(scenarioWith(FAR, parties, linkages), [...Array(parties).keys()]);
  const { result, wall } = timed(() => frontierStates(factors));
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  const exact = result.error === 0 ? "exact" : `within ${result.error / factors.units.perWorth}`;
  console.log(
    `       10^${FAR}${String(result.states.length).padStart(12)}${wall.toFixed(2).padStart(13)}   ${exact}; the process holds ${memory} MB`,
  );
}
