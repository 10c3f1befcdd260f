import { type Address, asksForAPlay, NO_ADDRESS, presetFor, unknownParameterWords } from "./address.ts";
import type { PlayLoader } from "./fetching.ts";
import { NotFetched } from "./lazy.ts";
import type { PlayOpening } from "./opening.ts";
import { readRecord, replayOrShow } from "./opening.ts";
import type { Saving } from "./saved-play.ts";
import { readSavedPlay, savedPlaySummary, tabOfSavedPlay } from "./saved-play.ts";
import type { PlayStorage } from "./storage.ts";
import type { Store } from "./store.ts";
import { EMPTY_STATE, isOver, openPlayOf, viewOfOpenPlay } from "./store.ts";
import type { Autoplay } from "./turns.ts";

/** Takes up what was kept: on arrival, and from another tab. */
export interface Restoring {
  /**
   * Takes up the play that was kept, or offers the scenario that comes with the site. Where a play is kept and the address asks
   * for another, both are offered.
   */
  open(address?: Address): Promise<void>;
  /** Goes on here with what is kept now. */
  takeOver(): Promise<void>;
  /** Gives up the play for the start. One that is kept beside it stays. */
  leave(): void;
}

interface RestoringNeeds {
  readonly fetching: PlayLoader;
  readonly stepping: Autoplay;
  readonly saving: Saving;
  readonly offering: PlayOpening;
}

/** @param tab names this tab among others that share the same keep */
export function createRestoring(
  store: Store,
  keep: PlayStorage,
  tab: string,
  { fetching, stepping, saving, offering }: RestoringNeeds,
): Restoring {
  const { set, say, failed } = store;

  /** Whether there was anything to take up; what cannot be read here stays where it is until somebody replaces it. */
  const restore = async (): Promise<boolean> => {
    const text = keep.read();
    if (text === null) return false;
    const kept = readSavedPlay(text);
    const [record] = await Promise.all([kept && readRecord(kept.record), fetching.fetchPlay()]);
    if (!kept || !record) {
      const underWay = savedPlaySummary(text);
      set({ notice: { key: underWay ? "notice.restored_kept" : "notice.restored_broken" }, underWay });
      return false;
    }
    const play = replayOrShow(store, record);
    if (!play) {
      set({ underWay: savedPlaySummary(text) });
      return true;
    }
    const bare = openPlayOf(play, record.notes);
    const alone = bare.humans.length === 1;
    const openPlay = {
      ...bare,
      eyes: alone ? bare.eyes : null,
      openAll: kept.openAll,
      draft: alone ? kept.draft : null,
    };
    const screen = kept.screen === "result" && !isOver(play) ? "table" : kept.screen;
    set({
      openPlay,
      screen,
      taken: false,
      underWay: null,
      replacing: null,
      heardFrom: viewOfOpenPlay(openPlay).log.length,
    });
    if (screen === "table") stepping.goOn();
    else stepping.beginDraft();
    saving.save();
    return true;
  };

  /** What the address asks for, as far as the scenario has it; one sentence says what it has not. */
  const heed = (address: Address): void => {
    const { offered, notice } = store.state;
    const parties = offered?.scenario.parties.map(({ id }) => id) ?? [];
    const { preset, odd } = offered ? presetFor(address, offered.scenario.id, parties) : address;
    set({ preset });
    if (odd.length > 0 && !notice) say({ key: "notice.address", values: { what: unknownParameterWords(odd) } });
  };

  const open = async (address: Address = NO_ADDRESS): Promise<void> => {
    const kept = asksForAPlay(address) ? keep.read() : null;
    const underWay = kept === null ? null : savedPlaySummary(kept);
    let restored = false;
    try {
      if (underWay) set({ underWay });
      else restored = await restore();
    } catch (problem) {
      failed(problem, () => void open(address));
      // What is kept may be whole: a play that is begun now would take its place.
      if (problem instanceof NotFetched) return;
    }
    if (!restored || store.state.screen === "stored") await offering.offerShipped();
    heed(address);
    // Fetched while the start is being read. Whoever cannot have it is told when it is asked for.
    await fetching.fetchPlay().catch(() => {});
  };

  const takeOver = async (): Promise<void> => {
    try {
      if (await restore()) return;
      const { offered, notice, underWay } = store.state;
      set({ ...EMPTY_STATE, offered, notice, underWay });
      if (!offered) await offering.offerShipped();
    } catch (problem) {
      failed(problem, () => void takeOver());
    }
  };

  keep.onOther((text) => {
    if (!store.state.openPlay || text === null || tabOfSavedPlay(text) === tab) return;
    stepping.callOff();
    set({ taken: true });
  });

  return {
    open,
    takeOver,
    leave() {
      stepping.callOff();
      const { offered, underWay } = store.state;
      if (!underWay) keep.clear();
      set({ ...EMPTY_STATE, offered, underWay });
      if (!offered) void offering.offerShipped();
    },
  };
}
