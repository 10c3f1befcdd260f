import { scenarioSchemaText } from "../../scenario/shape/json-schema.ts";
import type { Command } from "../command.ts";
import { OUT_OPTION } from "../options.ts";

/** `parley schema`: the scenario format for editors and programs. */
export const schemaCommand: Command = {
  name: "schema",
  operand: null,
  options: { out: OUT_OPTION },
  notes: [],
  examples: ["parley schema --out scenarios/scenario.schema.json"],
  run: () => ({ result: scenarioSchemaText(), problems: [], exit: 0 }),
};
