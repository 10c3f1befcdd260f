import * as z from "zod";
import { CITE_PATTERN, ID_PATTERN, LANGUAGE_PATTERN } from "../shape/words.ts";
import type { Condition, Effects, Grounds, Terms, Text } from "../types.ts";

/** Parts that recur in the checked form. Whether an index exists is looked at afterwards. */
export const index = () => z.int().min(0);
/** An index, or −1 for anyone. */
export const indexOrAnyone = () => z.int().min(-1);
export const id = () => z.string().regex(ID_PATTERN);
export const round = () => z.int().min(1).max(1000);

export const CheckedText: z.ZodType<Text> = z
  .record(z.string().regex(LANGUAGE_PATTERN), z.string())
  .refine((text) => Object.keys(text).length > 0, "a text needs a language");

export const textOrNull = () => z.nullable(CheckedText);

export const CheckedGrounds: z.ZodType<Grounds> = z.strictObject({
  cite: z.array(z.string().regex(CITE_PATTERN)),
  why: textOrNull(),
});

export const CheckedTerms: z.ZodType<Terms> = z.array(
  z.strictObject({ issue: index(), options: z.array(index()).min(1) }),
);

export const CheckedCondition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("always") }),
    z.strictObject({ kind: z.literal("all"), of: z.array(CheckedCondition) }),
    z.strictObject({ kind: z.literal("any"), of: z.array(CheckedCondition) }),
    z.strictObject({ kind: z.literal("not"), of: CheckedCondition }),
    z.strictObject({ kind: z.literal("round_from"), round: round() }),
    z.strictObject({ kind: z.literal("offered"), by: indexOrAnyone(), terms: CheckedTerms }),
    z.strictObject({ kind: z.literal("asked"), by: indexOrAnyone(), owner: index(), terms: CheckedTerms }),
    z.strictObject({ kind: z.literal("committed"), by: indexOrAnyone(), terms: CheckedTerms }),
    z.strictObject({ kind: z.literal("refused"), by: indexOrAnyone(), issues: z.array(index()).min(1) }),
    z.strictObject({ kind: z.literal("worth_offered"), owner: index(), worth: z.number() }),
    z.strictObject({ kind: z.literal("text"), terms: CheckedTerms }),
    z.strictObject({ kind: z.literal("text_asked"), by: indexOrAnyone() }),
    z.strictObject({ kind: z.literal("pressure_above"), party: index(), level: z.number().min(0).max(1) }),
    z.strictObject({ kind: z.literal("event"), event: index() }),
    z.strictObject({ kind: z.literal("walked_out"), party: index() }),
    z.strictObject({ kind: z.literal("table"), outcome: z.enum(["signed", "broken", "expired"]) }),
    z.strictObject({ kind: z.literal("signed"), terms: CheckedTerms }),
  ]),
);

export const CheckedEffects: z.ZodType<Effects> = z.strictObject({
  pressure: z.array(z.strictObject({ party: index(), by: z.number().min(-1).max(1) })),
  walkAway: z.array(z.strictObject({ party: index(), by: z.number() })),
  removeOptions: z.array(z.strictObject({ issue: index(), option: index() })),
  releaseCommitments: z.array(z.strictObject({ party: index(), issue: index() })),
  moves: z.array(z.strictObject({ party: index(), to: index() })),
});
