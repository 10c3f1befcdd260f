import { type Scenario, textIn } from "../../scenario/types.ts";
import { byAsideName, nameOfType } from "../../table/events.ts";
import type { TableModel } from "../../table/model.ts";
import { type AsideLine, aboutAside, typeOfAsideLine } from "../../table/rules/asides.ts";
import type { TranscriptEntry } from "../../table/run/runner.ts";
import { REPLY } from "../../table/state.ts";
import { type LogAnswer, type LogLine, logFor } from "../../table/view/log.ts";
import { packageCells, packageColumns } from "./rows.ts";
import type { Column, Row } from "./table-format.ts";

/** What a row of a transcript can be. */
const WHATS = {
  offer: "The party put a package on the table",
  take_up: "The party took up the standing offer of another (`of`)",
  text: "The mediator put a text before the table",
  ask_text: "The party asked the mediator for a text",
  pass: "The party passed",
  walk_out: "The party walked out",
  ...byAsideName(aboutAside),
  answer: "The party answered the package that `of` had moved (`accepts`)",
  count: "All have answered: the package that `party` had moved is signed (`accepts`) or not",
  move: "The party moved to another position (`position`)",
  event: "An event of the scenario happened (`detail`)",
  end: "The table ended",
} as const;
type What = keyof typeof WHATS;

/** What happened, before it is put into columns. Parties, positions, issues and packages by index; −1: none. */
interface Happening {
  readonly what: What;
  readonly party?: number;
  readonly of?: number;
  readonly position?: number;
  readonly issue?: number;
  readonly option?: number;
  readonly package?: number;
  readonly accepts?: boolean;
  readonly word?: string | undefined;
  readonly worth?: number | undefined;
  readonly target?: number | undefined;
  readonly detail?: string | undefined;
}

/** The columns of a table with a row for each entry of the transcripts of runs. */
export function eventColumns(scenario: Scenario): Column[] {
  const parties = Object.fromEntries(scenario.parties.map(({ id, name }) => [id, textIn(name, "en")]));
  const worth = `points on the scenario's scale of ${scenario.scale}`;
  return [
    { name: "run", type: "whole", about: "Number of the run, from 0." },
    { name: "seed", type: "text", about: "Seed of the run." },
    { name: "entry", type: "whole", about: "Number of the row in its run, from 0." },
    { name: "round", type: "whole", about: "Round, from 1.", unit: "rounds" },
    { name: "turn", type: "whole", about: "Turn of the play, from 1.", unit: "turns" },
    { name: "what", type: "text", about: "What happened.", values: WHATS },
    { name: "party", type: "text", about: "Whose doing it is. Empty where it is nobody's.", values: parties },
    {
      name: "of",
      type: "text",
      about: "Whose offer is taken up, whose package is answered, or who is sounded out.",
      values: parties,
    },
    { name: "position", type: "text", about: "Position under which the party speaks, or to which it moved." },
    { name: "issue", type: "text", about: "Issue of a commitment or of a sounding about one option." },
    { name: "option", type: "text", about: "Option of that issue." },
    ...packageColumns(scenario, (title) => `${title}: the option in the package concerned. Empty where there is none.`),
    {
      name: "accepts",
      type: "truth",
      about: "Of an answer: whether it accepts. Of a count: whether the package is signed.",
    },
    {
      name: "word",
      type: "text",
      about: "Of a sounding: the reply. Empty when none came.",
      values: { would_sign: "Would sign", could_live_with: "Could live with", hard: "Hard", never: "Never" },
    },
    { name: "worth", type: "number", about: "Of an answer: worth of the package to the answerer then.", unit: worth },
    { name: "target", type: "number", about: "Of an answer: worth for which the answerer held out then.", unit: worth },
    {
      name: "detail",
      type: "text",
      about:
        "Of a refusal: the issues that it names, by spaces. Of an answer nobody had to ask for: `bound` (it stands by its own offer) or `absent` (an empty chair refuses). Of a sounding: `leaked` when the table learned of it. Else the lever, the event, the position left, or how the table ended.",
    },
  ];
}

const REPLY_WORDS = Object.keys(REPLY);

function answered(model: TableModel, line: Extract<LogLine, { kind: "answers" }>, answer: LogAnswer): Happening {
  const { party, accepts, named, reasons, bound, absent } = answer;
  const names = named.map((issue) => model.scenario.issues[issue]?.id).join(" ");
  const detail = (absent && "absent") || (bound && "bound") || names || undefined;
  const why = { worth: reasons?.worth, target: reasons?.target };
  return { what: "answer", party, of: line.by, package: line.package, accepts, detail, ...why };
}

function asideTold({ partyModels }: TableModel, line: AsideLine): Happening {
  const word = "reply" in line && line.reply > REPLY.none ? REPLY_WORDS[line.reply] : undefined;
  const lever = "lever" in line ? partyModels[line.party]?.party.levers[line.lever]?.id : undefined;
  const leaked = "leaked" in line && line.leaked ? "leaked" : undefined;
  return { ...line, what: nameOfType(typeOfAsideLine(line)), word, detail: lever ?? leaked };
}

/** What one line of the log tells. */
function happenings(model: TableModel, line: LogLine): Happening[] {
  const { scenario, partyModels } = model;
  switch (line.kind) {
    case "statement":
      return [{ ...line, what: nameOfType(line.says) }];
    case "answers":
      return [
        ...line.answers.map((answer) => answered(model, line, answer)),
        { what: "count", party: line.by, package: line.package, accepts: line.signed },
      ];
    case "news":
      return [{ what: "event", detail: scenario.events[line.event]?.id }];
    case "move": {
      const left = partyModels[line.party]?.positions[line.from]?.id;
      return [{ what: "move", party: line.party, position: line.to, detail: left }];
    }
    case "end":
      return [{ what: "end", detail: line.outcome }];
    default:
      return [asideTold(model, line)];
  }
}

/**
 * The rows of one run's transcript, as {@link eventColumns} names their cells: all that happened, with what was said in private.
 * @param entries of the whole run
 */
export function eventRows(model: TableModel, run: number, seed: string, entries: readonly TranscriptEntry[]): Row[] {
  const { scenario, partyModels } = model;
  const idOf = (index: number | undefined, all: readonly { readonly id: string }[] = []): string | null =>
    index === undefined || index < 0 ? null : (all[index]?.id ?? null);
  const lines = logFor(model, entries, -1, true).flatMap((line) =>
    happenings(model, line).map((happening) => ({ line, happening })),
  );
  return lines.map(({ line, happening }, entry): Row => {
    const { what, party = -1, of, position, issue = -1, option, accepts, word, worth, target, detail } = happening;
    return [
      ...[run, seed, entry, line.round, line.turn, what],
      idOf(party, scenario.parties),
      idOf(of, scenario.parties),
      idOf(position, partyModels[party]?.positions),
      idOf(issue, scenario.issues),
      idOf(option, scenario.issues[issue]?.options),
      ...packageCells(model, happening.package ?? -1),
      ...[accepts ?? null, word ?? null, worth ?? null, target ?? null, detail ?? null],
    ];
  });
}
