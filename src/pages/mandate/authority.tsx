import { ownSideOf, useDesk } from "../desk.tsx";
import { Grounds } from "../parts/grounds.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { type Level, Part, TermsInWords } from "./part.tsx";

/** What the capital authorises, from the opening position on. */
export function Positions({ level }: { level: Level }) {
  const desk = useDesk();
  const own = ownSideOf(desk);
  return (
    <Part k="mandate.positions" level={level} term="position">
      <p class="quiet">
        <Say k="mandate.positions.note" />
      </p>
      <ol class="positions">
        {own.mandate.positions.map(({ id, label, asks, holdsAtLeast, grounds }, index) => (
          <li key={id} class={index === own.position ? "now" : ""} aria-current={index === own.position}>
            <strong>
              <Words of={label} />
            </strong>
            {index === own.position && (
              <span class="you">
                <Say k="mandate.now" />
              </span>
            )}
            {asks.length > 0 && <TermsInWords of={asks} />}
            {holdsAtLeast !== null && (
              <p class="quiet">
                <Say k="mandate.holds" v={{ worth: desk.t.number(desk.points(holdsAtLeast)) }} />
              </p>
            )}
            <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** What the seat is not to sign. */
export function RedLines({ level }: { level: Level }) {
  const desk = useDesk();
  const { redLines } = ownSideOf(desk).mandate.party;
  if (redLines.length === 0) return null;
  return (
    <Part k="mandate.red_lines" level={level} term="red_line">
      <p class="quiet">
        <Say k="mandate.red_lines.note" />
      </p>
      <ul class="red-lines">
        {redLines.map(({ title, when, grounds }, index) => (
          <li key={index}>
            {title && (
              <strong>
                <Words of={title} />
              </strong>
            )}
            <TermsInWords of={when} />
            <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What the seat can press others with. */
export function Levers({ level }: { level: Level }) {
  const desk = useDesk();
  const { levers } = ownSideOf(desk).mandate.party;
  if (levers.length === 0) return null;
  return (
    <Part k="mandate.levers" level={level} term="lever">
      <ul class="levers">
        {levers.map(({ id, title, on, cost, uses, grounds }) => (
          <li key={id}>
            <strong>
              <Words of={title} />
            </strong>
            <p class="quiet">
              <Say k="mandate.lever" v={{ party: desk.name(on), cost: desk.t.number(desk.points(cost), 1), uses }} />
            </p>
            <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
