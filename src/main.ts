import { openPages } from "./pages/app/page.tsx";
import type { ShownPlay } from "./pages/store/shown-play.ts";
import {
  draftOnRails,
  StageBridge,
  showOnArrival,
  type TableLayout,
  type TableWatcher,
} from "./pages/table/stage-bridge.ts";
import type { Arrival, Stage } from "./stage/stage.ts";

/** The address may say `canvas=off`, or what is drawn on: `canvas=webgl`, `canvas=2d`. */
const asked = new URLSearchParams(location.search).get("canvas");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(then, { timeout: 2000 });
  else setTimeout(then, 200);
}

/** The stage, once it has been fetched and has a canvas. */
interface OpenStage {
  readonly stage: Stage;
  readonly pictureOf: typeof import("./stage/view.ts").pictureOf;
}

/**
 * Draws behind the pages: the stage is fetched once a play is under way and the page has time, follows the places that the
 * table lays out, and is shown every change of the play. Without it, or when its canvas is lost, the pages draw the rails
 * themselves.
 */
class Backdrop implements TableWatcher {
  readonly #scene = document.createElement("div");
  #stage: OpenStage | null = null;
  #drawing = false;
  #layout: TableLayout | null = null;
  /** null: no play has been shown yet, and nothing is fetched. */
  #shown: { readonly play: ShownPlay; readonly still: boolean } | null = null;
  /** Whose offers are on their way, and since when in the time of the document. */
  #arrival: (Arrival & { readonly since: number }) | null = null;

  constructor() {
    this.#scene.className = "scene";
    this.#scene.setAttribute("aria-hidden", "true");
  }

  onPlay(play: ShownPlay, still: boolean): void {
    const first = this.#shown === null;
    this.#shown = { play, still };
    this.#show();
    // No canvas, or the file cannot be fetched: the pages go on drawing the rails.
    if (first) whenIdle(() => void this.#open().catch(() => this.#settle()));
  }

  onLayout(layout: TableLayout | null): void {
    this.#layout = layout;
    this.#settle();
  }

  onDrag(issue: number, at: number | null): void {
    this.#stage?.stage.drag(issue, at);
  }

  async #open(): Promise<void> {
    const [{ openStage }, { pictureOf }] = await Promise.all([import("./stage/stage.ts"), import("./stage/view.ts")]);
    const stage = await openStage(this.#scene, asked === "webgl" || asked === "2d" ? asked : undefined);
    this.#stage = { stage, pictureOf };
    this.#drawing = true;
    stage.onDrawing((now) => {
      this.#drawing = now;
      this.#settle();
    });
    this.#show();
    this.#settle();
  }

  #show(): void {
    if (!this.#stage || !this.#shown || this.#shown.play.curtain) return;
    const { stage, pictureOf } = this.#stage;
    const { play, still } = this.#shown;
    const { scene, view, facts, running, draft } = play;
    const marks = facts.parties.map(({ mark }) => mark);
    const picture = pictureOf({ scene, view, marks, draft: draftOnRails(view, running, draft) });
    const arrival = stage.show(picture, still || calm.matches);
    if (arrival) this.#arrival = { ...arrival, since: Number(document.timeline.currentTime) };
  }

  #settle(): void {
    const layout = this.#layout;
    if (layout && this.#scene.parentElement !== layout.host) layout.host.append(this.#scene);
    if (!layout) this.#scene.remove();
    this.#scene.hidden = !this.#drawing;
    // While the stage does not draw, the pages do.
    document.documentElement.classList.toggle("drawn", this.#drawing && layout !== null);
    if (!this.#stage || !layout) return;
    const { left, top, width, height } = layout;
    Object.assign(this.#scene.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    this.#stage.stage.place(layout);
    if (!this.#drawing || !this.#arrival) return;
    showOnArrival(layout.host, this.#arrival.parties, this.#arrival.since, this.#arrival.length);
  }
}

const room = document.querySelector("#parley");
if (room) openPages(room, asked === "off" ? null : new StageBridge(new Backdrop()));
