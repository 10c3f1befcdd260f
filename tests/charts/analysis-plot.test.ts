import { expect, test } from "vitest";
import { analyse } from "../../src/bargaining/analysis.ts";
import { analysisPlot } from "../../src/charts/analysis-plot.ts";
import { munich } from "../setup/munich.ts";
import { small, walkAwayAt } from "../setup/small.ts";
import { readXml, said } from "./xml.ts";

test("two with a vote are two axes, with the packages behind the frontier", () => {
  const scenario = small({ turkey: null, us: { walkAway: walkAwayAt(30) }, un: {} });
  const drawn = analysisPlot(scenario, analyse(scenario));
  expect(said(drawn)).toEqual(expect.arrayContaining(["us →", "russia ↑", "Packages"]));
  expect(said(drawn).join(" ")).toContain("9 packages");
});

test("more than two are a rail each, the mediator last", () => {
  const scenario = munich();
  const texts = said(analysisPlot(scenario, analyse(scenario), { language: "ar" }));
  const names = scenario.parties.map(({ name }) => name.ar as string);
  const places = names.map((name) => texts.findIndex((text) => text.startsWith(name)));
  expect(places.every((place, at) => place > (places[at - 1] ?? -1))).toBe(true);
  expect(texts).toContain("ناش");
});

test("what was signed is marked", () => {
  const scenario = small({ turkey: null });
  const signed = { utilities: [50, 50] };
  expect(said(analysisPlot(scenario, analyse(scenario), {}, signed))).toContain("Signed");
});

test("a frontier that is not exact says how far it may be off", () => {
  const scenario = munich();
  const analysis = analyse(scenario);
  const rough = { ...analysis, frontier: { ...analysis.frontier, exact: false, error: 2.31 } };
  expect(said(analysisPlot(scenario, rough))).toContain("Pareto frontier, approximate: within 2.4");
});

test("a space too large to list is drawn from a sample, and says so", () => {
  const base = small({ turkey: null });
  const options = Array.from({ length: 30 }, (_, at) => ({ id: `o${at}`, title: { en: `o${at}` } }));
  const issues = Array.from({ length: 6 }, (_, at) => ({ ...base.issues[0], id: `i${at}`, options, statusQuo: 0 }));
  const parties = base.parties.map((party, index) => ({
    ...party,
    values: issues.map(() => ({
      weight: 100 / 6,
      options: options.map((_, at) => (index === 0 ? at : 29 - at) * 3),
      grounds: party.values[0]?.grounds ?? { cite: [], why: null },
    })),
  }));
  const scenario = { ...base, issues, parties } as typeof base;
  const analysis = analyse(base);
  const drawn = analysisPlot(scenario, analysis);
  expect(said(drawn)).toContain("A sample of 40,000 packages");
  expect(readXml(drawn)[0]?.name).toBe("svg");
});
