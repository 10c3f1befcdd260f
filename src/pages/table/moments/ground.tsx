import { optionIn, type Space } from "../../../bargaining/space.ts";
import { PartyMarkIcon } from "../../parts/party-mark.tsx";
import { type Presenter, usePresenter } from "../../parts/presenter.tsx";
import { Message } from "../../parts/speaker.tsx";
import type { Interruption } from "./queue.ts";

/** Steps between neighbouring options that two packages lie apart, over all issues. */
function stepsApart(space: Space, one: number, other: number): number {
  return space.sizes.reduce(
    (steps, _, issue) => steps + Math.abs(optionIn(space, one, issue) - optionIn(space, other, issue)),
    0,
  );
}

/** How far two parties lie apart since one of them has moved, and how far they did before. */
interface Distance {
  readonly mover: number;
  readonly other: number;
  readonly now: number;
  /** null: the mover had nothing on the table. */
  readonly before: number | null;
}

/** Between the mover and the seat; where the seat moved itself or only looks on, between the mover and everyone with an offer. */
function distances({ view }: Presenter, { statement, before }: Interruption & { kind: "vote" }): Distance[] {
  if (!statement || statement.package < 0) return [];
  const { space, voters } = view.rules;
  const { party: mover, package: pack } = statement;
  const stood = (party: number): number => before[party] ?? -1;
  const concerned = mover === view.seat || !voters.includes(view.seat) ? voters : [view.seat];
  return concerned.flatMap((other) => {
    if (other === mover || stood(other) < 0) return [];
    const past = stood(mover);
    return [
      {
        mover,
        other,
        now: stepsApart(space, pack, stood(other)),
        before: past < 0 ? null : stepsApart(space, past, stood(other)),
      },
    ];
  });
}

/** In which direction the distance went, in words. */
function Change({ now, before }: Distance) {
  if (before === null) return null;
  const by = Math.abs(now - before);
  const k = now < before ? "moment.ground.closer" : now > before ? "moment.ground.further" : "moment.ground.same";
  return (
    <span class={now < before ? "plus" : now > before ? "minus" : "quiet"}>
      <Message k={k} v={{ by }} />
    </span>
  );
}

function Track({ distance, span }: { distance: Distance; span: number }) {
  const { party, view } = usePresenter();
  const { mover, other, now, before } = distance;
  const [here, there] = mover === view.seat ? [mover, other] : [other, mover];
  const share = (steps: number): number => Math.min(1, steps / Math.max(1, span));
  return (
    <span class="ground-track" style={{ "--now": share(now), "--before": share(before ?? now) }} aria-hidden="true">
      <PartyMarkIcon mark={party(here).mark} size="s" />
      <span class="ground-gap" />
      <PartyMarkIcon mark={party(there).mark} size="s" />
    </span>
  );
}

/** What a move has done to the ground between the parties: how many steps lie between them, and how many did before. */
export function GroundBetween({ moment }: { moment: Interruption & { kind: "vote" } }) {
  const presenter = usePresenter();
  const { view, name } = presenter;
  const found = distances(presenter, moment);
  if (found.length === 0) return null;
  const span = view.rules.space.sizes.reduce((steps, size) => steps + size - 1, 0);
  const voter = view.rules.voters.includes(view.seat);
  return (
    <section class="ground" aria-labelledby="ground-title">
      <h3 id="ground-title">
        <Message k={voter ? "moment.ground" : "moment.ground.watched"} />
      </h3>
      <ul>
        {found.map((distance) => {
          const { mover, other, now } = distance;
          const mine = mover === view.seat || other === view.seat;
          const v = mine
            ? { party: name(mover === view.seat ? other : mover) }
            : { party: name(mover), other: name(other) };
          return (
            <li key={other}>
              <span class="label">
                <Message k={mine ? "moment.ground.you" : "moment.ground.pair"} v={v} />
              </span>
              <Track distance={distance} span={span} />
              <span>
                <Message k="moment.ground.steps" v={{ steps: now }} /> <Change {...distance} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
