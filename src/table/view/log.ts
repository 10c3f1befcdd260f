import type { Aside, Statement, TableEvent } from "../events.ts";
import type { TableModel } from "../model.ts";
import type { Reasons } from "../party/reasons.ts";
import type { TranscriptEntry } from "../run/runner.ts";
import { ANSWER } from "../state.ts";

/** One answer as it was opened. `reasons` is there for the answerer's own side, and for everyone once all is open. */
export interface LogAnswer {
  readonly party: number;
  readonly accepts: boolean;
  /** Bound by a standing offer of its own, so that nobody asked. */
  readonly bound: boolean;
  /** Has walked out: an empty chair refuses. */
  readonly absent: boolean;
  readonly named: readonly number[];
  readonly red: readonly number[];
  readonly reasons: Reasons | null;
}

/** One line of the record of the table as a seat may read it. */
export type LogLine = { readonly turn: number; readonly round: number } & (
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
  | {
      readonly kind: "sounding";
      readonly by: number;
      readonly of: number;
      readonly issue: number;
      readonly option: number;
      readonly package: number;
      readonly leaked: boolean;
      /** 0 where the reply is not for this seat, or has not come. */
      readonly reply: number;
    }
  | { readonly kind: "commitment"; readonly party: number; readonly issue: number; readonly option: number }
  | { readonly kind: "press"; readonly party: number; readonly lever: number }
  | { readonly kind: "news"; readonly event: number }
  | { readonly kind: "move"; readonly party: number; readonly from: number; readonly to: number }
  | { readonly kind: "end"; readonly outcome: "signed" | "broken" | "expired" }
);

const STATEMENTS: readonly TableEvent["type"][] = ["OFFER", "TAKE_UP", "TEXT", "ASK_TEXT", "PASS", "WALK_OUT"];

function isStatement(event: TableEvent): event is Statement {
  return STATEMENTS.includes(event.type);
}

/** Who reads: −1 an onlooker. `open`: after the play, or an onlooker who may see all. */
interface Reader {
  readonly seat: number;
  readonly open: boolean;
}

function answersFor(
  model: TableModel,
  count: NonNullable<TranscriptEntry["count"]>,
  given: readonly TranscriptEntry[],
  reader: Reader,
  gone: ReadonlySet<number>,
): LogAnswer[] {
  return model.voters.flatMap((party) => {
    if (party === count.by) return [];
    const entry = given.find(({ event }) => event.type === "ANSWER" && event.party === party);
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

function asideFor(event: Aside, leaked: boolean, reply: number, reader: Reader): LogLine[] {
  const at = { turn: 0, round: 0 };
  if (event.type === "COMMIT") {
    return [{ ...at, kind: "commitment", party: event.party, issue: event.issue, option: event.option }];
  }
  if (event.type === "PRESS") return [{ ...at, kind: "press", party: event.party, lever: event.lever }];
  const involved = reader.open || reader.seat === event.party || reader.seat === event.of;
  if (!involved && !leaked) return [];
  const { of, issue, option, package: pack } = event;
  return [
    { ...at, kind: "sounding", by: event.party, of, issue, option, package: pack, leaked, reply: involved ? reply : 0 },
  ];
}

function replyAfter(entries: readonly TranscriptEntry[], at: number): number {
  const next = entries[at + 1]?.event;
  return next?.type === "REPLY" ? next.word : 0;
}

/** `passed`: what stands already was offered or taken up again, which is a pass. */
function statementLine(event: Statement, standing: ReadonlyMap<number, number>, passed: boolean): LogLine {
  const { party, position } = event;
  const at = { turn: 0, round: 0, kind: "statement", party, position } as const;
  if (passed) return { ...at, says: "PASS", package: -1, of: -1 };
  const of = event.type === "TAKE_UP" ? event.of : -1;
  const pack = event.type === "TAKE_UP" ? (standing.get(event.of) ?? -1) : "package" in event ? event.package : -1;
  return { ...at, says: event.type, package: pack, of };
}

/**
 * The record of the table as one reader may see it: answers when they are opened, soundings to those who took part or when
 * they leaked, moves of position to their own side.
 * @param seat index of the party; −1 an onlooker
 * @param open after the play, or for an onlooker who may see all
 */
export function logFor(model: TableModel, entries: readonly TranscriptEntry[], seat: number, open: boolean): LogLine[] {
  const reader: Reader = { seat, open };
  const told: LogLine[] = [];
  const standing = new Map<number, number>();
  const gone = new Set<number>();
  let given: TranscriptEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const { turn, round, event } = entry;
    const lines: LogLine[] = [];
    const at = { turn, round };
    for (const happened of entry.happened) lines.push({ ...at, kind: "news", event: happened });
    for (const move of entry.moves) if (open || seat === move.party) lines.push({ ...at, kind: "move", ...move });
    if (isStatement(event)) {
      const put = event.type === "OFFER" || event.type === "TAKE_UP";
      lines.push(statementLine(event, standing, put && entry.floor === "closing"));
      const line = lines[lines.length - 1];
      if (line?.kind === "statement" && line.package >= 0) standing.set(event.party, line.package);
      if (event.type === "WALK_OUT") gone.add(event.party);
      given = [];
    } else if (event.type === "SOUND_OUT" || event.type === "COMMIT" || event.type === "PRESS") {
      lines.push(...asideFor(event, entry.leaked, replyAfter(entries, index), reader));
    } else if (event.type === "ANSWER") {
      given.push(entry);
    } else if (entry.count) {
      const { package: pack, by, as } = entry.count;
      const answers = answersFor(model, entry.count, given, reader, gone);
      lines.push({
        ...at,
        kind: "answers",
        package: pack,
        by,
        final: as === 3,
        answers,
        signed: entry.floor === "signed",
      });
      given = [];
    }
    if (entry.floor === "signed" || entry.floor === "broken" || entry.floor === "expired") {
      lines.push({ ...at, kind: "end", outcome: entry.floor });
    }
    for (const line of lines) told.push({ ...line, turn, round });
  }
  return told;
}
