import { beforeEach, expect, test } from "vitest";
import { type Animator, animatorOf } from "../../src/stage/animator.ts";
import { LONGEST_MOTION, stillMotion } from "../../src/stage/motion.ts";
import type { StageMove } from "../../src/stage/picture.ts";
import { picture } from "./table.ts";

const OFFER: StageMove = { kind: "offer", party: 1 };
const ANSWERS: StageMove = { kind: "answers" };
const line = (options: readonly number[]) => [{ party: 1, options, onFloor: false }];

const EMPTY = picture({ draft: [0, 0, 0] });
const OFFERED = picture({ ...EMPTY, lines: line([2, 2, 2]), story: [OFFER] });
const OPENED = picture({ ...OFFERED, answers: [{ party: 0, accepts: false }], story: [OFFER, ANSWERS] });

let time: number;
let player: Animator;

beforeEach(() => {
  time = 0;
  player = animatorOf(() => time);
});

const rest = (of: typeof EMPTY) => stillMotion(of).at(0);

test("before the first picture there is nothing, and the first one stands at once", () => {
  expect(player.now()).toBeNull();
  player.show(OPENED, false);
  expect(player.now()).toEqual({ state: rest(OPENED), picture: OPENED, moving: false });
});

test("answers that come with the offer wait until it has arrived", () => {
  player.show(EMPTY, false);
  expect(player.show(OFFERED, false)).toEqual({ parties: [1], length: LONGEST_MOTION });
  player.show(OPENED, false);
  time = LONGEST_MOTION / 2;
  expect(player.now()?.state.travellers).toHaveLength(1);
  expect(player.now()?.state.pose.answers).toEqual([]);
  time = LONGEST_MOTION;
  expect(player.now()?.picture).toBe(OPENED);
  expect(player.now()?.moving).toBe(true);
  time = 3 * LONGEST_MOTION;
  expect(player.now()).toEqual({ state: rest(OPENED), picture: OPENED, moving: false });
});

test("whatever waits is shown as one change, however much it is", () => {
  player.show(EMPTY, false);
  player.show(OFFERED, false);
  const later = picture({ ...OPENED, lines: line([1, 1, 1]), story: [OFFER, ANSWERS, OFFER], answers: [] });
  player.show(OPENED, false);
  time = 100;
  expect(player.show(later, false)).toEqual({ parties: [1], length: 2 * LONGEST_MOTION - 100 });
  for (time = 100; time <= 2 * LONGEST_MOTION; time += 50) player.now();
  expect(player.now()).toEqual({ state: rest(later), picture: later, moving: false });
});

test("the same picture again disturbs nothing", () => {
  player.show(EMPTY, false);
  player.show(OFFERED, false);
  time = 200;
  const before = player.now();
  expect(player.show({ ...OFFERED }, false)).toBeNull();
  expect(player.now()).toEqual(before);
});

test("with reduced motion, and from one play to another, the end stands at once", () => {
  player.show(EMPTY, false);
  expect(player.show(OFFERED, true)).toBeNull();
  expect(player.now()?.moving).toBe(false);
  player.show(EMPTY, false);
  player.show({ ...OPENED, scene: "another" }, false);
  expect(player.now()?.state).toEqual(rest(OPENED));
});

test("a draft follows the hand, and glides to its stop when it is let go", () => {
  player.show(EMPTY, false);
  player.hold(1, 0.5);
  expect(player.now()?.state.pose.draft?.at).toEqual([0, 1.5, 0]);
  player.show(picture({ ...EMPTY, draft: [0, 2, 0] }), false);
  player.hold(1, null);
  expect(player.now()?.state.pose.draft?.at[1]).toBe(1.5);
  time = LONGEST_MOTION;
  expect(player.now()?.state.pose.draft?.at).toEqual([0, 2, 0]);
});
