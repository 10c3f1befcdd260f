import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { PROTOCOL_KINDS, type Scenario } from "../types.ts";
import { CheckedParty } from "./party.ts";
import {
  CheckedCondition,
  CheckedEffects,
  CheckedGrounds,
  CheckedText,
  id,
  index,
  round,
  textOrNull,
} from "./words.ts";

const grounds = CheckedGrounds;
const day = () => z.nullable(z.iso.date());

const CheckedSource = z.strictObject({
  id: id(),
  title: CheckedText,
  outlet: textOrNull(),
  date: day(),
  language: z.nullable(z.string()),
  url: z.nullable(z.string().regex(/^https?:\/\/[^\s]+$/)),
  covers: day(),
  facts: z.array(z.strictObject({ number: z.int().min(1), text: CheckedText })),
});

const CheckedIssue = z.strictObject({
  id: id(),
  title: CheckedText,
  note: textOrNull(),
  options: z
    .array(z.strictObject({ id: z.string().regex(/^([a-z][a-z0-9_-]{0,63}|-?[0-9]{1,10})$/), title: CheckedText }))
    .min(1)
    .max(LIMITS.optionsOfAnIssue),
  statusQuo: index(),
  integer: z.nullable(z.strictObject({ from: z.int(), to: z.int(), step: z.int().min(1), unit: textOrNull() })),
  grounds,
});

const CheckedProtocol = z.strictObject({
  kind: z.enum(PROTOCOL_KINDS),
  rounds: round(),
  roundIs: textOrNull(),
  order: z.array(index()),
  binding: z.strictObject({
    needs: z.array(index()),
    atLeast: z.number().min(0),
    weights: z.array(z.number().min(0).max(1e9)),
    grounds,
  }),
  mediator: z.nullable(z.strictObject({ party: index(), asks: z.int().min(1).max(100), textFrom: round() })),
  leak: z.number().min(0).max(1),
});

const CheckedEvent = z.strictObject({
  id: id(),
  news: CheckedText,
  historical: z.boolean(),
  when: CheckedCondition,
  chance: z.number().min(0).max(1),
  effects: CheckedEffects,
  grounds,
});

const CheckedActor = z.strictObject({
  id: id(),
  name: CheckedText,
  patron: z.nullable(index()),
  party: z.nullable(index()),
  influence: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
  grounds,
});

const CheckedHistory = z.strictObject({
  table: z.enum(["signed", "broken", "expired"]),
  terms: z.array(z.nullable(index())),
  aftermath: z.nullable(z.enum(["held", "frayed", "collapsed", "never_began"])),
  text: textOrNull(),
  grounds,
});

/** The checked form as it stands in a record. The type holds it to `Scenario`. */
export const CheckedScenario: z.ZodType<Scenario> = z.strictObject({
  parley: z.literal(1),
  id: id(),
  title: CheckedText,
  summary: textOrNull(),
  notice: textOrNull(),
  minutes: z.nullable(z.int().min(1).max(10000)),
  place: textOrNull(),
  when: day(),
  scale: z.number().gt(0).max(1e9),
  sources: z.array(CheckedSource),
  issues: z.array(CheckedIssue).min(1).max(LIMITS.issues),
  parties: z.array(CheckedParty).max(LIMITS.parties),
  actors: z.array(CheckedActor),
  protocol: CheckedProtocol,
  events: z.array(CheckedEvent),
  aftermath: z.unknown(),
  questions: z.array(CheckedText),
  history: z.array(CheckedHistory),
});
