import type { DistributionChart } from "../../src/charts/distribution-chart.ts";
import type { IntervalChart } from "../../src/charts/interval-chart.ts";
import type { Plot } from "../../src/charts/plot.ts";

const WORDS = {
  en: {
    plot: {
      frontier: "Pareto frontier",
      walkAway: "Walk-away",
      better: "Better for both than no deal",
      packages: "Packages",
      crossing: "Crosses a red line",
    },
    names: ["United States of America", "Russian Federation", "Republic of Türkiye"],
    title: "Munich: a week or the first of March",
    worth: "Worth of the result, 0–100",
    parameter: "Walk-away of the United States",
    median: "Median",
    middle: "Nine runs in ten",
  },
  ar: {
    plot: {
      frontier: "حد باريتو",
      walkAway: "حد الانسحاب",
      better: "أفضل للطرفين من غياب الاتفاق",
      packages: "الحزم",
      crossing: "تتجاوز خطاً أحمر",
    },
    names: ["الولايات المتحدة الأمريكية", "روسيا الاتحادية", "جمهورية تركيا"],
    title: "ميونيخ: أسبوع أم الأول من آذار",
    worth: "قيمة النتيجة من 0 إلى 100",
    parameter: "حد انسحاب الولايات المتحدة",
    median: "الوسيط",
    middle: "تسعة أعشار الجولات",
  },
} as const;

export type Tongue = keyof typeof WORDS;

/** A plot of so many parties, in English or Arabic. */
export function plotOf(parties: number, tongue: Tongue = "en"): Plot {
  const { names, plot, title } = WORDS[tongue];
  const axes = Array.from({ length: parties }, (_, at) => ({ name: names[at % 3] as string, walkAway: 40 + at }));
  const frontier = Array.from({ length: 12 }, (_, at) =>
    axes.map((_, party) => (party % 2 === 0 ? at * 9 : 100 - at * 8)),
  );
  const at = (place: number) => [frontier[place] as number[]];
  return {
    title,
    description: title,
    parties: axes,
    frontier,
    marks: [
      { kind: "nash", name: "Nash", points: at(6) },
      { kind: "kalaiSmorodinsky", name: "Kalai–Smorodinsky", points: at(6) },
      { kind: "egalitarian", name: "Egalitarian", points: at(6) },
      { kind: "utilitarian", name: "Utilitarian", points: at(11) },
    ],
    words: plot,
  };
}

/** Three series over five values, one of them with a gap. */
export function intervalsOf(
  tongue: Tongue = "en",
  values: IntervalChart["values"] = [35, 41, 45, 49, 60],
): IntervalChart {
  const { names, title, worth, parameter } = WORDS[tongue];
  const at = (party: number) => (_: unknown, index: number) =>
    party === 1 && index === 2 ? null : { mean: 50 + party * index, low: 48 + party * index, high: 53 + party * index };
  return {
    title,
    description: title,
    parameter,
    values,
    measure: worth,
    series: names.map((name, party) => ({ name, at: values.map(at(party)) })),
    reference: { at: 41, name: WORDS[tongue].plot.walkAway },
  };
}

/** Two samples of a hundred figures. */
export function distributionOf(tongue: Tongue = "en"): DistributionChart {
  const { names, title, worth, median, middle, plot } = WORDS[tongue];
  const values = (middleOf: number) => Array.from({ length: 100 }, (_, at) => middleOf + ((at * 37) % 31) - 15);
  return {
    title,
    description: title,
    measure: worth,
    samples: [
      { name: names[0], values: values(45), note: "45.0 (43.2–46.8)" },
      { name: names[1], values: values(60) },
    ],
    references: [{ at: 41, name: plot.walkAway }],
    words: { median, middle },
  };
}
