import type { Analysis, Count, Point } from "../bargaining/analysis.ts";
import { type PlotKey, plotText } from "../language/plot.ts";
import type { Scenario } from "../scenario/types.ts";
import { shownWorth, textIn } from "../scenario/types.ts";
import { scenarioCloud } from "./cloud.ts";
import type { Axis, MarkedPoints, MarkKind, Plot } from "./plot.ts";
import { railsPlot } from "./rails-plot.ts";
import type { Look } from "./svg.ts";
import { utilityPlot } from "./utility-plot.ts";

/** A count with its thousands apart. */
function grouped(count: Count): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** How many packages the zone has, or between which numbers; null where not even its existence is known. */
function zoneText({ zone }: Analysis): string | null {
  const { low, high } = zone.size;
  if (low === high) return grouped(low);
  return zone.exists === null ? null : `${grouped(low)}–${grouped(high)}`;
}

/** The error of a frontier on 0–100, rounded up to a tenth. */
function errorText({ scale }: Scenario, { frontier }: Analysis): string {
  return String(Math.ceil((frontier.error * 1000) / scale) / 10);
}

/** The text that was signed, where the plot is of a play. */
export interface Signed {
  /** Worth by party of the scenario, in its scale. */
  readonly utilities: readonly number[];
}

/** What is drawn, and for whom. */
interface Subject {
  readonly scenario: Scenario;
  readonly analysis: Analysis;
  readonly signed: Signed | null;
  readonly language: string;
}

type Say = (key: PlotKey, values?: Readonly<Record<string, string>>) => string;

const SOLUTIONS = ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const;

function marksOf(
  { analysis, signed }: Subject,
  say: Say,
  shown: (point: Pick<Point, "utilities">) => number[],
): MarkedPoints[] {
  const marked = (kind: MarkKind, points: readonly Pick<Point, "utilities">[]): MarkedPoints => {
    const name = say(`plot.mark.${kind}`);
    const tied = points.length > 1 ? `${name} (${points.length})` : name;
    return { kind, name: tied, points: points.map(shown) };
  };
  const marks = SOLUTIONS.map((kind) => marked(kind, analysis[kind]));
  return signed ? [...marks, marked("signed", [signed])] : marks;
}

/** @param parties whose worths are drawn, by index, in this order */
function plotOf(subject: Subject, parties: readonly number[]): Plot {
  const { scenario, analysis, language } = subject;
  const { frontier } = analysis;
  const say: Say = (key, values) => plotText(language, key, values);
  const worth = (worths: readonly number[], party: number): number => shownWorth(worths[party] ?? 0, scenario.scale);
  const shown = ({ utilities }: Pick<Point, "utilities">): number[] => parties.map((party) => worth(utilities, party));
  const axes = parties.map((party): Axis => {
    const { name = {}, role } = scenario.parties[party] ?? {};
    const called = textIn(name, language);
    // A mediator signs nothing, so that it has nothing to walk away from.
    if (role === "mediator") return { name: say("plot.mediator", { party: called }), walkAway: null };
    return { name: called, walkAway: worth(analysis.reservations, party) };
  });
  const packages = grouped(analysis.outcomes);
  const zone = zoneText(analysis);
  return {
    title: textIn(scenario.title, language),
    note: zone === null ? say("plot.note", { packages }) : say("plot.note.zone", { packages, zone }),
    description: say(frontier.exact ? "plot.description" : "plot.description.more", {
      parties: axes.map(({ name }) => name).join(", "),
      points: grouped(frontier.points.length),
    }),
    parties: axes,
    frontier: frontier.points.map(shown),
    marks: marksOf(subject, say, shown),
    words: {
      frontier: frontier.exact
        ? say("plot.frontier")
        : say("plot.frontier.approximate", { error: errorText(scenario, analysis) }),
      walkAway: say("plot.walk_away"),
      better: say("plot.better"),
      packages: say("plot.packages"),
      crossing: say("plot.crossing"),
    },
  };
}

/**
 * The plot of an analysis: two parties with a vote against each other, more than two on a rail each (the mediator last).
 * @param signed what a play came to, to be marked too
 * @throws RangeError where no party of the scenario has a vote
 */
export function analysisPlot(
  scenario: Scenario,
  analysis: Analysis,
  wanted: Look = {},
  signed: Signed | null = null,
): string {
  const subject = { scenario, analysis, signed, language: wanted.language ?? "en" };
  const [first, second, ...more] = analysis.voters;
  if (first === undefined || second === undefined || more.length > 0) {
    const others = scenario.parties.flatMap((_, party) => (analysis.voters.includes(party) ? [] : [party]));
    return railsPlot(plotOf(subject, [...analysis.voters, ...others]), wanted);
  }
  const plot = plotOf(subject, [first, second]);
  const reach = (which: "best" | "worst"): [number, number] => {
    const worth = (party: number): number =>
      shownWorth(analysis.ranges[party]?.[which].utilities[party] ?? 0, scenario.scale);
    return [worth(first), worth(second)];
  };
  const { cloud, sampled } = scenarioCloud(scenario, [first, second], { low: reach("worst"), high: reach("best") });
  if (sampled === null) return utilityPlot(plot, cloud, wanted);
  const packages = plotText(subject.language, "plot.packages.sample", { packages: grouped(sampled) });
  return utilityPlot({ ...plot, words: { ...plot.words, packages } }, cloud, wanted);
}
