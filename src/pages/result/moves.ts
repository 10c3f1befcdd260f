import { optionIn } from "../../bargaining/space.ts";
import type { View } from "../../table/view.ts";

/** One package that a party stood for, and what it was worth to that party itself, in the scenario's scale. */
export interface Stand {
  readonly round: number;
  readonly package: number;
  readonly worth: number;
}

/** What one voter stood for, round by round. */
export interface Course {
  readonly party: number;
  readonly stands: readonly Stand[];
}

/** The largest single step that anyone made towards the others. */
export interface Step {
  readonly party: number;
  readonly round: number;
  /** Of its own worth, in the scenario's scale; > 0. */
  readonly gave: number;
  readonly issues: readonly number[];
}

/** What each voter's own offers, and the offers it took up, were worth to itself. Needs a view with all sides open. */
export function coursesOf(view: View): Course[] {
  return view.rules.voters.flatMap((party) => {
    const side = view.sides[party];
    if (!side) return [];
    const stands = view.log.flatMap((told): Stand[] =>
      told.kind === "statement" && told.party === party && told.package >= 0
        ? [{ round: told.round, package: told.package, worth: side.mandate.worth[told.package] as number }]
        : [],
    );
    return [{ party, stands }];
  });
}

/** The largest step down in a party's own worth; null where nobody gave anything. */
export function largestStep(view: View, courses: readonly Course[]): Step | null {
  const { space } = view.rules;
  let largest: Step | null = null;
  for (const { party, stands } of courses) {
    for (const [at, stand] of stands.entries()) {
      const before = stands[at - 1];
      const gave = before ? before.worth - stand.worth : 0;
      if (!before || gave <= 1e-9 || (largest && gave <= largest.gave)) continue;
      const issues = [...space.sizes.keys()].filter(
        (issue) => optionIn(space, stand.package, issue) !== optionIn(space, before.package, issue),
      );
      largest = { party, round: stand.round, gave, issues };
    }
  }
  return largest;
}

/** What a party stood for in a round: its last offer up to then; null before its first. */
export function standAt({ stands }: Course, round: number): Stand | null {
  return stands.findLast((stand) => stand.round <= round) ?? null;
}
