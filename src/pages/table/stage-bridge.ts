import { createContext, type RefObject } from "preact";
import { useContext, useEffect, useLayoutEffect } from "preact/hooks";
import type { View } from "../../table/view/view.ts";
import type { ShownPlay } from "../store/screen-state.ts";

/** A place in CSS pixels from the upper left corner of the box that may be drawn in. */
interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Where the table is laid out on the screen, for the stage that draws behind it. */
export interface TableLayout {
  readonly host: HTMLElement;
  /** The box that may be drawn in: from the delegations to the last rail, within the host. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Centres of the stops, by issue and option. */
  readonly stops: readonly (readonly ScreenPoint[])[];
  /** Centres of the tokens, by issue and party; null where a party has none. */
  readonly tokens: readonly (readonly (ScreenPoint | null)[])[];
  /** Centres of the marks of the delegations, by party, and half their size. */
  readonly cards: readonly ((ScreenPoint & { readonly half: number }) | null)[];
}

/** The stage's end of the bridge. */
export interface TableWatcher {
  /** @param still nothing is to move: the end of every motion at once */
  onPlay(play: ShownPlay, still: boolean): void;
  /** null: no rails are on the screen, or a row for each issue, between which nothing can be drawn. */
  onLayout(layout: TableLayout | null): void;
  /** The draft's stop of an issue is dragged: at 0–1 from the first option to the last; null: it was let go. */
  onDrag(issue: number, at: number | null): void;
}

/** From here on the options of an issue stand side by side. */
export const WIDE = "(min-width: 43.75rem)";
const MARGIN = 16;

/** What the pages tell the stage: the play on the screen, where its table lies, and what the player drags. */
export class StageBridge {
  readonly #watcher: TableWatcher;
  #layout: TableLayout | null = null;
  #told: TableLayout | null = null;

  constructor(watcher: TableWatcher) {
    this.#watcher = watcher;
  }

  show(play: ShownPlay, still: boolean): void {
    this.#watcher.onPlay(play, still);
  }

  /** Rails that give way to others in the same breath are not worth a word. */
  layOut(layout: TableLayout | null): void {
    this.#layout = layout;
    queueMicrotask(() => {
      if (this.#told === this.#layout) return;
      this.#told = this.#layout;
      this.#watcher.onLayout(this.#layout);
    });
  }

  drag(issue: number, at: number | null): void {
    this.#watcher.onDrag(issue, at);
  }
}

/** null: nothing is drawn behind the pages. */
export const StageBridgeContext = createContext<StageBridge | null>(null);

function measure(rails: HTMLElement, order: readonly number[]): TableLayout | null {
  const host = rails.closest<HTMLElement>(".stage");
  if (!host || !matchMedia(WIDE).matches) return null;
  const outer = host.getBoundingClientRect();
  const delegations = host.querySelector(".delegations") ?? rails;
  const top = delegations.getBoundingClientRect().top - outer.top - MARGIN;
  const centre = (element: Element): ScreenPoint => {
    const { left, top: up, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2 - outer.left, y: up + height / 2 - outer.top - top };
  };
  const marks = [...host.querySelectorAll<HTMLElement>(".delegation .mark")];
  const parties = order.map((_, party) => party);
  const rows = [...rails.querySelectorAll<HTMLElement>(".rail")];
  return {
    host,
    left: 0,
    top,
    width: outer.width,
    height: rails.getBoundingClientRect().bottom - outer.top - top + MARGIN,
    stops: rows.map((row) => [...row.querySelectorAll(".stop .dot")].map(centre)),
    tokens: rows.map((row) =>
      parties.map((party) => {
        const token = row.querySelector(`.stops [data-party="${party}"]`);
        return token && centre(token);
      }),
    ),
    cards: parties.map((party) => {
      const mark = marks[order.indexOf(party)];
      return mark ? { ...centre(mark), half: mark.getBoundingClientRect().height / 2 } : null;
    }),
  };
}

/**
 * Lets the tokens of parties whose offers are drawn on their way appear when they have arrived.
 * @param since when they set out, in the time of the document; the table may have been laid out anew in the meantime
 * @param length of the way, in milliseconds
 */
export function showOnArrival(host: HTMLElement, parties: readonly number[], since: number, length: number): void {
  if (Number(document.timeline.currentTime) >= since + length) return;
  for (const party of parties) {
    for (const token of host.querySelectorAll(`.token[data-party="${party}"]`)) {
      const arrival = token.animate(
        [{ opacity: 0 }, { opacity: 0, offset: Math.max(1 - 150 / length, 0) }, { opacity: 1 }],
        length,
      );
      arrival.startTime = since;
    }
  }
}

/** Tells the stage where these rails and the delegations above them are, as long as they are on the screen. */
export function useTableLayout(rails: RefObject<HTMLElement | null>, order: readonly number[]): void {
  const bridge = useContext(StageBridgeContext);
  useLayoutEffect(() => {
    if (bridge && rails.current) bridge.layOut(measure(rails.current, order));
  });
  useEffect(() => {
    const place = rails.current;
    const host = place?.closest(".stage");
    if (!bridge || !place || !host) return;
    const again = (): void => bridge.layOut(measure(place, order));
    // Sizes change with the window, with zoom, with fonts that arrive late, and with folds above the rails.
    const observer = new ResizeObserver(again);
    for (const watched of [host, place, ...host.children]) observer.observe(watched);
    window.addEventListener("resize", again);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", again);
      bridge.layOut(null);
    };
  }, [bridge, rails, order]);
}

export type Phase = "running" | "over" | "answer" | "turn" | "watch";

/** What is asked of the player before a table; `running`: others are acting, one visible step after another. */
export function phaseOf(view: View, running: boolean): Phase {
  if (view.floor === "signed" || view.floor === "broken" || view.floor === "expired") return "over";
  if (running) return "running";
  if (view.seat < 0) return "watch";
  return view.owesAnswer ? "answer" : "turn";
}

/** The draft as far as it lies on the rails: not while the player reads another's offer there, nor when all is over. */
export function draftOnRails(view: View, running: boolean, draft: number | null): number | null {
  const phase = phaseOf(view, running);
  return phase === "running" || phase === "turn" ? draft : null;
}
