import { MOVED_AS } from "../../table/state.ts";
import { type Vote, voteOn } from "../../tactics/advice.ts";
import { AidesForecast, type ForecastChoice } from "../futures/forecast.tsx";
import { differing, ownSideOf, usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { ActionButton } from "./action-button.tsx";
import { AdviceNote, belowNoDeal } from "./advice.tsx";
import { ReasonsList } from "./reasons.tsx";
import { WorthBar } from "./worth-bar.tsx";

/** Both answers, and after a refusal both ways to go on; nothing can be held that has not been offered. */
function answerChoices(hasOffer: boolean): ForecastChoice[] {
  const refuse = { kind: "answer", accepts: false } as const;
  return [
    { k: "forecast.accept", action: { kind: "answer", accepts: true }, afterwards: "instructions" },
    ...(hasOffer ? [{ k: "forecast.refuse.hold", action: refuse, afterwards: "hold" } as const] : []),
    { k: "forecast.refuse.follow", action: refuse, afterwards: "instructions" },
  ];
}

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

/** What the table would do with each answer, by the binding rule. */
function VoteNote({ vote, accepts }: { vote: Vote; accepts: boolean }) {
  const { view, name, t } = usePresenter();
  const { signs, without, asked, waitsFor } = vote;
  if (!accepts) {
    return (
      <>
        <Message k={without ? "vote.refuse.without" : view.finalVote ? "vote.refuse.last" : "vote.refuse.stays"} />{" "}
        {!view.finalVote && <Message k="answer.refuse.note" />}
      </>
    );
  }
  if (signs) return <Message k="vote.signs" />;
  const all = waitsFor.length === asked.length;
  return (
    <Message k={all ? "vote.waits_for" : "vote.enough"} v={{ parties: t.list((all ? waitsFor : asked).map(name)) }} />
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
  const who = { party: presenter.name(floor.by), whose: presenter.whose(floor.by) };
  const below = belowNoDeal(presenter, floor.package);
  const vote = voteOn(view, floor.package, floor.by);
  const standing = view.parties[view.seat]?.standing ?? -1;
  const heaviest = own.answer?.named.map(presenter.issue) ?? [];
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
        <Message k={k} v={who} />
      </h2>
      <p class="turn-note">
        <Message k="answer.note" />
      </p>
      <div class="answer-body">
        <OnFloor pack={floor.package} against={standing} />
        <div class="answer-worth">
          <WorthBar pack={floor.package} label="floor" />
          <AdviceNote pack={floor.package} as="answer" without={vote.without}>
            {heaviest.length > 0 && (
              <p class="quiet">
                <Message k="answer.heaviest" v={{ issues: presenter.t.list(heaviest) }} />
              </p>
            )}
          </AdviceNote>
        </div>
      </div>
      <div class="deeds deeds-answer">
        <ActionButton
          action={{ kind: "answer", accepts: true }}
          note={<VoteNote vote={vote} accepts />}
          sure={below && <Message k="table.sure.accept" v={below} />}
        >
          <Message k="answer.accept" />
        </ActionButton>
        <ActionButton action={{ kind: "answer", accepts: false }} note={<VoteNote vote={vote} accepts={false} />}>
          <Message k="answer.refuse" />
        </ActionButton>
      </div>
      <AidesForecast choices={answerChoices(standing >= 0)} ask="forecast.ask.answer" level={3} />
      <details class="fold">
        <summary>
          <Message k="reasons.title" />
        </summary>
        <ReasonsList of={advice} side={own} />
      </details>
    </section>
  );
}
