import type { Reasons as ReasonsOf } from "../../table/party/reasons.ts";
import { MOVED_AS } from "../../table/state.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import { AidesForecast, type ForecastChoice } from "../futures/forecast.tsx";
import { differing, ownSideOf, usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";
import { ActionButton } from "./action-button.tsx";
import { NearMiss, ReasonsList } from "./reasons.tsx";
import { WorthBar } from "./worth-bar.tsx";

const ANSWERS: readonly ForecastChoice[] = [
  { k: "forecast.accept", action: { kind: "answer", accepts: true } },
  { k: "forecast.refuse", action: { kind: "answer", accepts: false } },
];

/** What is on the floor, issue by issue; what differs from the seat's own offer or draft stands out. */
function OnFloor({ pack, against }: { pack: number; against: number }) {
  const presenter = usePresenter();
  const differs = new Set(differing(presenter, pack, against));
  return (
    <dl class="terms">
      {presenter.facts.issues.map(({ id }, issue) => (
        <div key={id} class={differs.has(issue) ? "differs" : ""}>
          <dt>
            <bdi>{presenter.issue(issue)}</bdi>
          </dt>
          <dd>
            <bdi>{presenter.optionOf(pack, issue)}</bdi>
            {differs.has(issue) && against >= 0 && (
              <span class="quiet">
                {" "}
                <Message k="answer.instead" v={{ option: presenter.optionOf(against, issue) }} />
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
  const presenter = usePresenter();
  const text = useText();
  const lines = own.partyModel.party.redLines;
  const heaviest = own.answer?.named.map(presenter.issue) ?? [];
  return (
    <div class={advice.accepts ? "advice" : "advice advice-beyond"}>
      <p>
        <strong>
          <Message k={advice.accepts ? "answer.advice.accept" : "answer.advice.refuse"} />
        </strong>{" "}
        {advice.red.map((line) => (
          <Message key={line} k="record.red" v={{ line: lines[line]?.title ? text(lines[line].title) : "" }} />
        ))}
      </p>
      {!advice.accepts && (
        <p>
          {heaviest.length > 0 && <Message k="answer.heaviest" v={{ issues: presenter.t.list(heaviest) }} />}{" "}
          <NearMiss of={advice} side={own} />
        </p>
      )}
    </div>
  );
}

/** The answer that the seat owes to the package on the floor: what it is worth, what the instructions say and why. */
export function AnswerPanel() {
  const presenter = usePresenter();
  const { view } = presenter;
  const own = ownSideOf(presenter);
  const floor = view.onFloor;
  const { advice } = own;
  if (!floor || !advice) return null;
  const by = presenter.name(floor.by);
  const below = advice.worth < advice.walkAway;
  const figures = {
    worth: presenter.t.number(presenter.worth(floor.package)),
    walkAway: presenter.t.number(presenter.points(own.walkAway)),
  };
  const standing = view.parties[view.seat]?.standing ?? -1;
  const k = view.finalVote
    ? "answer.final"
    : floor.as === MOVED_AS.take_up
      ? "answer.take_up"
      : floor.as === MOVED_AS.offer
        ? "answer.offer"
        : "answer.text";
  return (
    <section class="turn answer" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Message k={k} v={{ party: by }} />
      </h2>
      <p class="turn-note">
        <Message k="answer.note" />
      </p>
      <div class="answer-body">
        <OnFloor pack={floor.package} against={standing} />
        <div class="answer-worth">
          <WorthBar pack={floor.package} label="floor" />
          <Advice advice={advice} own={own} />
        </div>
      </div>
      <div class="deeds deeds-answer">
        <ActionButton
          tone={advice.accepts ? "first" : "plain"}
          action={{ kind: "answer", accepts: true }}
          note={<Message k="answer.accept.note" />}
          sure={below ? <Message k="table.sure.accept" v={figures} /> : null}
        >
          <Message k="answer.accept" />
        </ActionButton>
        <ActionButton
          tone={advice.accepts ? "plain" : "first"}
          action={{ kind: "answer", accepts: false }}
          note={<Message k="answer.refuse.note" />}
        >
          <Message k="answer.refuse" />
        </ActionButton>
      </div>
      <AidesForecast choices={ANSWERS} ask="forecast.ask.answer" level={3} />
      <details class="fold">
        <summary>
          <Message k="reasons.title" />
        </summary>
        <ReasonsList of={advice} side={own} />
      </details>
    </section>
  );
}
