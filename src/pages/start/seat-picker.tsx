import type { Facts, PartyFacts } from "../../table/view/facts.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { Message, Words } from "../parts/speaker.tsx";

/** Chosen when no seat is: the machines play, one looks on. */
export const NO_SEAT = "";

interface SeatPickerProps {
  readonly facts: Facts;
  readonly chosen: string;
  readonly onChoose: (party: string) => void;
}

function note({ role, needed }: PartyFacts) {
  if (role === "mediator") return "start.role.mediator" as const;
  return needed ? ("start.role.needed" as const) : null;
}

/** The seats at the table as one radio group. */
export function SeatPicker({ facts, chosen, onChoose }: SeatPickerProps) {
  const order = facts.protocol.order.flatMap((index) => facts.parties[index] ?? []);
  return (
    <fieldset id="seats" class="seats">
      <legend>
        <Message k="start.seat" />
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
              <PartyMarkIcon mark={party.mark} size="l" />
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
                    <Message k={said} />
                  </span>
                )}
              </span>
            </label>
          );
        })}
        <label class={chosen === NO_SEAT ? "seat seat-watch chosen" : "seat seat-watch"}>
          <input type="radio" name="seat" value="" checked={chosen === NO_SEAT} onChange={() => onChoose(NO_SEAT)} />
          <span class="seat-words">
            <span class="seat-name">
              <Message k="start.seat.watch" />
            </span>
            <span class="quiet">
              <Message k="start.seat.watch.note" />
            </span>
          </span>
        </label>
      </div>
    </fieldset>
  );
}
