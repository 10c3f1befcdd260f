import * as z from "zod";
import { AFTERMATH_STATES, OUTCOMES, PROTOCOL_KINDS } from "../codes.ts";
import { LIMITS } from "../limits.ts";
import {
  amountFromZeroShape,
  asksShape,
  fractionShape,
  minutesShape,
  roundShape,
  scaleShape,
  URL_PATTERN,
} from "../shape/primitives.ts";
import {
  idShape,
  indexShape,
  storedConditionShape,
  storedEffectsShape,
  storedGroundsShape,
  storedTextOrNullShape,
  storedTextShape,
} from "./parts.ts";
import { storedPartyShape } from "./party.ts";

const grounds = storedGroundsShape;
/** ISO date, `2016-02-12`. */
const dayOrNullShape = () => z.nullable(z.iso.date());

const storedFactShape = z.strictObject({ number: z.int().min(1), text: storedTextShape });

const storedSourceShape = z.strictObject({
  id: idShape(),
  title: storedTextShape,
  outlet: storedTextOrNullShape(),
  date: dayOrNullShape(),
  language: z.nullable(z.string()),
  url: z.nullable(z.string().regex(URL_PATTERN)),
  /** The day its facts are of, when that is not the day it came out. */
  covers: dayOrNullShape(),
  facts: z.array(storedFactShape),
});

/** An id, or the number of an integer issue. */
const OPTION_ID_PATTERN = /^([a-z][a-z0-9_-]{0,63}|-?[0-9]{1,10})$/;

const storedOptionShape = z.strictObject({ id: z.string().regex(OPTION_ID_PATTERN), title: storedTextShape });

const storedIssueShape = z.strictObject({
  id: idShape(),
  title: storedTextShape,
  note: storedTextOrNullShape(),
  /** In their natural order. An integer issue has one option a step, its id the number. */
  options: z.array(storedOptionShape).min(1).max(LIMITS.optionsOfAnIssue),
  statusQuo: indexShape(),
  /** Set for an integer issue. */
  integer: z.nullable(
    z.strictObject({ from: z.int(), to: z.int(), step: z.int().min(1), unit: storedTextOrNullShape() }),
  ),
  grounds,
});

const storedProtocolShape = z.strictObject({
  kind: z.enum(PROTOCOL_KINDS),
  rounds: roundShape(),
  roundIs: storedTextOrNullShape(),
  /** Every party once, a mediator last. */
  order: z.array(indexShape()),
  binding: z.strictObject({
    /** Parties that must accept. */
    needs: z.array(indexShape()),
    /** How much acceptance binds: the sum of the weights of those who accept. */
    atLeast: z.number().min(0),
    /** By party; 1 each unless the file weighs them; 0 for a mediator. */
    weights: z.array(amountFromZeroShape()),
    grounds,
  }),
  mediator: z.nullable(z.strictObject({ party: indexShape(), asks: asksShape(), textFrom: roundShape() })),
  /** Probability that the table learns of a sounding. */
  leak: fractionShape(),
});

const storedEventShape = z.strictObject({
  id: idShape(),
  news: storedTextShape,
  /** Happened in history (cites) or is made up for the simulation (why): they always look different. */
  historical: z.boolean(),
  when: storedConditionShape,
  /** Probability, drawn once in each interval in which `when` holds until the event happens; 1: certain. */
  chance: fractionShape(),
  effects: storedEffectsShape,
  grounds,
});

/** A force on the ground. Nothing at the table reads it; the aftermath will. */
const storedActorShape = z.strictObject({
  id: idShape(),
  name: storedTextShape,
  patron: z.nullable(indexShape()),
  party: z.nullable(indexShape()),
  influence: z.tuple([fractionShape(), fractionShape()]),
  grounds,
});

const storedHistoryShape = z.strictObject({
  table: z.enum(OUTCOMES),
  /** Option index by issue; null where the table did not sign, or an issue was left open. */
  terms: z.array(z.nullable(indexShape())),
  aftermath: z.nullable(z.enum(AFTERMATH_STATES)),
  text: storedTextOrNullShape(),
  grounds,
});

/** A scenario as it stands in a record. `Scenario` is inferred from it. */
export const storedScenarioShape = z.strictObject({
  parley: z.literal(1),
  id: idShape(),
  title: storedTextShape,
  summary: storedTextOrNullShape(),
  /** Said before play: what the subject matter is. */
  notice: storedTextOrNullShape(),
  /** Minutes that a play is expected to take; null: not said. */
  minutes: z.nullable(minutesShape()),
  place: storedTextOrNullShape(),
  /** The day of the table. */
  when: dayOrNullShape(),
  /** What a party's best package is worth if its weights sum to it. Screens show worth · 100 / scale. */
  scale: scaleShape(),
  sources: z.array(storedSourceShape),
  issues: z.array(storedIssueShape).min(1).max(LIMITS.issues),
  parties: z.array(storedPartyShape).max(LIMITS.parties),
  actors: z.array(storedActorShape),
  protocol: storedProtocolShape,
  events: z.array(storedEventShape),
  /** Kept as the file has it; read by the aftermath, later. */
  aftermath: z.unknown(),
  questions: z.array(storedTextShape),
  history: z.array(storedHistoryShape),
});
