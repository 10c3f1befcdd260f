import { optionsIn } from "../../bargaining/space.ts";
import { binds } from "../../bargaining/zone/binding.ts";
import { equalWithin } from "../../exact/tolerance.ts";
import type { RedLine, Scenario } from "../../scenario/types.ts";
import type { View } from "../../table/view/view.ts";
import { isOffTable } from "../../tactics/appraise.ts";

/**
 * The zone of possible agreement as it was at the end: packages that enough parties would rather have signed than had no deal, by
 * the walk-aways of that moment. Needs a view with all sides open.
 */
export function zoneAtTheEnd(view: View, scale: number): number[] {
  const { space, voters, protocol } = view.rules;
  const rule = { ...protocol.binding, voters };
  const zone: number[] = [];
  for (let pack = 0; pack < space.size; pack++) {
    const accepts = (party: number): boolean => {
      const side = view.sides[party];
      if (side?.partyModel.red[pack] !== 0) return false;
      return (side.partyModel.worth[pack] as number) >= side.walkAway - equalWithin(scale);
    };
    if (binds(rule, accepts) && !isOffTable(view, pack)) zone.push(pack);
  }
  return zone;
}

/** Packages that would have been worth more than the signed one to some voter, and less to none. */
export function betterForAll(view: View, scale: number): number[] {
  const { voters, space } = view.rules;
  const worths = voters.flatMap((party) => view.sides[party]?.partyModel.worth ?? []);
  const equal = equalWithin(scale);
  const found: number[] = [];
  for (let pack = 0; pack < space.size; pack++) {
    const gains = worths.map((worth) => (worth[pack] as number) - (worth[view.signed] as number));
    if (gains.every((gain) => gain >= -equal) && gains.some((gain) => gain > equal) && !isOffTable(view, pack))
      found.push(pack);
  }
  return found;
}

/** Voters that put their name to a text worth less to them than no deal, by index. */
export function signedBelow(view: View, scale: number): number[] {
  const last = view.log.findLast((told) => told.kind === "answers" && told.signed);
  if (last?.kind !== "answers") return [];
  const signers = [last.by, ...last.answers.flatMap(({ party, accepts }) => (accepts ? [party] : []))];
  return signers.filter((party) => {
    const side = view.sides[party];
    return (
      side &&
      view.rules.voters.includes(party) &&
      (side.partyModel.worth[view.signed] as number) < side.walkAway - equalWithin(scale)
    );
  });
}

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
