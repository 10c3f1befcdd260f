import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { Asides } from "./asides.tsx";
import { DeedButton } from "./deed-button.tsx";
import { beyond } from "./instructions.tsx";
import { Latest } from "./latest.tsx";
import { idsOf, standingOffers, stepsApart } from "./packages.ts";
import { Rails } from "./rails.tsx";

/** Said before a package below the walk-away is put forward; null where there is nothing to ask. */
function useBelow(): (pack: number) => { worth: string; walkAway: string } | null {
  const desk = useDesk();
  return (pack) => {
    const { own } = desk.view;
    if (!own || !beyond(desk, pack).belowWalkAway) return null;
    return { worth: desk.t.number(desk.worth(pack)), walkAway: desk.t.number(desk.points(own.walkAway)) };
  };
}

function PutForward({ draft }: { draft: number }) {
  const desk = useDesk();
  const below = useBelow()(draft);
  const mediator = desk.me?.role === "mediator";
  const same = !mediator && desk.view.parties[desk.view.seat]?.standing === draft;
  const note = mediator ? "table.text.note" : same ? "table.offer.same" : "table.offer.note";
  return (
    <DeedButton
      tone="first"
      action={{ kind: mediator ? "text" : "offer", package: idsOf(desk, draft) }}
      note={<Say k={note} />}
      sure={below && <Say k="table.sure.offer" v={below} />}
    >
      <Say k={mediator ? "table.text" : "table.offer"} />
    </DeedButton>
  );
}

function TakeUps({ draft }: { draft: number }) {
  const desk = useDesk();
  const below = useBelow();
  const others = standingOffers(desk).filter(({ party }) => party !== desk.view.seat);
  return (
    <>
      {others.map(({ party, pack }) => {
        const refuse = below(pack);
        const name = desk.name(party);
        const values = {
          worth: desk.t.number(desk.worth(pack)),
          steps: stepsApart(desk, draft, pack),
        };
        return (
          <DeedButton
            key={party}
            action={{ kind: "take_up", of: desk.party(party).id }}
            note={<Say k="table.take_up.note" v={values} />}
            sure={refuse && <Say k="table.sure.take_up" v={{ ...refuse, party: name }} />}
          >
            <Say
              k={desk.party(party).role === "mediator" ? "table.take_up.text" : "table.take_up"}
              v={{ party: name }}
            />
          </DeedButton>
        );
      })}
    </>
  );
}

/** Everything that a seat may do in its turn: up to two asides, then one statement. */
export function Turn({ draft }: { draft: number }) {
  const desk = useDesk();
  const mediator = desk.me?.role === "mediator";
  const stands = (desk.view.parties[desk.view.seat]?.standing ?? -1) >= 0;
  return (
    <section class="turn" aria-labelledby="turn-title">
      <header class="turn-head">
        <h2 id="turn-title" tabIndex={-1}>
          <Say k="table.your_turn" />
        </h2>
        <p class="turn-note">
          <Say k={mediator ? "table.your_turn.mediator" : "table.your_turn.note"} />
        </p>
      </header>
      <Latest />
      <Rails draft={draft} quiet />
      <div class="deeds">
        <PutForward draft={draft} />
        {!mediator && (
          <>
            <TakeUps draft={draft} />
            <DeedButton action={{ kind: "ask_text" }} note={<Say k="table.ask_text.note" />}>
              <Say k="table.ask_text" />
            </DeedButton>
          </>
        )}
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
      <Asides draft={draft} />
    </section>
  );
}
