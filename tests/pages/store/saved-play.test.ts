import { describe, expect, test } from "vitest";
import { NO_ADDRESS, readAddress } from "../../../src/pages/store/address.ts";
import { AT_ONCE } from "../../../src/pages/store/pace.ts";
import { waitingPlayIn } from "../../../src/pages/store/saved-play.ts";
import { memoryPlayStorage, type PlayStorage, type SaveReach } from "../../../src/pages/store/storage.ts";
import { atTheTable, currentPlayIn, goOn, newSession, opened, savedPlay, stateOf } from "../../setup/session.ts";

describe("what is said of a saved play", () => {
  test("is its title and who of it is played by people", async () => {
    const { text } = await savedPlay(["us", "turkey"]);
    const summary = waitingPlayIn(text ?? "");
    expect(summary?.title.en).toContain("Munich");
    expect(summary?.seats.map(({ en }) => en)).toEqual(["United States", "Turkey"]);
    expect(JSON.parse(summary?.record ?? "")).toHaveProperty("seal");
  });

  test.each([
    "",
    "{}",
    "[]",
    '{"record":{}}',
    '{"record":{"acts":{}}}',
    '{"record":{"acts":[null]}}',
    '{"record":{"acts":[{"scenario":{"title":{"en":3}}}]}}',
  ])("is nothing where it is none: %s", (text) => expect(waitingPlayIn(text)).toBeNull());

  test("leaves out whatever is odd in it", () => {
    const scenario = {
      title: { en: "T" },
      parties: [null, { id: 3 }, { id: "a", name: "A" }, { id: "b", name: { en: "B" } }],
    };
    const record = { acts: [{ scenario, seats: { b: { by: "human" }, a: 7 } }] };
    expect(waitingPlayIn(JSON.stringify({ record }))?.seats).toEqual([{ en: "B" }]);
  });
});

test("a storage that refuses is told, and nothing else changes", async () => {
  const session = await atTheTable({ ...memoryPlayStorage(), write: () => "nowhere" });
  expect(session.state.notice?.key).toBe("notice.storage");
  expect(goOn(session)).toBe(true);
  session.dismiss();
  expect(session.state.notice).toBeNull();
});

function refusing(reach: () => SaveReach): PlayStorage {
  return { ...memoryPlayStorage(), write: reach };
}

test("that a play is saved for this tab only is said once a play, and again when that changes", async () => {
  let reach: SaveReach = "in this tab";
  const session = await atTheTable(refusing(() => reach));
  expect(session.state.notice?.key).toBe("notice.storage.tab");
  session.dismiss();
  goOn(session);
  expect(session.state.notice).toBeNull();
  reach = "nowhere";
  goOn(session);
  expect(session.state.notice?.key).toBe("notice.storage");
  session.again({});
  expect(session.state.notice?.key).toBe("notice.storage");
});

test("opened again after every action comes to the same end", async () => {
  const storage = memoryPlayStorage();
  let session = await atTheTable(storage);
  const straight = await atTheTable();
  while (goOn(session)) {
    goOn(straight);
    session = await opened(storage);
    expect(session.state.screen).toBe("table");
    expect(currentPlayIn(session).play.seal).toBe(currentPlayIn(straight).play.seal);
    expect(currentPlayIn(session).play.waiting).toEqual(currentPlayIn(straight).play.waiting);
  }
});

test("saves the draft", async () => {
  const storage = memoryPlayStorage();
  const session = await atTheTable(storage);
  session.draft(17);
  expect(currentPlayIn(await opened(storage)).draft).toBe(17);
});

test("gives way to another tab, and takes the play back with what happened there", async () => {
  let hear = (_: string | null): void => {};
  const memory = { text: null as string | null };
  const listening: PlayStorage = {
    ...memoryPlayStorage(memory),
    onOther(listener) {
      hear = listener;
      return () => {};
    },
  };
  const first = await atTheTable(listening);
  const second = await opened(memoryPlayStorage(memory), AT_ONCE, "two");
  hear(memory.text);
  expect(first.state.taken).toBe(true);
  expect(first.act({ kind: "answer", accepts: false })).toBe("not_your_turn");
  goOn(second);
  await first.takeOver();
  expect(first.state.taken).toBe(false);
  expect(currentPlayIn(first).play.seal).toBe(currentPlayIn(second).play.seal);
});

