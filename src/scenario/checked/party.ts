import * as z from "zod";
import { type Deed, MARK_COLOURS, MARK_SHAPES, type Party, TACTIC_KINDS } from "../types.ts";
import {
  CheckedCondition,
  CheckedEffects,
  CheckedGrounds,
  CheckedTerms,
  CheckedText,
  id,
  index,
  textOrNull,
} from "./words.ts";

const grounds = CheckedGrounds;
const amount = () => z.number().min(-1e9).max(1e9);
const amountFromZero = () => z.number().min(0).max(1e9);

const deedEnd = { when: CheckedCondition, grounds };

const CheckedDeed: z.ZodType<Deed> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sound_out"), party: index(), issue: index(), option: index(), ...deedEnd }),
  z.strictObject({ kind: z.literal("commit"), issue: index(), option: index(), ...deedEnd }),
  z.strictObject({ kind: z.literal("press"), lever: index(), ...deedEnd }),
  z.strictObject({ kind: z.literal("ask_text"), ...deedEnd }),
  z.strictObject({ kind: z.literal("walk_out"), ...deedEnd }),
]);

const CheckedPosition = z.strictObject({
  id: id(),
  label: CheckedText,
  asks: CheckedTerms,
  holdsAtLeast: z.nullable(amount()),
  moves: z.array(z.strictObject({ to: index(), when: CheckedCondition, grounds })),
  does: z.array(CheckedDeed),
  grounds,
});

const CheckedLever = z.strictObject({
  id: id(),
  title: CheckedText,
  on: index(),
  effects: CheckedEffects,
  cost: amountFromZero(),
  uses: z.int().min(1).max(100),
  grounds,
});

const exponent = () => z.number().min(0.01).max(100);

export const CheckedParty: z.ZodType<Party> = z.strictObject({
  id: id(),
  name: CheckedText,
  delegate: textOrNull(),
  role: z.enum(["party", "mediator"]),
  mark: z.strictObject({ colour: z.enum(MARK_COLOURS), shape: z.enum(MARK_SHAPES), letters: z.string().max(3) }),
  interests: z.array(z.strictObject({ text: CheckedText, issues: z.array(index()), grounds })),
  values: z.array(z.strictObject({ weight: amountFromZero(), options: z.array(amountFromZero()), grounds })),
  linkages: z.array(z.strictObject({ title: textOrNull(), when: CheckedTerms, worth: amount(), grounds })),
  redLines: z.array(z.strictObject({ title: textOrNull(), when: CheckedTerms, grounds })),
  walkAway: z.strictObject({ at: amount(), driftPerRound: amount(), means: textOrNull(), grounds }),
  cap: z.nullable(amountFromZero()),
  discount: z.number().gt(0).max(1),
  tactic: z.strictObject({ kind: z.enum(TACTIC_KINDS), exponent: z.tuple([exponent(), exponent()]) }),
  positions: z.array(CheckedPosition).min(1),
  stakes: z.record(id(), amount()),
  audienceCost: amountFromZero(),
  levers: z.array(CheckedLever),
});
