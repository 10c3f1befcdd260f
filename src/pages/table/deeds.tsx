import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { answering, textAsks } from "./asks.ts";
import { DeedButton } from "./deed-button.tsx";
import { beyond, isBeyond } from "./instructions.tsx";
import { idsOf, standingOffers } from "./packages.ts";

/** Said before a package below the walk-away is put forward; null where there is nothing to ask. */
function useBelow(): (pack: number) => { worth: string; walkAway: string } | null {
  const desk = useDesk();
  return (pack) => {
    const { own } = desk.view;
    if (!own || !beyond(desk, pack).belowWalkAway) return null;
    return { worth: desk.t.number(desk.worth(pack)), walkAway: desk.t.number(desk.points(own.walkAway)) };
  };
}

/** The draft's worth in one line, where the whole reckoning is not beside it: on a phone where it stays in reach. */
export function Brief({ draft }: { draft: number }) {
  const desk = useDesk();
  const { own } = desk.view;
  if (!own || desk.me?.role === "mediator") return null;
  const values = { worth: desk.t.number(desk.worth(draft)), walkAway: desk.t.number(desk.points(own.walkAway)) };
  return (
    <p class="brief">
      <Say k="table.brief" v={values} />{" "}
      {isBeyond(beyond(desk, draft)) && (
        <strong>
          <Say k="table.beyond" />
        </strong>
      )}
    </p>
  );
}

function PutForward({ draft }: { draft: number }) {
  const desk = useDesk();
  const below = useBelow()(draft);
  const mediator = desk.me?.role === "mediator";
  const same = !mediator && desk.view.parties[desk.view.seat]?.standing === draft;
  const note = mediator ? "table.text.note" : same ? "table.offer.same" : "table.offer.note";
  return (
    <div class="deed-lead">
      <Brief draft={draft} />
      <DeedButton
        tone="first"
        action={{ kind: mediator ? "text" : "offer", package: idsOf(desk, draft) }}
        note={<Say k={note} />}
        sure={below && <Say k="table.sure.offer" v={below} />}
      >
        <Say k={mediator ? "table.text" : "table.offer"} />
      </DeedButton>
    </div>
  );
}

/** Taking up the offer of one party: what it is worth, whom it binds and who must still answer. */
function TakeUp({ party, pack }: { party: number; pack: number }) {
  const desk = useDesk();
  const refuse = useBelow()(pack);
  const name = desk.name(party);
  const { bound, left } = answering(desk, pack);
  const names = (parties: readonly number[]): string => desk.t.list(parties.map(desk.name));
  const worth = desk.t.number(desk.worth(pack));
  return (
    <DeedButton
      action={{ kind: "take_up", of: desk.party(party).id }}
      note={
        <>
          <Say k="table.take_up.worth" v={{ worth }} />{" "}
          {bound.length > 0 && <Say k="table.take_up.bound" v={{ bound: names(bound) }} />}{" "}
          {left.length > 0 ? (
            <Say k="table.take_up.left" v={{ left: names(left) }} />
          ) : (
            <Say k="table.take_up.nobody" />
          )}
        </>
      }
      sure={refuse && <Say k="table.sure.take_up" v={{ ...refuse, party: name }} />}
    >
      <Say k={desk.party(party).role === "mediator" ? "table.take_up.text" : "table.take_up"} v={{ party: name }} />
    </DeedButton>
  );
}

function AskText() {
  const asks = textAsks(useDesk());
  return (
    <DeedButton
      action={{ kind: "ask_text" }}
      note={asks && <Say k="table.ask_text.note" v={{ asked: asks.asked, needed: asks.needed, from: asks.from }} />}
    >
      <Say k="table.ask_text" />
    </DeedButton>
  );
}

/** The one thing that a party says in its turn. What it costs and what follows stands under each; walking out comes last. */
export function Deeds({ draft }: { draft: number }) {
  const desk = useDesk();
  const mediator = desk.me?.role === "mediator";
  const stands = (desk.view.parties[desk.view.seat]?.standing ?? -1) >= 0;
  const others = standingOffers(desk).filter(({ party }) => party !== desk.view.seat);
  return (
    <div class="deeds">
      <PutForward draft={draft} />
      {!mediator && others.map(({ party, pack }) => <TakeUp key={party} party={party} pack={pack} />)}
      {!mediator && <AskText />}
      <DeedButton action={{ kind: "pass" }} note={<Say k={stands ? "table.pass.note" : "table.pass.silent"} />}>
        <Say k="table.pass" />
      </DeedButton>
      {!mediator && (
        <DeedButton
          tone="grave"
          action={{ kind: "walk_out" }}
          note={<Say k={desk.me?.needed ? "table.walk_out.needed" : "table.walk_out.note"} />}
          sure={<Say k="table.sure.walk_out" />}
        >
          <Say k="table.walk_out" />
        </DeedButton>
      )}
    </div>
  );
}
