import { plotAr } from "./ar/plot.ts";
import { plotEn } from "./en/plot.ts";

/** The key of a text on the plot of an analysis; both languages have every key. */
export type PlotKey = keyof typeof plotEn;

/**
 * A text on the plot of an analysis. Workers and commands draw it without a speaker: its texts are no part of the catalogue that
 * the start fetches, and they need neither plurals nor isolates.
 * @param language English is used for any other than Arabic
 * @param values what takes the place of `{name}`, put in as it is: names, and figures as text
 */
export function plotText(language: string, key: PlotKey, values: Readonly<Record<string, string>> = {}): string {
  const text = language === "ar" ? plotAr[key] : plotEn[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
