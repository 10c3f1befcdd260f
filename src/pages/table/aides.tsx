import { type AidesGuess, aidesGuesses, mediatorGuess, type Opinion } from "../../tactics/aides.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { type Sentence, shownReply } from "./sentences.ts";

function opinionWords({ t }: Presenter, opinion: Opinion): Sentence {
  switch (opinion.kind) {
    case "accepted":
    case "refused":
      return { k: `aides.${opinion.kind}`, v: { round: opinion.round } };
    case "replied": {
      const word = shownReply(opinion.reply);
      return { k: "aides.replied", v: { reply: word ? t.say(`reply.${word}`) : "" } };
    }
    default:
      return { k: `aides.${opinion.kind}`, v: {} };
  }
}

function Believed({ guess }: { guess: AidesGuess }) {
  const presenter = usePresenter();
  const party = presenter.party(guess.party);
  return (
    <li class={`guess hue-${party.mark.colour}`}>
      <PartyMarkIcon mark={party.mark} size="s" />
      <p>
        <strong>
          <Words of={party.name} />
        </strong>
        <span class={`near near-${guess.opinion.kind}`}>
          <Message {...opinionWords(presenter, guess.opinion)} />
        </span>
        {guess.share !== null && (
          <span class="quiet">
            {guess.fights >= 0 && <Message k="aides.fights" v={{ issue: presenter.issue(guess.fights) }} />}{" "}
            {guess.moves === 0 ? (
              <Message k="aides.moved.never" />
            ) : (
              <Message k="aides.moved" v={{ times: guess.moves }} />
            )}
            {guess.movedOn >= 0 && (
              <>
                {" "}
                <Message k="aides.moved.on" v={{ issue: presenter.issue(guess.movedOn) }} />
              </>
            )}
          </span>
        )}
      </p>
    </li>
  );
}

/** What the seat's aides guess of the others before this draft. In words: there is no figure that anyone could know. */
export function Aides({ draft }: { draft: number }) {
  const found = aidesGuesses(usePresenter().view, draft);
  if (found.length === 0) return null;
  return (
    <section class="aides" aria-labelledby="aides-title">
      <h3 id="aides-title">
        <Message k="aides.title" />
      </h3>
      <ul>
        {found.map((guess) => (
          <Believed key={guess.party} guess={guess} />
        ))}
      </ul>
      <p class="quiet aides-note">
        <Message k="aides.note" />
      </p>
    </section>
  );
}

/** How much of what a side could hope for a draft seems to give it, as a bar; the same stands beside it in words. */
function ShareBar({ share }: { share: number }) {
  return (
    <span class="share" aria-hidden="true">
      <span class="share-given" style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}

function Side({ guess }: { guess: AidesGuess }) {
  const presenter = usePresenter();
  const { mark, name } = presenter.party(guess.party);
  return (
    <li class={`guess hue-${mark.colour}`}>
      <PartyMarkIcon mark={mark} size="s" />
      <div class="side">
        <p>
          <strong>
            <Words of={name} />
          </strong>
          <span class={`near near-${guess.opinion.kind}`}>
            <Message {...opinionWords(presenter, guess.opinion)} />
          </span>
        </p>
        {guess.share !== null && (
          <>
            <ShareBar share={guess.share} />
            <p class="quiet">
              <Message k="aides.mediator.share" v={{ share: presenter.t.number(guess.share * 100) }} />{" "}
              {guess.losesOn >= 0 && <Message k="aides.loses" v={{ issue: presenter.issue(guess.losesOn) }} />}
            </p>
          </>
        )}
      </div>
    </li>
  );
}

/** What a mediator's aides make of its draft: what each side seems to find of it, who is furthest, and how far they are from each other. */
export function MediatorAides({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const { name, issue, option, t, facts } = presenter;
  const { sides, furthest, change, agreed, open, widest } = mediatorGuess(presenter.view, draft);
  const known = agreed.length + open.length > 0;
  const told = sides.some(({ share }) => share !== null);
  return (
    <div class="aides aides-mediator">
      <ul>
        {sides.map((guess) => (
          <Side key={guess.party} guess={guess} />
        ))}
      </ul>
      {told && (
        <p class="advice">
          {furthest >= 0 && (
            <strong>
              <Message k="aides.mediator.furthest" v={{ party: name(furthest) }} />
            </strong>
          )}{" "}
          {change ? (
            <Message
              k="aides.mediator.change"
              v={{ issue: issue(change.issue), option: option(change.issue, change.option) }}
            />
          ) : (
            <Message k="aides.mediator.change.none" />
          )}
        </p>
      )}
      <p>
        {known ? (
          <Message k="aides.mediator.agreed" v={{ agreed: agreed.length, of: facts.issues.length }} />
        ) : (
          <Message k="aides.mediator.silent" />
        )}{" "}
        {widest >= 0 && <Message k="aides.mediator.widest" v={{ issue: issue(widest) }} />}
      </p>
      <p>
        <Message k="aides.mediator.worth" v={{ worth: t.number(presenter.worth(draft)) }} />
      </p>
      <p class="quiet aides-note">
        <Message k="aides.note" />
      </p>
    </div>
  );
}
