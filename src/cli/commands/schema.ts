import { schemaText } from "../../scenario/schema.ts";
import { type Command, OUT } from "../command.ts";

/** `parley schema`: the scenario format for editors and programs. */
export const schema: Command = {
  name: "schema",
  operand: null,
  options: { out: OUT },
  notes: [],
  examples: ["parley schema --out scenarios/scenario.schema.json"],
  run: () => ({ result: schemaText(), problems: [], exit: 0 }),
};
