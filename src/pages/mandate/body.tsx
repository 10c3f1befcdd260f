import type { ComponentChildren } from "preact";
import { ownSideOf, usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { Levers, Positions, RedLines } from "./authority.tsx";
import { NotesForm } from "./notes.tsx";
import { Linkages, Options } from "./options.tsx";
import { type Level, MandatePart } from "./part.tsx";

function Interests({ level }: { level: Level }) {
  const presenter = usePresenter();
  const { interests } = ownSideOf(presenter).partyModel.party;
  if (interests.length === 0) return null;
  return (
    <MandatePart k="mandate.interests" level={level} term="interest">
      <ul class="interests">
        {interests.map(({ text, grounds }, index) => (
          <li key={index}>
            <Words of={text} /> <GroundsNote of={grounds} sources={presenter.facts.sources} />
          </li>
        ))}
      </ul>
    </MandatePart>
  );
}

function NoDeal({ level }: { level: Level }) {
  const presenter = usePresenter();
  const own = ownSideOf(presenter);
  const { walkAway, role } = own.partyModel.party;
  if (role === "mediator") return null;
  const drift = presenter.points(walkAway.driftPerRound);
  const drifts = drift === 0 ? "mandate.no_deal.steady" : drift < 0 ? "mandate.no_deal.falls" : "mandate.no_deal.rises";
  return (
    <MandatePart k="mandate.no_deal" level={level} term="batna">
      <p class="no-deal">
        <span class="no-deal-figure">
          <bdi>{presenter.t.number(presenter.points(own.walkAway))}</bdi>
        </span>
        <span>{walkAway.means ? <Words of={walkAway.means} /> : <Message k="mandate.no_deal.unsaid" />}</span>
      </p>
      <p class="quiet">
        <Message k="mandate.no_deal.note" />{" "}
        <Message k={drifts} v={{ drift: presenter.t.number(Math.abs(drift), 1) }} />
      </p>
      <GroundsNote of={walkAway.grounds} sources={presenter.facts.sources} />
    </MandatePart>
  );
}

/**
 * Everything that a seat's capital has told it: what is wanted and what is not to be signed; what each thing is worth; room for
 * notes. Where there is width for it the second stands beside the first, and the notes below the first.
 * @param rules stand at the end of the second
 */
export function MandateBody({ level, rules }: { level: Level; rules?: ComponentChildren }) {
  return (
    <div class="mandate-body">
      <div class="mandate-column">
        <Interests level={level} />
        <NoDeal level={level} />
        <Positions level={level} />
        <RedLines level={level} />
      </div>
      <div class="mandate-column mandate-worths">
        <Options level={level} />
        <Linkages level={level} />
        <Levers level={level} />
        {rules}
      </div>
      <NotesForm level={level} />
    </div>
  );
}
