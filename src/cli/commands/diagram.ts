import { at } from "../../exact/at.ts";
import type { Condition, Scenario } from "../../scenario/types.ts";
import type { Command } from "../command.ts";
import { OUT_OPTION, onlyOperand, optionValue } from "../options.ts";
import { openScenario, parsePartyId } from "../scenario-file.ts";
import { conditionText, scheduledMoveText, sendsTo } from "../text/conditions.ts";
import { english, wrapText } from "../text/terminal.ts";
import { englishTerms, groundsText, worthText } from "../text/words.ts";

/** Mermaid would read `:`, `;`, `"`, `{`, `<`, `%%`, `#` and the like as its own: they are written as numbers, as are dashes in a row. */
const NOT_PLAIN = /[^\p{L}\p{M}\p{N} ,.()'/_–…•-]|-(?=[-#>])|(?<=-)-/gu;
/** Words that are Mermaid's own where a text begins with them, in a label too. */
const KEYWORD = /\b[de](?=irection\s|nd\s+note\b)/gi;
const BODY_WIDTH = 60;

function asNumber(character: string): string {
  return `#${character.codePointAt(0)};`;
}

/** Any text as text of a Mermaid diagram. */
export function mermaidText(text: string): string {
  return text.replace(NOT_PLAIN, asNumber).replace(KEYWORD, asNumber);
}

/** Ids may hold dashes, which Mermaid does not allow, but never dots. */
function stateId(...ids: readonly string[]): string {
  return ids.map((id) => id.replaceAll("-", "..")).join(".");
}

function sentHere(scenario: Scenario, party: number, position: number): string[] {
  const events = scenario.events
    .filter(({ effects }) => sendsTo(effects, party, position))
    .map(({ id }) => `the event ${id}`);
  const levers = scenario.parties.flatMap(({ name, levers: list }) =>
    list
      .filter(({ effects }) => sendsTo(effects, party, position))
      .map(({ title }) => `${english(name)} with ${english(title)}`),
  );
  return [...events, ...levers].map((cause) => `Sent here by ${cause}`);
}

function bodyOf(scenario: Scenario, party: number, index: number): string[] {
  const position = at(at(scenario.parties, party).positions, index);
  const scheduled = position.does.map((move) => {
    const grounds = move.grounds.cite.length > 0 ? ` (${move.grounds.cite.join(", ")})` : "";
    const when = move.when.kind === "always" ? "" : ` (${conditionText(scenario, move.when)})`;
    return `Once${when}: ${scheduledMoveText(scenario, party, move)}${grounds}`;
  });
  return [
    ...(position.asks.length > 0 ? [`Asks for ${englishTerms(scenario, position.asks)}`] : []),
    ...(position.holdsAtLeast === null
      ? []
      : [`Holds out for at least ${worthText(position.holdsAtLeast, scenario.scale)}`]),
    ...scheduled,
    ...sentHere(scenario, party, index),
    groundsText(position.grounds),
  ].filter((line) => line !== "");
}

/** Each way in which a condition can come true has a line of its own. */
function alternatives(scenario: Scenario, when: Condition): string[] {
  if (when.kind !== "any" || when.of.length === 0) return [conditionText(scenario, when)];
  return when.of.map((part, place) =>
    place > 0 ? `or ${conditionText(scenario, part)}` : conditionText(scenario, part),
  );
}

function positionLines(scenario: Scenario, party: number, index: number): string[] {
  const { id: partyId, positions } = at(scenario.parties, party);
  const position = at(positions, index);
  const id = stateId(partyId, position.id);
  const body = bodyOf(scenario, party, index).flatMap((item) => wrapText(`• ${item}`, BODY_WIDTH));
  const moves = position.moves.map(({ to, when, grounds }) => {
    const cites = grounds.cite.length > 0 ? [`(${grounds.cite.join(", ")})`] : [];
    const label = [...alternatives(scenario, when), ...cites].map(mermaidText).join("<br/>");
    return `${id} --> ${stateId(partyId, at(positions, to).id)} : ${label}`;
  });
  return [
    `state "${mermaidText(english(position.label))}" as ${id}`,
    ...body.map((line) => `${id} : ${mermaidText(line)}`),
    ...moves,
  ];
}

function chartLines(scenario: Scenario, party: number): string[] {
  const { id, positions } = at(scenario.parties, party);
  const opening = stateId(id, at(positions, 0).id);
  return [`[*] --> ${opening}`, ...positions.flatMap((_, index) => positionLines(scenario, party, index))];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/**
 * The positions of the parties as a Mermaid `stateDiagram-v2`: labels, what each asks and holds out for, what leads on, and
 * what all this rests on.
 * @param only index of the party to draw; left out: all of them, each a composite state
 */
export function stateDiagram(scenario: Scenario, only?: number): string {
  const charts =
    only !== undefined
      ? chartLines(scenario, only)
      : scenario.parties.flatMap(({ id, name }, party) => [
          `state "${mermaidText(english(name))}" as ${stateId(id)} {`,
          ...indented(chartLines(scenario, party)),
          "}",
        ]);
  const whose = only === undefined ? "" : `, ${english(at(scenario.parties, only).name)}`;
  const title = `accTitle: ${mermaidText(english(scenario.title) + whose)}`;
  return `${["stateDiagram-v2", ...indented([title, ...charts])].join("\n")}\n`;
}

/** `parley diagram`: the statecharts of a scenario as Mermaid. */
export const diagramCommand: Command = {
  name: "diagram",
  operand: { name: "FILE", many: false },
  options: {
    party: { value: "ID", about: "This party alone; all of them by default" },
    out: OUT_OPTION,
  },
  notes: ["Mermaid is drawn by GitHub, GitLab, many editors and https://mermaid.live."],
  examples: ["parley diagram scenarios/munich-2016.yaml --party us --out us.mmd"],
  run(given) {
    const { scenario, warnings } = openScenario(onlyOperand(given));
    const party = optionValue(given, "party");
    const only = party === undefined ? undefined : parsePartyId(scenario, party);
    return { result: stateDiagram(scenario, only), problems: warnings, exit: 0 };
  },
};
