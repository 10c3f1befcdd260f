import type { Key, Values } from "../../language/speak.ts";
import { textIn } from "../../scenario/text.ts";
import { REPLY, type ReplyWord } from "../../table/context.ts";
import type { Told } from "../../table/log.ts";
import type { Desk } from "../desk.tsx";
import { differing } from "./packages.ts";

/** A message with what it is filled with. */
export interface Sentence {
  readonly k: Key;
  readonly v: Values;
}

const REPLIES = Object.keys(REPLY) as (keyof typeof REPLY)[];

/** The word of a reply; null where it has not come or is not for this seat. */
export function replyWord(reply: number): ReplyWord | null {
  const word = REPLIES.find((one) => REPLY[one] === reply);
  return word === undefined || word === "none" ? null : word;
}

/** "Start: within a week; Aid: …" for the issues given. */
export function termsText(desk: Desk, pack: number, issues: readonly number[]): string {
  return issues
    .map((issue) => `${desk.issue(issue)}: ${desk.optionOf(pack, issue)}`)
    .join(desk.t.say("record.between"));
}

/** What a party had on the table before a line of the record; −1: nothing. */
export function standingBefore(log: readonly Told[], at: number, party: number): number {
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
export function statementKey(desk: Desk, { says, of }: Told & { kind: "statement" }): Key {
  const text = says === "TAKE_UP" && desk.party(of).role === "mediator";
  return text ? "log.take_up.text" : STATEMENTS[says];
}

function statementWords(desk: Desk, told: Told & { kind: "statement" }, before: number): Sentence {
  const party = desk.name(told.party);
  const changed = told.package >= 0 ? differing(desk, told.package, before) : [];
  const terms = termsText(desk, told.package, changed);
  switch (told.says) {
    case "OFFER":
      return { k: before < 0 ? "record.offer.first" : "record.offer", v: { party, terms } };
    case "TEXT":
      if (changed.length === 0) return { k: "record.text.same", v: { party } };
      return { k: "record.text", v: { party, terms } };
    case "TAKE_UP":
      return { k: statementKey(desk, told), v: { party, of: desk.name(told.of) } };
    default:
      return { k: statementKey(desk, told), v: { party } };
  }
}

/** One answer as a sentence. */
export function answerWords(desk: Desk, answer: (Told & { kind: "answers" })["answers"][number]): Sentence {
  const party = desk.name(answer.party);
  if (answer.absent) return { k: "record.absent", v: { party } };
  if (answer.accepts) return { k: answer.bound ? "record.bound" : "record.accepts", v: { party } };
  if (answer.named.length === 0) return { k: "record.refuses", v: { party } };
  return { k: "record.refuses.because", v: { party, issues: desk.t.list(answer.named.map(desk.issue)) } };
}

function asked(desk: Desk, told: Told & { kind: "sounding" }): string {
  if (told.package >= 0) return desk.t.say("record.sounding.package");
  return `${desk.issue(told.issue)}: ${desk.option(told.issue, told.option)}`;
}

/** A line of the record of the table in sentences: one each, but one for every answer. */
export function sentencesOf(desk: Desk, told: Told, at: number): Sentence[] {
  const { view, disclosed, t } = desk;
  switch (told.kind) {
    case "statement":
      return [statementWords(desk, told, standingBefore(view.log, at, told.party))];
    case "answers":
      return told.answers.map((answer) => answerWords(desk, answer));
    case "sounding": {
      const values = { by: desk.name(told.by), of: desk.name(told.of), what: asked(desk, told) };
      const word = replyWord(told.reply);
      if (!word) return [{ k: told.leaked ? "record.sounding.leaked" : "record.sounding", v: values }];
      return [{ k: "record.sounding.reply", v: { ...values, reply: t.say(`reply.${word}`) } }];
    }
    case "commitment": {
      const v = {
        party: desk.name(told.party),
        issue: desk.issue(told.issue),
        option: desk.option(told.issue, told.option),
      };
      return [{ k: "record.commitment", v }];
    }
    case "press": {
      const lever = disclosed.lever(told.party, told.lever);
      const v = { party: desk.name(told.party), lever: lever ? t.shown(textIn(lever.title, t.language)) : "" };
      return [{ k: "record.press", v }];
    }
    case "news": {
      const news = disclosed.news(told.event);
      const v = { news: news ? t.shown(textIn(news.text, t.language)) : "" };
      return [{ k: news?.historical ? "record.news.historical" : "record.news.simulated", v }];
    }
    case "move": {
      const label = disclosed.position(told.party, told.to);
      const v = { party: desk.name(told.party), position: label ? t.shown(textIn(label, t.language)) : "" };
      return [{ k: told.party === view.seat ? "record.move.own" : "record.move", v }];
    }
    case "end":
      return [{ k: `record.end.${told.outcome}`, v: {} }];
  }
}
