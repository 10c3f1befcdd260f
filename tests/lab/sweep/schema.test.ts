import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Json } from "../../../src/exact/json.ts";
import { combinations } from "../../../src/lab/sweep/definition.ts";
import { sweepSchemaText } from "../../../src/lab/sweep/shape.ts";
import { readYaml } from "../../../src/scenario/text/yaml.ts";
import { sweepOf } from "./sample.ts";

const at = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("the schema beside the examples is the one of the program", () => {
  expect(at("docs/examples/sweep.schema.json")).toBe(sweepSchemaText());
});

test("the example fits its scenario", () => {
  const munich = readYaml(at("scenarios/munich-2016.yaml")).value as Json;
  expect(combinations(sweepOf(at("docs/examples/munich-sweep.yaml"), munich))).toBe(18);
});

test("every key of the schema says what it is for", () => {
  const { properties } = JSON.parse(sweepSchemaText());
  for (const [key, { description }] of Object.entries(properties as Record<string, { description?: string }>)) {
    expect([key, typeof description]).toEqual([key, "string"]);
  }
});
