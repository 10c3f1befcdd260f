import { expect, test } from "vitest";
import { memoryPlayStorage } from "../../../src/pages/store/storage.ts";
import { currentPlayIn, opened, recordText } from "../../setup/session.ts";

const NOTES = { target: 60, plan: "aid first", notes: "they moved on the date" };

test("notes survive a reload and the way through a file", async () => {
  const storage = memoryPlayStorage();
  const session = await opened(storage);
  session.begin(["us"], "x");
  session.note(NOTES);
  expect(currentPlayIn(await opened(storage)).notes).toEqual({ us: NOTES });
  const elsewhere = await opened();
  await elsewhere.openFile(new File([recordText(session)], "record.json"));
  expect(currentPlayIn(elsewhere).notes).toEqual({ us: NOTES });
});

test("a play that goes on from one of its turns has them; a new one begins without", async () => {
  const session = await opened();
  session.begin(["us"], "x");
  session.note(NOTES);
  session.toTable();
  session.act({ kind: "answer", accepts: false });
  session.again({ turn: 1 });
  expect(currentPlayIn(session).notes).toEqual({ us: NOTES });
  session.again({ seed: "y" });
  expect(currentPlayIn(session).notes).toEqual({});
});

test("at one screen each seat writes its own", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.liftCurtain();
  const first = currentPlayIn(session).eyes ?? "";
  session.note(NOTES);
  session.act({ kind: "answer", accepts: false });
  session.liftCurtain();
  const second = currentPlayIn(session).eyes ?? "";
  expect(second).not.toBe(first);
  session.note({ plan: "mine" });
  expect(currentPlayIn(session).notes).toEqual({ [first]: NOTES, [second]: { plan: "mine" } });
});

test("behind the curtain nothing can be written down", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.note(NOTES);
  expect(currentPlayIn(session).notes).toEqual({});
});
