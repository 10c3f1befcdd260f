import { createContext } from "preact";
import { isEnded } from "../../table/state.ts";
import type { View } from "../../table/view/view.ts";
import type { ShownPlay } from "../store/shown-play.ts";

/** A place in CSS pixels from the upper left corner of the box that may be drawn in. */
export interface ScreenPoint {
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

/** What the pages tell the stage: the play on the screen, where its table lies, and what the player drags. */
export class StageBridge {
  readonly #watcher: TableWatcher;
  #layout: TableLayout | null = null;
  #announced: TableLayout | null = null;

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
      if (this.#announced === this.#layout) return;
      this.#announced = this.#layout;
      this.#watcher.onLayout(this.#layout);
    });
  }

  drag(issue: number, at: number | null): void {
    this.#watcher.onDrag(issue, at);
  }
}

/** null: nothing is drawn behind the pages. */
export const StageBridgeContext = createContext<StageBridge | null>(null);

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

export type Phase = "running" | "over" | "answer" | "turn" | "watch";

/** What is asked of the player before a table; `running`: others are acting, one visible step after another. */
export function phaseOf(view: View, running: boolean): Phase {
  if (isEnded(view.floor)) return "over";
  if (running) return "running";
  if (view.seat < 0) return "watch";
  return view.owesAnswer ? "answer" : "turn";
}

/** The draft as far as it lies on the rails: not while the player reads another's offer there, nor when all is over. */
export function draftOnRails(view: View, running: boolean, draft: number | null): number | null {
  const phase = phaseOf(view, running);
  return phase === "running" || phase === "turn" ? draft : null;
}