test.each(["", "{", '{"record":{}}', '{"tab":"x","record":{"parley":1}}', "[]", "null"])(
  "what is saved as %j gives way to a fresh start",
  async (text) => {
    const session = await opened(memoryPlayStorage({ text }));
    expect(session.state).toMatchObject({ screen: "start", play: null });
    expect(session.state.notice?.key).toBe("notice.restored_broken");
    expect(session.state.offered).not.toBeNull();
  },
);

// An address that asks for a play while another is saved:

test("an address that asks for a play while one is saved leaves the choice to the player; what is saved stays until then", async () => {
  const memory = await savedPlay(["russia"]);
  const before = memory.text;
  const session = newSession(memoryPlayStorage(memory), AT_ONCE, "two");
  await session.open(readAddress("?seat=us"));
  expect(session.state).toMatchObject({ screen: "start", play: null, preset: { seat: "us" } });
  session.begin(["us"], "other");
  expect(session.state.play).toBeNull();
  expect(memory.text).toBe(before);
  session.replace(false);
  expect(memory.text).toBe(before);
  await session.takeOver();
  expect(currentPlayIn(session).eyes).toBe("russia");
  expect(session.state.savedPlay).toBeNull();
});

test("an address that asks for a play while one is saved begins at once where nothing is saved, and goes on where it asks for none", async () => {
  const fresh = newSession();
  await fresh.open(readAddress("?seat=un"));
  expect(fresh.state).toMatchObject({ savedPlay: null, preset: { seat: "un" } });
  const again = newSession(memoryPlayStorage(await savedPlay(["russia"])), AT_ONCE, "two");
  await again.open(NO_ADDRESS);
  expect(currentPlayIn(again).eyes).toBe("russia");
});

test("an address that asks for a play while one is saved replaces it once the player has said so; a record opened there asks as well", async () => {
  const memory = await savedPlay(["russia"]);
  const record = waitingPlayIn((await savedPlay(["turkey"])).text ?? "")?.record ?? "";
  const session = newSession(memoryPlayStorage(memory), AT_ONCE, "two");
  await session.open(readAddress("?seed=x"));
  await session.openFile(new File([record], "record.json"));
  expect(session.state.play).toBeNull();
  session.replace(true);
  expect(currentPlayIn(session).humans).toEqual(["turkey"]);
});

test("what another version has written is no play here, stays where it is, and can be saved", async () => {
  const memory = await savedPlay(["russia"]);
  const newer = (memory.text ?? "").replace('"parley":1', '"parley":2');
  expect(newer).not.toBe(memory.text);
  memory.text = newer;
  const session = await opened(memoryPlayStorage(memory));
  expect(session.state).toMatchObject({ screen: "start", play: null, notice: { key: "notice.restored_kept" } });
  expect(JSON.parse(stateOf(session).savedPlay?.record ?? "")).toMatchObject({ parley: 2 });
  session.begin(["us"], "x");
  expect(session.state.replacing).toBe(true);
  session.replace(false);
  await session.takeOver();
  expect(session.state).toMatchObject({ screen: "start", notice: { key: "notice.restored_kept" } });
  expect(session.state.offered).not.toBeNull();
  expect(memory.text).toBe(newer);
});

test("a play that was saved under other rules is shown, and going back does not lose it", async () => {
  const memory = await savedPlay(["russia"]);
  const saved = JSON.parse(memory.text ?? "") as { record: object };
  const older = JSON.stringify({ ...saved, record: { ...saved.record, engine: "parley rules 0" } });
  memory.text = older;
  const session = await opened(memoryPlayStorage(memory));
  expect(session.state.screen).toBe("stored");
  session.leave();
  expect(session.state.screen).toBe("start");
  expect(session.state.savedPlay?.seats.map(({ en }) => en)).toEqual(["Russia"]);
  expect(memory.text).toBe(older);
});
