import type { Outcome } from "../../scenario/codes.ts";
import { isAside, isStatement, type Statement } from "../events.ts";
import type { TableModel } from "../model.ts";
import type { Reasons } from "../party/reasons.ts";
import { type AsideLine, asideLine } from "../rules/asides.ts";
import { isPutAgain, packagePut } from "../rules/holds.ts";
import type { TranscriptEntry } from "../run/runner.ts";
import { ANSWER, isEnded, MOVED_AS } from "../state.ts";

/** One answer as it was opened. `reasons` is there for the answerer's own side, and for everyone once all is open. */
export interface LogAnswer {
  readonly party: number;
  readonly accepts: boolean;
  /** Bound by a standing offer of its own, so that it was not asked. */
  readonly bound: boolean;
  /** Has walked out: an empty chair refuses. */
  readonly absent: boolean;
  readonly named: readonly number[];
  readonly red: readonly number[];
  readonly reasons: Reasons | null;
}

/** What a line tells. */
type Told =
  | {
      readonly kind: "statement";
      readonly party: number;
      readonly says: Statement["type"];
      /** −1 where nothing is put on the floor. */
      readonly package: number;
      /** Whose offer is taken up; −1: none is. */
      readonly of: number;
      readonly position: number;
    }
  | {
      readonly kind: "answers";
      readonly package: number;
      readonly by: number;
      readonly final: boolean;
      readonly answers: readonly LogAnswer[];
      readonly signed: boolean;
    }
  | AsideLine
  | { readonly kind: "news"; readonly event: number }
  | { readonly kind: "move"; readonly party: number; readonly from: number; readonly to: number }
  | { readonly kind: "end"; readonly outcome: Outcome };

/** One line of the log: what happened, as one reader may know it. */
export type LogLine = { readonly turn: number; readonly round: number } & Told;

/** Who reads: −1 an onlooker. `open`: after the play, or an onlooker who may see all. */
interface Reader {
  readonly seat: number;
  readonly open: boolean;
}

/** What the log has told so far that later lines hang on. */
interface SoFar {
  /** The standing offer of each party; −1: none. */
  readonly standing: number[];
  readonly gone: Set<number>;
  /** The answers given to what is on the floor. */
  answers: TranscriptEntry[];
}

function statementLine(event: Statement, standing: readonly number[]): Told {
  const { party, position } = event;
  if (isPutAgain(standing, event)) return { kind: "statement", party, says: "PASS", package: -1, of: -1, position };
  const of = event.type === "TAKE_UP" ? event.of : -1;
  return { kind: "statement", party, says: event.type, package: packagePut(standing, event), of, position };
}

function noteStatement({ standing, gone }: SoFar, event: Statement): void {
  const pack = packagePut(standing, event);
  if (pack >= 0) standing[event.party] = pack;
  if (event.type !== "WALK_OUT") return;
  standing[event.party] = -1;
  gone.add(event.party);
}

function answersFor(
  model: TableModel,
  count: NonNullable<TranscriptEntry["count"]>,
  { answers, gone }: SoFar,
  reader: Reader,
): LogAnswer[] {
  return model.voters.flatMap((party) => {
    if (party === count.by) return [];
    const entry = answers.find(({ event }) => event.type === "ANSWER" && event.party === party);
    const said = entry?.event.type === "ANSWER" ? entry.event : null;
    return [
      {
        party,
        accepts: count.answers[party] === ANSWER.accepts,
        bound: !said && !gone.has(party),
        absent: gone.has(party),
        named: said ? [...said.named] : [],
        red: said ? [...said.red] : [],
        reasons: entry && (reader.open || reader.seat === party) ? entry.reasons : null,
      },
    ];
  });
}

function countLine(model: TableModel, entry: TranscriptEntry, soFar: SoFar, reader: Reader): Told[] {
  const { count, floor } = entry;
  if (!count) return [];
  const answers = answersFor(model, count, soFar, reader);
  const final = count.as === MOVED_AS.final;
  return [{ kind: "answers", package: count.package, by: count.by, final, answers, signed: floor === "signed" }];
}

/** The reply to a sounding follows it at once; 0: it has not come. */
function replyIn(next: TranscriptEntry | undefined): number {
  return next?.event.type === "REPLY" ? next.event.word : 0;
}

function linesOfEntry(
  model: TableModel,
  entry: TranscriptEntry,
  next: TranscriptEntry | undefined,
  soFar: SoFar,
  { seat, open }: Reader,
): Told[] {
  const { event, floor } = entry;
  const lines: Told[] = entry.happened.map((happened) => ({ kind: "news", event: happened }));
  for (const move of entry.moves) if (open || seat === move.party) lines.push({ kind: "move", ...move });
  if (isStatement(event)) {
    lines.push(statementLine(event, soFar.standing));
    noteStatement(soFar, event);
    soFar.answers = [];
  } else if (isAside(event)) {
    const involved = open || seat === event.party || ("of" in event && seat === event.of);
    const line = asideLine(event, { involved, leaked: entry.leaked, reply: replyIn(next) });
    if (line) lines.push(line);
  } else if (event.type === "ANSWER") {
    soFar.answers.push(entry);
  } else if (entry.count) {
    lines.push(...countLine(model, entry, soFar, { seat, open }));
    soFar.answers = [];
  }
  if (isEnded(floor)) lines.push({ kind: "end", outcome: floor });
  return lines;
}

/**
 * The log of a table as one reader may see it: answers when they are opened, soundings to those who took part or when they
 * leaked, moves of position to their own side.
 * @param seat index of the party; −1 an onlooker
 * @param open after the play, or for an onlooker who may see all
 */
export function logFor(model: TableModel, entries: readonly TranscriptEntry[], seat: number, open: boolean): LogLine[] {
  const soFar: SoFar = { standing: new Array<number>(model.parties).fill(-1), gone: new Set(), answers: [] };
  return entries.flatMap((entry, index) => {
    const { turn, round } = entry;
    return linesOfEntry(model, entry, entries[index + 1], soFar, { seat, open }).map((told) => ({
      turn,
      round,
      ...told,
    }));
  });
}
