import { ownResult } from "../../tactics/appraise.ts";
import { NamedParty } from "../parts/named-party.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { betterForAll, signedBelow, zoneAtTheEnd } from "./outcome.ts";

/** Against the target that the person had noted down beforehand. */
function AgainstTarget({ worth }: { worth: number }) {
  const { notes, t } = usePresenter();
  const { target } = notes;
  if (target === undefined) return null;
  const by = worth - target;
  return (
    <p>
      <Message
        k={by >= 0 ? "result.target.met" : "result.target.missed"}
        v={{ target: t.number(target), by: t.number(Math.abs(by)) }}
      />
    </p>
  );
}

/** The result in one sentence, and the figure behind it. */
function OwnVerdict() {
  const presenter = usePresenter();
  const { view, t, me } = presenter;
  const { own } = view;
  if (!own || !me || me.role === "mediator") return null;
  const worth = presenter.points(ownResult(view, own));
  const walkAway = presenter.points(own.walkAway);
  const better = worth - walkAway;
  // Of the figures as they are shown: whoever subtracts one from the other finds the same.
  const by = Math.abs(Math.round(worth) - Math.round(walkAway));
  const k = view.signed < 0 ? "result.no_deal" : better >= 0 ? "result.better" : "result.worse";
  return (
    <div class="verdict">
      <span class="verdict-figure">
        <bdi>{t.number(worth)}</bdi>
      </span>
      <div>
        <p>
          <Message k={k} v={{ walkAway: t.number(walkAway), by: t.number(by) }} />
        </p>
        <AgainstTarget worth={worth} />
      </div>
    </div>
  );
}

/** Without a text: whether one was to be had. */
function Missed() {
  const presenter = usePresenter();
  const { view, t, me } = presenter;
  const zone = zoneAtTheEnd(view, presenter.facts.scale);
  if (zone.length === 0) {
    return (
      <p>
        <Message k="result.nothing_missed" />
      </p>
    );
  }
  const { own } = view;
  const best =
    own && me?.role === "party" ? Math.max(...zone.map((pack) => own.partyModel.worth[pack] as number)) : null;
  return (
    <p class="finding">
      <strong>
        <Message k="result.missed" />
      </strong>{" "}
      <Message k="result.missed.zone" v={{ count: zone.length }} />{" "}
      {best !== null && <Message k="result.missed.best" v={{ best: t.number(presenter.points(best)) }} />}
    </p>
  );
}

/** With a text: whether anyone signed what was worse than nothing, and whether there was more to be had for all. */
function Signed() {
  const presenter = usePresenter();
  const { view, t } = presenter;
  const below = signedBelow(view, presenter.facts.scale);
  const more = betterForAll(view, presenter.facts.scale).length;
  return (
    <>
      {below.length > 0 && (
        <p class="finding">
          <strong>
            <Message k="result.trap" />
          </strong>{" "}
          <Message k="result.trap.who" v={{ parties: t.list(below.map(presenter.name)) }} />
        </p>
      )}
      <p>
        <Message k="result.more" v={{ count: more }} />
      </p>
    </>
  );
}

/** What it came to for the one who looks, and what it says of the deal that was made or missed. */
export function VerdictCard() {
  const { view } = usePresenter();
  return (
    <>
      <OwnVerdict />
      {view.signed >= 0 ? <Signed /> : <Missed />}
    </>
  );
}

/** What the end was worth to each party, now that all is open. */
export function SidesTable() {
  const presenter = usePresenter();
  const { view, t } = presenter;
  return (
    <table class="sides">
      <caption class="hidden">
        <Message k="result.sides" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Message k="result.party" />
          </th>
          <th scope="col">
            <Message k="result.worth" />
          </th>
          <th scope="col">
            <Message k="table.worth.walk_away" />
          </th>
          <th scope="col">
            <Message k="result.position" />
          </th>
        </tr>
      </thead>
      <tbody>
        {view.sides.map((side) => {
          const { index, party, positions } = side.partyModel;
          const label = positions[side.position]?.label;
          return (
            <tr key={party.id} class={index === view.seat ? "mine" : ""}>
              <th scope="row">
                <NamedParty party={party} />
              </th>
              <td class="number">
                {view.signed < 0 && party.role === "mediator" ? (
                  "–"
                ) : (
                  <bdi>{t.number(presenter.points(ownResult(view, side)))}</bdi>
                )}
              </td>
              <td class="number">
                {party.role === "mediator" ? "–" : <bdi>{t.number(presenter.points(side.walkAway))}</bdi>}
              </td>
              <td>{label && <Words of={label} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
