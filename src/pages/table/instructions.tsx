import { meets, optionIn } from "../../bargaining/space.ts";
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

/** Whether the capital would object at all. */
export function isBeyond({ red, asks, belowTarget, belowWalkAway }: Beyond): boolean {
  return red.length > 0 || asks || belowTarget || belowWalkAway;
}

/** What the seat's position asks for, issue by issue, where a package has something else. */
function unmet(desk: Desk, pack: number): { issue: string; options: string }[] {
  const own = ownSideOf(desk);
  const { space } = desk.view.rules;
  return (own.mandate.positions[own.position]?.asks ?? []).flatMap(({ issue, options }) =>
    options.includes(optionIn(space, pack, issue))
      ? []
      : [
          {
            issue: desk.issue(issue),
            options: options.map((option) => desk.option(issue, option)).join(desk.t.say("mandate.or")),
          },
        ],
  );
}

/** Says where the draft leaves what the capital authorises, and how close it is to the others' offers. */
export function InstructionsNote({ pack }: { pack: number }) {
  const desk = useDesk();
  const text = useText();
  const own = ownSideOf(desk);
  const found = beyond(desk, pack);
  const { red, belowTarget, belowWalkAway } = found;
  const position = own.mandate.positions[own.position];
  const lines = own.mandate.party.redLines;
  const label = position ? text(position.label) : "";
  if (!isBeyond(found)) {
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
        {unmet(desk, pack).map(({ issue, options }) => (
          <li key={issue}>
            <Say k="table.beyond.asks" v={{ position: label, issue, options }} />
          </li>
        ))}
        {belowWalkAway ? (
          <li>
            <Say k="table.beyond.walk_away" v={{ walkAway: desk.t.number(desk.points(own.walkAway)) }} />
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
