import { type Arrival, animatorOf } from "./animator.ts";
import { type Canvas, openCanvas, type Renderer } from "./canvas.ts";
import { shapesAt } from "./drawing.ts";
import type { Geometry } from "./geometry.ts";
import type { Picture } from "./picture.ts";

export type { Arrival } from "./animator.ts";

/** What moves at the table. It draws what it is shown where it is told; it decides nothing. */
export interface Stage {
  /**
   * Moves from what it shows to another picture.
   * @param still the end of every motion at once
   * @returns who sets out, and when all of them will have arrived; null: no party does
   */
  show(picture: Picture, still: boolean): Arrival | null;
  place(geometry: Geometry): void;
  /** The player drags the draft's stop of an issue, at 0–1 from the first option to the last; null: it was let go. */
  drag(issue: number, at: number | null): void;
  /** Hears whether the stage draws: false once the browser has taken its canvas away, true when it has come back. */
  onDrawing(listener: (drawing: boolean) => void): void;
  close(): void;
}

/** Renderers that are no graphics card: there the processor draws faster, and smoother, without WebGL in between. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** What this machine draws best with. */
export function bestRenderer(): Renderer {
  const probe = document.createElement("canvas").getContext("webgl");
  if (!probe) return "2d";
  const info = probe.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(probe.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? probe.RENDERER));
  // Browsers count living contexts.
  probe.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(renderer) ? "2d" : "webgl";
}

/** Opens a stage in an element that the page has laid out. */
export async function openStage(parent: HTMLElement, renderer: Renderer = bestRenderer()): Promise<Stage> {
  const player = animatorOf(() => performance.now());
  let geometry: Geometry | null = null;
  let drawing = true;
  const listeners: ((drawing: boolean) => void)[] = [];

  const canvas: Canvas = await openCanvas(parent, renderer, () => {
    const now = player.now();
    if (!now || !geometry) return { shapes: [], moving: false };
    return { shapes: shapesAt(now.state, now.picture, geometry), moving: now.moving };
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
      const arrival = player.show(next, still);
      draw();
      return arrival;
    },
    place(next) {
      geometry = next;
      canvas.resize(next.width, next.height);
      draw();
    },
    drag(issue, at) {
      player.hold(issue, at);
      draw();
    },
    onDrawing(listener) {
      listeners.push(listener);
    },
    close: () => canvas.close(),
  };
}
