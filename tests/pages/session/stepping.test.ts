import { expect, test, vi } from "vitest";
import { memoryKeep } from "../../../src/pages/session/keep.ts";
import { AT_ONCE, type Pace } from "../../../src/pages/session/pace.ts";
import { atTheTable, opened, sitting } from "./at-the-table.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test("can be left in the middle of what the others do, and goes on there", async () => {
  const keep = memoryKeep();
  const slow: Pace = { ...AT_ONCE, instant: () => false };
  const session = await atTheTable(keep, slow);
  expect(sitting(session).running).toBe(true);
  const again = await opened(keep);
  expect(sitting(again).running).toBe(false);
  session.skip();
  expect(sitting(again).play.seal).toBe(sitting(session).play.seal);
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
  const session = await atTheTable(memoryKeep(), slow);
  const before = sitting(session).play.entries.length;
  session.pause(true);
  expect(calls).toEqual([]);
  expect(sitting(session)).toMatchObject({ running: true, paused: true });
  expect(sitting(session).play.entries).toHaveLength(before);
  session.pause(false);
  while (sitting(session).running) calls.pop()?.();
  expect(sitting(session)).toMatchObject({ running: false, paused: false });
  expect(sitting(session).play.seal).toBe(sitting(await atTheTable()).play.seal);
});
