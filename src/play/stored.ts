/**
 * The shapes of a stored play: what a record may hold. The types of actions and records are inferred from them (action.ts,
 * record.ts), by type-only imports: no page loads Zod before a file is opened.
 */
import { z } from "zod";
import { TACTIC_KINDS } from "../scenario/codes.ts";
import { REPLY_WORDS } from "../table/state.ts";
import { NOTE_LIMIT, SEAT_KINDS } from "./seats.ts";

const LENGTH = { id: 100, words: 400, actions: 50_000, envelopes: 100 } as const;
const idShape = z.string().max(LENGTH.id);
const idsShape = z.record(idShape, idShape);
const positionShape = idShape.exactOptional();
const scheduledShape = z.number().int().min(-1).max(1_000_000).exactOptional();

const sounding = { kind: z.literal("sound_out"), of: idShape, deed: scheduledShape };

// Read as one so that an error says what is wrong, then told apart for the type.
const soundingShape = z
  .strictObject({ ...sounding, option: idsShape.exactOptional(), package: idsShape.exactOptional() })
  .refine((one) => (one.option === undefined) !== (one.package === undefined), "names an option or a package")
  .pipe(z.union([z.object({ ...sounding, option: idsShape }), z.object({ ...sounding, package: idsShape })]));

/** What a party does, in the ids of its scenario. */
export const actionShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("offer"), package: idsShape, position: positionShape }),
  z.strictObject({ kind: z.literal("take_up"), of: idShape, position: positionShape }),
  z.strictObject({ kind: z.literal("text"), package: idsShape, position: positionShape }),
  z.strictObject({ kind: z.literal("ask_text"), position: positionShape, deed: scheduledShape }),
  z.strictObject({ kind: z.literal("pass"), position: positionShape }),
  z.strictObject({ kind: z.literal("walk_out"), position: positionShape, deed: scheduledShape }),
  soundingShape,
  z.strictObject({ kind: z.literal("commit"), option: idsShape, deed: scheduledShape }),
  z.strictObject({ kind: z.literal("press"), lever: idShape, deed: scheduledShape }),
  z.strictObject({ kind: z.literal("reply"), word: z.enum(REPLY_WORDS) }),
  z.strictObject({
    kind: z.literal("answer"),
    accepts: z.boolean(),
    named: z.array(idShape).max(2).exactOptional(),
    red: z.array(z.number().int().min(0)).max(1_000).exactOptional(),
  }),
]);

const seatKindShape = z.enum(SEAT_KINDS);
const hashShape = z.string().regex(/^[0-9a-f]{64}$/, "is not 64 hexadecimal digits");
const exponentShape = z.number().positive().max(1_000);
const tacticShape = z.strictObject({ kind: z.enum(TACTIC_KINDS), exponent: z.tuple([exponentShape, exponentShape]) });

/** What a player has written down about a seat: never read by the rules, and no part of the seal. */
const notesShape = z.strictObject({
  /** The result that the player means to reach, 0–100 as the screens show worth. */
  target: z.number().min(0).max(100).exactOptional(),
  plan: z.string().max(NOTE_LIMIT.plan).exactOptional(),
  notes: z.string().max(NOTE_LIMIT.notes).exactOptional(),
});

/** A whole record; its scenario is looked into apart. */
export const recordShape = z.strictObject({
  parley: z.literal(1),
  engine: z.string().max(LENGTH.words),
  acts: z
    .array(
      z.strictObject({
        scenario: z.unknown(),
        scenarioHash: hashShape,
        seed: z.string().max(LENGTH.words),
        seats: z.record(idShape, z.strictObject({ by: seatKindShape, tactic: tacticShape.exactOptional() })),
      }),
    )
    .length(1, "holds one act; records of several acts are not read yet"),
  actions: z
    .array(
      z.strictObject({
        act: z.literal(0),
        turn: z.number().int().min(1).max(1_000_000),
        party: idShape,
        by: seatKindShape,
        action: actionShape,
        seal: hashShape,
      }),
    )
    .max(LENGTH.actions),
  /**
   * Answers that have been given but not been told to the table yet: those of earlier parties are still awaited. The seal cannot
   * cover them. Left out where there are none, which is all but always.
   */
  envelopes: z
    .array(
      z.strictObject({
        party: idShape,
        by: z.enum(["human", "script"]),
        action: actionShape.refine(({ kind }) => kind === "answer", "is no answer"),
      }),
    )
    .max(LENGTH.envelopes)
    .exactOptional(),
  seal: hashShape,
  notes: z.record(idShape, notesShape).exactOptional(),
});
