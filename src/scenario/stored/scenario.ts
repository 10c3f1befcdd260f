import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { PROTOCOL_KINDS, type Scenario } from "../types.ts";
import {
  idShape,
  indexShape,
  roundShape,
  storedConditionShape,
  storedEffectsShape,
  storedGroundsShape,
  storedTextOrNullShape,
  storedTextShape,
} from "./parts.ts";
import { storedPartyShape } from "./party.ts";

const grounds = storedGroundsShape;
const day = () => z.nullable(z.iso.date());

const storedSourceShape = z.strictObject({
  id: idShape(),
  title: storedTextShape,
  outlet: storedTextOrNullShape(),
  date: day(),
  language: z.nullable(z.string()),
  url: z.nullable(z.string().regex(/^https?:\/\/[^\s]+$/)),
  covers: day(),
  facts: z.array(z.strictObject({ number: z.int().min(1), text: storedTextShape })),
});

const storedIssueShape = z.strictObject({
  id: idShape(),
  title: storedTextShape,
  note: storedTextOrNullShape(),
  options: z
    .array(z.strictObject({ id: z.string().regex(/^([a-z][a-z0-9_-]{0,63}|-?[0-9]{1,10})$/), title: storedTextShape }))
    .min(1)
    .max(LIMITS.optionsOfAnIssue),
  statusQuo: indexShape(),
  integer: z.nullable(
    z.strictObject({ from: z.int(), to: z.int(), step: z.int().min(1), unit: storedTextOrNullShape() }),
  ),
  grounds,
});

const storedProtocolShape = z.strictObject({
  kind: z.enum(PROTOCOL_KINDS),
  rounds: roundShape(),
  roundIs: storedTextOrNullShape(),
  order: z.array(indexShape()),
  binding: z.strictObject({
    needs: z.array(indexShape()),
    atLeast: z.number().min(0),
    weights: z.array(z.number().min(0).max(1e9)),
    grounds,
  }),
  mediator: z.nullable(z.strictObject({ party: indexShape(), asks: z.int().min(1).max(100), textFrom: roundShape() })),
  leak: z.number().min(0).max(1),
});

const storedEventShape = z.strictObject({
  id: idShape(),
  news: storedTextShape,
  historical: z.boolean(),
  when: storedConditionShape,
  chance: z.number().min(0).max(1),
  effects: storedEffectsShape,
  grounds,
});

const storedActorShape = z.strictObject({
  id: idShape(),
  name: storedTextShape,
  patron: z.nullable(indexShape()),
  party: z.nullable(indexShape()),
  influence: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
  grounds,
});

const storedHistoryShape = z.strictObject({
  table: z.enum(["signed", "broken", "expired"]),
  terms: z.array(z.nullable(indexShape())),
  aftermath: z.nullable(z.enum(["held", "frayed", "collapsed", "never_began"])),
  text: storedTextOrNullShape(),
  grounds,
});

/** The checked form as it stands in a record. The type holds it to `Scenario`. */
export const storedScenarioShape: z.ZodType<Scenario> = z.strictObject({
  parley: z.literal(1),
  id: idShape(),
  title: storedTextShape,
  summary: storedTextOrNullShape(),
  notice: storedTextOrNullShape(),
  minutes: z.nullable(z.int().min(1).max(10000)),
  place: storedTextOrNullShape(),
  when: day(),
  scale: z.number().gt(0).max(1e9),
  sources: z.array(storedSourceShape),
  issues: z.array(storedIssueShape).min(1).max(LIMITS.issues),
  parties: z.array(storedPartyShape).max(LIMITS.parties),
  actors: z.array(storedActorShape),
  protocol: storedProtocolShape,
  events: z.array(storedEventShape),
  aftermath: z.unknown(),
  questions: z.array(storedTextShape),
  history: z.array(storedHistoryShape),
});
