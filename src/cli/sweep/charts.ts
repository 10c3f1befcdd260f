import { intervalChart } from "../../charts/interval-chart.ts";
import type { Json } from "../../exact/json.ts";
import { type Sweep, valueText } from "../../lab/sweep/definition.ts";
import type { Metric, MetricGroup } from "../../lab/sweep/metrics.ts";
import type { Effect } from "../../lab/sweep/summary.ts";
import type { Scenario } from "../../scenario/types.ts";
import { english } from "../text/terminal.ts";

/** A chart as a file. */
interface ChartFile {
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

function allNumbers(values: readonly Json[]): values is readonly number[] {
  return values.every((value) => typeof value === "number");
}

function noteOf({ repetitions, design, parameters }: Sweep, { combinations }: Effect): string {
  const whiskers = `Whiskers: 95 % intervals over ${repetitions} repetitions.`;
  if (parameters.length === 1) return whiskers;
  return design === "full_factorial"
    ? `Mean over ${combinations} combinations of the other values. ${whiskers}`
    : `The others at their baseline. ${whiskers}`;
}

/** A value on the axis, with its place among those of the effect. */
interface AxisValue {
  readonly value: number | string;
  readonly place: number;
}

/** Points stand where their numbers do, so they go up from left to right whatever the order in the file. */
function axisValues(values: readonly Json[]): AxisValue[] {
  if (!allNumbers(values)) return values.map((value, place) => ({ value: valueText(value), place }));
  return values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value);
}

function chartFile(
  sweep: Sweep,
  scenario: Scenario,
  metrics: readonly Metric[],
  effect: Effect,
  group: MetricGroup,
): ChartFile[] {
  const shown = metrics.flatMap((metric, at) => (metric.group === group ? [{ metric, at }] : []));
  const tooMany = effect.values.length > MOST_VALUES && !allNumbers(effect.values);
  if (shown.length === 0 || effect.values.length < 2 || tooMany) return [];
  const measure = measureOf(group, scenario);
  const values = axisValues(effect.values);
  const title = sweep.title ?? english(scenario.title);
  const name = `${group}-by-${effect.path.replace(/[^A-Za-z0-9_.-]/g, "_")}.svg`;
  const svg = intervalChart(
    {
      title,
      description: `${measure} by ${effect.path}: means with their 95 % intervals. The figures of each combination are in summary.csv.`,
      note: noteOf(sweep, effect),
      parameter: effect.path,
      values: values.map(({ value }) => value),
      measure,
      series: shown.map(({ metric, at }) => ({
        name: metric.title,
        at: values.map(({ place }) => effect.estimates[at]?.[place] ?? null),
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
