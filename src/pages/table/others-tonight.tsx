import { at } from "../../exact/at.ts";
import {
  LIKELY_WORDS,
  type LikelyDisposition,
  lastTrustChange,
  type TellingSign,
  type TonightGuess,
  TRUST_WORDS,
  tonightGuesses,
  wordFor,
} from "../../tactics/tonight.ts";
import { type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, useText, Words } from "../parts/speaker.tsx";
import { NamedParty } from "../parts/tables.tsx";
import { type Sentence, shownReply } from "./sentences.ts";

/** So many signs of each disposition are told: the strongest. */
const SIGNS_TOLD = 3;
/** A change of a likelihood that is told, 0–1. */
const TOLD_CHANGE = 0.02;

function signWords(presenter: Presenter, party: number, { sign }: TellingSign): Sentence {
  const { issue, option, over, t, view } = presenter;
  switch (sign.kind) {
    case "offered":
      return { k: "tonight.sign.offered", v: { issue: issue(sign.issue), option: option(sign.issue, sign.option) } };
    case "named":
      return { k: "tonight.sign.named", v: { over: over(sign.issue), times: sign.times } };
    case "replied": {
      const word = shownReply(sign.word);
      const reply = word ? t.say(`reply.${word}`) : "";
      const v = { issue: issue(sign.issue), option: option(sign.issue, sign.option), reply };
      return { k: "tonight.sign.replied", v };
    }
    default: {
      const offers = view.log.flatMap((line) =>
        line.kind === "statement" && line.party === party && line.package >= 0 ? [line.package] : [],
      );
      const still = offers.every((pack) => pack === offers[0]);
      return { k: still ? "tonight.sign.still" : "tonight.sign.pace", v: {} };
    }
  }
}

/** What speaks for a disposition of a party, in sentences. @param rounds whether each says when it was */
export function SignList({
  party,
  signs,
  rounds = false,
}: {
  party: number;
  signs: readonly TellingSign[];
  rounds?: boolean;
}) {
  const presenter = usePresenter();
  return (
    <ul class="signs">
      {signs.slice(0, SIGNS_TOLD).map((one, place) => (
        <li key={place}>
          <Message {...signWords(presenter, party, one)} />{" "}
          {rounds && one.round > 0 && <Message k="tonight.sign.round" v={{ round: one.round }} />}
          {!rounds && one.fresh && (
            <span class="sign-new">
              <Message k="tonight.new" />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Likely({ party, of }: { party: number; of: LikelyDisposition }) {
  const presenter = usePresenter();
  const { likely, before, signs } = of;
  const label = at(presenter.party(party).dispositions, of.disposition).label;
  const change = likely - before;
  return (
    <li class="may-be">
      <p class="may-be-head">
        <span>
          <Words of={label} />{" "}
          <span class="quiet">
            <Message k={`tonight.likely.${wordFor(LIKELY_WORDS, likely)}`} />
          </span>
        </span>
        <bdi class="may-be-share">
          {Math.abs(change) > TOLD_CHANGE && (
            <span role="img" aria-label={presenter.t.say(change > 0 ? "tonight.more" : "tonight.less")}>
              {change > 0 ? "▴" : "▾"}
            </span>
          )}{" "}
          <Message k="tonight.percent" v={{ share: likely }} />
        </bdi>
      </p>
      <span class="share" aria-hidden="true">
        <span class="share-given" style={{ inlineSize: `${likely * 100}%` }} />
      </span>
      {signs.length > 0 && <SignList party={party} signs={signs} />}
    </li>
  );
}

/** How far the seat trusts a party, and why that last changed. */
function Trust({ party }: { party: number }) {
  const { view, t } = usePresenter();
  const trust = view.own?.trust[party];
  if (trust === undefined) return null;
  const change = lastTrustChange(view, party);
  return (
    <p class="quiet">
      <Message k="tonight.trust" v={{ word: t.say(`tonight.trust.${wordFor(TRUST_WORDS, trust)}`) }} />{" "}
      {change && (
        <Message k="tonight.trust.why" v={{ why: t.say(`tonight.trust.${change.why}`), round: change.round }} />
      )}
    </p>
  );
}

function Other({ party, guess }: { party: number; guess: TonightGuess | undefined }) {
  const facts = usePresenter().party(party);
  return (
    <li class={`other-tonight hue-${facts.mark.colour}`}>
      <strong>
        <NamedParty party={facts} />
      </strong>
      {guess && (
        <ul>
          {guess.dispositions.map((one) => (
            <Likely key={one.disposition} party={party} of={one} />
          ))}
        </ul>
      )}
      <Trust party={party} />
    </li>
  );
}

/** The likeliest of each party, in a line: what is in sight while the rest is folded. */
function Brief({ guess: { party, dispositions } }: { guess: TonightGuess }) {
  const presenter = usePresenter();
  const text = useText();
  const [first, ...others] = dispositions;
  if (!first) return null;
  const most = others.reduce((best, one) => (one.likely > best.likely ? one : best), first);
  const v = {
    party: presenter.name(party),
    label: text(at(presenter.party(party).dispositions, most.disposition).label),
    word: presenter.t.say(`tonight.likely.${wordFor(LIKELY_WORDS, most.likely)}`),
  };
  return (
    <span class="other-brief">
      <Message k="tonight.brief" v={v} />
    </span>
  );
}

/**
 * What the seat's aides reckon of how each other party is tonight, with what speaks for it, and how far the seat trusts it.
 * Folded to one line a party: it is background, and what can be done must stay in sight.
 */
export function OthersTonight() {
  const { view, facts } = usePresenter();
  const guesses = tonightGuesses(view);
  const others = facts.parties.filter(
    ({ index, role }) =>
      index !== view.seat && (guesses.some(({ party }) => party === index) || (view.own && role === "party")),
  );
  if (others.length === 0) return null;
  return (
    <details class="fold others-tonight">
      <summary>
        <Message k={guesses.length > 0 ? "tonight.title" : "tonight.title.trust"} />
        {guesses.map((guess) => (
          <Brief key={guess.party} guess={guess} />
        ))}
      </summary>
      <ul>
        {others.map(({ index }) => (
          <Other key={index} party={index} guess={guesses.find(({ party }) => party === index)} />
        ))}
      </ul>
      {guesses.length > 0 && (
        <p class="quiet">
          <Message k="tonight.note" />
        </p>
      )}
    </details>
  );
}
