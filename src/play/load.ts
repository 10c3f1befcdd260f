import { z } from "zod";
import { TACTIC_KINDS } from "../scenario/codes.ts";
import { parseStored } from "../scenario/stored/parse.ts";
import { REPLY } from "../table/state.ts";
import { NOTE_LIMIT, type PlayRecord } from "./record.ts";

/** A record read from text that nobody vouches for: the record, or everything that is wrong with it. */
export type LoadedRecord = { readonly record: PlayRecord } | { readonly problems: readonly string[] };

/** Longer texts are no record: the longest plays keep to a tenth of this. */
export const RECORD_LIMIT = 10_000_000;

const LENGTH = { id: 100, words: 400, actions: 50_000 } as const;
const idShape = z.string().max(LENGTH.id);
const idsShape = z.record(idShape, idShape);
const positionShape = idShape.optional();
const scheduledShape = z.number().int().min(-1).max(1_000_000).optional();
const replyWords = Object.keys(REPLY).filter((word) => word !== "none") as [string, ...string[]];

const actionShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("offer"), package: idsShape, position: positionShape }),
  z.strictObject({ kind: z.literal("take_up"), of: idShape, position: positionShape }),
  z.strictObject({ kind: z.literal("text"), package: idsShape, position: positionShape }),
  z.strictObject({ kind: z.literal("ask_text"), position: positionShape, deed: scheduledShape }),
  z.strictObject({ kind: z.literal("pass"), position: positionShape }),
  z.strictObject({ kind: z.literal("walk_out"), position: positionShape, deed: scheduledShape }),
  z
    .strictObject({
      kind: z.literal("sound_out"),
      of: idShape,
      option: idsShape.optional(),
      package: idsShape.optional(),
      deed: scheduledShape,
    })
    .refine((one) => (one.option === undefined) !== (one.package === undefined), "names an option or a package"),
  z.strictObject({ kind: z.literal("commit"), option: idsShape, deed: scheduledShape }),
  z.strictObject({ kind: z.literal("press"), lever: idShape, deed: scheduledShape }),
  z.strictObject({ kind: z.literal("reply"), word: z.enum(replyWords) }),
  z.strictObject({
    kind: z.literal("answer"),
    accepts: z.boolean(),
    named: z.array(idShape).max(2).optional(),
    red: z.array(z.number().int().min(0)).max(1_000).optional(),
  }),
]);

const seatKindShape = z.enum(["human", "machine", "script"]);
const hashShape = z.string().regex(/^[0-9a-f]{64}$/, "is not 64 hexadecimal digits");
const exponentShape = z.number().positive().max(1_000);
const tacticShape = z.strictObject({ kind: z.enum(TACTIC_KINDS), exponent: z.tuple([exponentShape, exponentShape]) });

const notesShape = z.strictObject({
  target: z.number().min(0).max(100).optional(),
  plan: z.string().max(NOTE_LIMIT.plan).optional(),
  notes: z.string().max(NOTE_LIMIT.notes).optional(),
});

const recordShape = z.strictObject({
  parley: z.literal(1),
  engine: z.string().max(LENGTH.words),
  acts: z
    .array(
      z.strictObject({
        scenario: z.unknown(),
        scenarioHash: hashShape,
        seed: z.string().max(LENGTH.words),
        seats: z.record(idShape, z.strictObject({ by: seatKindShape, tactic: tacticShape.optional() })),
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
  seal: hashShape,
  notes: z.record(idShape, notesShape).optional(),
});

function pointer(path: readonly PropertyKey[]): string {
  return path.length > 0 ? `/${path.map(String).join("/")}` : "the record";
}

function notARecord(why: string): LoadedRecord {
  return { problems: [`${why} Open a file that Parley saved, or ask for it to be saved again.`] };
}

/** Of JSON that is not a record, the likeliest reason. */
function likelyReason(json: unknown): string | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return "This is JSON, but no record of a play.";
  if (!("parley" in json)) return "This is JSON, but no record of a play: the key `parley` is missing.";
  const { parley } = json;
  if (typeof parley === "number" && parley > 1) {
    return `The record is of version ${parley}; this program reads version 1. A newer Parley opens it.`;
  }
  return null;
}

/** Parties and seats of an act must be those of its scenario. */
function unknownParties(record: PlayRecord): string[] {
  const [act] = record.acts;
  const known = new Set(act?.scenario.parties.map((party) => party.id));
  const seats = Object.keys(act?.seats ?? {}).filter((party) => !known.has(party));
  const actors = record.actions.flatMap(({ party }, at) =>
    known.has(party) ? [] : [`/actions/${at}/party: "${party}"`],
  );
  const authors = Object.keys(record.notes ?? {}).filter((party) => !known.has(party));
  return [
    ...seats.map((party) => `/acts/0/seats: "${party}"`),
    ...actors.slice(0, 20),
    ...authors.slice(0, 20).map((party) => `/notes: "${party}"`),
  ].map((where) => `${where} is no party of the scenario in the record.`);
}

/**
 * Reads a record from text. Never throws; what is wrong is said with its place (a JSON pointer). Whether it plays again to its
 * seal is for {@link replay} to say.
 */
export function loadRecord(text: string): LoadedRecord {
  if (text.length > RECORD_LIMIT) return notARecord(`The file is too large for a record (${text.length} characters).`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (problem) {
    return notARecord(`The file is not JSON: ${problem instanceof Error ? problem.message : String(problem)}.`);
  }
  const odd = likelyReason(json);
  if (odd) return notARecord(odd);
  const shaped = recordShape.safeParse(json);
  if (!shaped.success) {
    return { problems: shaped.error.issues.slice(0, 50).map(({ path, message }) => `${pointer(path)}: ${message}.`) };
  }
  const read = parseStored(shaped.data.acts[0]?.scenario);
  if ("problems" in read) return { problems: read.problems.map((problem) => `/acts/0/scenario${problem}`) };
  const record = {
    ...shaped.data,
    acts: [{ ...shaped.data.acts[0], scenario: read.scenario }],
  } as unknown as PlayRecord;
  const problems = unknownParties(record);
  return problems.length > 0 ? { problems } : { record };
}
