import { expect, test } from "vitest";
import { AT_ONCE, type Pace } from "../../../../src/pages/store/pace.ts";
import { memoryPlayStorage } from "../../../../src/pages/store/storage.ts";
import { momentsIn } from "../../../../src/pages/table/moments/queue.ts";
import type { LogLine } from "../../../../src/table/view/log.ts";
import { anyAction, atTheTable, attendAll, currentPlayIn, goOn, opened } from "../../../setup/session.ts";

const STEPS: Pace = { ...AT_ONCE, instant: () => false };
const BY_ITSELF: Pace = {
  ...STEPS,
  afterAStep(then) {
    queueMicrotask(then);
    return () => {};
  },
};

/** What interrupts now, by kind. */
const shown = (session: Awaited<ReturnType<typeof opened>>): string[] =>
  session.state.play?.moments.map(({ kind }) => kind) ?? [];

test("every vote, all news of an interval and every cable of the own side interrupt once, in their order", async () => {
  const session = await atTheTable();
  const kinds: string[] = [];
  for (;;) {
    kinds.push(...attendAll(session));
    const { waiting } = currentPlayIn(session).play;
    if (waiting?.kind === "over") break;
    session.act(anyAction(waiting?.kind));
  }
  const log = currentPlayIn(session).play.log("us");
  const wanted = log.flatMap((line, at) => {
    const goesOn = line.kind === "news" && log[at - 1]?.kind === "news" && log[at - 1]?.round === line.round;
    if (line.kind === "answers") return ["vote"];
    if (line.kind === "move") return ["cable"];
    return line.kind === "news" && !goesOn ? ["news"] : [];
  });
  expect(kinds).toEqual(wanted);
  expect(new Set(kinds)).toEqual(new Set(["vote", "news", "cable"]));
});

test("moments hold every line once, whatever was told before", async () => {
  const session = await atTheTable();
  while (goOn(session));
  const log: readonly LogLine[] = currentPlayIn(session).play.log("us");
  for (let from = 0; from <= log.length; from++) {
    const through = momentsIn(log, 1, from).map((moment) => moment.through);
    expect(through).toEqual([...new Set(through)].sort((a, b) => a - b));
    if (through.length > 0) expect(through.at(-1)).toBe(log.length);
    for (const end of through) expect(momentsIn(log, 1, end)).toHaveLength(through.length - through.indexOf(end) - 1);
  }
});

test("nothing goes on behind a card, and a reload finds the same card", async () => {
  const storage = memoryPlayStorage();
  const session = await atTheTable(storage);
  session.act({ kind: "answer", accepts: false });
  expect(shown(session)).toEqual(["vote"]);
  const { seal } = currentPlayIn(session).play;
  expect(session.closed({ kind: "pass" })).not.toBeNull();
  const again = await opened(storage);
  expect(again.state.play?.moments).toEqual(session.state.play?.moments);
  expect(currentPlayIn(again).play.seal).toBe(seal);
  for (const one of [session, again]) attendAll(one);
  expect(currentPlayIn(again).play.seal).toBe(currentPlayIn(session).play.seal);
  expect(shown(await opened(storage))).toEqual([]);
});

test("at one screen each seat reads its own cards when the curtain is up, and none behind it", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.liftCurtain();
  session.toTable();
  session.act({ kind: "answer", accepts: false });
  expect(session.state.play?.curtain?.id).toBe("turkey");
  expect(shown(session)).toEqual([]);
  session.liftCurtain();
  session.toTable();
  session.act({ kind: "answer", accepts: false });
  // The last to answer sees the envelopes opened; the other reads of it before its next decision.
  expect([currentPlayIn(session).eyes, ...shown(session)]).toEqual(["turkey", "vote"]);
  attendAll(session);
  session.liftCurtain();
  expect([currentPlayIn(session).eyes, shown(session)[0]]).toEqual(["us", "vote"]);
});

test("skipping passes over what others are stopped for, and never over a cable", async () => {
  const session = await atTheTable(memoryPlayStorage(), STEPS);
  let cables = 0;
  while (currentPlayIn(session).play.waiting?.kind !== "over") {
    session.skip();
    const kinds = shown(session);
    expect(kinds.every((kind) => kind === "cable")).toBe(true);
    cables += kinds.length;
    attendAll(session);
    const { waiting } = currentPlayIn(session).play;
    if (waiting && waiting.kind !== "over") session.act(anyAction(waiting.kind));
  }
  expect(cables).toBeGreaterThan(0);
});

test("an onlooker reads votes and news at a pace of steps, and nothing when all is wanted at once", async () => {
  const watched = await opened(memoryPlayStorage(), BY_ITSELF);
  watched.begin([], "x");
  await expect.poll(() => shown(watched)).toEqual(["vote"]);
  watched.skip();
  expect(currentPlayIn(watched).play.waiting?.kind).toBe("over");
  const atOnce = await opened();
  atOnce.begin([], "x");
  expect(currentPlayIn(atOnce).play.waiting?.kind).toBe("over");
  expect(shown(atOnce)).toEqual([]);
});

test("a play that comes from a file, or goes on from an earlier turn, does not tell again what was said before", async () => {
  const session = await atTheTable();
  for (let actions = 0; actions < 5; actions++) goOn(session);
  session.again({ turn: 3 });
  const told = currentPlayIn(session).told.us ?? 0;
  expect(told).toBeGreaterThan(0);
  expect(session.state.play?.moments.every(({ through }) => through > told)).toBe(true);
});
