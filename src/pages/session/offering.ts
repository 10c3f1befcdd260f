import type { Scenario } from "../../scenario/types.ts";
import type { Beginning } from "./beginning.ts";
import type { Fetching } from "./fetching.ts";
import { FILE_LIMIT, type Opened, readFile } from "./files.ts";
import type { Holder } from "./holder.ts";
import { playAgain } from "./replaying.ts";
import { isOver } from "./seats.ts";
import { shippedScenario } from "./shipped.ts";
import type { SessionState } from "./state.ts";

/** Brings what can be played to the start: what comes with the site, or a file that somebody opens. */
export interface Offering {
  /** Offers a scenario that did not come from a file. */
  offer(scenario: Scenario): void;
  offerShipped(): Promise<void>;
  openFile(file: File): Promise<void>;
  /** Opens a file that was dropped on the page, unless that would disturb a play. */
  drop(file: File): void;
}

export function createOffering(holder: Holder, { fetchPlay }: Fetching, beginning: Beginning): Offering {
  const { set, say, failed } = holder;

  const offerShipped = async (): Promise<void> => {
    try {
      set({ offered: { scenario: await shippedScenario(), file: null }, check: null });
    } catch (problem) {
      failed(problem, () => void offerShipped());
    }
  };

  /** What a file that was opened puts on the start screen; a record that plays begins. */
  const take = (opened: Opened, file: string): Partial<SessionState> => {
    switch (opened.kind) {
      case "unreadable":
        return { notice: { key: "notice.not_readable", values: { file, message: opened.message } }, check: null };
      case "newer":
        return { notice: { key: "notice.newer_record", values: { file } }, check: null };
      case "unplayable":
        return { notice: { key: "notice.not_playable", values: { message: opened.message } }, check: null };
      case "broken":
        return { check: { file, diagnostics: opened.diagnostics, broken: true }, notice: null };
      case "scenario": {
        const { scenario, diagnostics } = opened;
        const check = diagnostics.length > 0 ? { file, diagnostics, broken: false } : null;
        return { offered: { scenario, file }, check, notice: null };
      }
      case "record": {
        const { notes } = opened.record;
        const play = playAgain(holder, opened.record);
        if (play) beginning.unlessUnderWay(() => beginning.start(play, isOver(play) ? "result" : "table", notes));
        return {};
      }
    }
  };

  const openFile = async (file: File): Promise<void> => {
    if (file.size > FILE_LIMIT) return say({ key: "notice.too_large", values: { file: file.name } });
    const opened = await Promise.all([file.text().then((text) => readFile(text, file.name)), fetchPlay()])
      .then(([read]) => read)
      .catch((problem) => failed(problem, () => void openFile(file)));
    if (opened) set(take(opened, file.name));
  };

  return {
    offer: (scenario) => set({ offered: { scenario, file: null }, check: null }),
    offerShipped,
    openFile,
    drop(file) {
      if (holder.state.sitting) say({ key: "notice.drop.playing", values: { file: file.name } });
      else void openFile(file);
    },
  };
}
