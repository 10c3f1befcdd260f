import type { Grounds, Issue, Party, Scenario, Text } from "../../scenario/types.ts";

const NO_GROUNDS: Grounds = { cite: [], why: null };

const DAYS: readonly { readonly id: string; readonly title: Text }[] = [
  { id: "six", title: { en: "6 days a week", ar: "6 أيام في الأسبوع" } },
  { id: "five", title: { en: "5 days", ar: "5 أيام" } },
  { id: "four", title: { en: "4 days", ar: "4 أيام" } },
  { id: "three", title: { en: "3 days", ar: "3 أيام" } },
  { id: "two", title: { en: "2 days", ar: "يومان" } },
];

const ISSUE: Issue = {
  id: "days",
  title: { en: "Days on which you draw water", ar: "أيام السقاية لكم" },
  note: null,
  options: DAYS,
  statusQuo: 0,
  integer: null,
  grounds: NO_GROUNDS,
};

function village(
  id: string,
  name: Text,
  mark: Party["mark"],
  worths: readonly number[],
  walkAway: number,
  interest: Text,
): Party {
  return {
    id,
    name,
    delegate: null,
    role: "party",
    mark,
    interests: [{ text: interest, issues: [0], grounds: NO_GROUNDS }],
    values: [{ weight: 100, options: worths, grounds: NO_GROUNDS }],
    linkages: [],
    redLines: [],
    walkAway: { at: walkAway, driftPerRound: 0, means: null, grounds: NO_GROUNDS },
    cap: null,
    discount: 1,
    // Refuses all but its best at first, half of it in the middle, and whatever beats no deal at the end.
    tactic: { kind: "conceder", exponent: [2, 2] },
    positions: [
      {
        id: "open",
        label: { en: "Open", ar: "منفتح" },
        asks: [],
        holdsAtLeast: null,
        moves: [],
        does: [],
        grounds: NO_GROUNDS,
      },
    ],
    stakes: {},
    audienceCost: 0,
    levers: [],
  };
}

/** Who the player is at the table of practice. */
export const PRACTICE_SEAT = "upper";

/** A table small enough to be understood in a minute: two villages, one well, one issue. Nobody in it is real. */
export const PRACTICE_SCENARIO: Scenario = {
  parley: 1,
  id: "well",
  title: { en: "Two villages, one well", ar: "قريتان وبئر واحدة" },
  summary: null,
  notice: null,
  minutes: 1,
  place: null,
  when: null,
  scale: 100,
  sources: [],
  issues: [ISSUE],
  parties: [
    village(
      PRACTICE_SEAT,
      { en: "Upper village", ar: "القرية العليا" },
      { colour: "blue", shape: "circle", letters: "U" },
      [100, 75, 50, 25, 0],
      30,
      { en: "Your fields need water on most days.", ar: "تحتاج حقولكم إلى الماء في معظم الأيام." },
    ),
    village(
      "lower",
      { en: "Lower village", ar: "القرية السفلى" },
      { colour: "red", shape: "square", letters: "L" },
      [0, 25, 50, 75, 100],
      28,
      {
        en: "Their gardens dry out when they go without water for most of the week.",
        ar: "تجف بساتينهم إذا بقيت بلا ماء معظم الأسبوع.",
      },
    ),
  ],
  actors: [],
  protocol: {
    kind: "plenary",
    rounds: 3,
    roundIs: null,
    order: [0, 1],
    binding: { needs: [0, 1], atLeast: 2, weights: [1, 1], grounds: NO_GROUNDS },
    mediator: null,
    leak: 0,
  },
  events: [],
  aftermath: null,
  questions: [],
  history: [],
};
