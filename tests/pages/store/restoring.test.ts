import { expect, test, vi } from "vitest";
import { NO_ADDRESS, readAddress } from "../../../src/pages/store/address.ts";
import { AT_ONCE } from "../../../src/pages/store/pace.ts";
import { savedPlaySummary } from "../../../src/pages/store/saved-play.ts";
import { createSession } from "../../../src/pages/store/session.ts";
import { memoryPlayStorage, type PlayStorage } from "../../../src/pages/store/storage.ts";
import { atTheTable, goOn, opened, openPlayIn, savedPlay } from "./at-the-table.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test("opened again after every action comes to the same end", async () => {
  const keep = memoryPlayStorage();
  let session = await atTheTable(keep);
  const straight = await atTheTable();
  while (goOn(session)) {
    goOn(straight);
    session = await opened(keep);
    expect(session.state.screen).toBe("table");
    expect(openPlayIn(session).play.seal).toBe(openPlayIn(straight).play.seal);
    expect(openPlayIn(session).play.waiting).toEqual(openPlayIn(straight).play.waiting);
  }
});

test("keeps the draft", async () => {
  const keep = memoryPlayStorage();
  const session = await atTheTable(keep);
  session.draft(17);
  expect(openPlayIn(await opened(keep)).draft).toBe(17);
});

test("gives way to another tab, and takes the play back with what happened there", async () => {
  let hear = (_: string | null): void => {};
  const shelf = { text: null as string | null };
  const listening: PlayStorage = {
    ...memoryPlayStorage(shelf),
    onOther(listener) {
      hear = listener;
      return () => {};
    },
  };
  const first = await atTheTable(listening);
  const second = await opened(memoryPlayStorage(shelf), AT_ONCE, "two");
  hear(shelf.text);
  expect(first.state.taken).toBe(true);
  expect(first.act({ kind: "answer", accepts: false })).toBe("not_your_turn");
  goOn(second);
  await first.takeOver();
  expect(first.state.taken).toBe(false);
  expect(openPlayIn(first).play.seal).toBe(openPlayIn(second).play.seal);
});

test.each(["", "{", '{"record":{}}', '{"tab":"x","record":{"parley":1}}', "[]", "null"])(
  "what is kept as %j gives way to a fresh start",
  async (text) => {
    const session = await opened(memoryPlayStorage({ text }));
    expect(session.state).toMatchObject({ screen: "start", openPlay: null });
    expect(session.state.notice?.key).toBe("notice.restored_broken");
    expect(session.state.offered).not.toBeNull();
  },
);

// An address that asks for a play while another is kept:

test("an address that asks for a play while one is kept leaves the choice to people; what is kept stays until then", async () => {
  const shelf = await savedPlay(["russia"]);
  const before = shelf.text;
  const session = createSession(memoryPlayStorage(shelf), AT_ONCE, "two");
  await session.open(readAddress("?seat=us"));
  expect(session.state).toMatchObject({ screen: "start", openPlay: null, preset: { seat: "us" } });
  session.begin(["us"], "other");
  expect(session.state.openPlay).toBeNull();
  expect(shelf.text).toBe(before);
  session.replace(false);
  expect(shelf.text).toBe(before);
  await session.takeOver();
  expect(session.state.openPlay?.eyes).toBe("russia");
  expect(session.state.underWay).toBeNull();
});

test("an address that asks for a play while one is kept begins at once where nothing is kept, and goes on where it asks for none", async () => {
  const fresh = createSession(memoryPlayStorage(), AT_ONCE, "one");
  await fresh.open(readAddress("?seat=un"));
  expect(fresh.state).toMatchObject({ underWay: null, preset: { seat: "un" } });
  const again = createSession(memoryPlayStorage(await savedPlay(["russia"])), AT_ONCE, "two");
  await again.open(NO_ADDRESS);
  expect(again.state.openPlay?.eyes).toBe("russia");
});

test("an address that asks for a play while one is kept replaces it once somebody has said so; a record opened there asks as well", async () => {
  const shelf = await savedPlay(["russia"]);
  const record = savedPlaySummary((await savedPlay(["turkey"])).text ?? "")?.record ?? "";
  const session = createSession(memoryPlayStorage(shelf), AT_ONCE, "two");
  await session.open(readAddress("?seed=x"));
  await session.openFile(new File([record], "record.json"));
  expect(session.state.openPlay).toBeNull();
  session.replace(true);
  expect(session.state.openPlay?.humans).toEqual(["turkey"]);
});

test("what another version has written is no play here, stays where it is, and can be saved", async () => {
  const shelf = await savedPlay(["russia"]);
  const newer = (shelf.text ?? "").replace('"parley":1', '"parley":2');
  expect(newer).not.toBe(shelf.text);
  shelf.text = newer;
  const session = await opened(memoryPlayStorage(shelf));
  expect(session.state).toMatchObject({ screen: "start", openPlay: null, notice: { key: "notice.restored_kept" } });
  expect(JSON.parse(session.state.underWay?.record ?? "")).toMatchObject({ parley: 2 });
  session.begin(["us"], "x");
  expect(session.state.replacing).not.toBeNull();
  session.replace(false);
  await session.takeOver();
  expect(session.state).toMatchObject({ screen: "start", notice: { key: "notice.restored_kept" } });
  expect(session.state.offered).not.toBeNull();
  expect(shelf.text).toBe(newer);
});

test("a play that was kept under other rules is shown, and nobody loses it by going back", async () => {
  const shelf = await savedPlay(["russia"]);
  const kept = JSON.parse(shelf.text ?? "") as { record: object };
  const older = JSON.stringify({ ...kept, record: { ...kept.record, engine: "parley rules 0" } });
  shelf.text = older;
  const session = await opened(memoryPlayStorage(shelf));
  expect(session.state.screen).toBe("stored");
  session.leave();
  expect(session.state.screen).toBe("start");
  expect(session.state.underWay?.seats.map(({ en }) => en)).toEqual(["Russia"]);
  expect(shelf.text).toBe(older);
});
