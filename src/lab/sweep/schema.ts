import * as z from "zod";
import { SweepFile } from "./shape.ts";

const SCHEMA_ID = "urn:parley:sweep:1";

/** The exact text of `docs/examples/sweep.schema.json`: the sweep file as JSON Schema (draft-07), for editors. */
export function sweepSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(SweepFile, { target: "draft-7", io: "input" });
  const head = {
    $schema,
    $id: SCHEMA_ID,
    title: "Parley sweep",
    description: "What to vary in a scenario, and how often to run it.",
  };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}
