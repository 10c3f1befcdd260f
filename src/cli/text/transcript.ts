import { optionsIn } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import type { Play } from "../../play/play.ts";
import { ENGINE } from "../../play/seal.ts";
import type { TableModel } from "../../table/model.ts";
import { resultWorth } from "../../table/rules/worth.ts";
import type { LogLine } from "../../table/view/log.ts";
import { answerLines } from "./reasons.ts";
import { alignColumns, english } from "./terminal.ts";
import { clauseRows, groundsText, issueTitle, optionTitle, partyName, positionLabel, worthText } from "./words.ts";

const REPLIES = ["no reply", "would sign", "could live with it", "hard", "never"] as const;
type LineOf<Kind extends LogLine["kind"]> = Extract<LogLine, { readonly kind: Kind }>;

/** What a statement builds on: the last package of each party. */
type Standing = Map<number, number>;

function packageLines({ scenario, space }: TableModel, pack: number): string[] {
  return alignColumns(clauseRows(scenario, optionsIn(space, pack)));
}

function changeLines({ scenario, space }: TableModel, from: number, to: number): string[] {
  const before = optionsIn(space, from);
  const after = optionsIn(space, to);
  const rows = clauseRows(scenario, after).map(([title, option], issue) => ({ title, option, issue }));
  const changed = rows.filter(({ issue }) => at(before, issue) !== at(after, issue));
  return alignColumns(
    changed.map(({ title, option, issue }) => [
      title,
      `${option} (was ${optionTitle(scenario, issue, at(before, issue))})`,
    ]),
  );
}

function speaker({ scenario }: TableModel, party: number, position: number): string {
  const label = positionLabel(scenario, party, position);
  return partyName(scenario, party) + (label ? ` [${label}]` : "");
}

function statementLines(model: TableModel, told: LineOf<"statement">, standing: Standing): string[] {
  const who = speaker(model, told.party, told.position);
  const before = standing.get(told.party);
  if (told.package >= 0) standing.set(told.party, told.package);
  switch (told.says) {
    case "OFFER":
    case "TEXT": {
      const verb = told.says === "OFFER" ? "offers" : "puts a text";
      if (before === undefined)
        return [`${who} ${verb}:`, ...packageLines(model, told.package).map((line) => `  ${line}`)];
      if (before === told.package) return [`${who} ${verb}, the same as before`];
      return [
        `${who} ${verb}, as before but for:`,
        ...changeLines(model, before, told.package).map((line) => `  ${line}`),
      ];
    }
    case "TAKE_UP":
      return [`${who} takes up what ${partyName(model.scenario, told.of)} offers`];
    case "ASK_TEXT":
      return [`${who} asks for a text`];
    case "PASS":
      return [`${who} passes`];
    case "WALK_OUT":
      return [`${who} walks out`];
  }
}

/** The interest behind a reply, where the file names one for the issue. */
function behind({ scenario }: TableModel, of: number, issue: number): string[] {
  const interest = scenario.parties[of]?.interests.find(({ issues }) => issues.includes(issue));
  return interest ? [`  behind it: ${english(interest.text)}`] : [];
}

function soundingLines(model: TableModel, told: LineOf<"sounding">): string[] {
  const { scenario } = model;
  const asked =
    told.package >= 0
      ? packageLines(model, told.package).map((line) => `  ${line}`)
      : [`  ${issueTitle(scenario, told.issue)}: ${optionTitle(scenario, told.issue, told.option)}`];
  const leaked = told.leaked ? "; the table learns that it asked" : "";
  return [
    `${partyName(scenario, told.party)} sounds out ${partyName(scenario, told.of)} in private${leaked}`,
    ...asked,
    `  reply: ${REPLIES[told.reply] ?? ""}`,
    ...(told.package < 0 ? behind(model, told.of, told.issue) : []),
  ];
}

function newsLine({ scenario }: TableModel, told: LineOf<"news">): string {
  const event = scenario.events[told.event];
  if (!event) return "";
  const grounds = event.historical ? groundsText(event.grounds) || "no source" : "made up for the simulation";
  return `${event.historical ? "News of the day" : "Simulated news"}: ${english(event.news)} (${grounds})`;
}

const ENDINGS = {
  signed: "Signed",
  broken: "Broken off",
  expired: "Time has run out without a signed text",
} as const;

function entryLines(model: TableModel, told: LogLine, standing: Standing): string[] {
  const { scenario } = model;
  switch (told.kind) {
    case "statement":
      return statementLines(model, told, standing);
    case "answers":
      return [
        ...(told.final ? [`Final vote on the text of ${partyName(scenario, told.by)}:`] : []),
        ...told.answers.flatMap((answer) => answerLines(model, answer)).map((line) => `  ${line}`),
      ];
    case "sounding":
      return soundingLines(model, told);
    case "commitment": {
      const option = optionTitle(scenario, told.issue, told.option);
      return [
        `${partyName(scenario, told.party)} commits itself in public to ${issueTitle(scenario, told.issue)}: ${option}`,
      ];
    }
    case "press": {
      const lever = scenario.parties[told.party]?.levers[told.lever];
      if (!lever) return [];
      return [`${partyName(scenario, told.party)} presses ${partyName(scenario, lever.on)}: ${english(lever.title)}`];
    }
    case "news":
      return [newsLine(model, told)];
    case "move": {
      const [from, to] = [told.from, told.to].map((position) => positionLabel(scenario, told.party, position));
      return [`${partyName(scenario, told.party)} moves from [${from}] to [${to}]`];
    }
    case "end":
      return [`${ENDINGS[told.outcome]}, round ${told.round}`];
  }
}

function resultLines({ model, state }: Play): string[] {
  const { scenario } = model;
  const { context } = state;
  const rows = scenario.parties.map(({ role }, party) => [
    partyName(scenario, party) + (role === "mediator" ? " (mediator)" : ""),
    worthText(resultWorth(model, context, party), scenario.scale),
    worthText(at(context.walkAway, party), scenario.scale),
  ]);
  return [
    ...(context.signed >= 0 ? ["", ...packageLines(model, context.signed).map((line) => `  ${line}`)] : []),
    "",
    ...alignColumns([["Worth of the result", "", "walk-away"], ...rows], [1, 2]),
    "(on 0-100; no deal counts as the walk-away of the last round)",
  ];
}

/** A play that is over, as a readable account with everything open. */
export function transcriptText(play: Play): string {
  const { model, seed } = play;
  const { scenario } = model;
  const standing: Standing = new Map();
  const lines = [`${english(scenario.title)} (${scenario.id})`, `Seed ${seed}, ${ENGINE}`];
  let round = 0;
  let turn = 0;
  for (const told of play.view(null, true).log) {
    if (told.round !== round) lines.push("", `Round ${told.round} of ${scenario.protocol.rounds}`);
    if (told.round !== round || told.turn !== turn) lines.push("");
    ({ round, turn } = told);
    lines.push(...entryLines(model, told, standing).map((line) => `  ${line}`));
  }
  return `${[...lines, ...resultLines(play)].join("\n")}\n`;
}
