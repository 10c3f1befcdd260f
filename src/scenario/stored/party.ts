import * as z from "zod";
import { MARK_COLOURS, MARK_SHAPES, type Party, type ScheduledMove, TACTIC_KINDS } from "../types.ts";
import {
  idShape,
  indexShape,
  storedConditionShape,
  storedEffectsShape,
  storedGroundsShape,
  storedTermsShape,
  storedTextOrNullShape,
  storedTextShape,
} from "./parts.ts";

const grounds = storedGroundsShape;
const amount = () => z.number().min(-1e9).max(1e9);
const amountFromZero = () => z.number().min(0).max(1e9);

const scheduledMoveEnd = { when: storedConditionShape, grounds };

const storedScheduledMoveShape: z.ZodType<ScheduledMove> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("sound_out"),
    party: indexShape(),
    issue: indexShape(),
    option: indexShape(),
    ...scheduledMoveEnd,
  }),
  z.strictObject({ kind: z.literal("commit"), issue: indexShape(), option: indexShape(), ...scheduledMoveEnd }),
  z.strictObject({ kind: z.literal("press"), lever: indexShape(), ...scheduledMoveEnd }),
  z.strictObject({ kind: z.literal("ask_text"), ...scheduledMoveEnd }),
  z.strictObject({ kind: z.literal("walk_out"), ...scheduledMoveEnd }),
]);

const storedPositionShape = z.strictObject({
  id: idShape(),
  label: storedTextShape,
  asks: storedTermsShape,
  holdsAtLeast: z.nullable(amount()),
  moves: z.array(z.strictObject({ to: indexShape(), when: storedConditionShape, grounds })),
  does: z.array(storedScheduledMoveShape),
  grounds,
});

const storedLeverShape = z.strictObject({
  id: idShape(),
  title: storedTextShape,
  on: indexShape(),
  effects: storedEffectsShape,
  cost: amountFromZero(),
  uses: z.int().min(1).max(100),
  grounds,
});

const exponent = () => z.number().min(0.01).max(100);

export const storedPartyShape: z.ZodType<Party> = z.strictObject({
  id: idShape(),
  name: storedTextShape,
  delegate: storedTextOrNullShape(),
  role: z.enum(["party", "mediator"]),
  mark: z.strictObject({ colour: z.enum(MARK_COLOURS), shape: z.enum(MARK_SHAPES), letters: z.string().max(3) }),
  interests: z.array(z.strictObject({ text: storedTextShape, issues: z.array(indexShape()), grounds })),
  values: z.array(z.strictObject({ weight: amountFromZero(), options: z.array(amountFromZero()), grounds })),
  linkages: z.array(
    z.strictObject({ title: storedTextOrNullShape(), when: storedTermsShape, worth: amount(), grounds }),
  ),
  redLines: z.array(z.strictObject({ title: storedTextOrNullShape(), when: storedTermsShape, grounds })),
  walkAway: z.strictObject({ at: amount(), driftPerRound: amount(), means: storedTextOrNullShape(), grounds }),
  cap: z.nullable(amountFromZero()),
  discount: z.number().gt(0).max(1),
  tactic: z.strictObject({ kind: z.enum(TACTIC_KINDS), exponent: z.tuple([exponent(), exponent()]) }),
  positions: z.array(storedPositionShape).min(1),
  stakes: z.record(idShape(), amount()),
  audienceCost: amountFromZero(),
  levers: z.array(storedLeverShape),
});
