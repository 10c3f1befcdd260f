import { schemaText } from "../../scenario/schema.ts";
import { type Command, OUT } from "../command.ts";

/** `parley schema`: the scenario format for editors and programs. */
export const schema: Command = {
  name: "schema",
  summary: "Print the JSON Schema (draft-07) of scenario files",
  operand: null,
  options: { out: OUT },
  notes: [],
  examples: ["parley schema --out scenarios/scenario.schema.json"],
  run: () => ({ result: schemaText(), problems: [], exit: 0 }),
};
