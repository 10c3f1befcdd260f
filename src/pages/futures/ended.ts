import { optionsIn } from "../../bargaining/space.ts";
import type { RedLine, Scenario } from "../../scenario/types.ts";
import type { View } from "../../table/view.ts";

/**
 * The scenario as the table left it: walk-aways where they had come to, and what an event had taken off the table out of reach
 * (as red lines behind each party's own). Needs a view with all sides open.
 */
export function asItEnded(scenario: Scenario, { sides, removed, rules }: View): Scenario {
  const { firstSlot, sizes } = rules.space;
  const lines = sizes.flatMap((options, issue) =>
    Array.from({ length: options }, (_, option) => option)
      .filter((option) => removed[(firstSlot[issue] as number) + option] === 1)
      .map(
        (option): RedLine => ({ title: null, when: [{ issue, options: [option] }], grounds: { cite: [], why: null } }),
      ),
  );
  const parties = scenario.parties.map((party, index) => ({
    ...party,
    walkAway: { ...party.walkAway, at: sides[index]?.walkAway ?? party.walkAway.at, driftPerRound: 0 },
    redLines: [...party.redLines, ...lines],
  }));
  return { ...scenario, parties };
}

/** How many steps a package lies from another, over all issues. */
export function stepsBetween({ rules }: View, pack: number, options: readonly number[]): number {
  return optionsIn(rules.space, pack).reduce((sum, option, issue) => sum + Math.abs(option - (options[issue] ?? 0)), 0);
}
