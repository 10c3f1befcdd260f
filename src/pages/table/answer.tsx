import { namedInPublic, type Reasons as ReasonsOf } from "../../table/reasons.ts";
import type { OwnSide } from "../../table/view.ts";
import { ownSideOf, useDesk } from "../desk.tsx";
import { AidesForecast, type Choice } from "../futures/forecast.tsx";
import { Say, useText } from "../parts/speaker.tsx";
import { DeedButton } from "./deed-button.tsx";
import { differing } from "./packages.ts";
import { NearMiss, Reasons } from "./reasons.tsx";
import { WorthBar } from "./worth-bar.tsx";

const ANSWERS: readonly Choice[] = [
  { k: "forecast.accept", action: { kind: "answer", accepts: true } },
  { k: "forecast.refuse", action: { kind: "answer", accepts: false } },
];

/** What is on the floor, issue by issue; what differs from the seat's own offer or draft stands out. */
function OnFloor({ pack, against }: { pack: number; against: number }) {
  const desk = useDesk();
  const differs = new Set(differing(desk, pack, against));
  return (
    <dl class="terms">
      {desk.facts.issues.map(({ id }, issue) => (
        <div key={id} class={differs.has(issue) ? "differs" : ""}>
          <dt>
            <bdi>{desk.issue(issue)}</bdi>
          </dt>
          <dd>
            <bdi>{desk.optionOf(pack, issue)}</bdi>
            {differs.has(issue) && against >= 0 && (
              <span class="quiet">
                {" "}
                <Say k="answer.instead" v={{ option: desk.optionOf(against, issue) }} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What the instructions say of it, what weighs most against it, and what would mend it. */
function Advice({ advice, own }: { advice: ReasonsOf; own: OwnSide }) {
  const desk = useDesk();
  const text = useText();
  const lines = own.mandate.party.redLines;
  const heaviest = namedInPublic(advice).map(desk.issue);
  return (
    <div class={advice.accepts ? "advice" : "advice advice-beyond"}>
      <p>
        <strong>
          <Say k={advice.accepts ? "answer.advice.accept" : "answer.advice.refuse"} />
        </strong>{" "}
        {advice.red.map((line) => (
          <Say key={line} k="record.red" v={{ line: lines[line]?.title ? text(lines[line].title) : "" }} />
        ))}
      </p>
      {!advice.accepts && (
        <p>
          {heaviest.length > 0 && <Say k="answer.heaviest" v={{ issues: desk.t.list(heaviest) }} />}{" "}
          <NearMiss of={advice} side={own} />
        </p>
      )}
    </div>
  );
}

/** The answer that the seat owes to the package on the floor: what it is worth, what the instructions say and why. */
export function Answer() {
  const desk = useDesk();
  const { view } = desk;
  const own = ownSideOf(desk);
  const floor = view.onFloor;
  const { advice } = own;
  if (!floor || !advice) return null;
  const by = desk.name(floor.by);
  const below = advice.worth < advice.walkAway;
  const figures = {
    worth: desk.t.number(desk.worth(floor.package)),
    walkAway: desk.t.number(desk.points(own.walkAway)),
  };
  const standing = view.parties[view.seat]?.standing ?? -1;
  const k = view.finalVote
    ? "answer.final"
    : floor.as === 1
      ? "answer.take_up"
      : floor.as >= 2
        ? "answer.text"
        : "answer.offer";
  return (
    <section class="turn answer" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Say k={k} v={{ party: by }} />
      </h2>
      <p class="turn-note">
        <Say k="answer.note" />
      </p>
      <div class="answer-body">
        <OnFloor pack={floor.package} against={standing} />
        <div class="answer-worth">
          <WorthBar pack={floor.package} label="floor" />
          <Advice advice={advice} own={own} />
        </div>
      </div>
      <div class="deeds deeds-answer">
        <DeedButton
          tone={advice.accepts ? "first" : "plain"}
          action={{ kind: "answer", accepts: true }}
          note={<Say k="answer.accept.note" />}
          sure={below ? <Say k="table.sure.accept" v={figures} /> : null}
        >
          <Say k="answer.accept" />
        </DeedButton>
        <DeedButton
          tone={advice.accepts ? "plain" : "first"}
          action={{ kind: "answer", accepts: false }}
          note={<Say k="answer.refuse.note" />}
        >
          <Say k="answer.refuse" />
        </DeedButton>
      </div>
      <AidesForecast choices={ANSWERS} ask="forecast.ask.answer" level={3} />
      <details class="fold">
        <summary>
          <Say k="reasons.title" />
        </summary>
        <Reasons of={advice} side={own} />
      </details>
    </section>
  );
}
