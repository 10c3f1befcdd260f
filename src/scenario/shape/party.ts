import * as z from "zod";
import { MARK_COLOURS, MARK_SHAPES, PARTY_ROLES, TACTIC_KINDS } from "../codes.ts";
import { conditionShape, effectsShape } from "./conditions.ts";
import { valuesShape } from "./issues.ts";
import {
  amountFromZeroShape,
  amountShape,
  discountShape,
  exponentShape,
  fractionShape,
  groundsShape,
  idMapShape,
  optionNameShape,
  referenceShape,
  termsShape,
  textShape,
  usesShape,
} from "./primitives.ts";

const oneOption = "One issue with one option: { start: one_week }.";

const moveShape = z.strictObject({
  to: referenceShape.describe("The position of this party that it moves to."),
  when: conditionShape.optional().describe("Moves when this holds. Left out: always."),
  ...groundsShape,
});

export const scheduledMoveShape = z.strictObject({
  sound_out: z
    .strictObject({
      party: referenceShape.describe("Whom it asks in private."),
      option: z.record(z.string(), optionNameShape).describe(oneOption),
    })
    .optional()
    .describe("Asks a party in private whether an option would do."),
  commit: z.record(z.string(), optionNameShape).optional().describe(`Commits itself in public. ${oneOption}`),
  press: referenceShape.optional().describe("Uses one of its levers."),
  ask_text: z.literal(true).optional().describe("Asks the mediator for a text."),
  walk_out: z.literal(true).optional().describe("Leaves the table."),
  when: conditionShape.optional().describe("Does it when this holds. Left out: at once."),
  ...groundsShape,
});

export const positionShape = z.strictObject({
  label: textShape.optional().describe("What the position is called on the screen. Default: its id."),
  asks: termsShape.optional().describe("What its own offers must meet. Answers are not bound by it."),
  holds_at_least: amountShape()
    .optional()
    .describe("It holds out for at least this worth. Left out: the walk-away alone."),
  moves: z.array(moveShape).optional().describe("Where it may move to; the first that holds is taken, once a turn."),
  does: z
    .array(scheduledMoveShape)
    .optional()
    .describe(
      "What a machine does here besides its statement, once each: exactly one of sound_out, commit, press, ask_text, walk_out.",
    ),
  ...groundsShape,
});

export const leverShape = z.strictObject({
  title: textShape.optional().describe("What it is called on the screen. Default: its id."),
  on: referenceShape.describe("The party it works on."),
  effects: effectsShape.describe("What each use changes."),
  cost: amountFromZeroShape()
    .optional()
    .describe("What each use costs its owner's result, in the scale of the file. Default 0."),
  uses: usesShape().optional().describe("How often it can be used. Default 1."),
  ...groundsShape,
});

const interestShape = z.strictObject({
  text: textShape.describe("Why the party wants what it wants."),
  issues: z.array(referenceShape).optional().describe("The issues that it stands behind."),
  ...groundsShape,
});

const linkageShape = z.strictObject({
  title: textShape.optional().describe("What the linkage is called when it is given as a reason."),
  when: termsShape.describe("The combination."),
  worth: amountShape().describe(
    "Added to the worth of every package with this combination, in the scale of the file; may be negative.",
  ),
  ...groundsShape,
});

const redLineShape = z.strictObject({
  title: textShape.optional().describe("What the red line is called when it is given as a reason."),
  when: termsShape.describe("The option or combination that the party refuses whatever it gets for it."),
  ...groundsShape,
});

const walkAwayShape = z.strictObject({
  at: amountShape().optional().describe("Worth below which it prefers no deal, in round 1. Default 0."),
  drift_per_round: amountShape().optional().describe("Added before each later round. Default 0."),
  means: textShape.optional().describe("What no deal means to it, in words."),
  ...groundsShape,
});

const tacticShape = z.strictObject({
  kind: z.enum(TACTIC_KINDS).optional().describe("How its target falls over time. Default linear."),
  exponent: z
    .union([exponentShape(), z.array(exponentShape()).length(2)], {
      error: "a number from 0.01 to 100, or a range of two such as [0.15, 0.4]",
    })
    .optional()
    .describe(
      "e of 1 − τ^(1/e); a range is drawn from anew in each run. Defaults: boulware 0.2, linear 1, conceder 2.",
    ),
  ...groundsShape,
});

const markShape = z.strictObject({
  colour: z.enum(MARK_COLOURS).optional().describe("Default: by the party's place in the file."),
  shape: z.enum(MARK_SHAPES).optional().describe("Default: by the party's place in the file."),
  letters: z
    .string()
    .regex(/^[\p{L}\p{N}]{1,3}$/u)
    .optional()
    .describe("One to three letters. Default: from the id."),
});

export const partyShape = z.strictObject({
  name: textShape.optional().describe("Default: the id."),
  delegate: textShape.optional().describe("Who sits at the table for it."),
  role: z.enum(PARTY_ROLES).optional().describe("A mediator has no vote and may write a text. Default party."),
  mark: markShape.optional().describe("How the party is drawn: colour, shape and letters."),
  interests: z.array(interestShape).optional().describe("Why it wants what it wants."),
  values: z
    .record(z.string(), valuesShape)
    .describe("What the issues are worth to it. An issue left out has weight 0."),
  linkages: z.array(linkageShape).optional().describe("Combinations worth more or less than their parts."),
  red_lines: z.array(redLineShape).optional().describe("What it refuses whatever it gets for it."),
  walk_away: walkAwayShape.optional().describe("What no deal is worth to it, and means."),
  cap: amountFromZeroShape().optional().describe("Worth never exceeds this. Left out: no cap."),
  discount: discountShape()
    .optional()
    .describe("A result at the fraction t of the rounds is worth discount^t of itself. Default 1."),
  tactic: tacticShape.optional().describe("How a machine in this seat bids."),
  positions: idMapShape(positionShape)
    .optional()
    .describe("Its statechart; the first is where it opens. Left out: one position that asks nothing."),
  stakes: idMapShape(amountShape())
    .optional()
    .describe("What it cares about afterwards besides its clauses. Nothing reads it yet."),
  audience_cost: amountFromZeroShape()
    .optional()
    .describe("What a package against its own public commitment costs it. Default 0."),
  levers: idMapShape(leverShape).optional().describe("What it can press others with."),
  ...groundsShape,
});

export const actorShape = z.strictObject({
  name: textShape.optional().describe("Default: the id. Nothing reads actors yet."),
  patron: referenceShape.optional().describe("The party that can restrain it. Nothing reads it yet."),
  party: referenceShape.optional().describe("The party at the table that it is itself. Nothing reads it yet."),
  influence: z
    .array(fractionShape())
    .length(2)
    .optional()
    .describe("How far its patron can restrain it, as a range from 0 to 1. Default [0, 1]. Nothing reads it yet."),
  ...groundsShape,
});
