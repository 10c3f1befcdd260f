import type { ComponentChildren } from "preact";
import { ownSideOf, useDesk } from "../desk.tsx";
import { Term } from "../glossary/term.tsx";
import { Say } from "../parts/speaker.tsx";
import { standingOffers } from "./packages.ts";

interface Tick {
  readonly key: string;
  readonly at: number;
  readonly kind: "walk-away" | "target" | "offer" | "draft";
}

/** Worths on a line of 0 to 100. Decoration: the same figures stand beside it in words. */
function Scale({ ticks }: { ticks: readonly Tick[] }) {
  const cut = (at: number): number => Math.min(100, Math.max(0, at));
  return (
    <div class="scale" aria-hidden="true">
      {ticks.map(({ key, at, kind }) => (
        <span key={key} class={`tick tick-${kind}`} style={{ insetInlineStart: `${cut(at)}%` }} />
      ))}
    </div>
  );
}

function Figure({ kind, worth, children }: { kind: Tick["kind"]; worth: number; children: ComponentChildren }) {
  const { t } = useDesk();
  return (
    <div class={`figure figure-${kind}`}>
      <dt>{children}</dt>
      <dd>
        <bdi>{t.number(worth)}</bdi>
      </dd>
    </div>
  );
}

/** What a package is worth to the seat, against its walk-away, what it holds out for, and the offers on the table. */
export function WorthBar({ pack, label }: { pack: number; label: "draft" | "floor" }) {
  const desk = useDesk();
  const own = ownSideOf(desk);
  const mediator = desk.me?.role === "mediator";
  const walkAway = desk.points(own.walkAway);
  const target = desk.points(own.target);
  const offers = standingOffers(desk).filter(({ party }) => party !== desk.view.seat);
  const ticks: Tick[] = [
    ...(mediator
      ? []
      : [
          { key: "walk-away", at: walkAway, kind: "walk-away" } as const,
          { key: "target", at: target, kind: "target" } as const,
        ]),
    ...offers.map((offer) => ({ key: `o${offer.party}`, at: desk.worth(offer.pack), kind: "offer" }) as const),
    { key: "draft", at: desk.worth(pack), kind: "draft" },
  ];
  return (
    <div class="worth">
      <Scale ticks={ticks} />
      <dl>
        <Figure kind="draft" worth={desk.worth(pack)}>
          <Say k={label === "draft" ? "table.worth.draft" : "table.worth.floor"} />
        </Figure>
        {!mediator && (
          <>
            <Figure kind="walk-away" worth={walkAway}>
              <Term id="walk_away">
                <Say k="table.worth.walk_away" />
              </Term>
            </Figure>
            <Figure kind="target" worth={target}>
              <Term id="target">
                <Say k="table.worth.target" />
              </Term>
            </Figure>
          </>
        )}
        {offers.map(({ party, pack: theirs }) => (
          <Figure key={party} kind="offer" worth={desk.worth(theirs)}>
            <Say k="table.worth.offer" v={{ party: desk.name(party) }} />
          </Figure>
        ))}
      </dl>
    </div>
  );
}
