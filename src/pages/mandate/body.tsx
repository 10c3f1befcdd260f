import type { ComponentChildren } from "preact";
import { ownSideOf, useDesk } from "../desk.tsx";
import { Grounds } from "../parts/grounds.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { Levers, Positions, RedLines } from "./authority.tsx";
import { NotesForm } from "./notes.tsx";
import { Linkages, Options } from "./options.tsx";
import { type Level, Part } from "./part.tsx";

function Interests({ level }: { level: Level }) {
  const desk = useDesk();
  const { interests } = ownSideOf(desk).mandate.party;
  if (interests.length === 0) return null;
  return (
    <Part k="mandate.interests" level={level} term="interest">
      <ul class="interests">
        {interests.map(({ text, grounds }, index) => (
          <li key={index}>
            <Words of={text} /> <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function NoDeal({ level }: { level: Level }) {
  const desk = useDesk();
  const own = ownSideOf(desk);
  const { walkAway, role } = own.mandate.party;
  if (role === "mediator") return null;
  const drift = desk.points(walkAway.driftPerRound);
  const drifts = drift === 0 ? "mandate.no_deal.steady" : drift < 0 ? "mandate.no_deal.falls" : "mandate.no_deal.rises";
  return (
    <Part k="mandate.no_deal" level={level} term="batna">
      <p class="no-deal">
        <span class="no-deal-figure">
          <bdi>{desk.t.number(desk.points(own.walkAway))}</bdi>
        </span>
        <span>{walkAway.means ? <Words of={walkAway.means} /> : <Say k="mandate.no_deal.unsaid" />}</span>
      </p>
      <p class="quiet">
        <Say k="mandate.no_deal.note" /> <Say k={drifts} v={{ drift: desk.t.number(Math.abs(drift), 1) }} />
      </p>
      <Grounds of={walkAway.grounds} sources={desk.facts.sources} />
    </Part>
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
