import * as z from "zod";
import { MARK_COLOURS, MARK_SHAPES, PARTY_ROLES, TACTIC_KINDS } from "../codes.ts";
import { amountFromZeroShape, amountShape, discountShape, exponentShape, usesShape } from "../shape/primitives.ts";
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

const storedInterestShape = z.strictObject({
  text: storedTextShape,
  /** The issues it stands behind. */
  issues: z.array(indexShape()),
  grounds,
});

/** What one issue is worth to one party: worth of option o = weight · options[o] / scale. */
const storedIssueValuesShape = z.strictObject({
  weight: amountFromZeroShape(),
  options: z.array(amountFromZeroShape()),
  grounds,
});

const storedLinkageShape = z.strictObject({
  title: storedTextOrNullShape(),
  when: storedTermsShape,
  /** Added to the worth of a package that meets `when`, in the file's scale; may be negative. */
  worth: amountShape(),
  grounds,
});

const storedRedLineShape = z.strictObject({ title: storedTextOrNullShape(), when: storedTermsShape, grounds });

const storedWalkAwayShape = z.strictObject({
  /** Reservation value in round 1, in the file's scale. */
  at: amountShape(),
  driftPerRound: amountShape(),
  /** The BATNA in words. */
  means: storedTextOrNullShape(),
  grounds,
});

const storedMarkShape = z.strictObject({
  colour: z.enum(MARK_COLOURS),
  shape: z.enum(MARK_SHAPES),
  letters: z.string().max(3),
});

/** How the target falls. */
const storedTacticShape = z.strictObject({
  kind: z.enum(TACTIC_KINDS),
  /** e of 1 − τ^(1/e), drawn anew in each run, evenly from [low, high]; time-based kinds only. */
  exponent: z.tuple([exponentShape(), exponentShape()]),
});

const storedMoveShape = z.strictObject({ to: indexShape(), when: storedConditionShape, grounds });

const option = { issue: indexShape(), option: indexShape() };
const scheduled = { when: storedConditionShape, grounds };

/** What a machine party does, once, while it holds a position: an aside, asking for a text, or walking out. */
const storedScheduledMoveShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sound_out"), party: indexShape(), ...option, ...scheduled }),
  z.strictObject({ kind: z.literal("commit"), ...option, ...scheduled }),
  z.strictObject({ kind: z.literal("press"), lever: indexShape(), ...scheduled }),
  z.strictObject({ kind: z.literal("ask_text"), ...scheduled }),
  z.strictObject({ kind: z.literal("walk_out"), ...scheduled }),
]);

const storedPositionShape = z.strictObject({
  id: idShape(),
  label: storedTextShape,
  /** What its own offers must meet. Answers are not bound by it. */
  asks: storedTermsShape,
  /** It holds out for at least this worth; null: the walk-away alone. */
  holdsAtLeast: z.nullable(amountShape()),
  moves: z.array(storedMoveShape),
  does: z.array(storedScheduledMoveShape),
  grounds,
});

const storedLeverShape = z.strictObject({
  id: idShape(),
  title: storedTextShape,
  /** The party it works on. */
  on: indexShape(),
  effects: storedEffectsShape,
  /** What each use costs its owner's result, in the file's scale. */
  cost: amountFromZeroShape(),
  uses: usesShape(),
  grounds,
});

export const storedPartyShape = z.strictObject({
  id: idShape(),
  name: storedTextShape,
  delegate: storedTextOrNullShape(),
  role: z.enum(PARTY_ROLES),
  mark: storedMarkShape,
  interests: z.array(storedInterestShape),
  /** One entry for each issue, in the order of the issues. */
  values: z.array(storedIssueValuesShape),
  linkages: z.array(storedLinkageShape),
  redLines: z.array(storedRedLineShape),
  walkAway: storedWalkAwayShape,
  /** Worth never exceeds this; null: no cap. */
  cap: z.nullable(amountFromZeroShape()),
  /** A result at the fraction t of the rounds is worth discount^t of itself; 1: no discount. In (0, 1]. */
  discount: discountShape(),
  tactic: storedTacticShape,
  /** The first is the opening position. */
  positions: z.array(storedPositionShape).min(1),
  stakes: z.record(idShape(), amountShape()),
  /** What a package against its own public commitment costs it, in the file's scale. */
  audienceCost: amountFromZeroShape(),
  levers: z.array(storedLeverShape),
});
