import * as z from "zod";
import { MARK_COLOURS, MARK_SHAPES, TACTIC_KINDS } from "../types.ts";
import { FileValues } from "./issues.ts";
import { FileLever, FilePosition } from "./positions.ts";
import { amount, amountFromZero, grounds, idMap, Reference, Terms, Text } from "./words.ts";

const FileInterest = z.strictObject({
  text: Text.describe("Why the party wants what it wants."),
  issues: z.array(Reference).optional().describe("The issues that it stands behind."),
  ...grounds,
});

const FileLinkage = z.strictObject({
  title: Text.optional().describe("What the linkage is called when it is given as a reason."),
  when: Terms.describe("The combination."),
  worth: amount().describe(
    "Added to the worth of every package with this combination, in the scale of the file; may be negative.",
  ),
  ...grounds,
});

const FileRedLine = z.strictObject({
  title: Text.optional().describe("What the red line is called when it is given as a reason."),
  when: Terms.describe("The option or combination that the party refuses whatever it gets for it."),
  ...grounds,
});

const FileWalkAway = z.strictObject({
  at: amount().optional().describe("Worth below which it prefers no deal, in round 1. Default 0."),
  drift_per_round: amount().optional().describe("Added before each later round. Default 0."),
  means: Text.optional().describe("What no deal means to it, in words."),
  ...grounds,
});

const exponent = () => z.number().min(0.01).max(100);

const FileTactic = z.strictObject({
  kind: z.enum(TACTIC_KINDS).optional().describe("How its target falls over time. Default linear."),
  exponent: z
    .union([exponent(), z.array(exponent()).length(2)], {
      error: "a number from 0.01 to 100, or a range of two such as [0.15, 0.4]",
    })
    .optional()
    .describe(
      "e of 1 − τ^(1/e); a range is drawn from anew in each run. Defaults: boulware 0.2, linear 1, conceder 2.",
    ),
  ...grounds,
});

const FileMark = z.strictObject({
  colour: z.enum(MARK_COLOURS).optional().describe("Default: by the party's place in the file."),
  shape: z.enum(MARK_SHAPES).optional().describe("Default: by the party's place in the file."),
  letters: z
    .string()
    .regex(/^[\p{L}\p{N}]{1,3}$/u)
    .optional()
    .describe("One to three letters. Default: from the id."),
});

export const FileParty = z.strictObject({
  name: Text.optional().describe("Default: the id."),
  delegate: Text.optional().describe("Who sits at the table for it."),
  role: z
    .enum(["party", "mediator"])
    .optional()
    .describe("A mediator has no vote and may write a text. Default party."),
  mark: FileMark.optional().describe("How the party is drawn: colour, shape and letters."),
  interests: z.array(FileInterest).optional().describe("Why it wants what it wants."),
  values: z.record(z.string(), FileValues).describe("What the issues are worth to it. An issue left out has weight 0."),
  linkages: z.array(FileLinkage).optional().describe("Combinations worth more or less than their parts."),
  red_lines: z.array(FileRedLine).optional().describe("What it refuses whatever it gets for it."),
  walk_away: FileWalkAway.optional().describe("What no deal is worth to it, and means."),
  cap: amountFromZero().optional().describe("Worth never exceeds this. Left out: no cap."),
  discount: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe("A result at the fraction t of the rounds is worth discount^t of itself. Default 1."),
  tactic: FileTactic.optional().describe("How a machine in this seat bids."),
  positions: idMap(FilePosition)
    .optional()
    .describe("Its statechart; the first is where it opens. Left out: one position that asks nothing."),
  stakes: idMap(amount())
    .optional()
    .describe("What it cares about afterwards besides its clauses. Nothing reads it yet."),
  audience_cost: amountFromZero()
    .optional()
    .describe("What a package against its own public commitment costs it. Default 0."),
  levers: idMap(FileLever).optional().describe("What it can press others with."),
  ...grounds,
});

export const FileActor = z.strictObject({
  name: Text.optional().describe("Default: the id. Nothing reads actors yet."),
  patron: Reference.optional().describe("The party that can restrain it. Nothing reads it yet."),
  party: Reference.optional().describe("The party at the table that it is itself. Nothing reads it yet."),
  influence: z
    .array(z.number().min(0).max(1))
    .length(2)
    .optional()
    .describe("How far its patron can restrain it, as a range from 0 to 1. Default [0, 1]. Nothing reads it yet."),
  ...grounds,
});
