import type { Play } from "../../play/play.ts";
import type { PlayRecord } from "../../play/record.ts";
import { engine } from "./fetching.ts";
import { type Holder, messageOf } from "./holder.ts";
import type { Notice } from "./state.ts";

/** Plays a record again to its end. Where that cannot be done it is only shown, with the reason, and this is null. */
export function playAgain({ set }: Holder, record: PlayRecord): Play | null {
  const showOnly = (because: Notice): null => {
    set({ screen: "stored", stored: { record, because }, sitting: null, check: null, notice: null });
    return null;
  };
  if (!engine().isCurrent(record)) return showOnly({ key: "stored.revision", values: { engine: record.engine } });
  try {
    const { play, difference } = engine().replay(record);
    if (!difference) return play;
    const { turn, message } = difference;
    return showOnly({ key: "stored.differs", values: { turn, message } });
  } catch (problem) {
    return showOnly({ key: "stored.differs", values: { turn: 0, message: messageOf(problem) } });
  }
}
