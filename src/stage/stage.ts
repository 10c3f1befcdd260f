import { frameOf } from "./frame.ts";
import { type Canvas, openCanvas, type Paper } from "./game.ts";
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

/** Renderers that are no graphics card: there the processor draws faster, and smoother, without WebGL in between. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** What this machine draws best with. */
export function bestPaper(): Paper {
  const probe = document.createElement("canvas").getContext("webgl");
  if (!probe) return "2d";
  const info = probe.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(probe.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? probe.RENDERER));
  // Browsers count living contexts.
  probe.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(renderer) ? "2d" : "webgl";
}

/** Opens a stage in an element that the page has laid out. */
export async function openStage(parent: HTMLElement, paper: Paper = bestPaper()): Promise<Stage> {
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
  const canvas: Canvas = await openCanvas(parent, paper, () => {
    const moment = momentNow();
    if (!moment || !picture || !geometry) return { shapes: [], moving: false };
    const moving = performance.now() - began < (motion?.length ?? 0);
    return { shapes: frameOf(moment, picture, geometry), moving };
  });
  const draw = (): void => {
    if (drawing && geometry) canvas.wake();
  };
  const hear = (now: boolean): void => {
    drawing = now;
    for (const listener of listeners) listener(now);
    // Phaser's own listener was there first: what it needs has been restored by now.
    draw();
  };
  const on = (name: string, then: (event: Event) => void): void => canvas.element.addEventListener(name, then);
  on("webglcontextlost", (event) => {
    // Without this the browser never gives the canvas back; one of two dimensions comes back by itself.
    event.preventDefault();
    hear(false);
  });
  on("webglcontextrestored", () => hear(true));
  on("contextlost", () => hear(false));
  on("contextrestored", () => hear(true));

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
