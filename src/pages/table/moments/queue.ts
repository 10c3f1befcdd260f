import type { LogLine } from "../../../table/view/log.ts";

type LineOf<Kind extends LogLine["kind"]> = LogLine & { readonly kind: Kind };

/** What a moment may tell: each kind is one card. */
type MomentOf =
  /** All answers to a package have been opened. */
  | {
      readonly kind: "vote";
      readonly answers: LineOf<"answers">;
      /** What put the package on the floor; null: the final call. */
      readonly statement: LineOf<"statement"> | null;
      /** What each party had on the table before that; −1: nothing. Parties that have never said anything are missing. */
      readonly before: readonly number[];
      /** What it did to the seat's trust in others, from the statement on. */
      readonly trust: readonly LineOf<"trust">[];
    }
  /** Events of the file that happened in one interval, by index. */
  | { readonly kind: "news"; readonly events: readonly number[]; readonly round: number }
  /** The seat's own position has changed. */
  | { readonly kind: "cable"; readonly from: number; readonly to: number; readonly round: number };

/** Something that interrupts one seat: everything stops until the player goes on. */
export type Interruption = MomentOf & {
  /** Lines of the seat's log that it has been told of once it goes on. */
  readonly through: number;
};

/** What each party has on the table before a line of the log. */
function standingAt(log: readonly LogLine[], at: number): number[] {
  const standing: number[] = [];
  for (const line of log.slice(0, at)) {
    if (line.kind !== "statement") continue;
    if (line.package >= 0) standing[line.party] = line.package;
    else if (line.says === "WALK_OUT") standing[line.party] = -1;
  }
  return standing;
}

function trustIn(lines: readonly LogLine[]): LineOf<"trust">[] {
  return lines.filter((line) => line.kind === "trust");
}

/** Changes of trust that follow a line at once: they are its doing. */
function trustAfter(log: readonly LogLine[], at: number): LineOf<"trust">[] {
  const rest = log.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind !== "trust");
  return trustIn(end < 0 ? rest : rest.slice(0, end));
}

function voteAt(log: readonly LogLine[], at: number, answers: LineOf<"answers">): MomentOf {
  const put = answers.final ? -1 : log.findLastIndex((line, index) => index < at && line.kind === "statement");
  const statement = log[put];
  return {
    kind: "vote",
    answers,
    statement: statement?.kind === "statement" ? statement : null,
    before: standingAt(log, put < 0 ? at : put),
    trust: trustIn(log.slice(put < 0 ? at : put, at)).concat(trustAfter(log, at)),
  };
}

/** What a line begins to tell, for a seat; null: it interrupts nobody, or goes on with what an earlier line began. */
function beganBy(log: readonly LogLine[], at: number, seat: number): MomentOf | null {
  const line = log[at];
  switch (line?.kind) {
    case "answers":
      return voteAt(log, at, line);
    case "move":
      return line.party === seat ? { kind: "cable", from: line.from, to: line.to, round: line.round } : null;
    case "news": {
      const before = log[at - 1];
      if (before?.kind === "news" && before.round === line.round) return null;
      const rest = log.slice(at).flatMap((one, index) => (one.kind === "news" ? [{ event: one.event, index }] : []));
      const events = rest.flatMap(({ event, index }, place) => (index === place ? [event] : []));
      return { kind: "news", events, round: line.round };
    }
    default:
      return null;
  }
}

/**
 * What interrupts a seat, in the order in which it happened: the one place that decides it. What lies between two moments is told
 * with the earlier one.
 * @param log the seat's own, as it reads it while nothing is open
 * @param seat index of the party; −1 an onlooker
 * @param from lines that it has been told of already
 */
export function momentsIn(log: readonly LogLine[], seat: number, from: number): readonly Interruption[] {
  const begun = log.flatMap((_, at) => {
    const moment = at < from ? null : beganBy(log, at, seat);
    return moment ? [{ moment, at }] : [];
  });
  return begun.map(({ moment }, index) => ({ ...moment, through: begun[index + 1]?.at ?? log.length }));
}
