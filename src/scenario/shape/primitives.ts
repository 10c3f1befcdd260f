import * as z from "zod";

/** Every id of a file: also a key of a map, a file name and a word in a command, so it is plain. */
export const ID_PATTERN = /^[a-z][a-z0-9_-]{0,63}$/;
/** Language tags as far as texts need them: `en`, `ar`, `pt-BR`. */
export const LANGUAGE_PATTERN = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
/** `source-id` or `source-id#3`. */
export const CITE_PATTERN = /^([a-z][a-z0-9_-]{0,63})(?:#([1-9][0-9]{0,5}))?$/;

/** An address that a browser may open. */
export const URL_PATTERN = /^https?:\/\/[^\s]+$/;

/** Beyond this, sums of worths would lose what makes them comparable. */
export const LARGEST_AMOUNT = 1e9;
const MOST_ROUNDS = 1000;

export const amountShape = () => z.number().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT);
export const amountFromZeroShape = () => z.number().min(0).max(LARGEST_AMOUNT);
export const fractionShape = () => z.number().min(0).max(1);
export const wholeShape = (low: number, high: number) => z.int().min(low).max(high);

// Bounds of single keys, the same in a file and in a stored scenario.
export const scaleShape = () => z.number().gt(0).max(LARGEST_AMOUNT);
export const discountShape = () => z.number().gt(0).max(1);
export const exponentShape = () => z.number().min(0.01).max(100);
export const roundShape = () => wholeShape(1, MOST_ROUNDS);
export const minutesShape = () => wholeShape(1, 10_000);
export const asksShape = () => wholeShape(1, 100);
export const usesShape = () => wholeShape(1, 100);

/** A map whose keys are ids that the file makes up here. */
export const idMapShape = <Value extends z.ZodType>(value: Value) => z.record(z.string().regex(ID_PATTERN), value);

export const referenceShape = z.string().meta({ id: "Id", description: "An id that the file defines elsewhere." });

export const textShape = z
  .union(
    [
      z.string().min(1),
      z.record(z.string().regex(LANGUAGE_PATTERN), z.string().min(1)).refine((text) => Object.keys(text).length > 0),
    ],
    {
      error: "a text, or a map from language to text such as { en: …, ar: … }",
    },
  )
  .meta({ id: "Text", description: "A text in English, or one text for each language: { en: …, ar: … }. Never HTML." });

export const dayShape = z.iso.date().meta({ id: "Day", description: "A day, such as 2016-02-11." });

const citationShape = z.string().regex(CITE_PATTERN);

const citeShape = z
  .union([citationShape, z.array(citationShape).min(1)], { error: "a citation such as source-id#3, or a list of them" })
  .meta({ id: "Cite", description: "Facts that this rests on: source-id#3, or a list of such." });

/** The two keys by which a part of the file says what it rests on. */
export const groundsShape = {
  cite: citeShape.optional().describe("Facts of the listed sources that this rests on."),
  why: textShape.optional().describe("The author's judgement behind this, in words."),
};

/** How a file names an option: its id, or the number of an integer issue. */
export const optionNameShape = z
  .union([z.string(), z.number()], { error: "the id of an option, or the number of an integer issue" })
  .meta({ id: "Option", description: "The id of an option; for an integer issue the number." });

export const choiceShape = z
  .union(
    [
      z.string(),
      z.number(),
      z.array(optionNameShape),
      z.strictObject({
        from: optionNameShape.describe("The first option of the range, in the order of the issue."),
        to: optionNameShape.describe("The last option of the range, itself included."),
      }),
    ],
    { error: "an option, a list of options, or a range such as { from: …, to: … }" },
  )
  .meta({ id: "Choice", description: "Which options of an issue will do: one, a list, or { from, to }." });

export const termsShape = z.record(z.string(), choiceShape).meta({
  id: "Terms",
  description: "For each issue that is named, the options that will do. All named issues must agree.",
});
