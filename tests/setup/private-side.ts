import type { TacticKind } from "../../src/scenario/codes.ts";
import { TACTIC_KINDS } from "../../src/scenario/codes.ts";
import type { Condition, Party, Scenario } from "../../src/scenario/types.ts";
import type { Dice } from "./dice.ts";

/** Other thresholds in a condition of the party's own: how much pressure, and what worth, makes it move. */
function otherThresholds(condition: Condition, dice: Dice): Condition {
  switch (condition.kind) {
    case "all":
    case "any":
      return { ...condition, of: condition.of.map((part) => otherThresholds(part, dice)) };
    case "not":
      return { ...condition, of: otherThresholds(condition.of, dice) };
    case "pressure_above":
      return { ...condition, level: dice.below(10) / 10 };
    case "worth_offered":
      return { ...condition, worth: dice.below(100) };
    default:
      return condition;
  }
}

function changedSide(party: Party, dice: Dice): Party {
  const kind: TacticKind = dice.pick(TACTIC_KINDS);
  return {
    ...party,
    values: party.values.map((values) => ({
      ...values,
      weight: dice.below(60),
      options: values.options.map(() => dice.below(101)),
    })),
    linkages: party.linkages.map((linkage) => ({ ...linkage, worth: dice.below(40) - 20 })),
    walkAway: { ...party.walkAway, at: dice.below(70), driftPerRound: dice.below(5) - 2 },
    cap: dice.chance(0.5) ? null : 50 + dice.below(50),
    discount: dice.chance(0.5) ? 1 : 0.9,
    tactic: { kind, exponent: [0.2, 1 + dice.below(4)] },
    stakes: { violence: dice.below(10) },
    audienceCost: dice.below(10),
    positions: party.positions.map((position) => ({
      ...position,
      holdsAtLeast: dice.chance(0.3) ? null : dice.below(95),
      moves: position.moves.map((move) => ({ ...move, when: otherThresholds(move.when, dice) })),
      does: position.does.map((deed) => ({ ...deed, when: otherThresholds(deed.when, dice) })),
    })),
  };
}

/** The scenario with another private side of one party: what things are worth to it, when it gives way, and how it bargains. */
export function privatelyChanged(scenario: Scenario, party: number, dice: Dice): Scenario {
  const parties = scenario.parties.map((one, index) => (index === party ? changedSide(one, dice) : one));
  return { ...scenario, parties };
}
