import * as z from "zod";
import { OUTCOMES } from "../codes.ts";
import { amountShape, choiceShape, fractionShape, referenceShape, roundShape, termsShape } from "./primitives.ts";

const byAnyone = "A party, or `anyone` (the default): any party other than the one whose condition this is.";

const doneBy = (what: string) =>
  z
    .object({ by: referenceShape.optional().describe(byAnyone) })
    .catchall(choiceShape)
    .describe(`${what} The other keys are issues with the options that will do.`);

export const conditionShape = z
  .strictObject({
    round_from: roundShape().optional().describe("Holds from this round on."),
    offered: doneBy("Holds while the standing offer of the party meets the terms.").optional(),
    asked: doneBy("Holds once that party has sounded this one out about such an option. In positions only.").optional(),
    committed: doneBy("Holds once the party has committed itself in public to such an option.").optional(),
    refused: z
      .strictObject({
        by: referenceShape.optional().describe(byAnyone),
        issues: z
          .array(referenceShape)
          .min(1)
          .describe("Issues that the party named when it refused; one of them is enough."),
      })
      .optional()
      .describe("Holds once the party has named one of these issues in a refusal."),
    worth_offered: amountShape()
      .optional()
      .describe("Holds while another's standing offer is worth this much here. In positions only."),
    text: z
      .union([z.literal(true), termsShape], { error: "true (there is a text), or the terms that the text meets" })
      .optional()
      .describe("Holds when the mediator's last text meets the terms; `true`: when there is one."),
    text_asked: referenceShape
      .optional()
      .describe("Holds when this party (or `anyone`) has asked for a text since the last one."),
    pressure_above: z
      .union([fractionShape(), z.record(z.string(), fractionShape())], {
        error: "a number from 0 to 1 (pressure of this party), or a map from party to number",
      })
      .optional()
      .describe("Holds while pressure is above this: of this party (in positions), or { party: 0.5 }."),
    event: referenceShape.optional().describe("Holds once this event has happened."),
    walked_out: referenceShape.optional().describe("Holds once this party has walked out."),
    table: z.enum(OUTCOMES).optional().describe("How the table ended; never holds while it sits."),
    signed: termsShape.optional().describe("Holds when what was signed meets the terms; never while the table sits."),
    get all() {
      return z.array(conditionShape).optional().describe("Holds while all of these do.");
    },
    get any() {
      return z.array(conditionShape).optional().describe("Holds while one of these does.");
    },
    get not() {
      return conditionShape.optional().describe("Holds while this does not.");
    },
  })
  .meta({ id: "Condition", description: "Data, never code. Several keys: all of them. Left out: always." });

export type FileCondition = z.infer<typeof conditionShape>;

export const effectsShape = z
  .strictObject({
    pressure: z
      .union([z.number().min(-1).max(1), z.record(z.string(), z.number().min(-1).max(1))], {
        error: "a map from party to a number from -1 to 1 (in a lever also a number alone)",
      })
      .optional()
      .describe(
        "Added to the pressure of each party: { russia: 0.1 }. In a lever, a number alone is for the party it works on.",
      ),
    walk_away: z
      .record(z.string(), amountShape())
      .optional()
      .describe("Added to the walk-away of each party: { us: -2 }."),
    remove_option: z
      .union([termsShape, z.array(termsShape)], { error: "options such as { start: immediately }, or a list of such" })
      .optional()
      .describe("Options that no package on the floor may hold from now on."),
    release_commitment: z
      .record(z.string(), z.union([z.string(), z.array(z.string())], { error: "an issue, or a list of issues" }))
      .optional()
      .describe("Frees a party from what it committed itself to on an issue: { us: start }."),
    move: z
      .record(z.string(), z.string())
      .optional()
      .describe("Moves a party to one of its positions: { us: within_a_week }."),
  })
  .meta({ id: "Effects", description: "What an event or a lever changes." });

export type FileEffects = z.infer<typeof effectsShape>;
