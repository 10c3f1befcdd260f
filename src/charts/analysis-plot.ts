import type { Analysis, Count, Point } from "../bargaining/analysis.ts";
import type { Scenario } from "../scenario/types.ts";
import { textIn } from "../scenario/types.ts";
import { type AnalysisWords, analysisWords } from "./analysis-words.ts";
import { scenarioCloud } from "./cloud.ts";
import type { MarkedPoints, Plot } from "./plot.ts";
import { railsPlot } from "./rails-plot.ts";
import type { Look } from "./svg.ts";
import { utilityPlot } from "./utility-plot.ts";

/** A count with its thousands apart. */
function grouped(count: Count): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function zoneText({ zone }: Analysis): string | null {
  const { low, high } = zone.size;
  if (low === high) return grouped(low);
  return zone.exists === null ? null : `${grouped(low)}–${grouped(high)}`;
}

/** The error of a frontier on 0–100, rounded up. */
function errorText({ scale }: Scenario, { frontier }: Analysis): string {
  return String(Math.ceil((frontier.error * 1000) / scale) / 10);
}

/** The text that was signed, where the plot is of a play. */
export interface Signed {
  /** Worth by party of the scenario, in its scale. */
  readonly utilities: readonly number[];
}

function marksOf(
  analysis: Analysis,
  signed: Signed | null,
  words: AnalysisWords,
  shown: (point: Pick<Point, "utilities">) => number[],
): MarkedPoints[] {
  const { nash, kalaiSmorodinsky, egalitarian, utilitarian } = analysis;
  const solutions = { nash, kalaiSmorodinsky, egalitarian, utilitarian };
  const marks = Object.entries(solutions).map(([kind, points]): MarkedPoints => {
    const name = words.marks[kind as MarkedPoints["kind"]];
    const tied = points.length > 1 ? `${name} (${points.length})` : name;
    return { kind: kind as MarkedPoints["kind"], name: tied, points: points.map(shown) };
  });
  return signed ? [...marks, { kind: "signed", name: words.marks.signed, points: [shown(signed)] }] : marks;
}

function plotOf(
  scenario: Scenario,
  analysis: Analysis,
  parties: readonly number[],
  signed: Signed | null,
  language: string,
): Plot {
  const words = analysisWords(language);
  const shown = ({ utilities }: Pick<Point, "utilities">): number[] =>
    parties.map((party) => ((utilities[party] ?? 0) * 100) / scenario.scale);
  const axes = parties.map((party) => {
    const { name = {}, role } = scenario.parties[party] ?? {};
    const called = textIn(name, language);
    // A mediator signs nothing, so that it has nothing to walk away from.
    if (role === "mediator") return { name: `${called} (${words.mediator})`, walkAway: null };
    return { name: called, walkAway: ((analysis.reservations[party] ?? 0) * 100) / scenario.scale };
  });
  const { frontier } = analysis;
  return {
    title: textIn(scenario.title, language),
    note: words.note(grouped(analysis.outcomes), zoneText(analysis)),
    description: words.description(
      axes.map(({ name }) => name).join(", "),
      grouped(frontier.points.length),
      frontier.exact,
    ),
    parties: axes,
    frontier: frontier.points.map(shown),
    marks: marksOf(analysis, signed, words, shown),
    words: frontier.exact ? words.plot : { ...words.plot, frontier: words.approximate(errorText(scenario, analysis)) },
  };
}

/**
 * The plot of an analysis: two parties with a vote against each other, more than two on a rail each (the mediator last).
 * @param signed what a play came to, to be marked too
 * @throws RangeError when nobody has a vote
 */
export function analysisPlot(
  scenario: Scenario,
  analysis: Analysis,
  wanted: Look = {},
  signed: Signed | null = null,
): string {
  const language = wanted.language ?? "en";
  const [first, second, ...more] = analysis.voters;
  if (first === undefined || second === undefined || more.length > 0) {
    const others = scenario.parties.flatMap((_, party) => (analysis.voters.includes(party) ? [] : [party]));
    return railsPlot(plotOf(scenario, analysis, [...analysis.voters, ...others], signed, language), wanted);
  }
  const pair = [first, second] as const;
  const plot = plotOf(scenario, analysis, pair, signed, language);
  const reach = (which: "best" | "worst"): [number, number] => [
    ((analysis.ranges[first]?.[which].utilities[first] ?? 0) * 100) / scenario.scale,
    ((analysis.ranges[second]?.[which].utilities[second] ?? 0) * 100) / scenario.scale,
  ];
  const { cloud, sampled } = scenarioCloud(scenario, pair, { low: reach("worst"), high: reach("best") });
  const packages = sampled === null ? plot.words.packages : analysisWords(language).sample(grouped(sampled));
  return utilityPlot({ ...plot, words: { ...plot.words, packages } }, cloud, wanted);
}
