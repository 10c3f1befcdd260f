import * as z from "zod";
import {
  amountFromZeroShape,
  dayShape,
  groundsShape,
  idMapShape,
  LARGEST_AMOUNT,
  optionNameShape,
  textShape,
  URL_PATTERN,
  wholeShape,
} from "./primitives.ts";

export const sourceShape = z.strictObject({
  title: textShape.describe("What the source is called."),
  outlet: textShape.optional().describe("Who published it."),
  date: dayShape.optional().describe("The day it came out."),
  covers: dayShape
    .optional()
    .describe("The day its facts are of, when that is not the day it came out. A table cites facts up to its own day."),
  language: z.string().min(1).optional().describe("Language of the source: ar."),
  url: z.string().regex(URL_PATTERN).optional().describe("Where it can be read: http or https."),
  facts: z
    .record(z.string().regex(/^[1-9][0-9]{0,5}$/), textShape)
    .optional()
    .describe("What the source says, in own words, by number. Cited as source-id#number."),
});

export const issueShape = z.strictObject({
  title: textShape.optional().describe("The matter to settle. Default: its id."),
  note: textShape.optional().describe("A sentence that explains it to players."),
  options: idMapShape(textShape.nullable())
    .optional()
    .describe(
      "The ways to settle it, in their natural order: { immediately: { en: … }, … }. Nothing after a name: it is its own title.",
    ),
  from: wholeShape(-LARGEST_AMOUNT, LARGEST_AMOUNT)
    .optional()
    .describe("Integer issue: the least number. Instead of `options`."),
  to: wholeShape(-LARGEST_AMOUNT, LARGEST_AMOUNT)
    .optional()
    .describe("Integer issue: the largest number, itself included."),
  step: wholeShape(1, LARGEST_AMOUNT)
    .optional()
    .describe("Integer issue: the distance between two options. Default 1."),
  unit: textShape.optional().describe("Integer issue: what is counted: { en: days }."),
  status_quo: optionNameShape
    .optional()
    .describe("The option that stays when nothing is signed. Default: the last one."),
  ...groundsShape,
});

export const valuesShape = z.strictObject({
  weight: amountFromZeroShape().describe(
    "How much the issue matters to this party. The weights of a party should sum to the scale.",
  ),
  options: z
    .record(z.string(), amountFromZeroShape())
    .describe(
      "What each option is worth, from 0 to the scale. Integer issue: some of its numbers, with straight lines between.",
    ),
  ...groundsShape,
});
