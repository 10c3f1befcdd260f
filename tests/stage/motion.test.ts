import { describe, expect, test } from "vitest";
import {
  arriving,
  between,
  LONGEST_MOTION,
  motionTo,
  passed,
  softly,
  stillMotion,
  withDraftHeld,
} from "../../src/stage/motion.ts";
import { type Picture, restOf } from "../../src/stage/picture.ts";
import { picture } from "./table.ts";

test.each([
  ["softly", softly],
  ["arriving", arriving],
])("%s goes from 0 to 1 and never back", (_, ease) => {
  const way = Array.from({ length: 101 }, (__, step) => ease(step / 100));
  expect(way[0]).toBe(0);
  expect(way[100]).toBe(1);
  expect(way).toEqual([...way].sort((a, b) => a - b));
});

test("what has passed of a stretch is held to 0–1", () => {
  expect([-5, 100, 150, 200, 999].map((now) => passed(now, 100, 100))).toEqual([0, 0, 0.5, 1, 1]);
  expect(passed(0, 0, 0)).toBe(1);
  expect(between(2, 4, 0.5)).toBe(3);
});

const line = (party: number, options: readonly number[], onFloor = false) => ({ party, options, onFloor });

const BEFORE = picture({ lines: [line(0, [0, 0, 0]), line(1, [3, 3, 3])], draft: [0, 0, 0] });
const AFTER = picture({ lines: [line(0, [0, 0, 0]), line(1, [1, 2, 3])], draft: [0, 0, 0] });

function threadOf(party: number, state: ReturnType<ReturnType<typeof motionTo>["at"]>): readonly number[] {
  return state.pose.threads.find((thread) => thread.party === party)?.at ?? [];
}

describe("every motion", () => {
  const later: readonly (readonly [string, Picture])[] = [
    ["an offer", AFTER],
    ["a draft", picture({ ...BEFORE, draft: [2, 0, 1] })],
    ["answers", picture({ ...BEFORE, answers: [{ party: 1, accepts: false }] })],
    ["a signature", picture({ ...BEFORE, draft: null, signed: [1, 1, 1] })],
    ["an empty table", picture()],
  ];
  test.each(later)("ends where its picture rests: %s", (_, after) => {
    const motion = motionTo(restOf(BEFORE), after, [{ kind: "offer", party: 1 }, { kind: "answers" }]);
    expect(motion.length).toBeGreaterThanOrEqual(200);
    expect(motion.length).toBeLessThanOrEqual(LONGEST_MOTION);
    expect(motion.at(motion.length)).toEqual(stillMotion(after).at(0));
    expect(motion.at(1e9)).toEqual(stillMotion(after).at(0));
  });

  test("begins where things stood", () => {
    const { pose } = motionTo(restOf(BEFORE), AFTER, [{ kind: "offer", party: 1 }]).at(0);
    expect(pose.threads).toEqual(restOf(BEFORE).threads);
    expect(pose.draft).toEqual(restOf(BEFORE).draft);
    expect(pose.ground).toEqual(restOf(BEFORE).ground);
  });

  test("can be overtaken in the middle without a jump", () => {
    const first = motionTo(restOf(BEFORE), AFTER, [{ kind: "offer", party: 1 }]).at(400);
    const second = motionTo(first.pose, BEFORE, []).at(0);
    expect(threadOf(1, second)).toEqual(threadOf(1, first));
  });
});

test("an offer runs down the rails: the first shifts before the last", () => {
  const motion = motionTo(restOf(BEFORE), picture({ ...BEFORE, lines: [line(0, [0, 0, 0]), line(1, [0, 0, 0])] }), [
    { kind: "offer", party: 1 },
  ]);
  const [first, middle, last] = threadOf(1, motion.at(400)) as [number, number, number];
  expect(first).toBeLessThan(middle);
  expect(middle).toBeLessThan(last);
  expect(motion.at(120).travellers[0]?.way).toBeLessThan(1);
  expect(motion.at(500).travellers[0]?.way).toBeGreaterThan(1);
  expect(motion.at(LONGEST_MOTION).travellers).toEqual([]);
});

test("answers come up together, whoever gave them", () => {
  const answers = [0, 1].map((party) => ({ party, accepts: party === 0 }));
  const motion = motionTo(restOf(BEFORE), picture({ ...BEFORE, answers }), [{ kind: "answers" }]);
  for (const elapsed of [0, 60, 150, 300]) {
    const [one, other] = motion.at(elapsed).pose.answers;
    expect(one?.shown).toBe(other?.shown);
  }
});

test("a text unfolds from the mediator, and nothing travels", () => {
  const after = picture({ ...BEFORE, lines: [...BEFORE.lines, line(2, [1, 1, 1], true)] });
  const state = motionTo(restOf(BEFORE), after, [{ kind: "text", party: 2 }]).at(100);
  expect(state.travellers).toEqual([]);
  expect(state.unfolding).toEqual([{ party: 2, part: expect.any(Number) }]);
});

test("the ground closes as offers come together, and is gone once all is signed", () => {
  const width = (after: Picture, elapsed: number): number => {
    const ground = motionTo(restOf(BEFORE), after, [{ kind: "offer", party: 1 }]).at(elapsed).pose.ground;
    return ground ? ground.high.reduce((sum, high, issue) => sum + high - (ground.low[issue] ?? 0), 0) : 0;
  };
  const steps = [0, 150, 300, 450, 600].map((elapsed) => width(AFTER, elapsed));
  expect(steps[0]).toBe(9);
  expect(steps[4]).toBe(6);
  expect(steps).toEqual([...steps].sort((a, b) => b - a));
  expect(width(picture({ ...BEFORE, signed: [1, 1, 1] }), LONGEST_MOTION)).toBe(0);
});

test("the draft goes where the hand is, and nothing else does", () => {
  const pose = restOf(BEFORE);
  expect(withDraftHeld(pose, 1, 2.25)).toEqual({ ...pose, draft: { at: [0, 2.25, 0], shown: 1 } });
  expect(withDraftHeld(restOf(picture()), 1, 2)).toEqual(restOf(picture()));
});
