import type { Key, Values } from "../../language/speaker.ts";
import { textIn } from "../../scenario/types.ts";
import type { AsideLine } from "../../table/rules/asides.ts";
import { REPLY, type ReplyWord } from "../../table/state.ts";
import type { LogLine } from "../../table/view/log.ts";
import type { View } from "../../table/view/view.ts";
import type { Presenter } from "../parts/presenter.tsx";
import { differing } from "../parts/presenter.tsx";

type PublicAside = Exclude<AsideLine, { kind: "sounding" }>;

/** A message with what it is filled with. */
export interface Sentence {
  readonly k: Key;
  readonly v: Values;
}

const REPLY_WORDS: readonly ReplyWord[] = ["would_sign", "could_live_with", "hard", "never"];

/** The word of a reply; null where it has not come or is not for this seat. */
function shownReply(reply: number): ReplyWord | null {
  return REPLY_WORDS.find((word) => REPLY[word] === reply) ?? null;
}

/** "Start: within a week; Aid: …" for the issues given. */
function termsInWords(presenter: Presenter, pack: number, issues: readonly number[]): string {
  return issues
    .map((issue) => `${presenter.issue(issue)}: ${presenter.optionOf(pack, issue)}`)
    .join(presenter.t.say("record.between"));
}

/** What a party had on the table before a line of the log; −1: nothing. */
export function standingBefore(log: readonly LogLine[], at: number, party: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const line = log[index];
    if (line?.kind === "statement" && line.party === party && line.package >= 0) return line.package;
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

function statementWords(presenter: Presenter, line: LogLine & { kind: "statement" }, before: number): Sentence {
  const party = presenter.name(line.party);
  const changed = line.package >= 0 ? differing(presenter, line.package, before) : [];
  const terms = termsInWords(presenter, line.package, changed);
  switch (line.says) {
    case "OFFER":
      return { k: before < 0 ? "record.offer.first" : "record.offer", v: { party, terms } };
    case "TEXT":
      if (changed.length === 0) return { k: "record.text.same", v: { party } };
      return { k: "record.text", v: { party, terms } };
    case "TAKE_UP":
      return { k: statementKey(presenter, line), v: { party, of: presenter.name(line.of) } };
    default:
      return { k: statementKey(presenter, line), v: { party } };
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

function asked(presenter: Presenter, line: LogLine & { kind: "sounding" }): string {
  if (line.package >= 0) return presenter.t.say("record.sounding.package");
  return `${presenter.issue(line.issue)}: ${presenter.option(line.issue, line.option)}`;
}

/** What the message of a public aside may be filled with. */
function asideValues({ name, issue, option, disclosed, t }: Presenter, line: PublicAside): Values {
  const lever = "lever" in line ? disclosed.lever(line.party, line.lever) : null;
  return {
    party: name(line.party),
    ...("issue" in line && { issue: issue(line.issue), option: option(line.issue, line.option) }),
    ...("lever" in line && { lever: lever ? t.shown(textIn(lever.title, t.language)) : "" }),
  };
}

/** The lines of the log since the seat last made a statement, with their places in it. */
export function sinceLastSpoke({ log, seat }: View): { readonly line: LogLine; readonly at: number }[] {
  const last = log.findLastIndex((line) => line.kind === "statement" && line.party === seat);
  return log.slice(last + 1).map((line, index) => ({ line, at: last + 1 + index }));
}

/** A line of the log in sentences: one each, but one for every answer. */
export function sentencesOf(presenter: Presenter, line: LogLine, at: number): Sentence[] {
  const { view, disclosed, t } = presenter;
  switch (line.kind) {
    case "statement":
      return [statementWords(presenter, line, standingBefore(view.log, at, line.party))];
    case "answers":
      return line.answers.map((answer) => answerWords(presenter, answer));
    case "sounding": {
      const values = { by: presenter.name(line.party), of: presenter.name(line.of), what: asked(presenter, line) };
      const word = shownReply(line.reply);
      if (!word) return [{ k: line.leaked ? "record.sounding.leaked" : "record.sounding", v: values }];
      return [{ k: "record.sounding.reply", v: { ...values, reply: t.say(`reply.${word}`) } }];
    }
    case "news": {
      const news = disclosed.news(line.event);
      const v = { news: news ? t.shown(textIn(news.text, t.language)) : "" };
      return [{ k: news?.historical ? "record.news.historical" : "record.news.simulated", v }];
    }
    case "move": {
      const label = disclosed.position(line.party, line.to);
      const v = { party: presenter.name(line.party), position: label ? t.shown(textIn(label, t.language)) : "" };
      return [{ k: line.party === view.seat ? "record.move.own" : "record.move", v }];
    }
    case "end":
      return [{ k: `record.end.${line.outcome}`, v: {} }];
    default:
      return [{ k: `record.${line.kind}`, v: asideValues(presenter, line) }];
  }
}
