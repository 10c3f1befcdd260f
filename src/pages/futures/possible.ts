import { type Analysis, analyse } from "../../bargaining/analysis.ts";
import { analysisPlot } from "../../charts/analysis-plot.ts";
import { tableModel } from "../../table/model.ts";
import type { PossibleJob } from "./jobs.ts";

/** What the table could have signed, and where what it did sign lies. */
export interface Possible {
  readonly analysis: Analysis;
  /** What the signed package was worth by itself to each party, in the scenario's scale; null: nothing was signed. */
  readonly signed: readonly number[] | null;
  /** The drawing, as SVG in the language asked for. */
  readonly plot: string;
}

/** Works out what the table could have signed by the walk-aways of a round. @throws RangeError as {@link analyse} */
export function possible({ scenario, round, signed: pack, language, width }: PossibleJob): Possible {
  const analysis = analyse(scenario, { round });
  const signed = pack < 0 ? null : tableModel(scenario).mandates.map(({ worth }) => worth[pack] as number);
  const look = { language, width, id: "possible" };
  return { analysis, signed, plot: analysisPlot(scenario, analysis, look, signed && { utilities: signed }) };
}
