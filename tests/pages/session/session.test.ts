import { describe, expect, test, vi } from "vitest";
import { type Keep, memoryKeep } from "../../../src/pages/session/keep.ts";
import { AT_ONCE, type Pace } from "../../../src/pages/session/pace.ts";
import { createSession, type Session } from "../../../src/pages/session/session.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

async function opened(keep: Keep = memoryKeep(), pace: Pace = AT_ONCE, tab = "one"): Promise<Session> {
  const session = createSession(keep, pace, tab);
  await session.open();
  return session;
}

function sitting(session: Session) {
  const { sitting: found } = session.state;
  if (!found) throw new Error("nobody sits at the table");
  return found;
}

async function atTheTable(keep: Keep = memoryKeep(), pace: Pace = AT_ONCE): Promise<Session> {
  const session = await opened(keep, pace);
  session.begin(["us"], "a seed");
  session.toTable();
  return session;
}

/** Refuses everything and passes: any legal way on will do. */
function goOn(session: Session): boolean {
  const { waiting } = sitting(session).play;
  if (waiting?.kind === "over") return false;
  const closed = session.act(waiting?.kind === "answers" ? { kind: "answer", accepts: false } : { kind: "pass" });
  if (closed) throw new Error(closed);
  return true;
}

describe("a session", () => {
  test("goes from the start to the mandate, the table and the result", async () => {
    const session = await opened();
    expect(session.state.screen).toBe("start");
    expect(session.state.offered?.scenario.id).toBe("munich-2016");
    session.begin(["us"], "x");
    expect(session.state.screen).toBe("mandate");
    expect(sitting(session).play.entries).toHaveLength(0);
    session.toTable();
    while (goOn(session));
    session.toResult();
    expect(session.state.screen).toBe("result");
    session.leave();
    expect(session.state).toMatchObject({ screen: "start", sitting: null });
  });

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

  test("plays again from another seat, with the same seed, and from a turn", async () => {
    const session = await atTheTable();
    for (let n = 0; n < 4; n++) goOn(session);
    const { turn } = sitting(session).play.state.context;
    session.again({ turn: 2 });
    expect(session.state.screen).toBe("table");
    expect(sitting(session).play.state.context.turn).toBeLessThan(turn);
    session.again({ humans: ["russia"] });
    expect(session.state.screen).toBe("mandate");
    expect(sitting(session)).toMatchObject({ humans: ["russia"], eyes: "russia" });
    expect(sitting(session).play.seed).toBe("a seed");
  });

  test("saves what was done under an earlier seat as its own record", async () => {
    const keep = memoryKeep();
    const session = await atTheTable(keep);
    for (let n = 0; n < 4; n++) goOn(session);
    session.again({ turn: 3 });
    goOn(session);
    expect(sitting(await opened(keep)).play.seal).toBe(sitting(session).play.seal);
  });

  test("a keep that refuses is told, and nothing else changes", async () => {
    const session = await atTheTable({ ...memoryKeep(), write: () => false });
    expect(session.state.notice?.key).toBe("notice.storage");
    expect(goOn(session)).toBe(true);
    session.dismiss();
    expect(session.state.notice).toBeNull();
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
});

describe("a file", () => {
  const file = (text: string, name = "a.yaml"): File => new File([text], name);

  test("that is broken leaves the offered scenario alone", async () => {
    const session = await opened();
    const before = session.state.offered;
    await session.openFile(file("parley: 1\nid: x\n"));
    expect(session.state.check?.broken).toBe(true);
    expect(session.state.check?.diagnostics.length).toBeGreaterThan(0);
    expect(session.state.offered).toBe(before);
  });

  test("that is a record goes on where it stopped", async () => {
    const session = await atTheTable();
    goOn(session);
    const text = session.recordText();
    const other = await opened();
    await other.openFile(file(text, "record.json"));
    expect(other.state.screen).toBe("table");
    expect(sitting(other).play.seal).toBe(sitting(session).play.seal);
    expect(other.recordText()).toBe(text);
  });

  test("that is a record of other rules is only shown", async () => {
    const session = await atTheTable();
    goOn(session);
    const record = { ...JSON.parse(session.recordText()), engine: "parley rules 0" };
    const other = await opened();
    await other.openFile(file(JSON.stringify(record), "record.json"));
    expect(other.state).toMatchObject({ screen: "stored", sitting: null });
    expect(other.state.stored?.because.key).toBe("stored.revision");
  });
});
