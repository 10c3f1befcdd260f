import type { ComponentChildren } from "preact";
import { Term } from "../guide/term.tsx";
import { offersOfOthers, ownSideOf, usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";

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
  const { t } = usePresenter();
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
  const presenter = usePresenter();
  const own = ownSideOf(presenter);
  const mediator = presenter.me?.role === "mediator";
  const walkAway = presenter.points(own.walkAway);
  const target = presenter.points(own.target);
  const offers = offersOfOthers(presenter);
  const ticks: Tick[] = [
    ...(mediator
      ? []
      : [
          { key: "walk-away", at: walkAway, kind: "walk-away" } as const,
          { key: "target", at: target, kind: "target" } as const,
        ]),
    ...offers.map((offer) => ({ key: `o${offer.party}`, at: presenter.worth(offer.pack), kind: "offer" }) as const),
    { key: "draft", at: presenter.worth(pack), kind: "draft" },
  ];
  return (
    <div class="worth">
      <Scale ticks={ticks} />
      <dl>
        <Figure kind="draft" worth={presenter.worth(pack)}>
          <Message k={label === "draft" ? "table.worth.draft" : "table.worth.floor"} />
        </Figure>
        {!mediator && (
          <>
            <Figure kind="walk-away" worth={walkAway}>
              <Term id="walk_away">
                <Message k="table.worth.walk_away" />
              </Term>
            </Figure>
            <Figure kind="target" worth={target}>
              <Term id="target">
                <Message k="table.worth.target" />
              </Term>
            </Figure>
          </>
        )}
        {offers.map(({ party, pack: theirs }) => (
          <Figure key={party} kind="offer" worth={presenter.worth(theirs)}>
            <Message k="table.worth.offer" v={{ party: presenter.name(party) }} />
          </Figure>
        ))}
      </dl>
    </div>
  );
}
