import type { MarkKind, Plot } from "./plot.ts";

/** What the plot of an analysis says, in one language. */
export interface AnalysisWords {
  readonly marks: Readonly<Record<MarkKind, string>>;
  readonly plot: Plot["words"];
  readonly mediator: string;
  /** Below the title. @param figures as text, grouped already */
  note(packages: string, zone: string | null): string;
  /** For those who do not see the plot. */
  description(parties: string, points: string, exact: boolean): string;
  sample(packages: string): string;
  /** The frontier where it is too large to list. @param error on 0–100 */
  approximate(error: string): string;
}

const EN: AnalysisWords = {
  marks: {
    nash: "Nash",
    kalaiSmorodinsky: "Kalai–Smorodinsky",
    egalitarian: "Egalitarian",
    utilitarian: "Utilitarian",
    signed: "Signed",
  },
  plot: {
    frontier: "Pareto frontier",
    walkAway: "Walk-away",
    better: "Better for both than no deal",
    packages: "Packages",
    crossing: "Crosses a red line",
  },
  mediator: "mediator, no vote",
  note: (packages, zone) =>
    zone === null ? `${packages} packages` : `${packages} packages, ${zone} of them could be signed`,
  description: (parties, points, exact) =>
    `Worth of packages on 0–100 to ${parties}. The Pareto frontier has ${points} distinct points${exact ? "" : " or more"}.`,
  sample: (packages) => `A sample of ${packages} packages`,
  approximate: (error) => `Pareto frontier, approximate: within ${error}`,
};

const AR: AnalysisWords = {
  marks: {
    nash: "ناش",
    kalaiSmorodinsky: "كالاي–سموردينسكي",
    egalitarian: "المساواة",
    utilitarian: "أكبر مجموع",
    signed: "الموقَّع",
  },
  plot: {
    frontier: "حد باريتو",
    walkAway: "حد الانسحاب",
    better: "أفضل للطرفين من غياب الاتفاق",
    packages: "الحزم",
    crossing: "تتجاوز خطاً أحمر",
  },
  mediator: "وسيط بلا صوت",
  note: (packages, zone) => (zone === null ? `الحزم: ${packages}` : `الحزم: ${packages}، ويمكن توقيع ${zone} منها`),
  description: (parties, points, exact) =>
    `قيمة الحزم من 0 إلى 100 لكل من ${parties}. نقاط حد باريتو المختلفة: ${points}${exact ? "" : " أو أكثر"}.`,
  sample: (packages) => `عينة من ${packages} حزمة`,
  approximate: (error) => `حد باريتو تقريبي، ضمن ${error}`,
};

/** The words of a language; English where there are none. */
export function analysisWords(language: string): AnalysisWords {
  return language === "ar" ? AR : EN;
}
