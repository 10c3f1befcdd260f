import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scenarioJsonSchema, scenarioSchemaText } from "../../../src/scenario/shape/json-schema.ts";

type Node = { [key: string]: Node };

test("scenarios/scenario.schema.json is current", () => {
  const written = readFileSync(new URL("../../../scenarios/scenario.schema.json", import.meta.url), "utf8");
  expect(written === scenarioSchemaText(), "It is stale. Renew it with: npm run schema").toBe(true);
});

describe("the schema", () => {
  const schema = scenarioJsonSchema() as unknown as Node;

  /** Every property of every object in the schema, with the path to it. */
  function properties(node: Node, path: string[] = []): [string, Node][] {
    if (typeof node !== "object" || node === null) return [];
    const own = Object.entries(node.properties ?? {}).map(([key, value]): [string, Node] => [
      [...path, key].join("."),
      value,
    ]);
    const below = Object.entries(node).flatMap(([key, value]) =>
      key === "defaultSnippets" ? [] : properties(value, [...path, key]),
    );
    return [...own, ...below];
  }

  test("is draft-07 and says what it is", () => {
    expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", title: "Parley scenario" });
    expect(schema.required).toEqual(["parley", "id", "title", "issues", "parties"]);
  });

  test("describes every key", () => {
    const all = properties(schema);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, value]) => typeof value.description !== "string").map(([path]) => path)).toEqual([]);
  });

  test("says of keys that nothing reads yet that nothing does", () => {
    for (const key of ["actors", "aftermath", "acts"])
      expect(schema.properties?.[key]?.description).toMatch(/Nothing reads (it|them) yet/);
  });

  test("allows no key that it does not know", () => {
    const text = scenarioSchemaText();
    expect(text.match(/"additionalProperties": false/g)?.length).toBeGreaterThan(20);
  });

  test("points at nothing that is not in it", () => {
    const names = [...scenarioSchemaText().matchAll(/"\$ref": "#\/definitions\/([^"]+)"/g)].map(
      ([, name]) => name ?? "",
    );
    for (const name of new Set(names)) expect(Object.hasOwn(schema.definitions ?? {}, name)).toBe(true);
  });
});
