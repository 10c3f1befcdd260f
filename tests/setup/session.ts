import { AT_ONCE, type Pace } from "../../src/pages/store/pace.ts";
import { createSession, type Session } from "../../src/pages/store/session.ts";
import { memoryPlayStorage, type PlayStorage } from "../../src/pages/store/storage.ts";
import { type CurrentPlay, createStore, type SessionState, type Store } from "../../src/pages/store/store.ts";

/** What a test may look into, and no screen. */
interface Inside {
  readonly store: Store;
  /** The last file that was handed to the browser. */
  downloaded: string;
}

const insides = new WeakMap<Session, Inside>();

function insideOf(session: Session): Inside {
  const inside = insides.get(session);
  if (!inside) throw new Error("this session was not made by newSession");
  return inside;
}

/** A session that nothing has been opened in yet. */
export function newSession(
  storage: PlayStorage = memoryPlayStorage(),
  pace: Pace = AT_ONCE,
  tab = "one",
  fetchScreens: () => Promise<unknown> = async () => {},
): Session {
  const inside: Inside = { store: createStore(), downloaded: "" };
  const download = (text: string): void => {
    inside.downloaded = text;
  };
  const session = createSession({ storage, pace, tab, fetchScreens, download, store: inside.store });
  insides.set(session, inside);
  return session;
}

/** A session that has come to its start, or to what was saved. */
export async function opened(storage?: PlayStorage, pace?: Pace, tab?: string): Promise<Session> {
  const session = newSession(storage, pace, tab);
  await session.open();
  return session;
}

/** All that the session knows, which its screens do not. */
export function stateOf(session: Session): SessionState {
  return insideOf(session).store.state;
}

/** @throws Error where no play is on the screen */
export function currentPlayIn(session: Session): CurrentPlay {
  const { currentPlay } = stateOf(session);
  if (!currentPlay) throw new Error("no play is on the screen");
  return currentPlay;
}

/** The record of the play on the screen, as the player saves it. */
export function recordText(session: Session): string {
  session.downloadRecord();
  return insideOf(session).downloaded;
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
  const { waiting } = currentPlayIn(session).play;
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
