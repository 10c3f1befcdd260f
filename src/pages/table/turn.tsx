import { endsTalks, remainingAfter, voteOn } from "../../tactics/advice.ts";
import { offersOfOthers, ownSideOf, type Presenter, packageInIds, usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { useBeside } from "../parts/use-narrow.ts";
import { ActionButton } from "./action-button.tsx";
import { adviceFor, belowNoDeal, isGrave, noDealSentence } from "./advice.tsx";
import { Asides } from "./asides.tsx";
import { Latest } from "./latest.tsx";
import { Rails } from "./rails.tsx";

/** How many have asked the mediator for a text since its last, of how many it takes; null at a table without one. */
function textAsks({ view }: Presenter): { asked: number; needed: number; from: number } | null {
  const { mediator } = view.rules.protocol;
  if (!mediator) return null;
  const asked = view.parties.filter(({ askedText }) => askedText).length;
  return { asked, needed: mediator.asks, from: mediator.textFrom };
}

/** The draft in one line, where the whole reckoning is not beside it: on a phone where it stays in reach. */
function Brief({ draft }: { draft: number }) {
  const presenter = usePresenter();
  if (!presenter.view.own || presenter.me?.role === "mediator") return null;
  const advice = adviceFor(presenter, draft);
  const against = <Message {...noDealSentence(presenter, advice)} />;
  return (
    <p class="brief">
      <Message k="advice.worth" v={{ worth: presenter.t.number(presenter.worth(draft)) }} />
      {" · "}
      {isGrave(advice) ? <strong>{against}</strong> : against}
      {advice.verdict === "red" && (
        <>
          {" "}
          <strong>
            <Message k="advice.red.brief" />
          </strong>
        </>
      )}
    </p>
  );
}

function PutForward({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const below = belowNoDeal(presenter, draft);
  const mediator = presenter.me?.role === "mediator";
  const same = !mediator && presenter.view.parties[presenter.view.seat]?.standing === draft;
  const note = mediator ? "table.text.note" : same ? "table.offer.same" : "table.offer.note";
  return (
    <div class="deed-lead">
      <Brief draft={draft} />
      <ActionButton
        tone="first"
        action={{ kind: mediator ? "text" : "offer", package: packageInIds(presenter, draft) }}
        note={<Message k={note} />}
        sure={below && <Message k="table.sure.offer" v={below} />}
      >
        <Message k={mediator ? "table.text" : "table.offer"} />
      </ActionButton>
    </div>
  );
}

/** Taking up the offer of one party: what it is worth, whom it binds and who must still answer. */
function TakeUp({ party, pack }: { party: number; pack: number }) {
  const presenter = usePresenter();
  const below = belowNoDeal(presenter, pack);
  const advice = adviceFor(presenter, pack);
  const whose = presenter.whose(party);
  const { bound, asked, signs } = voteOn(presenter.view, pack, presenter.view.seat);
  const names = (parties: readonly number[]): string => presenter.t.list(parties.map(presenter.name));
  return (
    <ActionButton
      action={{ kind: "take_up", of: presenter.party(party).id }}
      note={
        <>
          <Message {...noDealSentence(presenter, advice)} />{" "}
          {bound.length > 0 && <Message k="table.take_up.bound" v={{ bound: names(bound) }} />}{" "}
          {signs ? (
            <Message k="turn.take_up.signs" />
          ) : (
            asked.length > 0 && <Message k="table.take_up.left" v={{ left: names(asked) }} />
          )}
        </>
      }
      brief={<Message k="advice.worth" v={{ worth: presenter.t.number(presenter.worth(pack)) }} />}
      sure={below && <Message k="table.sure.take_up" v={{ ...below, whose }} />}
    >
      <Message k={presenter.party(party).role === "mediator" ? "table.take_up.text" : "table.take_up"} v={{ whose }} />
    </ActionButton>
  );
}

function AskText() {
  const presenter = usePresenter();
  const asks = textAsks(presenter);
  const note = presenter.view.textDue
    ? "turn.ask_text.due"
    : asks && asks.asked + 1 >= asks.needed
      ? "turn.ask_text.last"
      : "table.ask_text.note";
  return (
    <ActionButton action={{ kind: "ask_text" }} note={asks && <Message k={note} v={{ ...asks }} />}>
      <Message k="table.ask_text" />
    </ActionButton>
  );
}

/** Leaving for good: what it does is said by the binding rule, as the table stands. */
function WalkOut() {
  const presenter = usePresenter();
  const { view, points, t } = presenter;
  const ends = endsTalks(view, view.seat);
  const walkAway = t.number(points(ownSideOf(presenter).walkAway));
  return (
    <ActionButton
      tone="grave"
      action={{ kind: "walk_out" }}
      note={<Message k={ends ? "turn.walk_out.ends" : "turn.walk_out.goes_on"} />}
      sure={<Message k={ends ? "turn.walk_out.ends.sure" : "table.sure.walk_out"} v={{ walkAway }} />}
    >
      <Message k="table.walk_out" />
    </ActionButton>
  );
}

/** Above so many, the offers of others fold into one button: what else one can do stays in one bar. */
const OFFERS_IN_SIGHT = 3;

function TakeUps() {
  const others = offersOfOthers(usePresenter());
  const buttons = others.map(({ party, pack }) => <TakeUp key={party} party={party} pack={pack} />);
  if (others.length <= OFFERS_IN_SIGHT) return <>{buttons}</>;
  return (
    <details class="deed deed-menu">
      <summary class="button">
        <Message k="turn.offers" v={{ offers: others.length }} />
      </summary>
      <div class="deed-choices">{buttons}</div>
    </details>
  );
}

/** The one thing that a party says in its turn. What it costs and what follows stands under each; walking out comes last. */
function StatementButtons({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const mediator = presenter.me?.role === "mediator";
  const stands = (presenter.view.parties[presenter.view.seat]?.standing ?? -1) >= 0;
  return (
    <div class="deeds">
      <PutForward draft={draft} />
      {!mediator && <TakeUps />}
      {!mediator && <AskText />}
      <ActionButton action={{ kind: "pass" }} note={<Message k={stands ? "table.pass.note" : "table.pass.silent"} />}>
        <Message k="table.pass" />
      </ActionButton>
      {!mediator && <WalkOut />}
    </div>
  );
}

/** Everything that a seat may do in its turn: up to two asides, then one statement. */
export function Turn({ draft }: { draft: number }) {
  const { me, view } = usePresenter();
  const beside = useBeside();
  const last = remainingAfter(view).turns === 0;
  const note = me?.role === "mediator" ? "table.your_turn.mediator" : last ? "turn.last" : "table.your_turn.note";
  return (
    <section class="turn" aria-labelledby="turn-title">
      <header class="turn-head">
        <h2 id="turn-title" tabIndex={-1}>
          <Message k="table.your_turn" />
        </h2>
        <p class="turn-note">
          <Message k={note} />
        </p>
        <Brief draft={draft} />
      </header>
      {!beside && <Latest sight={1} />}
      <Asides draft={draft} />
      <Rails draft={draft} />
      <StatementButtons draft={draft} />
    </section>
  );
}
