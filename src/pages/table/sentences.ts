import type { Key, Values } from "../../language/speaker.ts";
import { textIn } from "../../scenario/types.ts";
import type { AsideLine } from "../../table/rules/asides.ts";
import { REPLY, REPLY_WORDS, type ReplyWord } from "../../table/state.ts";
import type { LogLine } from "../../table/view/log.ts";
import type { Sounding, View } from "../../table/view/view.ts";
import type { Presenter } from "../parts/presenter.tsx";
import { differing } from "../parts/presenter.tsx";

type PublicAside = Exclude<AsideLine, { kind: "sounding" | "non_paper" }>;

/** A message with what it is filled with. */
export interface Sentence {
  readonly k: Key;
  readonly v: Values;
}

/** The word of a reply; null where it has not come or is not for this seat. */
export function shownReply(reply: number): ReplyWord | null {
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

/** A pass with what everyone can see of its reason: the position under which it was said, and the offer that stands. */
function passWords(presenter: Presenter, { party, position }: LogLine & { kind: "statement" }, at: number): Sentence {
  const { disclosed, name, t, view } = presenter;
  const offer = view.log.findLast(
    (line, index) => index < at && line.kind === "statement" && line.party === party && line.package >= 0,
  );
  const label = disclosed.position(party, position);
  const v = { party: name(party), position: label ? t.shown(textIn(label, t.language)) : "" };
  return offer ? { k: "log.pass.stands", v: { ...v, round: offer.round } } : { k: "log.pass.silent", v };
}

/** A statement in a sentence, with the terms of an offer as far as they are new. */
export function statementWords(presenter: Presenter, line: LogLine & { kind: "statement" }, at: number): Sentence {
  const before = standingBefore(presenter.view.log, at, line.party);
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
      return { k: statementKey(presenter, line), v: { party, whose: presenter.whose(line.of) } };
    case "PASS":
      return passWords(presenter, line, at);
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
  return { k: "record.refuses.because", v: { party, over: presenter.t.list(answer.named.map(presenter.over)) } };
}

/** What a question in private is about: an option, with its condition where it has one, or a package. */
export function questionInWords(
  presenter: Presenter,
  line: Pick<Sounding, "issue" | "option" | "givenIssue" | "givenOption" | "package">,
): string {
  if (line.package >= 0) return presenter.t.say("record.sounding.package");
  const what = `${presenter.issue(line.issue)}: ${presenter.option(line.issue, line.option)}`;
  if (line.givenIssue < 0) return what;
  const given = `${presenter.issue(line.givenIssue)}: ${presenter.option(line.givenIssue, line.givenOption)}`;
  return presenter.t.say("record.sounding.given", { what, given });
}

function nonPaperWords(presenter: Presenter, line: LogLine & { kind: "non_paper" }): Sentence[] {
  const { name, t } = presenter;
  const to = t.list(line.to.map(name));
  const shown: Sentence = { k: "record.non_paper", v: { party: name(line.party), to } };
  const replies = line.to.flatMap((of, at): Sentence[] => {
    const word = shownReply(line.replies[at] ?? 0);
    return word ? [{ k: "record.non_paper.reply", v: { of: name(of), reply: t.say(`reply.${word}`) } }] : [];
  });
  return [shown, ...replies];
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
      return [statementWords(presenter, line, at)];
    case "answers":
      return line.answers.map((answer) => answerWords(presenter, answer));
    case "sounding": {
      const values = {
        by: presenter.name(line.party),
        of: presenter.name(line.of),
        what: questionInWords(presenter, line),
      };
      const word = shownReply(line.reply);
      if (!word) return [{ k: line.leaked ? "record.sounding.leaked" : "record.sounding", v: values }];
      return [{ k: "record.sounding.reply", v: { ...values, reply: t.say(`reply.${word}`) } }];
    }
    case "non_paper":
      return nonPaperWords(presenter, line);
    case "trust": {
      const v = { from: presenter.name(line.from), of: presenter.name(line.of) };
      return [{ k: `record.trust.${line.why}`, v }];
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
