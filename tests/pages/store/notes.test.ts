import { expect, test, vi } from "vitest";
import { AT_ONCE } from "../../../src/pages/store/pace.ts";
import { createSession, type Session } from "../../../src/pages/store/session.ts";
import { memoryPlayStorage, type PlayStorage } from "../../../src/pages/store/storage.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

async function opened(keep: PlayStorage = memoryPlayStorage()): Promise<Session> {
  const session = createSession(keep, AT_ONCE, "one");
  await session.open();
  return session;
}

const NOTES = { target: 60, plan: "aid first", notes: "they moved on the date" };

test("notes survive a reload and the way through a file", async () => {
  const keep = memoryPlayStorage();
  const session = await opened(keep);
  session.begin(["us"], "x");
  session.note(NOTES);
  expect((await opened(keep)).state.openPlay?.notes).toEqual({ us: NOTES });
  const elsewhere = await opened();
  await elsewhere.openFile(new File([session.recordText()], "record.json"));
  expect(elsewhere.state.openPlay?.notes).toEqual({ us: NOTES });
});

test("whoever plays on from a turn keeps them; a new play begins without", async () => {
  const session = await opened();
  session.begin(["us"], "x");
  session.note(NOTES);
  session.toTable();
  session.act({ kind: "answer", accepts: false });
  session.again({ turn: 1 });
  expect(session.state.openPlay?.notes).toEqual({ us: NOTES });
  session.again({ seed: "y" });
  expect(session.state.openPlay?.notes).toEqual({});
});

test("at one screen each seat writes its own", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.liftCurtain();
  const first = session.state.openPlay?.eyes ?? "";
  session.note(NOTES);
  session.act({ kind: "answer", accepts: false });
  session.liftCurtain();
  const second = session.state.openPlay?.eyes ?? "";
  expect(second).not.toBe(first);
  session.note({ plan: "mine" });
  expect(session.state.openPlay?.notes).toEqual({ [first]: NOTES, [second]: { plan: "mine" } });
});

test("behind the curtain nothing can be written down", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.note(NOTES);
  expect(session.state.openPlay?.notes).toEqual({});
});
