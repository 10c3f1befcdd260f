import { AT_ONCE, type Pace } from "../../../src/pages/store/pace.ts";
import { createSession, type Session } from "../../../src/pages/store/session.ts";
import { memoryPlayStorage, type PlayStorage } from "../../../src/pages/store/storage.ts";

/** A session that has come to its start, or to what was kept. */
export async function opened(
  keep: PlayStorage = memoryPlayStorage(),
  pace: Pace = AT_ONCE,
  tab = "one",
): Promise<Session> {
  const session = createSession(keep, pace, tab);
  await session.open();
  return session;
}

/** @throws Error where nobody sits at the table */
export function openPlayIn(session: Session) {
  const { openPlay: found } = session.state;
  if (!found) throw new Error("nobody sits at the table");
  return found;
}

/** The United States, at their first decision. */
export async function atTheTable(keep: PlayStorage = memoryPlayStorage(), pace: Pace = AT_ONCE): Promise<Session> {
  const session = await opened(keep, pace);
  session.begin(["us"], "a seed");
  session.toTable();
  return session;
}

/** Refuses everything and passes: any legal way on will do. */
export function goOn(session: Session): boolean {
  const { waiting } = openPlayIn(session).play;
  if (waiting?.kind === "over") return false;
  const closed = session.act(waiting?.kind === "answers" ? { kind: "answer", accepts: false } : { kind: "pass" });
  if (closed) throw new Error(closed);
  return true;
}

/** What is kept of a play that these have just sat down to. */
export async function savedPlay(humans: readonly string[]) {
  const shelf = { text: null as string | null };
  const session = createSession(memoryPlayStorage(shelf), AT_ONCE, "one");
  await session.open();
  session.begin(humans, "kept");
  return shelf;
}
