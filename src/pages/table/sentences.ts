import type { Key, Values } from "../../language/speaker.ts";
import { textIn } from "../../scenario/types.ts";
import { REPLY, type ReplyWord } from "../../table/state.ts";
import type { LogLine } from "../../table/view/log.ts";
import type { Presenter } from "../parts/presenter.tsx";
import { differing } from "../parts/presenter.tsx";

/** A message with what it is filled with. */
export interface Sentence {
  readonly k: Key;
  readonly v: Values;
}

const REPLIES = Object.keys(REPLY) as (keyof typeof REPLY)[];

/** The word of a reply; null where it has not come or is not for this seat. */
function shownReply(reply: number): ReplyWord | null {
  const word = REPLIES.find((one) => REPLY[one] === reply);
  return word === undefined || word === "none" ? null : word;
}

/** "Start: within a week; Aid: …" for the issues given. */
function termsInWords(presenter: Presenter, pack: number, issues: readonly number[]): string {
  return issues
    .map((issue) => `${presenter.issue(issue)}: ${presenter.optionOf(pack, issue)}`)
    .join(presenter.t.say("record.between"));
}

/** What a party had on the table before a line of the record; −1: nothing. */
export function standingBefore(log: readonly LogLine[], at: number, party: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const told = log[index];
    if (told?.kind === "statement" && told.party === party && told.package >= 0) return told.package;
  }
  return -1;
}

const STATEMENTS = {
  OFFER: "log.offer",
  TEXT: "log.text",
  TAKE_UP: "log.take_up",
  ASK_TEXT: "log.ask_text",
  PASS: "log.pass",
  WALK_OUT: "log.walk_out",
} as const;

/** What a statement does, without its terms; its message takes `party` and, for a take-up, `of`. */
export function statementKey(presenter: Presenter, { says, of }: LogLine & { kind: "statement" }): Key {
  const text = says === "TAKE_UP" && presenter.party(of).role === "mediator";
  return text ? "log.take_up.text" : STATEMENTS[says];
}

function statementWords(presenter: Presenter, told: LogLine & { kind: "statement" }, before: number): Sentence {
  const party = presenter.name(told.party);
  const changed = told.package >= 0 ? differing(presenter, told.package, before) : [];
  const terms = termsInWords(presenter, told.package, changed);
  switch (told.says) {
    case "OFFER":
      return { k: before < 0 ? "record.offer.first" : "record.offer", v: { party, terms } };
    case "TEXT":
      if (changed.length === 0) return { k: "record.text.same", v: { party } };
      return { k: "record.text", v: { party, terms } };
    case "TAKE_UP":
      return { k: statementKey(presenter, told), v: { party, of: presenter.name(told.of) } };
    default:
      return { k: statementKey(presenter, told), v: { party } };
  }
}

/** One answer as a sentence. */
export function answerWords(
  presenter: Presenter,
  answer: (LogLine & { kind: "answers" })["answers"][number],
): Sentence {
  const party = presenter.name(answer.party);
  if (answer.absent) return { k: "record.absent", v: { party } };
  if (answer.accepts) return { k: answer.bound ? "record.bound" : "record.accepts", v: { party } };
  if (answer.named.length === 0) return { k: "record.refuses", v: { party } };
  return { k: "record.refuses.because", v: { party, issues: presenter.t.list(answer.named.map(presenter.issue)) } };
}

function asked(presenter: Presenter, told: LogLine & { kind: "sounding" }): string {
  if (told.package >= 0) return presenter.t.say("record.sounding.package");
  return `${presenter.issue(told.issue)}: ${presenter.option(told.issue, told.option)}`;
}

/** A line of the record of the table in sentences: one each, but one for every answer. */
export function sentencesOf(presenter: Presenter, told: LogLine, at: number): Sentence[] {
  const { view, disclosed, t } = presenter;
  switch (told.kind) {
    case "statement":
      return [statementWords(presenter, told, standingBefore(view.log, at, told.party))];
    case "answers":
      return told.answers.map((answer) => answerWords(presenter, answer));
    case "sounding": {
      const values = { by: presenter.name(told.by), of: presenter.name(told.of), what: asked(presenter, told) };
      const word = shownReply(told.reply);
      if (!word) return [{ k: told.leaked ? "record.sounding.leaked" : "record.sounding", v: values }];
      return [{ k: "record.sounding.reply", v: { ...values, reply: t.say(`reply.${word}`) } }];
    }
    case "commitment": {
      const v = {
        party: presenter.name(told.party),
        issue: presenter.issue(told.issue),
        option: presenter.option(told.issue, told.option),
      };
      return [{ k: "record.commitment", v }];
    }
    case "press": {
      const lever = disclosed.lever(told.party, told.lever);
      const v = { party: presenter.name(told.party), lever: lever ? t.shown(textIn(lever.title, t.language)) : "" };
      return [{ k: "record.press", v }];
    }
    case "news": {
      const news = disclosed.news(told.event);
      const v = { news: news ? t.shown(textIn(news.text, t.language)) : "" };
      return [{ k: news?.historical ? "record.news.historical" : "record.news.simulated", v }];
    }
    case "move": {
      const label = disclosed.position(told.party, told.to);
      const v = { party: presenter.name(told.party), position: label ? t.shown(textIn(label, t.language)) : "" };
      return [{ k: told.party === view.seat ? "record.move.own" : "record.move", v }];
    }
    case "end":
      return [{ k: `record.end.${told.outcome}`, v: {} }];
  }
}
