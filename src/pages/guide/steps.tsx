import { useEffect, useRef } from "preact/hooks";
import type { Key, Values } from "../../language/speak.ts";
import { type Desk, ownSideOf, useDesk } from "../desk.tsx";
import { Term } from "../glossary/term.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { DeedButton } from "../table/deed-button.tsx";
import { idsOf } from "../table/packages.ts";
import { sentencesOf } from "../table/told.ts";
import { WorthBar } from "../table/worth-bar.tsx";
import { PracticeRail } from "./rail.tsx";

/** What the player is at. The engine says, not a script: whoever offers something else comes along another way. */
type Step =
  | { readonly kind: "first" | "answer" | "move"; readonly number: number }
  | { readonly kind: "signed" | "none"; readonly number: null };

function stepOf({ view }: Desk): Step {
  if (view.floor === "signed") return { kind: "signed", number: null };
  if (view.floor === "expired" || view.floor === "broken") return { kind: "none", number: null };
  if (view.owesAnswer) return { kind: "answer", number: 2 };
  return view.round === 1 ? { kind: "first", number: 1 } : { kind: "move", number: 3 };
}

/** What has been said since the player last spoke, and the interest behind a refusal. */
function Heard() {
  const desk = useDesk();
  const { log, seat } = desk.view;
  const last = log.findLastIndex((told) => told.kind === "statement" && told.party === seat);
  const since = log.slice(last + 1);
  const refused = since.some((told) => told.kind === "answers" && told.answers.some(({ named }) => named.length > 0));
  const interest = refused ? desk.disclosed.interest(1, 0) : null;
  return (
    <div class="practice-heard" role="log">
      {since.flatMap((told, index) =>
        sentencesOf(desk, told, last + 1 + index).map((sentence, at) => (
          <p key={`${index} ${at}`}>
            <Say {...sentence} />
          </p>
        )),
      )}
      {interest && (
        <p class="practice-behind">
          <strong>
            <Say k="guide.behind" />
          </strong>{" "}
          <Words of={interest.text} />
        </p>
      )}
    </div>
  );
}

function signedWords(desk: Desk): { k: Key; v: Values } {
  const { number } = desk.t;
  const worth = desk.worth(desk.view.signed);
  const walkAway = desk.points(ownSideOf(desk).walkAway);
  return worth >= walkAway
    ? { k: "guide.signed.well", v: { worth: number(worth), by: number(worth - walkAway) } }
    : { k: "guide.signed.badly", v: { worth: number(worth), walkAway: number(walkAway) } };
}

function Offer({ draft }: { draft: number }) {
  const desk = useDesk();
  return (
    <DeedButton
      tone="first"
      action={{ kind: "offer", package: idsOf(desk, draft) }}
      note={<Say k="table.offer.note" />}
    >
      <Say k="table.offer" />
    </DeedButton>
  );
}

function Answers() {
  return (
    <div class="practice-answers">
      <DeedButton tone="plain" action={{ kind: "answer", accepts: true }} note={<Say k="answer.accept.note" />}>
        <Say k="answer.accept" />
      </DeedButton>
      <DeedButton tone="plain" action={{ kind: "answer", accepts: false }} note={<Say k="answer.refuse.note" />}>
        <Say k="answer.refuse" />
      </DeedButton>
    </div>
  );
}

function What({ step }: { step: Step }) {
  const desk = useDesk();
  const walkAway = desk.t.number(desk.points(ownSideOf(desk).walkAway));
  switch (step.kind) {
    case "signed":
      return <Say {...signedWords(desk)} />;
    case "none":
      return <Say k="guide.none.do" />;
    case "first":
      return <Say k="guide.first.do" v={{ walkAway }} />;
    default:
      return <Say k={`guide.${step.kind}.do`} />;
  }
}

/** One step of the practice: what to do, what was said, the rail, and what can be done. */
export function Steps({ onRetry, onDone, then }: { onRetry: () => void; onDone: () => void; then: boolean }) {
  const desk = useDesk();
  const { draft, view } = desk;
  const step = stepOf(desk);
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
          <Say k="guide.step" v={{ step: step.number }} />
        </p>
      )}
      <h3 id="practice-title" ref={heading} tabIndex={-1}>
        <Say k={`guide.${step.kind}`} />
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
            <Say k={then ? "guide.go" : "guide.done"} />
          </button>
          <button type="button" class="button" onClick={onRetry}>
            <Say k="guide.retry" />
          </button>
        </div>
      )}
    </section>
  );
}
