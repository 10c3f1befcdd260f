import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { optionIn } from "../../bargaining/space.ts";
import type { Key } from "../../language/speak.ts";
import { useDesk } from "../desk.tsx";
import { Mark } from "../parts/mark.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { standingOffers } from "./packages.ts";

/** Parties whose standing offer holds an option, as tokens. */
function Tokens({ parties }: { parties: readonly number[] }) {
  const desk = useDesk();
  if (parties.length === 0) return null;
  return (
    <span class="tokens">
      {parties.map((party) => (
        <span key={party} class="token" data-party={party}>
          <Mark mark={desk.party(party).mark} size="s" />
        </span>
      ))}
    </span>
  );
}

/** The same in words, after the name of the option: whoever hears the name wants to hear first what it is. */
function StandsHere({ parties }: { parties: readonly number[] }) {
  const desk = useDesk();
  if (parties.length === 0) return null;
  return (
    <span class="hidden">
      {" "}
      <Say k="table.stands_here" v={{ parties: desk.t.list(parties.map(desk.name)) }} />
    </span>
  );
}

/** One way to settle the issue, and who stands there. */
export interface StopOf {
  readonly id: string;
  readonly option: number;
  readonly chosen: boolean;
  readonly removed: boolean;
  /** Its tokens, to stand first, and its name with everything that is said of it. */
  readonly tokens: ComponentChildren;
  readonly name: ComponentChildren;
}

interface RailProps {
  readonly issue: number;
  /** The option that stands out; −1: none does. */
  readonly chosen: number;
  /** Said of the option that stands out, to whoever does not see it. */
  readonly said?: Key;
  readonly held?: boolean;
  readonly children: (stops: readonly StopOf[], contested: ComponentChildren) => ComponentChildren;
}

/** Where the parties stand on an issue whose options are folded away: each option that somebody offers, in the rail's order. */
function Folded({ issue, chosen, open, onOpen }: { issue: number; chosen: number; open: boolean; onOpen(): void }) {
  const desk = useDesk();
  const { space } = desk.view.rules;
  const offers = standingOffers(desk).map(({ party, pack }) => ({ party, option: optionIn(space, pack, issue) }));
  const options = desk.facts.issues[issue]?.options ?? [];
  return (
    <button type="button" class="rail-fold" aria-expanded={open} onClick={onOpen}>
      <span class="rail-places">
        {options.map(({ id }, option) => {
          const parties = offers.flatMap((one) => (one.option === option ? [one.party] : []));
          if (option !== chosen && parties.length === 0) return null;
          return (
            <span key={id} class={option === chosen ? "rail-place rail-chosen" : "rail-place"}>
              <bdi>{desk.option(issue, option)}</bdi>{" "}
              {parties.map((party) => (
                <Mark key={party} mark={desk.party(party).mark} size="s" />
              ))}
              <StandsHere parties={parties} />
            </span>
          );
        })}
      </span>
      <span class="hidden">
        <Say k="table.rail.unfold" />
      </span>
    </button>
  );
}

/** One issue: its options in their natural order as stops, the standing offers above them; `children` lays the stops out. */
export function Rail({ issue, chosen, said, held: inHand = false, children }: RailProps) {
  const desk = useDesk();
  const { facts, view } = desk;
  const { space } = view.rules;
  const [open, setOpen] = useState(false);
  const found = facts.issues[issue];
  if (!found) return null;
  const offers = standingOffers(desk).map(({ party, pack }) => ({ party, option: optionIn(space, pack, issue) }));
  const taken = offers.map(({ option }) => option);
  const low = Math.min(...taken);
  const high = Math.max(...taken);
  const firstSlot = space.firstSlot[issue] as number;
  const stops = found.options.map(({ id, title }, option): StopOf => {
    const parties = offers.flatMap((one) => (one.option === option ? [one.party] : []));
    const removed = view.removed[firstSlot + option] === 1;
    return {
      id,
      option,
      removed,
      chosen: option === chosen,
      tokens: <Tokens parties={parties} />,
      name: (
        <>
          <span class="stop-name">
            <span class="stop-words">
              <Words of={title} />
            </span>
            {removed && (
              <span class="stop-removed">
                <Say k="table.removed" />
              </span>
            )}
          </span>
          {said && option === chosen && (
            <span class="hidden">
              {" "}
              <Say k={said} />
            </span>
          )}
          <StandsHere parties={parties} />
        </>
      ),
    };
  });
  const classes = ["rail", open ? "rail-open" : "", inHand ? "rail-held" : ""];
  return (
    <fieldset class={classes.join(" ").trim()} style={{ "--stops": found.options.length }}>
      <legend>
        <span class="rail-title">
          <Words of={found.title} />
        </span>
        {taken.length > 1 && (
          <span class="rail-note">
            <Say k="table.apart" v={{ steps: high - low }} />
          </span>
        )}
      </legend>
      <Folded issue={issue} chosen={chosen} open={open} onOpen={() => setOpen(!open)} />
      {children(
        stops,
        taken.length > 1 && high > low && <span class="contested" style={{ "--from": low, "--steps": high - low }} />,
      )}
    </fieldset>
  );
}
