import { expect, test } from "vitest";
import type { StageMove } from "../../../src/stage/picture.ts";
import { ROOM_TIME, roomAtRest, roomBetween } from "../../../src/stage/room/pose.ts";
import { picture, room } from "../table.ts";

const line = (party: number) => ({ party, options: [0, 0, 0], onFloor: false });
const OFFER: StageMove = { kind: "offer", party: 1 };

const BEFORE = picture({ lines: [line(0)], room: room({ time: 0.25 }) });
const OFFERED = picture({
  lines: [line(0), line(1)],
  room: room({ time: 0.25, speaking: 1, floor: 1, asked: [0, 2] }),
});
const between = (now: number, moves: readonly StageMove[] = [OFFER]) =>
  roomBetween(roomAtRest(BEFORE), roomAtRest(OFFERED), moves, now);

test("a paper is put down before its seat, and pushed across then", () => {
  const paper = (now: number) => between(now).sheets.find(({ party }) => party === 1);
  expect(paper(0)).toMatchObject({ shown: 0, way: 0 });
  expect(paper(120)).toMatchObject({ shown: 1, way: 0 });
  expect(paper(270)?.way).toBeGreaterThan(0.3);
  expect(paper(ROOM_TIME)).toMatchObject({ shown: 1, way: 1 });
  expect(between(270).sheets.find(({ party }) => party === 0)?.way).toBe(0);
});

test("envelopes come when the paper lies in the middle: sealed, but for the one that these eyes have to fill", () => {
  expect(between(200).envelopes.every(({ shown }) => shown === 0)).toBe(true);
  expect(roomAtRest(OFFERED).envelopes).toEqual([
    { party: 0, shown: 1, open: 1, told: 0, accepts: false },
    { party: 2, shown: 1, open: 0, told: 0, accepts: false },
  ]);
});

test("answers are told by envelopes that open, all of them together, and go when the table goes on", () => {
  const answers = [0, 2].map((party) => ({ party, accepts: party === 0 }));
  const opened = roomAtRest(picture({ ...OFFERED, answers, room: room() }));
  const way = roomBetween(roomAtRest(OFFERED), opened, [{ kind: "answers" }], 150).envelopes;
  expect(way.find(({ party }) => party === 2)?.open).toBeGreaterThan(0);
  expect(new Set(way.map(({ told }) => told)).size).toBe(1);
  const going = roomBetween(opened, roomAtRest(BEFORE), [], 100).envelopes;
  expect(going.map(({ shown }) => shown > 0 && shown < 1)).toEqual([true, true]);
  expect(roomBetween(opened, roomAtRest(BEFORE), [], ROOM_TIME).envelopes).toEqual([]);
});

test("who walks out pushes the chair back; the clock goes on and trust warms or cools in between", () => {
  const bonds = (trust: number) => [{ from: 0, of: 1, trust }];
  const from = roomAtRest(picture({ room: room({ bonds: bonds(0.5) }) }));
  const to = roomAtRest(picture({ room: room({ time: 1, gone: [2], bonds: bonds(0.9) }) }));
  const half = roomBetween(from, to, [{ kind: "walk_out", party: 2 }], ROOM_TIME / 2);
  expect(half.chairs.map(({ back }) => back)).toEqual([0, 0, 0.5]);
  expect(half.time).toBe(0.5);
  expect(half.bonds[0]?.trust).toBeCloseTo(0.7);
  expect(roomBetween(from, to, [], ROOM_TIME)).toEqual(to);
});
