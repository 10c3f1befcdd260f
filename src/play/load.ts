import { at } from "../exact/at.ts";
import { parseStored } from "../scenario/stored/parse.ts";
import type { PlayRecord } from "./record.ts";
import { recordShape } from "./stored.ts";

/** A record read from text of unknown origin: the record, or everything that is wrong with it. */
export type LoadedRecord = { readonly record: PlayRecord } | { readonly problems: readonly string[] };

/** Longer texts are no record: the longest plays keep to a tenth of this. */
export const RECORD_LIMIT = 10_000_000;

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
  const senders = (record.envelopes ?? []).flatMap(({ party }, place) =>
    known.has(party) ? [] : [`/envelopes/${place}/party: "${party}"`],
  );
  const authors = Object.keys(record.notes ?? {}).filter((party) => !known.has(party));
  return [
    ...seats.map((party) => `/acts/0/seats: "${party}"`),
    ...actors.slice(0, 20),
    ...senders,
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
  const act = at(shaped.data.acts, 0);
  const read = parseStored(act.scenario);
  if ("problems" in read) return { problems: read.problems.map((problem) => `/acts/0/scenario${problem}`) };
  const record: PlayRecord = { ...shaped.data, acts: [{ ...act, scenario: read.scenario }] };
  const problems = unknownParties(record);
  return problems.length > 0 ? { problems } : { record };
}
