import * as z from "zod";
import { Condition, Effects } from "./conditions.ts";
import { amount, amountFromZero, grounds, OptionName, Reference, Terms, Text, whole } from "./words.ts";

const oneOption = "One issue with one option: { start: one_week }.";

export const FileMove = z.strictObject({
  to: Reference.describe("The position of this party that it moves to."),
  when: Condition.optional().describe("Moves when this holds. Left out: always."),
  ...grounds,
});

export const FileDeed = z.strictObject({
  sound_out: z
    .strictObject({
      party: Reference.describe("Whom it asks in private."),
      option: z.record(z.string(), OptionName).describe(oneOption),
    })
    .optional()
    .describe("Asks a party in private whether an option would do."),
  commit: z.record(z.string(), OptionName).optional().describe(`Commits itself in public. ${oneOption}`),
  press: Reference.optional().describe("Uses one of its levers."),
  ask_text: z.literal(true).optional().describe("Asks the mediator for a text."),
  walk_out: z.literal(true).optional().describe("Leaves the table."),
  when: Condition.optional().describe("Does it when this holds. Left out: at once."),
  ...grounds,
});

export const FilePosition = z.strictObject({
  label: Text.optional().describe("What the position is called on the screen. Default: its id."),
  asks: Terms.optional().describe("What its own offers must meet. Answers are not bound by it."),
  holds_at_least: amount().optional().describe("It holds out for at least this worth. Left out: the walk-away alone."),
  moves: z.array(FileMove).optional().describe("Where it may move to; the first that holds is taken, once a turn."),
  does: z
    .array(FileDeed)
    .optional()
    .describe(
      "What a machine does here besides its statement, once each: exactly one of sound_out, commit, press, ask_text, walk_out.",
    ),
  ...grounds,
});

export const FileLever = z.strictObject({
  title: Text.optional().describe("What it is called on the screen. Default: its id."),
  on: Reference.describe("The party it works on."),
  effects: Effects.describe("What each use changes."),
  cost: amountFromZero()
    .optional()
    .describe("What each use costs its owner's result, in the scale of the file. Default 0."),
  uses: whole(1, 100).optional().describe("How often it can be used. Default 1."),
  ...grounds,
});
