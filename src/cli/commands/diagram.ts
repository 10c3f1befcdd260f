import type { Condition, Party, Position, Scenario } from "../../scenario/types.ts";
import { type Command, OUT_OPTION, optionValue } from "../command.ts";
import { openScenario, parsePartyId } from "../scenario-file.ts";
import { conditionText, scheduledMoveText } from "../text/conditions.ts";
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
  const sends = (effects: Scenario["events"][number]["effects"]): boolean =>
    effects.moves.some((move) => move.party === party && move.to === position);
  const events = scenario.events.filter(({ effects }) => sends(effects)).map(({ id }) => `the event ${id}`);
  const levers = scenario.parties.flatMap(({ name, levers: list }) =>
    list.filter(({ effects }) => sends(effects)).map(({ title }) => `${english(name)} with ${english(title)}`),
  );
  return [...events, ...levers].map((who) => `Sent here by ${who}`);
}

function bodyOf(scenario: Scenario, party: number, at: number): string[] {
  const position = (scenario.parties[party] as Party).positions[at] as Position;
  const deeds = position.does.map((deed) => {
    const grounds = deed.grounds.cite.length > 0 ? ` (${deed.grounds.cite.join(", ")})` : "";
    const when = deed.when.kind === "always" ? "" : ` (${conditionText(scenario, deed.when)})`;
    return `Once${when}: ${scheduledMoveText(scenario, party, deed)}${grounds}`;
  });
  return [
    ...(position.asks.length > 0 ? [`Asks for ${englishTerms(scenario, position.asks)}`] : []),
    ...(position.holdsAtLeast === null
      ? []
      : [`Holds out for at least ${worthText(position.holdsAtLeast, scenario.scale)}`]),
    ...deeds,
    ...sentHere(scenario, party, at),
    groundsText(position.grounds),
  ].filter((line) => line !== "");
}

/** Each way in which a condition can come true has a line of its own. */
function alternatives(scenario: Scenario, when: Condition): string[] {
  if (when.kind !== "any" || when.of.length === 0) return [conditionText(scenario, when)];
  return when.of.map((part, at) => (at > 0 ? `or ${conditionText(scenario, part)}` : conditionText(scenario, part)));
}

function positionLines(scenario: Scenario, party: number, at: number): string[] {
  const { id: partyId, positions } = scenario.parties[party] as Party;
  const position = positions[at] as Position;
  const id = stateId(partyId, position.id);
  const body = bodyOf(scenario, party, at).flatMap((item) => wrapText(`• ${item}`, BODY_WIDTH));
  const moves = position.moves.map(({ to, when, grounds }) => {
    const cites = grounds.cite.length > 0 ? [`(${grounds.cite.join(", ")})`] : [];
    const label = [...alternatives(scenario, when), ...cites].map(mermaidText).join("<br/>");
    return `${id} --> ${stateId(partyId, (positions[to] as Position).id)} : ${label}`;
  });
  return [
    `state "${mermaidText(english(position.label))}" as ${id}`,
    ...body.map((line) => `${id} : ${mermaidText(line)}`),
    ...moves,
  ];
}

function chartLines(scenario: Scenario, party: number): string[] {
  const { id, positions } = scenario.parties[party] as Party;
  const opening = stateId(id, (positions[0] as Position).id);
  return [`[*] --> ${opening}`, ...positions.flatMap((_, at) => positionLines(scenario, party, at))];
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
  const whose = only === undefined ? "" : `, ${english((scenario.parties[only] as Party).name)}`;
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
    const { scenario, warnings } = openScenario(given.operands[0] as string);
    const party = optionValue(given, "party");
    const only = party === undefined ? undefined : parsePartyId(scenario, party);
    return { result: stateDiagram(scenario, only), problems: warnings, exit: 0 };
  },
};
