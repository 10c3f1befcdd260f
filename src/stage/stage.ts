import { frameOf } from "./frame.ts";
import { type Canvas, openCanvas } from "./game.ts";
import type { Geometry } from "./geometry.ts";
import { held, type Moment, type Motion, motionTo, standing } from "./motion.ts";
import { movesBetween, type Picture } from "./picture.ts";

/** What moves at the table. It draws what it is shown where it is told; it decides nothing. */
export interface Stage {
  /** `still`: the end of every motion at once. */
  show(picture: Picture, still: boolean): void;
  place(geometry: Geometry): void;
  /** The draft's stop of an issue is in somebody's hand, at 0–1 from the first option to the last; null: let go. */
  drag(issue: number, at: number | null): void;
  /** Hears whether the stage draws: false once the browser has taken its canvas away, true when it has come back. */
  onDrawing(listener: (drawing: boolean) => void): void;
  close(): void;
}

/** @throws Error when the browser cannot draw with WebGL */
function needWebGL(): void {
  const probe = document.createElement("canvas").getContext("webgl2") ?? null;
  if (!probe) throw new Error("this browser has no WebGL");
  // Browsers count living contexts.
  probe.getExtension("WEBGL_lose_context")?.loseContext();
}

/**
 * Opens a stage in an element that the page has laid out.
 * @throws Error when the browser cannot draw with WebGL
 */
export async function openStage(parent: HTMLElement): Promise<Stage> {
  needWebGL();
  let picture: Picture | null = null;
  let geometry: Geometry | null = null;
  let motion: Motion | null = null;
  let began = 0;
  let hand: { issue: number; at: number } | null = null;
  let drawing = true;
  let calm = false;
  const listeners: ((drawing: boolean) => void)[] = [];

  const momentNow = (): Moment | null => {
    const moment = motion?.at(performance.now() - began) ?? null;
    if (!moment || !hand || !picture) return moment;
    const place = hand.at * ((picture.stops[hand.issue] ?? 1) - 1);
    return { ...moment, pose: held(moment.pose, hand.issue, place) };
  };
  const canvas: Canvas = await openCanvas(parent, () => {
    const moment = momentNow();
    if (!moment || !picture || !geometry) return { shapes: [], moving: false };
    const moving = performance.now() - began < (motion?.length ?? 0);
    return { shapes: frameOf(moment, picture, geometry), moving };
  });
  const draw = (): void => {
    if (drawing && geometry) canvas.wake();
  };
  const hear = (now: boolean) => (event: Event) => {
    // Without this the browser never gives the canvas back.
    event.preventDefault();
    drawing = now;
    for (const listener of listeners) listener(now);
    // Phaser's own listener was there first: what it needs has been restored by now.
    draw();
  };
  canvas.element.addEventListener("webglcontextlost", hear(false));
  canvas.element.addEventListener("webglcontextrestored", hear(true));

  return {
    show(next, still) {
      if (picture && JSON.stringify(picture) === JSON.stringify(next)) return;
      const from = motion && picture?.scene === next.scene ? momentNow() : null;
      motion = still || !from ? standing(next) : motionTo(from.pose, next, movesBetween(picture, next));
      began = performance.now();
      picture = next;
      calm = still;
      draw();
    },
    place(next) {
      geometry = next;
      canvas.resize(next.width, next.height);
      draw();
    },
    drag(issue, at) {
      const last = at === null ? momentNow() : null;
      hand = at === null ? null : { issue, at };
      // What was let go between two stops glides to where it belongs.
      if (last && picture && !calm) {
        motion = motionTo(last.pose, picture, []);
        began = performance.now();
      }
      draw();
    },
    onDrawing(listener) {
      listeners.push(listener);
    },
    close: () => canvas.close(),
  };
}
