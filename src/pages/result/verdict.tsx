import type { ComponentChildren } from "preact";
import { at } from "../../exact/at.ts";
import { equalWithin } from "../../exact/tolerance.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import type { View } from "../../table/view/view.ts";
import { ownResult } from "../../tactics/appraise.ts";
import type { PossibleRun } from "../futures/was-possible.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { ColumnHeads, NamedParty } from "../parts/tables.tsx";
import type { EndedPlay } from "../store/shown-play.ts";

/** Against the target that the player had noted down beforehand. */
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
  // Of the figures as they are shown: a player who subtracts one from the other finds the same.
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

/** Voters that put their name to a text worth less to them than no deal, by index. */
export function signedBelow(view: View, sides: readonly OwnSide[], scale: number): number[] {
  const last = view.log.findLast((line) => line.kind === "answers" && line.signed);
  if (last?.kind !== "answers") return [];
  const signers = [last.by, ...last.answers.flatMap(({ party, accepts }) => (accepts ? [party] : []))];
  return signers.filter((party) => {
    if (!view.rules.voters.includes(party)) return false;
    const { partyModel, walkAway } = at(sides, party);
    return at(partyModel.worth, view.signed) < walkAway - equalWithin(scale);
  });
}

interface DealProps {
  readonly ended: EndedPlay;
  readonly of: PossibleRun;
}

/** Keeps the place of a sentence for which the worker is still at work. */
function Awaited({ children }: { children: ComponentChildren }) {
  return (
    <p class="awaited" aria-busy="true">
      {children}
    </p>
  );
}

/** Without a text: whether one was to be had. */
function Missed({ of: { found, waiting } }: DealProps) {
  const presenter = usePresenter();
  const { view, t, me } = presenter;
  const best = (worth: number) => <Message k="result.missed.best" v={{ best: t.number(presenter.points(worth)) }} />;
  const own = me?.role === "party" ? view.own : null;
  if (!found) {
    return waiting ? (
      <Awaited>
        <Message k="result.missed" /> <Message k="result.missed.zone" v={{ count: 100 }} /> {own && best(own.top)}
      </Awaited>
    ) : null;
  }
  if (found.zoneSize === 0) {
    return (
      <p>
        <Message k="result.nothing_missed" />
      </p>
    );
  }
  return (
    <p class="finding">
      <strong>
        <Message k="result.missed" />
      </strong>{" "}
      <Message k="result.missed.zone" v={{ count: found.zoneSize }} />{" "}
      {own && best(at(found.bestInZone, own.partyModel.index))}
    </p>
  );
}

/** With a text: whether anyone signed what was worse than nothing, and whether there was more to be had for all. */
function Signed({ ended, of: { found, waiting } }: DealProps) {
  const presenter = usePresenter();
  const { view, t } = presenter;
  const below = signedBelow(view, ended.sides, presenter.facts.scale);
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
      {found && (
        <p>
          <Message k="result.more" v={{ count: found.better }} />
        </p>
      )}
      {waiting && (
        <Awaited>
          <Message k="result.more" v={{ count: 0 }} />
        </Awaited>
      )}
    </>
  );
}

/** What it came to for the player, and what it says of the deal that was made or missed. */
export function VerdictCard(deal: DealProps) {
  const { view } = usePresenter();
  return (
    <>
      <OwnVerdict />
      {view.signed >= 0 ? <Signed {...deal} /> : <Missed {...deal} />}
    </>
  );
}

/** What the end was worth to each party, now that all is open. */
export function SidesTable({ sides }: { sides: readonly OwnSide[] }) {
  const presenter = usePresenter();
  const { view, t } = presenter;
  return (
    <table class="sides">
      <caption class="hidden">
        <Message k="result.sides" />
      </caption>
      <thead>
        <tr>
          <ColumnHeads keys={["result.party", "result.worth", "table.worth.walk_away", "result.position"]} />
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => {
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
