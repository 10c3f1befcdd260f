import { offersOfOthers, type Presenter, packageInIds, usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { ActionButton } from "./action-button.tsx";
import { Asides } from "./asides.tsx";
import { beyond, isBeyond } from "./instructions.tsx";
import { Latest } from "./latest.tsx";
import { Rails } from "./rails.tsx";

/** Who is bound by a package without being asked, and who must still answer it, by index; the seat itself is neither. */
interface TakeUpAnswers {
  readonly bound: readonly number[];
  readonly left: readonly number[];
}

/** What taking up a package would ask of the others: a party that stands for it already is bound, empty chairs are not asked. */
function takeUpAnswers({ view }: Presenter, pack: number): TakeUpAnswers {
  const others = view.rules.voters.filter((party) => party !== view.seat && !view.parties[party]?.gone);
  const stands = (party: number): boolean => view.parties[party]?.standing === pack;
  return { bound: others.filter(stands), left: others.filter((party) => !stands(party)) };
}

/** How many have asked the mediator for a text since its last, of how many it takes; null at a table without one. */
function textAsks({ view }: Presenter): { asked: number; needed: number; from: number } | null {
  const { mediator } = view.rules.protocol;
  if (!mediator) return null;
  const asked = view.parties.filter(({ askedText }) => askedText).length;
  return { asked, needed: mediator.asks, from: mediator.textFrom };
}

/** Said before a package below the walk-away is put forward; null where there is nothing to ask. */
function useBelow(): (pack: number) => { worth: string; walkAway: string } | null {
  const presenter = usePresenter();
  return (pack) => {
    const { own } = presenter.view;
    if (!own || !beyond(presenter, pack).belowWalkAway) return null;
    return {
      worth: presenter.t.number(presenter.worth(pack)),
      walkAway: presenter.t.number(presenter.points(own.walkAway)),
    };
  };
}

/** The draft's worth in one line, where the whole reckoning is not beside it: on a phone where it stays in reach. */
function Brief({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const { own } = presenter.view;
  if (!own || presenter.me?.role === "mediator") return null;
  const values = {
    worth: presenter.t.number(presenter.worth(draft)),
    walkAway: presenter.t.number(presenter.points(own.walkAway)),
  };
  return (
    <p class="brief">
      <Message k="table.brief" v={values} />{" "}
      {isBeyond(beyond(presenter, draft)) && (
        <strong>
          <Message k="table.beyond" />
        </strong>
      )}
    </p>
  );
}

function PutForward({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const below = useBelow()(draft);
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
  const refuse = useBelow()(pack);
  const name = presenter.name(party);
  const { bound, left } = takeUpAnswers(presenter, pack);
  const names = (parties: readonly number[]): string => presenter.t.list(parties.map(presenter.name));
  const worth = presenter.t.number(presenter.worth(pack));
  return (
    <ActionButton
      action={{ kind: "take_up", of: presenter.party(party).id }}
      note={
        <>
          <Message k="table.take_up.worth" v={{ worth }} />{" "}
          {bound.length > 0 && <Message k="table.take_up.bound" v={{ bound: names(bound) }} />}{" "}
          {left.length > 0 ? (
            <Message k="table.take_up.left" v={{ left: names(left) }} />
          ) : (
            <Message k="table.take_up.nobody" />
          )}
        </>
      }
      sure={refuse && <Message k="table.sure.take_up" v={{ ...refuse, party: name }} />}
    >
      <Message
        k={presenter.party(party).role === "mediator" ? "table.take_up.text" : "table.take_up"}
        v={{ party: name }}
      />
    </ActionButton>
  );
}

function AskText() {
  const asks = textAsks(usePresenter());
  return (
    <ActionButton
      action={{ kind: "ask_text" }}
      note={asks && <Message k="table.ask_text.note" v={{ asked: asks.asked, needed: asks.needed, from: asks.from }} />}
    >
      <Message k="table.ask_text" />
    </ActionButton>
  );
}

/** The one thing that a party says in its turn. What it costs and what follows stands under each; walking out comes last. */
function StatementButtons({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const mediator = presenter.me?.role === "mediator";
  const stands = (presenter.view.parties[presenter.view.seat]?.standing ?? -1) >= 0;
  const others = offersOfOthers(presenter);
  return (
    <div class="deeds">
      <PutForward draft={draft} />
      {!mediator && others.map(({ party, pack }) => <TakeUp key={party} party={party} pack={pack} />)}
      {!mediator && <AskText />}
      <ActionButton action={{ kind: "pass" }} note={<Message k={stands ? "table.pass.note" : "table.pass.silent"} />}>
        <Message k="table.pass" />
      </ActionButton>
      {!mediator && (
        <ActionButton
          tone="grave"
          action={{ kind: "walk_out" }}
          note={<Message k={presenter.me?.needed ? "table.walk_out.needed" : "table.walk_out.note"} />}
          sure={<Message k="table.sure.walk_out" />}
        >
          <Message k="table.walk_out" />
        </ActionButton>
      )}
    </div>
  );
}

/** Everything that a seat may do in its turn: up to two asides, then one statement. */
export function Turn({ draft }: { draft: number }) {
  const mediator = usePresenter().me?.role === "mediator";
  return (
    <section class="turn" aria-labelledby="turn-title">
      <header class="turn-head">
        <h2 id="turn-title" tabIndex={-1}>
          <Message k="table.your_turn" />
        </h2>
        <p class="turn-note">
          <Message k={mediator ? "table.your_turn.mediator" : "table.your_turn.note"} />
        </p>
        <Brief draft={draft} />
      </header>
      <Asides draft={draft} />
      <Latest />
      <Rails draft={draft} />
      <StatementButtons draft={draft} />
    </section>
  );
}
