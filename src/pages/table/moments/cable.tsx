import { TermsInWords } from "../../mandate/part.tsx";
import { ownSideOf, usePresenter } from "../../parts/presenter.tsx";
import { FactLine } from "../../parts/sources.tsx";
import { Message, useText, Words } from "../../parts/speaker.tsx";
import type { Interruption } from "./queue.ts";

export function CableTitle() {
  return <Message k="moment.cable" />;
}

/** A change of the seat's own position, as its capital tells it: to what, why, and what follows for what it asks. */
export function CableBody({ moment }: { moment: Interruption & { kind: "cable" } }) {
  const presenter = usePresenter();
  const text = useText();
  const { disclosed, facts, t, view } = presenter;
  const cable = disclosed.cable(view.seat, moment.from, moment.to);
  if (!cable) return null;
  const before = disclosed.position(view.seat, moment.from);
  const holds = ownSideOf(presenter).partyModel.positions[moment.to]?.holdsAtLeast ?? null;
  const { why, cite } = cable.grounds;
  return (
    <div class="cable">
      {before && (
        <p class="cable-was">
          <Message k="moment.cable.was" v={{ position: text(before) }} />
        </p>
      )}
      <p class="cable-now">
        <Message k="moment.cable.now" v={{ position: text(cable.label) }} />
      </p>
      {(why || cite.length > 0) && (
        <section>
          <h3>
            <Message k="moment.cable.why" />
          </h3>
          {why && (
            <p class="cable-why">
              <Words of={why} />
            </p>
          )}
          {cite.map((one) => (
            <p key={one} class="quiet">
              <FactLine cite={one} sources={facts.sources} />
            </p>
          ))}
        </section>
      )}
      {cable.asks.length > 0 && (
        <section>
          <h3>
            <Message k="moment.cable.asks" />
          </h3>
          <TermsInWords of={cable.asks} />
        </section>
      )}
      {holds !== null && (
        <p>
          <Message k="moment.cable.holds" v={{ worth: t.number(presenter.points(holds)) }} />
        </p>
      )}
    </div>
  );
}
