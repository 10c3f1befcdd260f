import { expect, test, vi } from "vitest";
import { type Keep, memoryKeep } from "../../../src/pages/session/keep.ts";
import { summaryOf } from "../../../src/pages/session/kept.ts";
import { AT_ONCE } from "../../../src/pages/session/pace.ts";
import { createSession } from "../../../src/pages/session/session.ts";
import { NO_ADDRESS, readAddress } from "../../../src/pages/start/address.ts";
import { atTheTable, goOn, keptPlay, opened, sitting } from "./at-the-table.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test("opened again after every action comes to the same end", async () => {
  const keep = memoryKeep();
  let session = await atTheTable(keep);
  const straight = await atTheTable();
  while (goOn(session)) {
    goOn(straight);
    session = await opened(keep);
    expect(session.state.screen).toBe("table");
    expect(sitting(session).play.seal).toBe(sitting(straight).play.seal);
    expect(sitting(session).play.waiting).toEqual(sitting(straight).play.waiting);
  }
});

test("keeps the draft", async () => {
  const keep = memoryKeep();
  const session = await atTheTable(keep);
  session.draft(17);
  expect(sitting(await opened(keep)).draft).toBe(17);
});

test("gives way to another tab, and takes the play back with what happened there", async () => {
  let hear = (_: string | null): void => {};
  const shelf = { text: null as string | null };
  const listening: Keep = {
    ...memoryKeep(shelf),
    onOther(listener) {
      hear = listener;
      return () => {};
    },
  };
  const first = await atTheTable(listening);
  const second = await opened(memoryKeep(shelf), AT_ONCE, "two");
  hear(shelf.text);
  expect(first.state.taken).toBe(true);
  expect(first.act({ kind: "answer", accepts: false })).toBe("not_your_turn");
  goOn(second);
  await first.takeOver();
  expect(first.state.taken).toBe(false);
  expect(sitting(first).play.seal).toBe(sitting(second).play.seal);
});

test.each(["", "{", '{"record":{}}', '{"tab":"x","record":{"parley":1}}', "[]", "null"])(
  "what is kept as %j gives way to a fresh start",
  async (text) => {
    const session = await opened(memoryKeep({ text }));
    expect(session.state).toMatchObject({ screen: "start", sitting: null });
    expect(session.state.notice?.key).toBe("notice.restored_broken");
    expect(session.state.offered).not.toBeNull();
  },
);

// An address that asks for a play while another is kept:

test("an address that asks for a play while one is kept leaves the choice to people; what is kept stays until then", async () => {
  const shelf = await keptPlay(["russia"]);
  const before = shelf.text;
  const session = createSession(memoryKeep(shelf), AT_ONCE, "two");
  await session.open(readAddress("?seat=us"));
  expect(session.state).toMatchObject({ screen: "start", sitting: null, preset: { seat: "us" } });
  session.begin(["us"], "other");
  expect(session.state.sitting).toBeNull();
  expect(shelf.text).toBe(before);
  session.replace(false);
  expect(shelf.text).toBe(before);
  await session.takeOver();
  expect(session.state.sitting?.eyes).toBe("russia");
  expect(session.state.underWay).toBeNull();
});

test("an address that asks for a play while one is kept begins at once where nothing is kept, and goes on where it asks for none", async () => {
  const fresh = createSession(memoryKeep(), AT_ONCE, "one");
  await fresh.open(readAddress("?seat=un"));
  expect(fresh.state).toMatchObject({ underWay: null, preset: { seat: "un" } });
  const again = createSession(memoryKeep(await keptPlay(["russia"])), AT_ONCE, "two");
  await again.open(NO_ADDRESS);
  expect(again.state.sitting?.eyes).toBe("russia");
});

test("an address that asks for a play while one is kept replaces it once somebody has said so; a record opened there asks as well", async () => {
  const shelf = await keptPlay(["russia"]);
  const record = summaryOf((await keptPlay(["turkey"])).text ?? "")?.record ?? "";
  const session = createSession(memoryKeep(shelf), AT_ONCE, "two");
  await session.open(readAddress("?seed=x"));
  await session.openFile(new File([record], "record.json"));
  expect(session.state.sitting).toBeNull();
  session.replace(true);
  expect(session.state.sitting?.humans).toEqual(["turkey"]);
});

test("what another version has written is no play here, stays where it is, and can be saved", async () => {
  const shelf = await keptPlay(["russia"]);
  const newer = (shelf.text ?? "").replace('"parley":1', '"parley":2');
  expect(newer).not.toBe(shelf.text);
  shelf.text = newer;
  const session = await opened(memoryKeep(shelf));
  expect(session.state).toMatchObject({ screen: "start", sitting: null, notice: { key: "notice.restored_kept" } });
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
  const shelf = await keptPlay(["russia"]);
  const kept = JSON.parse(shelf.text ?? "") as { record: object };
  const older = JSON.stringify({ ...kept, record: { ...kept.record, engine: "parley rules 0" } });
  shelf.text = older;
  const session = await opened(memoryKeep(shelf));
  expect(session.state.screen).toBe("stored");
  session.leave();
  expect(session.state.screen).toBe("start");
  expect(session.state.underWay?.seats.map(({ en }) => en)).toEqual(["Russia"]);
  expect(shelf.text).toBe(older);
});
