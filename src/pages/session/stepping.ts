import type { Holder } from "./holder.ts";
import type { Pace, Speed } from "./pace.ts";
import type { Saving } from "./saving.ts";
import { firstDraft, viewOf } from "./seats.ts";

/** Lets others act, at a pace that can be followed, until somebody at this screen is awaited. */
export interface Stepping {
  /** Steps until something new can be read in the record of the table, waits, and goes on. */
  goOn(heardFrom?: number): void;
  /** Nothing more happens by itself. */
  callOff(): void;
  /** Everything up to the next decision at this screen, at once. */
  skip(): void;
  /** Others wait, or go on. */
  pause(paused: boolean): void;
  /** Others act faster or slower from now on. */
  hurry(speed: Speed): void;
  /** Lays out a package for the seat before this screen, where it has none. */
  beginDraft(): void;
}

export function createStepping(holder: Holder, pace: Pace, { save }: Saving): Stepping {
  const { set, sit } = holder;
  let callOff = (): void => {};

  const beginDraft = (): void => {
    const { sitting } = holder.state;
    if (sitting?.eyes && sitting.draft === null) sit({ draft: firstDraft(viewOf(sitting)) });
  };

  /** Whoever is awaited now sits down before the screen, behind a curtain when there are several. */
  const settle = (): void => {
    const { sitting } = holder.state;
    if (!sitting) return;
    const { waiting } = sitting.play;
    const awaited = waiting && waiting.kind !== "over" ? waiting.parties[0] : undefined;
    const party = awaited === undefined ? null : (sitting.play.scenario.parties[awaited]?.id ?? null);
    if (party === null || party === sitting.eyes) {
      sit({ running: false });
    } else if (sitting.humans.length > 1) {
      sit({ running: false, curtain: party, eyes: null, draft: null });
    } else {
      sit({ running: false, eyes: party });
    }
    beginDraft();
    save();
  };

  const goOn = (heardFrom?: number): void => {
    callOff();
    const { sitting } = holder.state;
    if (!sitting) return;
    const { play } = sitting;
    try {
      for (;;) {
        const before = viewOf(sitting).log.length;
        if (!play.step()) break;
        if (pace.instant() || viewOf(sitting).log.length === before) continue;
        set({ heardFrom: heardFrom ?? before });
        sit({ running: true });
        save();
        if (!holder.state.sitting?.paused) callOff = pace.afterAStep(() => goOn());
        return;
      }
    } catch (problem) {
      holder.failed(problem);
      return;
    }
    settle();
  };

  return {
    goOn,
    callOff: () => callOff(),
    skip() {
      callOff();
      const { sitting } = holder.state;
      if (!sitting) return;
      set({ heardFrom: viewOf(sitting).log.length });
      sitting.play.advance();
      sit({ paused: false });
      settle();
    },
    pause(paused) {
      if (!holder.state.sitting?.running) return;
      callOff();
      sit({ paused });
      if (!paused) goOn();
    },
    hurry(speed) {
      pace.choose(speed);
      set({});
      const { sitting } = holder.state;
      if (!sitting?.running || sitting.paused) return;
      callOff();
      if (pace.instant()) goOn();
      else callOff = pace.afterAStep(() => goOn());
    },
    beginDraft,
  };
}
