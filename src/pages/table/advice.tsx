import type { ComponentChildren } from "preact";
import type { Values } from "../../language/speaker.ts";
import { type Advice, adviceOn, remainingAfter } from "../../tactics/advice.ts";
import { ownSideOf, type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";
import type { Sentence } from "./sentences.ts";

/** What the seat before the screen is told of a package. @throws Error for an onlooker */
export function adviceFor(presenter: Presenter, pack: number): Advice {
  return adviceOn(presenter.view, ownSideOf(presenter), pack);
}

/**
 * A worth beside no deal, in figures. They are whole, of the figures as they are shown: who subtracts one from the other finds the
 * same; a difference that whole figures would hide has its tenths.
 */
function againstNoDeal({ t, points }: Presenter, { worth, noDeal }: Advice): Values & { readonly by: string } {
  const [shown, none] = [points(worth), points(noDeal)];
  const digits = worth < noDeal && Math.round(shown) === Math.round(none) ? 1 : 0;
  const by = digits === 0 ? Math.abs(Math.round(shown) - Math.round(none)) : Math.abs(shown - none);
  return { worth: t.number(shown, digits), walkAway: t.number(none, digits), by: t.number(by, digits) };
}

/** "38 better than no deal (49)". */
export function noDealSentence(presenter: Presenter, advice: Advice): Sentence {
  const { worth, noDeal } = advice;
  const even = Math.round(presenter.points(worth)) === Math.round(presenter.points(noDeal));
  const k = even ? "advice.even" : worth > noDeal ? "advice.better" : "advice.worse";
  return { k, v: againstNoDeal(presenter, advice) };
}

/** Said before a package that is worth less than no deal is put forward; null where there is nothing to ask. */
export function belowNoDeal(presenter: Presenter, pack: number): Values | null {
  const advice = adviceFor(presenter, pack);
  const below = presenter.me?.role === "party" && advice.worth < advice.noDeal;
  return below ? againstNoDeal(presenter, advice) : null;
}

/** What makes a package one that the seat should not want to see signed. */
export function isGrave({ verdict }: Advice): boolean {
  return verdict === "red" || verdict === "below_no_deal";
}

function Change({ advice }: { advice: Advice }) {
  const { issue, option } = usePresenter();
  const { toNoDeal, toHopes } = advice;
  // The nearest of the two that is still ahead; where one change reaches the farther one too, that is what is told.
  if (isGrave(advice)) {
    return toNoDeal ? (
      <Message
        k="advice.to_no_deal"
        v={{ issue: issue(toNoDeal.issue), option: option(toNoDeal.issue, toNoDeal.option) }}
      />
    ) : (
      <Message k="advice.to_no_deal.none" />
    );
  }
  return (
    toHopes && (
      <Message k="advice.to_hopes" v={{ issue: issue(toHopes.issue), option: option(toHopes.issue, toHopes.option) }} />
    )
  );
}

/** What the seat's position asks for where the package has something else: "Start: within a week; Aid: …". */
function AskedFor({ unmet }: Pick<Advice, "unmet">) {
  const presenter = usePresenter();
  const text = useText();
  const own = ownSideOf(presenter);
  const position = own.partyModel.positions[own.position];
  const terms = unmet
    .map(({ issue, options }) => {
      const asked = options.map((option) => presenter.option(issue, option)).join(presenter.t.say("mandate.or"));
      return `${presenter.issue(issue)}: ${asked}`;
    })
    .join(presenter.t.say("record.between"));
  return <Message k="advice.asks" v={{ position: position ? text(position.label) : "", terms }} />;
}

/** What no later turn can mend, said when it is so. */
function Last({ without }: { without: boolean }) {
  const { view } = usePresenter();
  if (view.finalVote) return <Message k={without ? "advice.last_vote" : "advice.last_vote.needed"} />;
  return remainingAfter(view).turns === 0 ? <Message k="advice.last_turn" /> : null;
}

interface AdviceNoteProps {
  readonly pack: number;
  /** `offer`: the seat would put it forward; `answer`: it is asked for its answer, which what its position asks for does not bind. */
  readonly as: "offer" | "answer";
  /** Of an answer: whether the package can bind although the seat refuses. */
  readonly without?: boolean;
  /** Said of it besides. */
  readonly children?: ComponentChildren;
}

/** A package measured against no deal, then against what the capital hopes for, and the one change that would reach the next of them. */
export function AdviceNote({ pack, as, without = false, children }: AdviceNoteProps) {
  const presenter = usePresenter();
  const text = useText();
  const { points, t, me } = presenter;
  const own = ownSideOf(presenter);
  const advice = adviceFor(presenter, pack);
  const { red, unmet, hopes, worth } = advice;
  const lines = own.partyModel.party.redLines;
  const votes = me?.role === "party";
  const grave = isGrave(advice);
  return (
    <div class={grave ? "advice advice-grave" : "advice"} data-advice={advice.verdict}>
      <p>
        {votes && (
          <strong>
            <Message {...noDealSentence(presenter, advice)} />
          </strong>
        )}{" "}
        {red.map((line) => (
          <Message key={line} k="advice.red" v={{ line: lines[line]?.title ? text(lines[line].title) : "" }} />
        ))}{" "}
        {votes && !grave && (
          <Message
            k={worth < hopes ? (as === "answer" ? "advice.hopes.answer" : "advice.hopes") : "advice.met"}
            v={{ target: t.number(points(hopes)) }}
          />
        )}{" "}
        <Change advice={advice} />
      </p>
      {as === "offer" && unmet.length > 0 && (
        <p class="quiet">
          <AskedFor unmet={unmet} />
        </p>
      )}
      {children}
      {as === "answer" && (
        <p class="advice-last">
          <Last without={without} />
        </p>
      )}
    </div>
  );
}
