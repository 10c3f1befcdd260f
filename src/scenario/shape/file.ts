import * as z from "zod";
import { AFTERMATH_STATES, OUTCOMES, PROTOCOL_KINDS } from "../codes.ts";
import { conditionShape, effectsShape } from "./conditions.ts";
import { issueShape, sourceShape } from "./issues.ts";
import { actorShape, partyShape } from "./party.ts";
import {
  amountFromZeroShape,
  asksShape,
  dayShape,
  fractionShape,
  groundsShape,
  ID_PATTERN,
  idMapShape,
  LARGEST_AMOUNT,
  minutesShape,
  referenceShape,
  roundShape,
  scaleShape,
  textShape,
} from "./primitives.ts";

const bindingShape = z.strictObject({
  needs: z
    .array(referenceShape)
    .optional()
    .describe("Parties that must accept. Default: every party with a vote; nobody where only at_least is given."),
  at_least: z
    .number()
    .gt(0)
    .max(LARGEST_AMOUNT)
    .optional()
    .describe("How much acceptance binds: a sum of weights. Default: all of them."),
  weights: z.record(z.string(), amountFromZeroShape()).optional().describe("Voting weight of each party. Default 1."),
  ...groundsShape,
});

const mediatorShape = z.strictObject({
  party: referenceShape.optional().describe("Default: the party with the role mediator."),
  asks: asksShape().optional().describe("Puts a text when this many parties have asked for one. Default 2."),
  text_from: roundShape().optional().describe("Puts a text from this round on, asked or not. Default: the last round."),
  ...groundsShape,
});

const protocolShape = z.strictObject({
  kind: z
    .enum(PROTOCOL_KINDS)
    .optional()
    .describe("plenary (default): all offer. single_text: only the mediator does. alternating: two parties in turn."),
  rounds: roundShape().optional().describe("The table expires after this many. Default 10."),
  round_is: textShape.optional().describe("How long a round is, in words."),
  order: z
    .array(referenceShape)
    .optional()
    .describe("Who speaks after whom, the mediator last. Default: the order of the file."),
  binding: bindingShape
    .optional()
    .describe("When a package on the floor is signed. Default: when all parties with a vote accept."),
  mediator: mediatorShape.optional().describe("When the mediator puts a text."),
  leak: fractionShape().optional().describe("Probability that the table learns of a sounding. Default 0."),
  ...groundsShape,
});

const eventShape = z.strictObject({
  id: z.string().regex(ID_PATTERN).describe("Id of the event."),
  on_round: roundShape()
    .optional()
    .describe("Happens before this round at the earliest. Nothing happens before round 1."),
  when: conditionShape.optional().describe("Happens when this holds too."),
  chance: fractionShape()
    .optional()
    .describe("Probability, drawn once before each round while it may happen. Default 1."),
  news: textShape.describe("What the table hears."),
  simulated: z.boolean().optional().describe("true: made up for the simulation, although it cites something."),
  effects: effectsShape.optional().describe("What it changes."),
  ...groundsShape,
});

const historyShape = z.strictObject({
  table: z.enum(OUTCOMES).describe("How the table ended in history."),
  terms: z
    .record(
      z.string(),
      z.union([z.string(), z.number(), z.null()], {
        error: "the option that was signed, or null where the issue was left open",
      }),
    )
    .optional()
    .describe("What was signed: one option for every issue; null where one was left open."),
  aftermath: z.enum(AFTERMATH_STATES).optional().describe("What became of it."),
  text: textShape.optional().describe("What happened, in a sentence or two."),
  ...groundsShape,
});

export const scenarioFileShape = z.strictObject({
  $schema: z.string().optional().describe("Where an editor finds the JSON Schema; for files written as JSON."),
  parley: z.literal(1).describe("Version of the format: 1."),
  id: z.string().regex(ID_PATTERN).describe("Id of the scenario: small letters, digits, - and _."),
  title: textShape.describe("What the scenario is called. Its languages are those that every other text should have."),
  summary: textShape.optional().describe("What it is about, in a few sentences."),
  notice: textShape.optional().describe("Said before play: what the subject matter is."),
  minutes: minutesShape().optional().describe("How long a play takes."),
  place: textShape.optional().describe("Where the table stands."),
  when: dayShape.optional().describe("The day of the table. It cites only facts up to this day."),
  scale: scaleShape()
    .optional()
    .describe("What a party's best package is worth if its weights sum to it. Default 100."),
  sources: idMapShape(sourceShape).optional().describe("Where facts come from."),
  issues: idMapShape(issueShape).describe("The matters to settle, each with its options."),
  parties: idMapShape(partyShape).describe("Who negotiates."),
  actors: idMapShape(actorShape)
    .optional()
    .describe("Forces on the ground that can keep or break what is signed. Nothing reads them yet."),
  protocol: protocolShape.optional().describe("How the table works: order, rounds, what binds."),
  events: z.array(eventShape).optional().describe("What happens on a round or under a condition, each at most once."),
  aftermath: z.record(z.string(), z.unknown()).optional().describe("What follows a signature. Nothing reads it yet."),
  acts: z.array(z.unknown()).optional().describe("Further tables of a play. Nothing reads it yet."),
  questions: z.array(textShape).optional().describe("Questions to discuss after the play."),
  history: z.array(historyShape).optional().describe("What happened in reality. It may cite later facts."),
});

/** A scenario file of the right shape, as its author wrote it. */
export type ScenarioFile = z.infer<typeof scenarioFileShape>;
