import { intervalChart } from "../../charts/interval-chart.ts";
import type { Json } from "../../exact/json.ts";
import { type Sweep, valueText } from "../../lab/sweep/definition.ts";
import type { Metric, MetricGroup } from "../../lab/sweep/metrics.ts";
import type { Effect } from "../../lab/sweep/summary.ts";
import type { Scenario } from "../../scenario/types.ts";
import { english } from "../text/terminal.ts";

/** A chart as a file. */
export interface ChartFile {
  readonly name: string;
  readonly svg: string;
}

const GROUPS: readonly MetricGroup[] = ["share", "rounds", "worth"];

/** More values than this do not fit side by side. */
const MOST_VALUES = 60;

function measureOf(group: MetricGroup, { scale }: Scenario): string {
  if (group === "share") return "Share of the runs";
  return group === "rounds" ? "Rounds" : `Worth of the result (scale ${scale})`;
}

function axisValues(values: readonly Json[]): (number | string)[] {
  const numbers = values.every((value) => typeof value === "number");
  return values.map((value) => (numbers ? (value as number) : valueText(value)));
}

function noteOf({ repetitions, design, parameters }: Sweep, { combinations }: Effect): string {
  const whiskers = `Whiskers: 95 % intervals over ${repetitions} repetitions.`;
  if (parameters.length === 1) return whiskers;
  return design === "full_factorial"
    ? `Mean over ${combinations} combinations of the other values. ${whiskers}`
    : `The others at their baseline. ${whiskers}`;
}

/** Points stand where their numbers do, so they go up from left to right whatever the order in the file. */
function order(values: readonly (number | string)[]): number[] {
  const places = values.map((_, at) => at);
  if (!values.every((value) => typeof value === "number")) return places;
  return places.sort((a, b) => (values[a] as number) - (values[b] as number));
}

function chartFile(
  sweep: Sweep,
  scenario: Scenario,
  metrics: readonly Metric[],
  effect: Effect,
  group: MetricGroup,
): ChartFile[] {
  const shown = metrics.flatMap((metric, at) => (metric.group === group ? [{ metric, at }] : []));
  const numbers = effect.values.every((value) => typeof value === "number");
  if (shown.length === 0 || effect.values.length < 2 || (!numbers && effect.values.length > MOST_VALUES)) return [];
  const measure = measureOf(group, scenario);
  const values = axisValues(effect.values);
  const places = order(values);
  const title = sweep.title ?? english(scenario.title);
  const name = `${group}-by-${effect.path.replace(/[^A-Za-z0-9_.-]/g, "_")}.svg`;
  const svg = intervalChart(
    {
      title,
      description: `${measure} by ${effect.path}: means with their 95 % intervals. The figures of each combination are in summary.csv.`,
      note: noteOf(sweep, effect),
      parameter: effect.path,
      values: places.map((place) => values[place] as number | string),
      measure,
      series: shown.map(({ metric, at }) => ({
        name: metric.title,
        at: places.map((place) => effect.estimates[at]?.[place] ?? null),
      })),
    },
    { id: name.replace(/[^A-Za-z0-9]/g, "-") },
  );
  return [{ name, svg }];
}

/** The charts of a sweep: for each parameter, how shares, rounds and worths go with its values. */
export function sweepCharts(
  sweep: Sweep,
  scenario: Scenario,
  metrics: readonly Metric[],
  effects: readonly Effect[],
): ChartFile[] {
  return effects.flatMap((effect) => GROUPS.flatMap((group) => chartFile(sweep, scenario, metrics, effect, group)));
}
