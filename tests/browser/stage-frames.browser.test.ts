import { expect, test } from "vitest";
import type { Geometry } from "../../src/stage/geometry.ts";
import { LONGEST_MOTION } from "../../src/stage/motion.ts";
import type { Picture, StageMove } from "../../src/stage/picture.ts";
import { openStage } from "../../src/stage/stage.ts";
import { MARKS, picture } from "../stage/table.ts";

const ISSUES = [0, 1, 2, 3, 4, 5];
const PARTIES = [0, 1, 2, 0].map((mark) => MARKS[mark] ?? MARKS[0]) as Picture["marks"];

/** As large as Munich is on a laptop. */
const PLACES: Geometry = {
  width: 916,
  height: 676,
  stops: ISSUES.map((issue) => [0, 1, 2, 3, 4].map((option) => ({ x: 270 + option * 140, y: 210 + issue * 80 }))),
  tokens: ISSUES.map(() => PARTIES.map(() => null)),
  cards: PARTIES.map((_, party) => ({ x: 50 + party * 220, y: 40, half: 18 })),
};

function offers(step: number): Picture {
  const story: StageMove[] = Array.from({ length: step }, (_, index) => ({ kind: "offer", party: index % 4 }));
  const lines = PARTIES.map((_, party) => ({
    party,
    onFloor: party === step % 4,
    options: ISSUES.map((issue) => (step * (party + 1) + issue) % 5),
  }));
  return picture({ stops: [5, 5, 5, 5, 5, 5], marks: PARTIES, lines, draft: ISSUES.map((issue) => issue % 5), story });
}

const median = (all: number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

test("offers travel and lines shift at the pace of the screen, drawn by the processor", async () => {
  const room = document.createElement("div");
  document.body.append(room);
  const stage = await openStage(room);
  stage.place(PLACES);
  stage.show(offers(0), true);
  const intervals: number[] = [];
  for (let step = 1; step <= 8; step++) {
    stage.show(offers(step), false);
    let last = performance.now();
    for (const end = last + LONGEST_MOTION; last < end; ) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      intervals.push(now - last);
      last = now;
    }
  }
  stage.close();
  room.remove();
  // 60 a second is 16.7 ms; half of all frames may be late where others use the machine.
  expect(median(intervals)).toBeLessThan(34);
});
