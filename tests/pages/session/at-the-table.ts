import { type Keep, memoryKeep } from "../../../src/pages/session/keep.ts";
import { AT_ONCE, type Pace } from "../../../src/pages/session/pace.ts";
import { createSession, type Session } from "../../../src/pages/session/session.ts";

/** A session that has come to its start, or to what was kept. */
export async function opened(keep: Keep = memoryKeep(), pace: Pace = AT_ONCE, tab = "one"): Promise<Session> {
  const session = createSession(keep, pace, tab);
  await session.open();
  return session;
}

/** @throws Error where nobody sits at the table */
export function sitting(session: Session) {
  const { sitting: found } = session.state;
  if (!found) throw new Error("nobody sits at the table");
  return found;
}

/** The United States, at their first decision. */
export async function atTheTable(keep: Keep = memoryKeep(), pace: Pace = AT_ONCE): Promise<Session> {
  const session = await opened(keep, pace);
  session.begin(["us"], "a seed");
  session.toTable();
  return session;
}

/** Refuses everything and passes: any legal way on will do. */
export function goOn(session: Session): boolean {
  const { waiting } = sitting(session).play;
  if (waiting?.kind === "over") return false;
  const closed = session.act(waiting?.kind === "answers" ? { kind: "answer", accepts: false } : { kind: "pass" });
  if (closed) throw new Error(closed);
  return true;
}

/** What is kept of a play that these have just sat down to. */
export async function keptPlay(humans: readonly string[]) {
  const shelf = { text: null as string | null };
  const session = createSession(memoryKeep(shelf), AT_ONCE, "one");
  await session.open();
  session.begin(humans, "kept");
  return shelf;
}
