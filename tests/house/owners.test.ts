import { expect, test } from "vitest";
import { sourceFiles } from "./source.ts";

/** Above this a file holds more than one thought. */
const LINES = 350;

const src = sourceFiles(["src"], [".ts", ".tsx", ".css"]);
const users = [...src, ...sourceFiles(["tests", "build", "scripts"], [".ts", ".tsx", ".js"])];

function words(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
}

test("declarations are read as they are written", () => {
  const index = src.find(({ path }) => path === "src/index.ts");
  expect(index?.exported).toEqual([]);
  const simulate = src.find(({ path }) => path === "src/lab/runs/simulate.ts");
  expect(simulate?.exported).toContainEqual({ name: "simulate", type: false });
  expect(simulate?.exported).toContainEqual({ name: "SimulationResult", type: true });
  // Nothing is exported in a form that would be overlooked: a pattern, or a list without a source.
  const overlooked = /^export (?:(?:const|let|var) [[{]|(?:type )?\{[^}]*\}(?! from ))/m;
  expect(src.filter(({ text }) => overlooked.test(text)).map(({ path }) => path)).toEqual([]);
});

test("no exported name has two owners", () => {
  const owners = Map.groupBy(
    src.flatMap(({ path, exported }) => exported.map(({ name }) => ({ name, path }))),
    ({ name }) => name,
  );
  const shared = [...owners].filter(([, places]) => places.length > 1);
  expect(shared.map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(", ")}`)).toEqual([]);
});

test("a name that is passed on stays the same, but for the headless API", () => {
  const renamed = /^export (?:type )?\{[^}]*\bas\b[^}]*\} from /m;
  const renaming = src.filter(({ text }) => renamed.test(text)).map(({ path }) => path);
  expect(renaming.filter((path) => path !== "src/index.ts")).toEqual([]);
});

test("nothing is exported that no other file uses", () => {
  const named = new Map<string, number>();
  for (const { text } of users) for (const word of words(text)) named.set(word, (named.get(word) ?? 0) + 1);
  // A type may be exported for the signature that it stands in.
  const unused = src.flatMap(({ path, exported }) =>
    exported.filter(({ name, type }) => !type && named.get(name) === 1).map(({ name }) => `${name} in ${path}`),
  );
  expect(unused).toEqual([]);
});

test(`no file is longer than ${LINES} lines`, () => {
  const long = src.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
  expect(long.filter(({ lines }) => lines > LINES)).toEqual([]);
});
