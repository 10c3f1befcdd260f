import { meets, optionIn } from "../../bargaining/space.ts";
import { redLinesCrossed } from "../../bargaining/utility.ts";
import { ownWorth } from "../../tactics/appraise.ts";
import { ownSideOf, type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";

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
export function beyond(presenter: Presenter, pack: number): Beyond {
  const own = ownSideOf(presenter);
  const { space } = presenter.view.rules;
  const { party, positions } = own.partyModel;
  const worth = ownWorth(presenter.view, own, pack);
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
function unmet(presenter: Presenter, pack: number): { issue: string; options: string }[] {
  const own = ownSideOf(presenter);
  const { space } = presenter.view.rules;
  return (own.partyModel.positions[own.position]?.asks ?? []).flatMap(({ issue, options }) =>
    options.includes(optionIn(space, pack, issue))
      ? []
      : [
          {
            issue: presenter.issue(issue),
            options: options.map((option) => presenter.option(issue, option)).join(presenter.t.say("mandate.or")),
          },
        ],
  );
}

/** Says where the draft leaves what the capital authorises, and how close it is to the others' offers. */
export function InstructionsNote({ pack }: { pack: number }) {
  const presenter = usePresenter();
  const text = useText();
  const own = ownSideOf(presenter);
  const found = beyond(presenter, pack);
  const { red, belowTarget, belowWalkAway } = found;
  const position = own.partyModel.positions[own.position];
  const lines = own.partyModel.party.redLines;
  const label = position ? text(position.label) : "";
  if (!isBeyond(found)) {
    return (
      <p class="advice">
        <Message k="table.within" v={{ position: label }} />
      </p>
    );
  }
  return (
    <div class="advice advice-beyond">
      <p>
        <strong>
          <Message k="table.beyond" />
        </strong>
      </p>
      <ul>
        {red.map((line) => (
          <li key={line}>
            <Message k="table.beyond.red" v={{ line: lines[line]?.title ? text(lines[line].title) : "" }} />
          </li>
        ))}
        {unmet(presenter, pack).map(({ issue, options }) => (
          <li key={issue}>
            <Message k="table.beyond.asks" v={{ position: label, issue, options }} />
          </li>
        ))}
        {belowWalkAway ? (
          <li>
            <Message k="table.beyond.walk_away" v={{ walkAway: presenter.t.number(presenter.points(own.walkAway)) }} />
          </li>
        ) : (
          belowTarget && (
            <li>
              <Message k="table.beyond.target" v={{ target: presenter.t.number(presenter.points(own.target)) }} />
            </li>
          )
        )}
      </ul>
    </div>
  );
}
