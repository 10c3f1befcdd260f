import { type Command, OUT, single } from "../command.ts";
import { stateDiagram } from "../mermaid.ts";
import { openScenario, partyTyped } from "../scenario-file.ts";

/** `parley diagram`: the statecharts of a scenario as Mermaid. */
export const diagram: Command = {
  name: "diagram",
  operand: { name: "FILE", many: false },
  options: {
    party: { value: "ID", about: "This party alone; all of them by default" },
    out: OUT,
  },
  notes: ["Mermaid is drawn by GitHub, GitLab, many editors and https://mermaid.live."],
  examples: ["parley diagram scenarios/munich-2016.yaml --party us --out us.mmd"],
  run(given) {
    const { scenario, warnings } = openScenario(given.operands[0] as string);
    const party = single(given, "party");
    const only = party === undefined ? undefined : partyTyped(scenario, party);
    return { result: stateDiagram(scenario, only), problems: warnings, exit: 0 };
  },
};
