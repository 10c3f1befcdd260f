import { openPages } from "./pages/app/page.tsx";
import type { Session } from "./pages/store/session.ts";
import { viewOfOpenPlay } from "./pages/store/store.ts";
import { draftOnRails, showOnArrival, type TableLayout, watchTable } from "./pages/table/stage-bridge.ts";
import type { Arrival, Stage } from "./stage/stage.ts";

/** The address may say `canvas=off`, or what is drawn on: `canvas=webgl`, `canvas=2d`. */
const asked = new URLSearchParams(location.search).get("canvas");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(then, { timeout: 2000 });
  else setTimeout(then, 200);
}

/**
 * Lets the stage draw behind the pages: it is fetched once a play is under way and the page has time, follows the places that
 * the table lays out, and is shown every change of the session. Without it, or when its canvas is lost, the pages draw
 * the rails themselves.
 */
function withStage(session: Session): void {
  const scene = document.createElement("div");
  scene.className = "scene";
  scene.setAttribute("aria-hidden", "true");
  let stage: Stage | null = null;
  let show = (): void => {};
  let places: TableLayout | null = null;
  let drawing = false;
  let begun = false;
  let underWay: (Arrival & { since: number }) | null = null;

  const settle = (): void => {
    const host = places?.host;
    if (host && scene.parentElement !== host) host.append(scene);
    if (!host) scene.remove();
    scene.hidden = !drawing;
    // While nobody draws, the pages do.
    document.documentElement.classList.toggle("drawn", drawing && places !== null);
    if (!stage || !places) return;
    const { left, top, width, height } = places;
    Object.assign(scene.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    stage.place(places);
    if (!drawing || !underWay) return;
    showOnArrival(places.host, underWay.parties, underWay.since, underWay.length);
  };

  const open = async (): Promise<void> => {
    const [{ openStage }, { pictureOf }] = await Promise.all([import("./stage/stage.ts"), import("./stage/view.ts")]);
    stage = await openStage(scene, asked === "webgl" || asked === "2d" ? asked : undefined);
    drawing = true;
    stage.onDrawing((now) => {
      drawing = now;
      settle();
    });
    show = () => {
      const { openPlay } = session.state;
      if (!openPlay || openPlay.curtain !== null) return;
      const { play, eyes, draft } = openPlay;
      const view = viewOfOpenPlay(openPlay);
      const still = calm.matches || session.speed === "at_once";
      const arrival = stage?.show(
        pictureOf({
          scene: `${play.scenario.id} ${play.seed} ${eyes}`,
          view,
          marks: play.scenario.parties.map(({ mark }) => mark),
          draft: draftOnRails(view, openPlay.running, draft),
        }),
        still,
      );
      if (arrival) underWay = { ...arrival, since: Number(document.timeline.currentTime) };
    };
    show();
    settle();
  };

  const look = (): void => {
    show();
    if (begun || !session.state.openPlay) return;
    begun = true;
    // No canvas, or the file cannot be fetched: the pages go on drawing the rails.
    whenIdle(() => void open().catch(() => settle()));
  };
  session.subscribe(look);
  look();
  watchTable({
    onPlaces(next) {
      places = next;
      settle();
    },
    onDrag: (issue, at) => stage?.drag(issue, at),
  });
}

const room = document.querySelector("#parley");
if (room) {
  const session = openPages(room);
  if (asked !== "off") withStage(session);
}
