import { ownSideOf, useDesk } from "../desk.tsx";
import { useNarrow } from "../parts/narrow.ts";
import { Say } from "../parts/speaker.tsx";
import { Entry } from "./entry.tsx";
import { type Level, Part } from "./part.tsx";

function Position({ index }: { index: number }) {
  const desk = useDesk();
  const own = ownSideOf(desk);
  const found = own.mandate.positions[index];
  if (!found) return null;
  const { label, asks, holdsAtLeast, grounds } = found;
  const now = index === own.position;
  return (
    <li value={index + 1} class={now ? "now" : ""} aria-current={now}>
      <Entry
        title={label}
        terms={asks}
        grounds={grounds}
        badge={
          now && (
            <span class="you">
              <Say k="mandate.now" />
            </span>
          )
        }
      >
        {holdsAtLeast !== null && <Say k="mandate.holds" v={{ worth: desk.t.number(desk.points(holdsAtLeast)) }} />}
      </Entry>
    </li>
  );
}

function PositionList({ of }: { of: readonly number[] }) {
  return (
    <ol class="positions">
      {of.map((index) => (
        <Position key={index} index={index} />
      ))}
    </ol>
  );
}

/** What the capital authorises, from the opening position on; on a phone first where the seat stands now. */
export function Positions({ level }: { level: Level }) {
  const { mandate, position } = ownSideOf(useDesk());
  const all = mandate.positions.map((_, index) => index);
  const folds = useNarrow() && all.length > 1;
  return (
    <Part k="mandate.positions" level={level} term="position">
      <p class="quiet">
        <Say k="mandate.positions.note" />
      </p>
      <PositionList of={folds ? [position] : all} />
      {folds && (
        <details class="fold">
          <summary>
            <Say k="mandate.positions.others" />
          </summary>
          <PositionList of={all.filter((index) => index !== position)} />
        </details>
      )}
    </Part>
  );
}

/** What the seat is not to sign. */
export function RedLines({ level }: { level: Level }) {
  const { redLines } = ownSideOf(useDesk()).mandate.party;
  if (redLines.length === 0) return null;
  return (
    <Part k="mandate.red_lines" level={level} term="red_line">
      <p class="quiet">
        <Say k="mandate.red_lines.note" />
      </p>
      <ul class="red-lines">
        {redLines.map(({ title, when, grounds }, index) => (
          <li key={index}>
            <Entry title={title} terms={when} grounds={grounds} />
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
    <Part k="mandate.levers" level={level} term="lever" later>
      <ul class="levers">
        {levers.map(({ id, title, on, cost, uses, grounds }) => (
          <li key={id}>
            <Entry title={title} grounds={grounds}>
              <Say k="mandate.lever" v={{ party: desk.name(on), cost: desk.t.number(desk.points(cost), 1), uses }} />
            </Entry>
          </li>
        ))}
      </ul>
    </Part>
  );
}
