import type { Effects, Grounds, Party, Position, Scenario } from "../../scenario/types.ts";

/** What a scenario is when nobody looks into anybody's papers. */

const NO_GROUNDS: Grounds = { cite: [], why: null };
const NO_EFFECTS: Effects = { pressure: [], walkAway: [], removeOptions: [], releaseCommitments: [], moves: [] };

/** The one position of a generic party: it asks for nothing in particular. */
const OPEN: Position = {
  id: "open",
  label: { en: "Open" },
  asks: [],
  holdsAtLeast: null,
  moves: [],
  does: [],
  grounds: NO_GROUNDS,
};

/** A party of which nothing but name and role is known: all packages are worth nothing to it. */
function blank({ id, name, delegate, role, mark }: Party, sizes: readonly number[]): Party {
  return {
    id,
    name,
    delegate,
    role,
    mark,
    interests: [],
    values: sizes.map((size) => ({ weight: 0, options: new Array<number>(size).fill(0), grounds: NO_GROUNDS })),
    linkages: [],
    redLines: [],
    walkAway: { at: 0, driftPerRound: 0, means: null, grounds: NO_GROUNDS },
    cap: null,
    discount: 1,
    tactic: { kind: "linear", exponent: [1, 1] },
    positions: [OPEN],
    stakes: {},
    audienceCost: 0,
    levers: [],
  };
}

/**
 * The public side of a scenario: issues, parties by name and role, and the protocol. Nothing that a party wants, no events to
 * come (their author alone knows them), no history.
 */
export function publicSide(scenario: Scenario): Scenario {
  const sizes = scenario.issues.map(({ options }) => options.length);
  return {
    ...scenario,
    parties: scenario.parties.map((party) => blank(party, sizes)),
    summary: null,
    notice: null,
    sources: [],
    actors: [],
    events: [],
    aftermath: null,
    questions: [],
    history: [],
  };
}

/** As many events as are known to have happened; none of them happens again. */
export function pastEvents(happened: readonly number[]): Scenario["events"] {
  return Array.from({ length: Math.max(-1, ...happened) + 1 }, (_, index) => ({
    id: `past-${index}`,
    news: { en: "" },
    historical: false,
    when: { kind: "not", of: { kind: "always" } } as const,
    chance: 1,
    effects: NO_EFFECTS,
    grounds: NO_GROUNDS,
  }));
}
