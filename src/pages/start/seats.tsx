import type { Facts, PartyFacts } from "../facts.ts";
import { Mark } from "../parts/mark.tsx";
import { Say, Words } from "../parts/speaker.tsx";

/** Chosen when no seat is: the machines play, one looks on. */
export const WATCH = "";

interface SeatsProps {
  readonly facts: Facts;
  readonly chosen: string;
  readonly onChoose: (party: string) => void;
}

function note({ role, needed }: PartyFacts) {
  if (role === "mediator") return "start.role.mediator" as const;
  return needed ? ("start.role.needed" as const) : null;
}

/** The seats at the table as one radio group. */
export function Seats({ facts, chosen, onChoose }: SeatsProps) {
  const order = facts.protocol.order.flatMap((index) => facts.parties[index] ?? []);
  return (
    <fieldset id="seats" class="seats">
      <legend>
        <Say k="start.seat" />
      </legend>
      <div class="seat-cards">
        {order.map((party) => {
          const said = note(party);
          return (
            <label key={party.id} class={party.id === chosen ? "seat chosen" : "seat"}>
              <input
                type="radio"
                name="seat"
                value={party.id}
                checked={party.id === chosen}
                onChange={() => onChoose(party.id)}
              />
              <Mark mark={party.mark} size="l" />
              <span class="seat-words">
                <span class="seat-name">
                  <Words of={party.name} />
                </span>
                {party.delegate && (
                  <span class="quiet">
                    <Words of={party.delegate} />
                  </span>
                )}
                {said && (
                  <span class="quiet">
                    <Say k={said} />
                  </span>
                )}
              </span>
            </label>
          );
        })}
        <label class={chosen === WATCH ? "seat seat-watch chosen" : "seat seat-watch"}>
          <input type="radio" name="seat" value="" checked={chosen === WATCH} onChange={() => onChoose(WATCH)} />
          <span class="seat-words">
            <span class="seat-name">
              <Say k="start.seat.watch" />
            </span>
            <span class="quiet">
              <Say k="start.seat.watch.note" />
            </span>
          </span>
        </label>
      </div>
    </fieldset>
  );
}
