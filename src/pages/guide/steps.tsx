import { useEffect, useRef } from "preact/hooks";
import { optionIn, withOption } from "../../bargaining/space.ts";
import type { Key, Values } from "../../language/speaker.ts";
import { isEnded } from "../../table/state.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { offersOfOthers, ownSideOf, type Presenter, packageInIds, usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { ActionButton } from "../table/action-button.tsx";
import { sentencesOf, sinceLastSpoke } from "../table/sentences.ts";
import { WorthBar } from "../table/worth-bar.tsx";
import { Term } from "./term.tsx";

/** The one issue of the practice as stops on a rail: a radio group, as at the table. */
function PracticeRail({ draft, still }: { draft: number; still: boolean }) {
  const presenter = usePresenter();
  const { facts, view, actions } = presenter;
  const [issue] = facts.issues;
  const { space } = view.rules;
  if (!issue) return null;
  const chosen = optionIn(space, draft, 0);
  const theirs = offersOfOthers(presenter);
  return (
    <fieldset class="practice-rail" disabled={still}>
      <legend>
        <Words of={issue.title} />
      </legend>
      <div class="practice-stops">
        {issue.options.map(({ id, title }, option) => (
          <label key={id} class={option === chosen ? "practice-stop chosen" : "practice-stop"}>
            <span class="practice-token">
              {theirs
                .filter(({ pack }) => optionIn(space, pack, 0) === option)
                .map(({ party }) => (
                  <span key={party}>
                    <PartyMarkIcon mark={presenter.party(party).mark} size="s" />
                    <span class="hidden">
                      <Message k="guide.theirs" v={{ party: presenter.name(party) }} />
                    </span>
                  </span>
                ))}
            </span>
            <input
              type="radio"
              name="practice"
              value={id}
              checked={option === chosen}
              onChange={() => actions.draft(withOption(space, draft, 0, option))}
            />
            <span>
              <Words of={title} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the player is at. The engine says, not a script: a player who offers something else comes along another way. */
type Step =
  | { readonly kind: "first" | "answer" | "move"; readonly number: number }
  | { readonly kind: "signed" | "none"; readonly number: null };

function stepOf({ view }: Presenter): Step {
  if (isEnded(view.floor)) return { kind: view.floor === "signed" ? "signed" : "none", number: null };
  if (view.owesAnswer) return { kind: "answer", number: 2 };
  return view.round === 1 ? { kind: "first", number: 1 } : { kind: "move", number: 3 };
}

/** What has been said since the player last spoke, and the interest behind a refusal. */
function Heard() {
  const presenter = usePresenter();
  const since = sinceLastSpoke(presenter.view);
  const refused = since.some(
    ({ line }) => line.kind === "answers" && line.answers.some(({ named }) => named.length > 0),
  );
  const interest = refused ? presenter.disclosed.interest(1, 0) : null;
  return (
    <div class="practice-heard" role="log">
      {since.flatMap(({ line, at }) =>
        sentencesOf(presenter, line, at).map((sentence, index) => (
          <p key={`${at} ${index}`}>
            <Message {...sentence} />
          </p>
        )),
      )}
      {interest && (
        <p class="practice-behind">
          <strong>
            <Message k="guide.behind" />
          </strong>{" "}
          <Words of={interest.text} />
        </p>
      )}
    </div>
  );
}

function signedWords(presenter: Presenter): { k: Key; v: Values } {
  const { number } = presenter.t;
  const worth = presenter.worth(presenter.view.signed);
  const walkAway = presenter.points(ownSideOf(presenter).walkAway);
  return worth >= walkAway
    ? { k: "guide.signed.well", v: { worth: number(worth), by: number(worth - walkAway) } }
    : { k: "guide.signed.badly", v: { worth: number(worth), walkAway: number(walkAway) } };
}

function Offer({ draft }: { draft: number }) {
  const presenter = usePresenter();
  return (
    <ActionButton
      tone="first"
      action={{ kind: "offer", package: packageInIds(presenter, draft) }}
      note={<Message k="table.offer.note" />}
    >
      <Message k="table.offer" />
    </ActionButton>
  );
}

function Answers() {
  return (
    <div class="practice-answers">
      <ActionButton tone="plain" action={{ kind: "answer", accepts: true }} note={<Message k="answer.accept.note" />}>
        <Message k="answer.accept" />
      </ActionButton>
      <ActionButton tone="plain" action={{ kind: "answer", accepts: false }} note={<Message k="answer.refuse.note" />}>
        <Message k="answer.refuse" />
      </ActionButton>
    </div>
  );
}

function What({ step }: { step: Step }) {
  const presenter = usePresenter();
  const walkAway = presenter.t.number(presenter.points(ownSideOf(presenter).walkAway));
  switch (step.kind) {
    case "signed":
      return <Message {...signedWords(presenter)} />;
    case "none":
      return <Message k="guide.none.do" />;
    case "first":
      return <Message k="guide.first.do" v={{ walkAway }} />;
    default:
      return <Message k={`guide.${step.kind}.do`} />;
  }
}

/** One step of the practice: what to do, what was said, the rail, and what can be done. */
export function Steps({ onRetry, onDone, then }: { onRetry: () => void; onDone: () => void; then: boolean }) {
  const presenter = usePresenter();
  const { draft, view } = presenter;
  const step = stepOf(presenter);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = `${step.kind} ${view.turn}`;
  const shown = useRef(name);
  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    heading.current?.focus();
  }, [name]);
  const over = step.number === null;
  const pack = step.kind === "signed" ? view.signed : step.kind === "answer" ? (view.onFloor?.package ?? draft) : draft;
  return (
    <section class="practice" data-practice={step.kind} aria-labelledby="practice-title">
      {step.number !== null && (
        <p class="kicker">
          <Message k="guide.step" v={{ step: step.number }} />
        </p>
      )}
      <h3 id="practice-title" ref={heading} tabIndex={-1}>
        <Message k={`guide.${step.kind}`} />
      </h3>
      {step.kind !== "first" && <Heard />}
      <p>
        <What step={step} />
      </p>
      {pack !== null && !over && <PracticeRail draft={pack} still={step.kind === "answer"} />}
      {pack !== null && <WorthBar pack={pack} label={step.kind === "answer" || over ? "floor" : "draft"} />}
      {!over && (
        <p class="practice-terms">
          <Term id="package" /> <Term id="walk_away" /> <Term id="target" />
        </p>
      )}
      {!over && (
        <div class="practice-deeds">
          {step.kind === "answer" ? <Answers /> : draft !== null && <Offer draft={draft} />}
        </div>
      )}
      {over && (
        <div class="buttons">
          <button type="button" class="button button-first" data-practice-done onClick={onDone}>
            <Message k={then ? "guide.go" : "guide.done"} />
          </button>
          <button type="button" class="button" onClick={onRetry}>
            <Message k="guide.retry" />
          </button>
        </div>
      )}
    </section>
  );
}
