import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HOUSE } from "../../src/charts/palette.ts";
import type { Renderer } from "../../src/stage/canvas.ts";
import type { Geometry } from "../../src/stage/geometry.ts";
import { LONGEST_MOTION } from "../../src/stage/motion.ts";
import type { Picture } from "../../src/stage/picture.ts";
import { bestRenderer, openStage, type Stage } from "../../src/stage/stage.ts";
import { geometry, picture } from "../stage/table.ts";

const TABLE = picture({
  lines: [
    { party: 0, options: [0, 1, 1], onFloor: false },
    { party: 1, options: [3, 1, 2], onFloor: false },
  ],
  draft: [1, 2, 0],
});

let room: HTMLElement;
let stage: Stage;

async function open(paper: Renderer): Promise<void> {
  room = document.createElement("div");
  document.body.append(room);
  stage = await openStage(room, paper);
}

afterEach(() => {
  stage.close();
  room.remove();
});

const canvas = (): HTMLCanvasElement => room.querySelector("canvas") as HTMLCanvasElement;

/** What is drawn now as pixels: read in the task in which it was drawn, as long as the browser still has them. */
function pixels(): (x: number, y: number) => readonly number[] {
  const copy = document.createElement("canvas");
  const { width, height } = canvas();
  copy.width = width;
  copy.height = height;
  const paper = copy.getContext("2d") as CanvasRenderingContext2D;
  paper.drawImage(canvas(), 0, 0);
  const sharp = width / Number.parseFloat(canvas().style.width);
  return (x, y) => [...paper.getImageData(Math.round(x * sharp), Math.round(y * sharp), 1, 1).data];
}

function isGold([red = 0, green = 0, blue = 0, alpha = 0]: readonly number[]): boolean {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(HOUSE.gold.slice(at, at + 2), 16));
  return alpha > 200 && [red, green, blue].every((part, index) => Math.abs(part - (wanted[index] ?? 0)) < 24);
}

function draftIsDrawn(shown: Picture, places: Geometry): void {
  const at = pixels();
  for (const [issue, option] of (shown.draft ?? []).entries()) {
    const stop = places.stops[issue]?.[option] as { x: number; y: number };
    expect(isGold(at(stop.x, stop.y)), `issue ${issue}`).toBe(true);
  }
}

/** How often something is drawn while the longest motion would last. */
async function framesOf(change: () => void): Promise<number> {
  const gl = canvas().getContext("webgl");
  if (!gl) throw new Error("the stage has no context");
  let frames = 0;
  const { clear } = gl;
  let last = -1;
  // One frame clears more than one buffer.
  gl.clear = (mask) => {
    const now = document.timeline.currentTime as number;
    if (now !== last) frames++;
    last = now;
    clear.call(gl, mask);
  };
  change();
  const end = performance.now() + LONGEST_MOTION + 150;
  // Until nothing has been drawn for a while, however long a busy machine takes for a frame.
  for (let idle = 0; performance.now() < end || idle < 10; ) {
    const before = frames;
    await new Promise(requestAnimationFrame);
    idle = frames === before ? idle + 1 : 0;
  }
  gl.clear = clear;
  return frames;
}

describe.each<Renderer>(["webgl", "2d"])("drawn with %s", (paper) => {
  beforeEach(() => open(paper));

  test("the golden line goes through the stops of the draft, and not through others", () => {
    stage.place(geometry());
    stage.show(TABLE, true);
    draftIsDrawn(TABLE, geometry());
    expect(isGold(pixels()(350, 150))).toBe(false);
  });

  test("mirrored places give a mirrored picture", () => {
    stage.show(TABLE, true);
    stage.place(geometry(true));
    draftIsDrawn(TABLE, geometry(true));
  });

  test("another size is followed at once", () => {
    stage.place(geometry());
    stage.show(TABLE, true);
    const { stops, ...rest } = geometry();
    const wider = stops.map((rail) => rail.map(({ x, y }) => ({ x: x * 1.5, y: y * 1.2 })));
    const places = { ...rest, stops: wider, width: 675, height: 540 };
    stage.place(places);
    expect(canvas().getBoundingClientRect()).toMatchObject({ width: 675, height: 540 });
    draftIsDrawn(TABLE, places);
  });

  test("the draft is where the hand is", () => {
    stage.place(geometry());
    stage.show(TABLE, true);
    stage.drag(0, 0.5);
    expect(isGold(pixels()(200, 150))).toBe(true);
    stage.drag(0, null);
    draftIsDrawn(TABLE, geometry());
  });
});

describe("with WebGL", () => {
  beforeEach(() => open("webgl"));

  test("the canvas says nothing and takes no pointer, and a picture at rest costs no frames", async () => {
    stage.place(geometry());
    stage.show(TABLE, true);
    expect(canvas().getAttribute("aria-hidden")).toBe("true");
    expect(await framesOf(() => {})).toBe(0);
    expect(await framesOf(() => stage.show(picture({ ...TABLE, draft: [0, 0, 0] }), true))).toBe(1);
  });

  test("a motion draws for as long as it lasts, and then sleeps", async () => {
    stage.place(geometry());
    stage.show(TABLE, true);
    const lines = TABLE.lines.map((line) => ({ ...line, options: [1, 1, 1] }));
    const next = picture({ ...TABLE, lines, story: [{ kind: "offer", party: 1 }] });
    expect(await framesOf(() => stage.show(next, false))).toBeGreaterThan(1);
    expect(await framesOf(() => {})).toBe(0);
  });

  test("a context that is taken away is told, and everything is there again when it comes back", async () => {
    const drawing: boolean[] = [];
    stage.onDrawing((now) => drawing.push(now));
    stage.place(geometry());
    stage.show(TABLE, true);
    const gl = canvas().getContext("webgl");
    const thief = gl?.getExtension("WEBGL_lose_context");
    thief?.loseContext();
    await expect.poll(() => drawing).toEqual([false]);
    const later = picture({ ...TABLE, draft: [3, 3, 3] });
    stage.show(later, true);
    thief?.restoreContext();
    await expect.poll(() => drawing).toEqual([false, true]);
    stage.place({ ...geometry() });
    draftIsDrawn(later, geometry());
  });
});

test("what this machine is said to draw best with draws", async () => {
  await open(bestRenderer());
  stage.place(geometry());
  stage.show(TABLE, true);
  draftIsDrawn(TABLE, geometry());
});
