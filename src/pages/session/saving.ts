import type { Play } from "../../play/play.ts";
import { engine } from "./fetching.ts";
import type { Holder } from "./holder.ts";
import type { Keep, Kept } from "./keep.ts";
import { keptText } from "./kept.ts";

/** Keeps the play under way, and says where that is not possible. */
export interface Saving {
  save(): void;
  /** The record of the play under way, as a file's text; of none: empty. */
  recordText(): string;
}

/** @param tab names this tab among others that share the same keep */
export function createSaving(holder: Holder, keep: Keep, tab: string): Saving {
  let last: { readonly play: Play; readonly kept: Kept } | null = null;
  return {
    save() {
      const { sitting, screen, taken } = holder.state;
      if (!sitting || taken) return;
      const { play, notes } = sitting;
      const kept = keep.write(keptText(tab, screen, sitting, engine().recordOf(play, notes)));
      // Once a play: whoever has read it and closed it need not close it again after every action.
      const told = last?.play === play && last.kept === kept;
      last = { play, kept };
      if (told || kept === "everywhere") return;
      holder.say({ key: kept === "in this tab" ? "notice.storage.tab" : "notice.storage" });
    },
    recordText() {
      const { sitting } = holder.state;
      return sitting ? `${JSON.stringify(engine().recordOf(sitting.play, sitting.notes))}\n` : "";
    },
  };
}
