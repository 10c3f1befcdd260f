import * as z from "zod";
import { OUTCOMES } from "../codes.ts";
import { CITE_PATTERN, fractionShape, ID_PATTERN, LANGUAGE_PATTERN, roundShape } from "../shape/primitives.ts";

// Parts that recur in a stored scenario. Whether what an index points at is there is asked afterwards (consistency.ts).

export const indexShape = () => z.int().min(0);
/** An index, or −1 for anyone. */
const indexOrAnyoneShape = () => z.int().min(-1);
export const idShape = () => z.string().regex(ID_PATTERN);

/** A text in several languages: language tag → text. Never HTML. `en` is there unless the file has no English at all. */
export const storedTextShape = z
  .record(z.string().regex(LANGUAGE_PATTERN), z.string())
  .refine((text) => Object.keys(text).length > 0, "a text needs a language");

export const storedTextOrNullShape = () => z.nullable(storedTextShape);

/** Where something comes from: facts of sources by id (`munich-2016-02-12#9`), or the author's judgement in words. */
export const storedGroundsShape = z.strictObject({
  cite: z.array(z.string().regex(CITE_PATTERN)),
  why: storedTextOrNullShape(),
});

/** For each named issue, which of its options will do. A package meets the terms when all named issues agree. */
export const storedTermsShape = z.array(z.strictObject({ issue: indexShape(), options: z.array(indexShape()).min(1) }));

const by = indexOrAnyoneShape();
const terms = storedTermsShape;

/** A condition: data, never code. `by: -1` is anyone (other than the owner, where there is one). */
export const storedConditionShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("always") }),
  z.strictObject({
    kind: z.literal("all"),
    get of() {
      return z.array(storedConditionShape);
    },
  }),
  z.strictObject({
    kind: z.literal("any"),
    get of() {
      return z.array(storedConditionShape);
    },
  }),
  z.strictObject({
    kind: z.literal("not"),
    get of() {
      return storedConditionShape;
    },
  }),
  z.strictObject({ kind: z.literal("round_from"), round: roundShape() }),
  /** The standing offer of `by` meets the terms. */
  z.strictObject({ kind: z.literal("offered"), by, terms }),
  /** `by` has sounded the owner out about an option of the terms. The owner is the party whose position this is. */
  z.strictObject({ kind: z.literal("asked"), by, owner: indexShape(), terms }),
  /** `by` has committed itself in public to an option of the terms. */
  z.strictObject({ kind: z.literal("committed"), by, terms }),
  /** `by` has named one of these issues when it refused. */
  z.strictObject({ kind: z.literal("refused"), by, issues: z.array(indexShape()).min(1) }),
  /** Some other party's standing offer is worth at least `worth` to the owner. */
  z.strictObject({ kind: z.literal("worth_offered"), owner: indexShape(), worth: z.number() }),
  /** The mediator's last text meets the terms (empty terms: there is a text). */
  z.strictObject({ kind: z.literal("text"), terms }),
  /** `by` has asked for a text since the last one. */
  z.strictObject({ kind: z.literal("text_asked"), by }),
  z.strictObject({ kind: z.literal("pressure_above"), party: indexShape(), level: fractionShape() }),
  /** The event has happened. */
  z.strictObject({ kind: z.literal("event"), event: indexShape() }),
  z.strictObject({ kind: z.literal("walked_out"), party: indexShape() }),
  /** How the table ended; false while it sits. */
  z.strictObject({ kind: z.literal("table"), outcome: z.enum(OUTCOMES) }),
  /** What was signed meets the terms; false while the table sits. */
  z.strictObject({ kind: z.literal("signed"), terms }),
]);

/** What an event or a lever changes. */
export const storedEffectsShape = z.strictObject({
  /** Added to the pressure of a party, then cut to 0–1. */
  pressure: z.array(z.strictObject({ party: indexShape(), by: z.number().min(-1).max(1) })),
  /** Added to the walk-away of a party, in the file's scale. */
  walkAway: z.array(z.strictObject({ party: indexShape(), by: z.number() })),
  /** Options that no package on the floor may hold from now on. */
  removeOptions: z.array(z.strictObject({ issue: indexShape(), option: indexShape() })),
  releaseCommitments: z.array(z.strictObject({ party: indexShape(), issue: indexShape() })),
  /** The party's next RECONSIDER moves it here. */
  moves: z.array(z.strictObject({ party: indexShape(), to: indexShape() })),
});
