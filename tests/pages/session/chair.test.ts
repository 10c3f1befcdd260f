import { expect, test, vi } from "vitest";
import { memoryKeep } from "../../../src/pages/session/keep.ts";
import { atTheTable, goOn, opened, sitting } from "./at-the-table.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test("closes what the rules close, and changes nothing then", async () => {
  const session = await atTheTable();
  const { seal } = sitting(session).play;
  expect(session.closed({ kind: "pass" })).toBe("answers_awaited");
  expect(session.act({ kind: "pass" })).toBe("answers_awaited");
  expect(sitting(session).play.seal).toBe(seal);
});

test("puts a curtain between two people, and keeps it after a reload", async () => {
  const keep = memoryKeep();
  const session = await opened(keep);
  session.begin(["us", "turkey"], "x");
  expect(sitting(session)).toMatchObject({ curtain: "us", eyes: null });
  expect(sitting(await opened(keep))).toMatchObject({ curtain: "us", eyes: null });
  expect(session.act({ kind: "answer", accepts: false })).toBe("not_your_turn");
  session.liftCurtain();
  expect(sitting(session)).toMatchObject({ curtain: null, eyes: "us" });
  session.act({ kind: "answer", accepts: false });
  expect(sitting(session)).toMatchObject({ curtain: "turkey", eyes: null });
});

test("shows each of several people their mandate before their first decision, and only then", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  const screens: string[] = [];
  for (let decisions = 0; decisions < 4; decisions++) {
    session.liftCurtain();
    screens.push(`${sitting(session).eyes} ${session.state.screen}`);
    if (session.state.screen === "mandate") session.toTable();
    goOn(session);
  }
  expect(screens.slice(0, 2)).toEqual(["us mandate", "turkey mandate"]);
  expect(screens.slice(2).every((screen) => screen.endsWith(" table"))).toBe(true);
});

test("is seen from any chair once it is over, and from no other before", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.look("turkey");
  expect(sitting(session).eyes).toBeNull();
  do session.liftCurtain();
  while (goOn(session));
  session.toResult();
  session.look("turkey");
  expect(sitting(session).eyes).toBe("turkey");
  session.look(null);
  expect(sitting(session).eyes).toBeNull();
});
