import { ownSideOf, usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { type Level, MandateItem, MandatePart } from "./part.tsx";

function Position({ index }: { index: number }) {
  const presenter = usePresenter();
  const own = ownSideOf(presenter);
  const found = own.partyModel.positions[index];
  if (!found) return null;
  const { label, asks, holdsAtLeast, grounds } = found;
  const now = index === own.position;
  return (
    <li value={index + 1} class={now ? "now" : ""} aria-current={now}>
      <MandateItem
        title={label}
        terms={asks}
        grounds={grounds}
        badge={
          now && (
            <span class="you">
              <Message k="mandate.now" />
            </span>
          )
        }
      >
        {holdsAtLeast !== null && (
          <Message k="mandate.holds" v={{ worth: presenter.t.number(presenter.points(holdsAtLeast)) }} />
        )}
      </MandateItem>
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
  const { partyModel: mandate, position } = ownSideOf(usePresenter());
  const all = mandate.positions.map((_, index) => index);
  const folds = useNarrow() && all.length > 1;
  return (
    <MandatePart k="mandate.positions" level={level} term="position">
      <p class="quiet">
        <Message k="mandate.positions.note" />
      </p>
      <PositionList of={folds ? [position] : all} />
      {folds && (
        <details class="fold">
          <summary>
            <Message k="mandate.positions.others" />
          </summary>
          <PositionList of={all.filter((index) => index !== position)} />
        </details>
      )}
    </MandatePart>
  );
}

/** What the seat is not to sign. */
export function RedLines({ level }: { level: Level }) {
  const { redLines } = ownSideOf(usePresenter()).partyModel.party;
  if (redLines.length === 0) return null;
  return (
    <MandatePart k="mandate.red_lines" level={level} term="red_line">
      <p class="quiet">
        <Message k="mandate.red_lines.note" />
      </p>
      <ul class="red-lines">
        {redLines.map(({ title, when, grounds }, index) => (
          <li key={index}>
            <MandateItem title={title} terms={when} grounds={grounds} />
          </li>
        ))}
      </ul>
    </MandatePart>
  );
}

/** What the seat can press others with. */
export function Levers({ level }: { level: Level }) {
  const presenter = usePresenter();
  const { levers } = ownSideOf(presenter).partyModel.party;
  if (levers.length === 0) return null;
  return (
    <MandatePart k="mandate.levers" level={level} term="lever" later>
      <ul class="levers">
        {levers.map(({ id, title, on, cost, uses, grounds }) => (
          <li key={id}>
            <MandateItem title={title} grounds={grounds}>
              <Message
                k="mandate.lever"
                v={{ party: presenter.name(on), cost: presenter.t.number(presenter.points(cost), 1), uses }}
              />
            </MandateItem>
          </li>
        ))}
      </ul>
    </MandatePart>
  );
}
