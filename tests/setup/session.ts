import { AT_ONCE, type Pace } from "../../src/pages/store/pace.ts";
import { createSession, type Session } from "../../src/pages/store/session.ts";
import { memoryPlayStorage, type PlayStorage } from "../../src/pages/store/storage.ts";

/** A session that nothing has been opened in yet. */
export function newSession(
  storage: PlayStorage = memoryPlayStorage(),
  pace: Pace = AT_ONCE,
  tab = "one",
  fetchScreens?: () => Promise<unknown>,
): Session {
  return createSession(storage, pace, tab, fetchScreens);
}

/** A session that has come to its start, or to what was saved. */
export async function opened(storage?: PlayStorage, pace?: Pace, tab?: string): Promise<Session> {
  const session = newSession(storage, pace, tab);
  await session.open();
  return session;
}

/** @throws Error where no play is on the screen */
export function openPlayIn(session: Session) {
  const { openPlay } = session.state;
  if (!openPlay) throw new Error("no play is on the screen");
  return openPlay;
}

/** The United States, at their first decision. */
export async function atTheTable(storage?: PlayStorage, pace?: Pace): Promise<Session> {
  const session = await opened(storage, pace);
  session.begin(["us"], "a seed");
  session.toTable();
  return session;
}

/** Refuses everything and passes: any legal way on will do. False once the play is over. */
export function goOn(session: Session): boolean {
  const { waiting } = openPlayIn(session).play;
  if (waiting?.kind === "over") return false;
  const closed = session.act(waiting?.kind === "answers" ? { kind: "answer", accepts: false } : { kind: "pass" });
  if (closed) throw new Error(closed);
  return true;
}

/** What is saved of a play that players of these seats have just begun. */
export async function savedPlay(humans: readonly string[]): Promise<{ text: string | null }> {
  const memory = { text: null };
  const session = await opened(memoryPlayStorage(memory));
  session.begin(humans, "kept");
  return memory;
}
