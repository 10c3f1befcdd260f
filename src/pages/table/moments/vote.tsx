import { optionIn } from "../../../bargaining/space.ts";
import type { Key, Values } from "../../../language/speaker.ts";
import type { LogAnswer } from "../../../table/view/log.ts";
import { PartyMarkIcon } from "../../parts/party-mark.tsx";
import { type Presenter, usePresenter } from "../../parts/presenter.tsx";
import { Message } from "../../parts/speaker.tsx";
import { Refusal } from "../refusal.tsx";
import { answerWords, type Sentence, sentencesOf } from "../sentences.ts";
import { GroundBetween } from "./ground.tsx";
import type { Interruption } from "./queue.ts";

type Vote = Interruption & { readonly kind: "vote" };

const WHAT = { OFFER: "offer", TEXT: "text", TAKE_UP: "take_up" } as const;

/** What was answered, in a few words. */
function titleOf({ view, name, whose }: Presenter, { statement }: Vote): { k: Key; v?: Values } {
  if (!statement || !(statement.says in WHAT)) return { k: "moment.vote.final" };
  const what = WHAT[statement.says as keyof typeof WHAT];
  const owner = statement.of >= 0 ? statement.of : statement.party;
  const v = { party: name(statement.party), whose: whose(owner) };
  return { k: statement.party === view.seat ? `moment.vote.own.${what}` : `moment.vote.${what}`, v };
}

export function VoteTitle({ moment }: { moment: Vote }) {
  return <Message {...titleOf(usePresenter(), moment)} />;
}

function wordOf({ absent, bound, accepts }: LogAnswer): Key {
  if (absent) return "moment.vote.absent";
  if (!accepts) return "moment.vote.refuses";
  return bound ? "moment.vote.bound" : "moment.vote.accepts";
}

/** One sealed answer: it opens after those before it, and is read at once by who hears the page. */
function Envelope({ answer, order }: { answer: LogAnswer; order: number }) {
  const presenter = usePresenter();
  const { mark } = presenter.party(answer.party);
  return (
    <li class={`envelope ${answer.accepts ? "envelope-accepts" : "envelope-refuses"}`} style={{ "--order": order }}>
      <span class="envelope-party">
        <PartyMarkIcon mark={mark} size="m" /> <bdi>{presenter.name(answer.party)}</bdi>
      </span>
      <span class="envelope-slip">
        <Message k={wordOf(answer)} />
      </span>
      <span class="envelope-flap" aria-hidden="true" />
    </li>
  );
}

/** Whether it was signed, and what becomes of it if not. */
function verdictOf(presenter: Presenter, { answers, statement }: Vote): Sentence {
  const { view, name, whose, t } = presenter;
  if (answers.signed) {
    const against = answers.answers.filter(({ accepts }) => !accepts).map(({ party }) => name(party));
    return against.length === 0
      ? { k: "moment.vote.signed", v: {} }
      : { k: "moment.vote.signed.against", v: { parties: t.list(against) } };
  }
  if (!statement) return { k: "moment.vote.falls", v: {} };
  if (statement.says === "TEXT") return { k: "moment.vote.stands.text", v: {} };
  const own = statement.party === view.seat;
  return {
    k: own ? "moment.vote.stands.own" : "moment.vote.stands",
    v: { party: name(statement.party), whose: whose(statement.party) },
  };
}

/** What the refusing party's own offer says on the issues that it named: the nearest change that everyone knows of. */
function OwnOffer({ answer, moment }: { answer: LogAnswer; moment: Vote }) {
  const presenter = usePresenter();
  const { space } = presenter.view.rules;
  const own = moment.before[answer.party] ?? -1;
  if (own < 0 || answer.party === presenter.view.seat) return null;
  const pack = moment.answers.package;
  const issues = answer.named.filter((issue) => optionIn(space, own, issue) !== optionIn(space, pack, issue));
  if (issues.length === 0) return null;
  const options = issues.map((issue) => `${presenter.issue(issue)}: ${presenter.optionOf(own, issue)}`);
  return (
    <p class="log-note">
      <Message k="moment.vote.asks" v={{ options: options.join(presenter.t.say("record.between")) }} />
    </p>
  );
}

function Reasons({ moment }: { moment: Vote }) {
  const presenter = usePresenter();
  const told = moment.answers.answers.filter(
    ({ accepts, named, red, reasons }) => !accepts && (named.length > 0 || red.length > 0 || reasons !== null),
  );
  if (told.length === 0) return null;
  return (
    <section class="vote-why">
      <h3>
        <Message k="moment.vote.why" />
      </h3>
      <ul>
        {told.map((answer) => (
          <li key={answer.party} class="line">
            <PartyMarkIcon mark={presenter.party(answer.party).mark} size="s" />
            <div class="line-body">
              <p>
                <Message {...answerWords(presenter, answer)} />
              </p>
              <Refusal answer={answer} />
              <OwnOffer answer={answer} moment={moment} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it did to the seat's trust in others, and why. */
function TrustMoved({ moment }: { moment: Vote }) {
  const presenter = usePresenter();
  if (moment.trust.length === 0) return null;
  return (
    <section class="vote-why">
      <h3>
        <Message k="moment.trust" />
      </h3>
      <ul>
        {moment.trust.map((line, place) => (
          <li key={place} class="line">
            <PartyMarkIcon mark={presenter.party(line.of).mark} size="s" />
            <p class={line.by < 0 ? "line-body minus" : "line-body plus"}>
              {sentencesOf(presenter, line, -1).map((sentence) => (
                <Message key={sentence.k} {...sentence} />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The answers to a package: envelopes that open one after another, the verdict, the reasons, and what it did to the ground. */
export function VoteBody({ moment }: { moment: Vote }) {
  const presenter = usePresenter();
  const { answers, signed } = moment.answers;
  return (
    <div class="vote" style={{ "--envelopes": answers.length }}>
      <ul class="envelopes" aria-label={presenter.t.say("moment.vote.envelopes")}>
        {answers.map((answer, order) => (
          <Envelope key={answer.party} answer={answer} order={order} />
        ))}
      </ul>
      <div class="vote-opened">
        <p class={signed ? "verdict-card verdict-signed" : "verdict-card"}>
          <Message {...verdictOf(presenter, moment)} />
        </p>
        <Reasons moment={moment} />
        <GroundBetween moment={moment} />
        <TrustMoved moment={moment} />
      </div>
    </div>
  );
}
