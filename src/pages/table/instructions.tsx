import { meets } from "../../bargaining/space.ts";
import { redLinesCrossed } from "../../bargaining/utility.ts";
import { ownWorth } from "../../tactics/believe.ts";
import { type Desk, ownSideOf, useDesk } from "../desk.tsx";
import { Say, useText } from "../parts/speaker.tsx";

/** What is wrong with a package in the eyes of the seat's own capital. Nothing is blocked by it. */
export interface Beyond {
  /** Red lines of its own that it crosses, by index. */
  readonly red: readonly number[];
  /** It is not what the position asks for. */
  readonly asks: boolean;
  /** It is worth less than what the position holds out for now. */
  readonly belowTarget: boolean;
  /** No deal would be better. */
  readonly belowWalkAway: boolean;
}

/** How far a package goes beyond the seat's instructions. */
export function beyond(desk: Desk, pack: number): Beyond {
  const own = ownSideOf(desk);
  const { space } = desk.view.rules;
  const { party, positions } = own.mandate;
  const worth = ownWorth(desk.view, own, pack);
  return {
    red: redLinesCrossed(party, space, pack),
    asks: !meets(space, positions[own.position]?.asks ?? [], pack),
    belowTarget: worth < own.target,
    belowWalkAway: party.role === "party" && worth < own.walkAway,
  };
}

/** Says where the draft leaves what the capital authorises, and how close it is to the others' offers. */
export function InstructionsNote({ pack }: { pack: number }) {
  const desk = useDesk();
  const text = useText();
  const own = ownSideOf(desk);
  const { red, asks, belowTarget, belowWalkAway } = beyond(desk, pack);
  const position = own.mandate.positions[own.position];
  const lines = own.mandate.party.redLines;
  const label = position ? text(position.label) : "";
  if (red.length === 0 && !asks && !belowTarget && !belowWalkAway) {
    return (
      <p class="advice">
        <Say k="table.within" v={{ position: label }} />
      </p>
    );
  }
  return (
    <div class="advice advice-beyond">
      <p>
        <strong>
          <Say k="table.beyond" />
        </strong>
      </p>
      <ul>
        {red.map((line) => (
          <li key={line}>
            <Say k="table.beyond.red" v={{ line: lines[line]?.title ? text(lines[line].title) : "" }} />
          </li>
        ))}
        {asks && (
          <li>
            <Say k="table.beyond.asks" v={{ position: label }} />
          </li>
        )}
        {belowWalkAway ? (
          <li>
            <Say k="table.beyond.walk_away" />
          </li>
        ) : (
          belowTarget && (
            <li>
              <Say k="table.beyond.target" v={{ target: desk.t.number(desk.points(own.target)) }} />
            </li>
          )
        )}
      </ul>
    </div>
  );
}
