import * as z from "zod";
import { CITE_PATTERN, ID_PATTERN, LANGUAGE_PATTERN } from "../shape/primitives.ts";
import type { Condition, Effects, Grounds, Terms, Text } from "../types.ts";

/** Parts that recur in the checked form. Whether an index exists is looked at afterwards. */
export const indexShape = () => z.int().min(0);
/** An index, or −1 for anyone. */
export const indexOrAnyoneShape = () => z.int().min(-1);
export const idShape = () => z.string().regex(ID_PATTERN);
export const roundShape = () => z.int().min(1).max(1000);

export const storedTextShape: z.ZodType<Text> = z
  .record(z.string().regex(LANGUAGE_PATTERN), z.string())
  .refine((text) => Object.keys(text).length > 0, "a text needs a language");

export const storedTextOrNullShape = () => z.nullable(storedTextShape);

export const storedGroundsShape: z.ZodType<Grounds> = z.strictObject({
  cite: z.array(z.string().regex(CITE_PATTERN)),
  why: storedTextOrNullShape(),
});

export const storedTermsShape: z.ZodType<Terms> = z.array(
  z.strictObject({ issue: indexShape(), options: z.array(indexShape()).min(1) }),
);

export const storedConditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("always") }),
    z.strictObject({ kind: z.literal("all"), of: z.array(storedConditionShape) }),
    z.strictObject({ kind: z.literal("any"), of: z.array(storedConditionShape) }),
    z.strictObject({ kind: z.literal("not"), of: storedConditionShape }),
    z.strictObject({ kind: z.literal("round_from"), round: roundShape() }),
    z.strictObject({ kind: z.literal("offered"), by: indexOrAnyoneShape(), terms: storedTermsShape }),
    z.strictObject({
      kind: z.literal("asked"),
      by: indexOrAnyoneShape(),
      owner: indexShape(),
      terms: storedTermsShape,
    }),
    z.strictObject({ kind: z.literal("committed"), by: indexOrAnyoneShape(), terms: storedTermsShape }),
    z.strictObject({ kind: z.literal("refused"), by: indexOrAnyoneShape(), issues: z.array(indexShape()).min(1) }),
    z.strictObject({ kind: z.literal("worth_offered"), owner: indexShape(), worth: z.number() }),
    z.strictObject({ kind: z.literal("text"), terms: storedTermsShape }),
    z.strictObject({ kind: z.literal("text_asked"), by: indexOrAnyoneShape() }),
    z.strictObject({ kind: z.literal("pressure_above"), party: indexShape(), level: z.number().min(0).max(1) }),
    z.strictObject({ kind: z.literal("event"), event: indexShape() }),
    z.strictObject({ kind: z.literal("walked_out"), party: indexShape() }),
    z.strictObject({ kind: z.literal("table"), outcome: z.enum(["signed", "broken", "expired"]) }),
    z.strictObject({ kind: z.literal("signed"), terms: storedTermsShape }),
  ]),
);

export const storedEffectsShape: z.ZodType<Effects> = z.strictObject({
  pressure: z.array(z.strictObject({ party: indexShape(), by: z.number().min(-1).max(1) })),
  walkAway: z.array(z.strictObject({ party: indexShape(), by: z.number() })),
  removeOptions: z.array(z.strictObject({ issue: indexShape(), option: indexShape() })),
  releaseCommitments: z.array(z.strictObject({ party: indexShape(), issue: indexShape() })),
  moves: z.array(z.strictObject({ party: indexShape(), to: indexShape() })),
});
