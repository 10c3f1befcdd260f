import type { Action } from "../../play/action.ts";
import type { SeatNotes } from "../../play/record.ts";
import type { Closed } from "../../table/legality.ts";
import type { Holder } from "./holder.ts";
import type { Saving } from "./saving.ts";
import { hasActed, isOver, viewOf } from "./seats.ts";
import type { Stepping } from "./stepping.ts";

/** What whoever sits before this screen can do. */
export interface Chair {
  liftCurtain(): void;
  /** Why the rules close an action to whoever sits here; null: it is open. */
  closed(action: Action): Closed | null;
  act(action: Action): Closed | null;
  draft(pack: number): void;
  /** Writes down for the seat before this screen what nobody else reads. */
  note(notes: SeatNotes): void;
  openAll(open: boolean): void;
  /** After the end: shows it from another chair; null: an onlooker's. */
  look(party: string | null): void;
}

export function createChair(holder: Holder, stepping: Stepping, { save }: Saving): Chair {
  const { set, sit } = holder;
  return {
    liftCurtain() {
      const { sitting } = holder.state;
      if (!sitting?.curtain) return;
      // Whoever takes a chair for the first time reads first what is wanted of them.
      const screen = hasActed(sitting.play, sitting.curtain) ? "table" : "mandate";
      set({ screen, sitting: { ...sitting, eyes: sitting.curtain, curtain: null, draft: null } });
      if (holder.state.sitting) set({ heardFrom: viewOf(holder.state.sitting).log.length });
      stepping.beginDraft();
    },
    closed(action) {
      const { sitting } = holder.state;
      return sitting?.eyes ? sitting.play.closed(sitting.eyes, action) : "not_your_turn";
    },
    act(action) {
      const { sitting, taken } = holder.state;
      if (!sitting?.eyes || taken) return "not_your_turn";
      const heardFrom = viewOf(sitting).log.length;
      const closed = sitting.play.act(sitting.eyes, action);
      if (closed) return closed;
      set({ heardFrom });
      stepping.goOn(heardFrom);
      return null;
    },
    draft(pack) {
      sit({ draft: pack });
      save();
    },
    note(notes) {
      const { sitting } = holder.state;
      if (!sitting?.eyes) return;
      sit({ notes: { ...sitting.notes, [sitting.eyes]: notes } });
      save();
    },
    openAll(open) {
      sit({ openAll: open });
      save();
    },
    look(party) {
      const { sitting } = holder.state;
      if (sitting && isOver(sitting.play)) sit({ eyes: party });
    },
  };
}
