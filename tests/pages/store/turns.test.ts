import { expect, test } from "vitest";
import { AT_ONCE, type Pace } from "../../../src/pages/store/pace.ts";
import { memoryPlayStorage } from "../../../src/pages/store/storage.ts";
import { atTheTable, currentPlayIn, goOn, opened } from "../../setup/session.ts";

test("closes what the rules close, and changes nothing then", async () => {
  const session = await atTheTable();
  const { seal } = currentPlayIn(session).play;
  expect(session.closed({ kind: "pass" })).toBe("answers_awaited");
  expect(session.act({ kind: "pass" })).toBe("answers_awaited");
  expect(currentPlayIn(session).play.seal).toBe(seal);
});

test("puts a curtain between two people, and it is there after a reload", async () => {
  const storage = memoryPlayStorage();
  const session = await opened(storage);
  session.begin(["us", "turkey"], "x");
  expect(currentPlayIn(session)).toMatchObject({ curtain: "us", eyes: null });
  expect(currentPlayIn(await opened(storage))).toMatchObject({ curtain: "us", eyes: null });
  expect(session.act({ kind: "answer", accepts: false })).toBe("not_your_turn");
  session.liftCurtain();
  expect(currentPlayIn(session)).toMatchObject({ curtain: null, eyes: "us" });
  session.act({ kind: "answer", accepts: false });
  expect(currentPlayIn(session)).toMatchObject({ curtain: "turkey", eyes: null });
});

test("shows each of several people their mandate before their first decision, and only then", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  const screens: string[] = [];
  for (let decisions = 0; decisions < 4; decisions++) {
    session.liftCurtain();
    screens.push(`${currentPlayIn(session).eyes} ${session.state.screen}`);
    if (session.state.screen === "mandate") session.toTable();
    goOn(session);
  }
  expect(screens.slice(0, 2)).toEqual(["us mandate", "turkey mandate"]);
  expect(screens.slice(2).every((screen) => screen.endsWith(" table"))).toBe(true);
});

test("is seen from any seat once it is over, and from no other before", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.look("turkey");
  expect(currentPlayIn(session).eyes).toBeNull();
  do session.liftCurtain();
  while (goOn(session));
  session.toResult();
  session.look("turkey");
  expect(currentPlayIn(session).eyes).toBe("turkey");
  session.look(null);
  expect(currentPlayIn(session).eyes).toBeNull();
});

test("can be left in the middle of what the others do, and goes on there", async () => {
  const storage = memoryPlayStorage();
  const slow: Pace = { ...AT_ONCE, instant: () => false };
  const session = await atTheTable(storage, slow);
  expect(currentPlayIn(session).running).toBe(true);
  const again = await opened(storage);
  expect(currentPlayIn(again).running).toBe(false);
  session.skip();
  expect(currentPlayIn(again).play.seal).toBe(currentPlayIn(session).play.seal);
});

test("waits while it is paused, and comes to the same", async () => {
  const calls: (() => void)[] = [];
  const slow: Pace = {
    ...AT_ONCE,
    instant: () => false,
    afterAStep(then) {
      calls.push(then);
      return () => calls.splice(calls.indexOf(then), 1);
    },
  };
  const session = await atTheTable(memoryPlayStorage(), slow);
  const before = currentPlayIn(session).play.entries.length;
  session.pause(true);
  expect(calls).toEqual([]);
  expect(currentPlayIn(session)).toMatchObject({ running: true, paused: true });
  expect(currentPlayIn(session).play.entries).toHaveLength(before);
  session.pause(false);
  while (currentPlayIn(session).running) calls.pop()?.();
  expect(currentPlayIn(session)).toMatchObject({ running: false, paused: false });
  expect(currentPlayIn(session).play.seal).toBe(currentPlayIn(await atTheTable()).play.seal);
});
