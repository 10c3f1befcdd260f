import { optionIn, type Space, withOption } from "../../bargaining/space.ts";
import type { PartyModel } from "../model.ts";
import { isRemoved } from "../rules/worth.ts";

/** Another option for one issue. */
export interface Change {
  readonly issue: number;
  readonly option: number;
}

/** What a change of a package may be, for one party. */
interface Changing {
  readonly space: Space;
  /** Whose red lines no change may cross. */
  readonly side: PartyModel;
  /** 1 for every slot that an event has taken off the table. */
  readonly removed: readonly number[];
  /** Worth of a package to the party, in the scenario's scale. */
  readonly worthOf: (pack: number) => number;
}

/**
 * The smallest change of one issue that brings a package to a worth: the fewest steps along the issue's options, then the worth
 * that is least above it, then file order. Null when there is none.
 * @param bar the worth to be reached, in the scenario's scale
 */
export function nearestChange({ space, side, removed, worthOf }: Changing, pack: number, bar: number): Change | null {
  let best: (Change & { steps: number; worth: number }) | null = null;
  for (let issue = 0; issue < space.sizes.length; issue++) {
    const held = optionIn(space, pack, issue);
    for (let option = 0; option < (space.sizes[issue] as number); option++) {
      const changed = withOption(space, pack, issue, option);
      if (option === held || side.red[changed] === 1 || isRemoved(space, removed, changed)) continue;
      const worth = worthOf(changed);
      if (worth < bar) continue;
      const steps = Math.abs(option - held);
      if (!best || steps < best.steps || (steps === best.steps && worth < best.worth)) {
        best = { issue, option, steps, worth };
      }
    }
  }
  return best && { issue: best.issue, option: best.option };
}
