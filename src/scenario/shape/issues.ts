import * as z from "zod";
import { amountFromZero, Day, grounds, idMap, OptionName, Text, whole } from "./words.ts";

export const FileSource = z.strictObject({
  title: Text.describe("What the source is called."),
  outlet: Text.optional().describe("Who published it."),
  date: Day.optional().describe("The day it came out."),
  covers: Day.optional().describe(
    "The day its facts are of, when that is not the day it came out. A table cites facts up to its own day.",
  ),
  language: z.string().min(1).optional().describe("Language of the source: ar."),
  url: z
    .string()
    .regex(/^https?:\/\/[^\s]+$/)
    .optional()
    .describe("Where it can be read: http or https."),
  facts: z
    .record(z.string().regex(/^[1-9][0-9]{0,5}$/), Text)
    .optional()
    .describe("What the source says, in own words, by number. Cited as source-id#number."),
});

export const FileIssue = z.strictObject({
  title: Text.optional().describe("The matter to settle. Default: its id."),
  note: Text.optional().describe("A sentence that explains it to players."),
  options: idMap(Text.nullable())
    .optional()
    .describe(
      "The ways to settle it, in their natural order: { immediately: { en: … }, … }. Nothing after a name: it is its own title.",
    ),
  from: whole(-1e9, 1e9).optional().describe("Integer issue: the least number. Instead of `options`."),
  to: whole(-1e9, 1e9).optional().describe("Integer issue: the largest number, itself included."),
  step: whole(1, 1e9).optional().describe("Integer issue: the distance between two options. Default 1."),
  unit: Text.optional().describe("Integer issue: what is counted: { en: days }."),
  status_quo: OptionName.optional().describe("The option that stays when nothing is signed. Default: the last one."),
  ...grounds,
});

export const FileValues = z.strictObject({
  weight: amountFromZero().describe(
    "How much the issue matters to this party. The weights of a party should sum to the scale.",
  ),
  options: z
    .record(z.string(), amountFromZero())
    .describe(
      "What each option is worth, from 0 to the scale. Integer issue: some of its numbers, with straight lines between.",
    ),
  ...grounds,
});
