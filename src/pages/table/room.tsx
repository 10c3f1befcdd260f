import { at } from "../../exact/at.ts";
import { textIn } from "../../scenario/types.ts";
import type { PartyFacts } from "../../table/view/facts.ts";
import type { PartyInPublic } from "../../table/view/party-in-public.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";

/** Where a delegation sits: at one of the two ends of the table, so many half rows down. */
interface Place {
  readonly end: "start" | "end";
  readonly halfRow: number;
}

/**
 * The places round the table in the order of turns, row by row, so that the first two face each other. With an odd number the
 * end that has one less is set half a row in.
 */
export function placesRound(parties: number): Place[] {
  return Array.from({ length: parties }, (_, turn) => ({
    end: turn % 2 === 0 ? "start" : "end",
    halfRow: 2 * Math.floor(turn / 2) + (turn % 2) * (parties % 2),
  }));
}

/** How far trust must have gone from the middle, 0–1, before it is worth a word. */
const WORTH_A_WORD = 0.1;

/** The word for how far one's own side trusts another; null where there is none to say. */
function trustWord(trust: number | null): "warm" | "cold" | null {
  if (trust === null || Math.abs(trust - 0.5) < WORTH_A_WORD) return null;
  return trust > 0.5 ? "warm" : "cold";
}

/** What the table knows of a party besides, in a few words: how much it is pushed, and what ties it. */
function notesOn({ facts, view, t }: Presenter, known: PartyInPublic): string {
  const trust = trustWord(view.own && known.index !== view.seat ? at(view.own.trust, known.index) : null);
  const bound = known.commitments.flatMap((option, issue) => {
    const found = option >= 0 ? facts.issues[issue]?.options[option] : undefined;
    return found ? [t.shown(textIn(found.title, t.language))] : [];
  });
  return [
    ...(known.pressure === "none" ? [] : [t.say(`pressure.${known.pressure}`)]),
    ...(trust ? [t.say(`trust.${trust}`)] : []),
    ...(known.askedText ? [t.say("table.asked_text")] : []),
    ...(bound.length > 0 ? [t.say("table.committed", { options: t.list(bound) })] : []),
  ].join(" · ");
}

function Delegation({ party, place }: { party: PartyFacts; place: Place }) {
  const presenter = usePresenter();
  const { view, disclosed } = presenter;
  const known = view.parties[party.index];
  if (!known) return null;
  const position = known.position >= 0 ? disclosed.position(party.index, known.position) : null;
  const mine = party.index === view.seat;
  const notes = notesOn(presenter, known);
  const classes = [
    "delegation",
    `seat-${place.end}`,
    `hue-${party.mark.colour}`,
    mine ? "mine" : "",
    view.mover === party.index ? "speaking" : "",
    known.gone ? "gone" : "",
  ];
  return (
    <li class={classes.join(" ").replace(/ +/g, " ").trim()} style={{ "--half-row": place.halfRow }}>
      <PartyMarkIcon mark={party.mark} size="l" />
      <div class="delegation-body">
        <h3>
          <Words of={party.name} />{" "}
          {mine && (
            <span class="you">
              <Message k="record.you" />
            </span>
          )}
          {party.needed && (
            <span class="needed" title={presenter.t.say("start.role.needed")}>
              <Message k="table.needed" />
            </span>
          )}
        </h3>
        <div class="delegation-says">
          <p class="delegation-position">
            {known.gone ? (
              <Message k="table.gone" />
            ) : position ? (
              <Words of={position} />
            ) : (
              <span class="quiet">
                <Message k="table.silent" />
              </span>
            )}
          </p>
          {notes !== "" && (
            <p class="delegation-notes" title={notes}>
              {notes}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}

/**
 * The room: the table from above with the delegations round it, what each last announced, and how much it is pushed. Every word
 * stands here; the table, its papers and the chairs are drawn by the stage at the places that are laid out here.
 */
export function Room() {
  const { facts } = usePresenter();
  const { order } = facts.protocol;
  const places = placesRound(order.length);
  const rows = Math.ceil(order.length / 2);
  return (
    <section class="room" aria-labelledby="room-title" data-rows={rows} style={{ "--rows": rows }}>
      <h2 id="room-title" class="hidden">
        <Message k="table.delegations" />
      </h2>
      <ul>
        {order.map((index, turn) => {
          const party = facts.parties[index];
          const place = places[turn];
          return party && place && <Delegation key={party.id} party={party} place={place} />;
        })}
      </ul>
      <div class="room-table" aria-hidden="true" />
    </section>
  );
}
