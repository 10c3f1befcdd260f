import * as z from "zod";

/** What bounds a sweep; each is far above what its author would wait for. */
export const SWEEP_LIMITS = {
  parameters: 20,
  valuesOfOne: 10_001,
  combinations: 100_000,
  repetitions: 1_000_000,
  /** Combinations × repetitions. */
  runs: 100_000_000,
  /** A record names no longer seed than 200 characters, the number of its run included. */
  seed: 180,
} as const;

export const DESIGNS = ["full_factorial", "one_at_a_time"] as const;
export type Design = (typeof DESIGNS)[number];

export const rangeShape = z.strictObject({
  path: z.string().optional(),
  from: z.number().describe("The first value."),
  to: z.number().describe("No value lies beyond it; it is the last where the steps meet it."),
  step: z
    .number()
    .refine((step) => step !== 0)
    .describe("From one value to the next; below 0 to go down."),
});

export const listShape = z.strictObject({
  path: z.string().optional(),
  values: z
    .array(z.unknown())
    .min(1)
    .max(SWEEP_LIMITS.valuesOfOne)
    .describe("The values, the baseline first: numbers, texts, or anything that may stand there in a scenario."),
});

/** What stands behind a path. Which of these it is is decided by looking; the union is for the JSON Schema. */
const variedValuesShape = z
  .union([z.array(z.unknown()).min(1), listShape.omit({ path: true }), rangeShape.omit({ path: true })])
  .describe("A list of values, { values: […] }, or { from, to, step }. The first value is the baseline.");

const pathShape = z
  .string()
  .describe("Where in the scenario file: parties.us.walk_away.at, protocol.rounds, seats.us.");

const varyShape = z
  .union([
    z.record(z.string(), variedValuesShape),
    z.array(
      z.union([
        listShape.extend({ path: pathShape }),
        rangeShape.extend({ path: pathShape }),
        z.record(z.string(), variedValuesShape),
      ]),
    ),
  ])
  .describe("What is varied: paths into the scenario file, each with its values.");

/** All but `vary`, which is looked at more closely. */
export const sweepRestShape = z.strictObject({
  $schema: z.string().optional().describe("Where an editor finds the JSON Schema; for files written as JSON."),
  sweep: z.literal(1).optional().describe("Version of the format: 1."),
  title: z.string().min(1).optional().describe("What the sweep is to find out, in a few words."),
  scenario: z.string().min(1).describe("The scenario file; a relative path is taken from the folder of the sweep."),
  vary: z.unknown(),
  design: z
    .enum(DESIGNS)
    .optional()
    .describe(
      "full_factorial (default): every value with every other. one_at_a_time: each value with the first of all others.",
    ),
  repetitions: z
    .int()
    .min(1)
    .max(SWEEP_LIMITS.repetitions)
    .optional()
    .describe("Runs of each combination. Default 100."),
  seed: z
    .union([z.string().min(1).max(SWEEP_LIMITS.seed), z.int()], {
      error: `a word or a whole number, of at most ${SWEEP_LIMITS.seed} characters`,
    })
    .optional()
    .describe("Any word; repetition k of every combination has the run seed SEED/k, from 0. Default: parley."),
  metrics: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      "signed, broken, expired, rounds, worth, worth.PARTY, clause.ISSUE.OPTION. Default: signed, rounds, worth.",
    ),
});

/** The whole file, for its JSON Schema. */
const sweepFileShape = sweepRestShape.extend({ vary: varyShape });

const SCHEMA_ID = "urn:parley:sweep:1";

/** The exact text of `docs/examples/sweep.schema.json`: the sweep file as JSON Schema (draft-07), for editors. */
export function sweepSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(sweepFileShape, { target: "draft-7", io: "input" });
  const head = {
    $schema,
    $id: SCHEMA_ID,
    title: "Parley sweep",
    description: "What to vary in a scenario, and how often to run it.",
  };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}
