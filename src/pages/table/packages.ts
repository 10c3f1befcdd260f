import { optionIn, optionsIn } from "../../bargaining/space.ts";
import type { PackageIds } from "../../play/action.ts";
import type { Desk } from "../desk.tsx";

/** A package in the ids that actions are written in. */
export function idsOf({ facts, view }: Desk, pack: number): PackageIds {
  const options = optionsIn(view.rules.space, pack);
  return Object.fromEntries(
    facts.issues.map(({ id, options: known }, issue) => [id, known[options[issue] as number]?.id ?? ""]),
  );
}

/** One option in the ids that actions are written in. */
export function optionIds({ facts }: Desk, issue: number, option: number): PackageIds {
  const found = facts.issues[issue];
  return found ? { [found.id]: found.options[option]?.id ?? "" } : {};
}

/** Issues on which two packages differ; all issues where there is no other package (−1). */
export function differing({ facts, view }: Desk, pack: number, other: number): number[] {
  const { space } = view.rules;
  return facts.issues.flatMap((_, issue) =>
    other < 0 || optionIn(space, pack, issue) !== optionIn(space, other, issue) ? [issue] : [],
  );
}

/** How many steps apart two packages are, over all issues. */
export function stepsApart({ view }: Desk, pack: number, other: number): number {
  const { space } = view.rules;
  const theirs = optionsIn(space, other);
  return optionsIn(space, pack).reduce((sum, option, issue) => sum + Math.abs(option - (theirs[issue] as number)), 0);
}

/** Parties with a package of their own on the table, the seat's own among them: index and package. */
export function standingOffers({ view }: Desk): { party: number; pack: number }[] {
  return view.parties.flatMap(({ index, standing }) => (standing >= 0 ? [{ party: index, pack: standing }] : []));
}
