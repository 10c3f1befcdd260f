import { optionsIn } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import type { Play } from "../../play/play.ts";
import { ENGINE } from "../../play/seal.ts";
import type { TableModel } from "../../table/model.ts";
import type { TrustReason } from "../../table/party/trust.ts";
import { resultWorth } from "../../table/rules/worth.ts";
import type { LogLine } from "../../table/view/log.ts";
import { answerLines } from "./reasons.ts";
import { alignColumns, english } from "./terminal.ts";
import {
  anyWordOf,
  clauseRows,
  groundsText,
  issueTitle,
  optionTitle,
  partyName,
  partyOwner,
  positionLabel,
  wordOf,
  worthText,
} from "./words.ts";

const REPLIES = ["no reply", "would sign", "could live with it", "hard", "never", "no answer"] as const;
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
      const verb = told.says === "OFFER" ? "offers" : `puts ${anyWordOf(model.scenario, "text")}`;
      if (before === undefined)
        return [`${who} ${verb}:`, ...packageLines(model, told.package).map((line) => `  ${line}`)];
      if (before === told.package) return [`${who} ${verb}, the same as before`];
      return [
        `${who} ${verb}, as before but for:`,
        ...changeLines(model, before, told.package).map((line) => `  ${line}`),
      ];
    }
    case "TAKE_UP":
      return [`${who} backs ${partyOwner(model.scenario, told.of)} offer`];
    case "ASK_TEXT":
      return [`${who} asks for ${anyWordOf(model.scenario, "text")}`];
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
      : [
          `  ${issueTitle(scenario, told.issue)}: ${optionTitle(scenario, told.issue, told.option)}`,
          ...(told.givenIssue < 0
            ? []
            : [
                `  if ${issueTitle(scenario, told.givenIssue)}: ${optionTitle(scenario, told.givenIssue, told.givenOption)}`,
              ]),
        ];
  const leaked = told.leaked ? "; it leaks that it asked" : "";
  return [
    `${partyName(scenario, told.party)} sounds out ${partyName(scenario, told.of)} in private${leaked}`,
    ...asked,
    `  reply: ${REPLIES[told.reply] ?? ""}`,
    ...(told.package < 0 ? behind(model, told.of, told.issue) : []),
  ];
}

function nonPaperLines(model: TableModel, told: LineOf<"non_paper">): string[] {
  const { scenario } = model;
  const shown = told.to.map((party) => partyName(scenario, party)).join(", ");
  return [
    `${partyName(scenario, told.party)} shows a non-paper to ${shown}`,
    ...packageLines(model, told.package).map((line) => `  ${line}`),
    ...told.to.map((party, at) => `  ${partyName(scenario, party)}: ${REPLIES[told.replies[at] ?? 0] ?? ""}`),
  ];
}

const TRUST: Readonly<Record<TrustReason, string>> = {
  step: "a step towards it",
  answered: "a step that answered its own",
  kept: "kept its word",
  step_back: "a step back",
  belied: "did not stand by its reply",
  commitment_broken: "went back on its commitment",
  leak: "its private question leaked",
  lever: "a lever was pressed",
};

function newsLine({ scenario }: TableModel, told: LineOf<"news">): string {
  const event = scenario.events[told.event];
  if (!event) return "";
  const grounds = event.historical ? groundsText(event.grounds) || "no source" : "made up for the simulation";
  return `${event.historical ? "News of the day" : "Simulated news"}: ${english(event.news)} (${grounds})`;
}

const ENDINGS = {
  signed: "Signed",
  broken: "Broken off",
  expired: "Time has run out without a deal",
} as const;

function entryLines(model: TableModel, told: LogLine, standing: Standing): string[] {
  const { scenario } = model;
  switch (told.kind) {
    case "statement":
      return statementLines(model, told, standing);
    case "answers":
      return [
        ...(told.final
          ? [`Final vote on the last ${wordOf(scenario, "text")} (${partyName(scenario, told.by)}):`]
          : []),
        ...told.answers.flatMap((answer) => answerLines(model, answer)).map((line) => `  ${line}`),
      ];
    case "sounding":
      return soundingLines(model, told);
    case "non_paper":
      return nonPaperLines(model, told);
    case "trust":
      return [
        `${partyName(scenario, told.from)} trusts ${partyName(scenario, told.of)} ${told.by < 0 ? "less" : "more"}: ${TRUST[told.why]}`,
      ];
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
      return [`${ENDINGS[told.outcome]}, ${wordOf(scenario, "round")} ${told.round}`];
  }
}

function resultLines({ model, state }: Play): string[] {
  const { scenario } = model;
  const { context } = state;
  const rows = scenario.parties.map(({ role }, party) => [
    partyName(scenario, party) + (role === "mediator" ? ` (${wordOf(scenario, "mediator")})` : ""),
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

function sentence(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Who the parties were tonight, where it was drawn. */
function tonightLines({ model }: Play): string[] {
  return model.partyModels.flatMap(({ index, party }) => {
    const disposition = party.dispositions[model.dispositions[index] ?? -1];
    return disposition ? [`${partyName(model.scenario, index)} tonight: ${english(disposition.label)}`] : [];
  });
}

/** A play that is over, as a readable account with everything open. */
export function transcriptText(play: Play): string {
  const { model, seed } = play;
  const { scenario } = model;
  const standing: Standing = new Map();
  const lines = [`${english(scenario.title)} (${scenario.id})`, `Seed ${seed}, ${ENGINE}`, ...tonightLines(play)];
  let round = 0;
  let turn = 0;
  for (const told of play.view(null, true).log) {
    if (told.round !== round)
      lines.push("", `${sentence(wordOf(scenario, "round"))} ${told.round} of ${scenario.protocol.rounds}`);
    if (told.round !== round || told.turn !== turn) lines.push("");
    ({ round, turn } = told);
    lines.push(...entryLines(model, told, standing).map((line) => `  ${line}`));
  }
  return `${[...lines, ...resultLines(play)].join("\n")}\n`;
}
