import * as z from "zod";
import { isPlainMap, plainMapOf } from "../../exact/json.ts";
import { scenarioFileShape } from "./file.ts";

const SCHEMA_ID = "urn:parley:scenario:1";

/** A pattern that repeats a `format`, and keys that are said to be strings, tell an author nothing. */
function isNoise(key: string, value: unknown, node: object): boolean {
  return (
    (key === "pattern" && "format" in node) ||
    (key === "propertyNames" && Object.keys(plainMapOf(value)).join() === "type")
  );
}

function tidyMap(node: object): object {
  const kept = Object.entries(node).filter(([key, value]) => !isNoise(key, value, node));
  return Object.fromEntries(kept.map(([key, value]) => [key, tidy(value)]));
}

function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy);
  return isPlainMap(node) ? tidyMap(node) : node;
}

/** The scenario file as JSON Schema (draft-07), with a description for every key. */
export function scenarioJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(scenarioFileShape, { target: "draft-7", io: "input" });
  return {
    $schema,
    $id: SCHEMA_ID,
    title: "Parley scenario",
    description: "One negotiation as a file: parties, issues, values, protocol, events, history, sources.",
    ...tidyMap(rest),
    defaultSnippets: [{ label: "scenario", description: "A scenario with what every one needs", body: SKELETON }],
  };
}

const SKELETON = {
  parley: 1,
  id: "$1my-scenario",
  title: { en: "$2" },
  issues: { first: { title: { en: "$3" }, options: { one: { en: "$4" }, other: { en: "$5" } } } },
  parties: {
    a: { name: { en: "$6" }, values: { first: { weight: 100, options: { one: 100, other: 0 } } } },
    b: { name: { en: "$7" }, values: { first: { weight: 100, options: { one: 0, other: 100 } } } },
  },
};

/** The exact text of `scenarios/scenario.schema.json`. */
export function scenarioSchemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
}
