import { type Address, asksForAPlay, NO_ADDRESS, oddWords, presetFor } from "../start/address.ts";
import type { Fetching } from "./fetching.ts";
import { readRecord } from "./files.ts";
import type { Holder } from "./holder.ts";
import type { Keep } from "./keep.ts";
import { readKept, summaryOf, tabOf } from "./kept.ts";
import { NotFetched } from "./lazy.ts";
import type { Offering } from "./offering.ts";
import { playAgain } from "./replaying.ts";
import type { Saving } from "./saving.ts";
import { isOver, sitDown, viewOf } from "./seats.ts";
import { EMPTY } from "./state.ts";
import type { Stepping } from "./stepping.ts";

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

interface Others {
  readonly fetching: Fetching;
  readonly stepping: Stepping;
  readonly saving: Saving;
  readonly offering: Offering;
}

/** @param tab names this tab among others that share the same keep */
export function createRestoring(
  holder: Holder,
  keep: Keep,
  tab: string,
  { fetching, stepping, saving, offering }: Others,
): Restoring {
  const { set, say, failed } = holder;

  /** Whether there was anything to take up; what cannot be read here stays where it is until somebody replaces it. */
  const restore = async (): Promise<boolean> => {
    const text = keep.read();
    if (text === null) return false;
    const kept = readKept(text);
    const [record] = await Promise.all([kept && readRecord(kept.record), fetching.fetchPlay()]);
    if (!kept || !record) {
      const underWay = summaryOf(text);
      set({ notice: { key: underWay ? "notice.restored_kept" : "notice.restored_broken" }, underWay });
      return false;
    }
    const play = playAgain(holder, record);
    if (!play) {
      set({ underWay: summaryOf(text) });
      return true;
    }
    const bare = sitDown(play, record.notes);
    const alone = bare.humans.length === 1;
    const sitting = {
      ...bare,
      eyes: alone ? bare.eyes : null,
      openAll: kept.openAll,
      draft: alone ? kept.draft : null,
    };
    const screen = kept.screen === "result" && !isOver(play) ? "table" : kept.screen;
    set({ sitting, screen, taken: false, underWay: null, replacing: null, heardFrom: viewOf(sitting).log.length });
    if (screen === "table") stepping.goOn();
    else stepping.beginDraft();
    saving.save();
    return true;
  };

  /** What the address asks for, as far as the scenario has it; one sentence says what it has not. */
  const heed = (address: Address): void => {
    const { offered, notice } = holder.state;
    const parties = offered?.scenario.parties.map(({ id }) => id) ?? [];
    const { preset, odd } = offered ? presetFor(address, offered.scenario.id, parties) : address;
    set({ preset });
    if (odd.length > 0 && !notice) say({ key: "notice.address", values: { what: oddWords(odd) } });
  };

  const open = async (address: Address = NO_ADDRESS): Promise<void> => {
    const kept = asksForAPlay(address) ? keep.read() : null;
    const underWay = kept === null ? null : summaryOf(kept);
    let restored = false;
    try {
      if (underWay) set({ underWay });
      else restored = await restore();
    } catch (problem) {
      failed(problem, () => void open(address));
      // What is kept may be whole: a play that is begun now would take its place.
      if (problem instanceof NotFetched) return;
    }
    if (!restored || holder.state.screen === "stored") await offering.offerShipped();
    heed(address);
    // Fetched while the start is being read. Whoever cannot have it is told when it is asked for.
    await fetching.fetchPlay().catch(() => {});
  };

  const takeOver = async (): Promise<void> => {
    try {
      if (await restore()) return;
      const { offered, notice, underWay } = holder.state;
      set({ ...EMPTY, offered, notice, underWay });
      if (!offered) await offering.offerShipped();
    } catch (problem) {
      failed(problem, () => void takeOver());
    }
  };

  keep.onOther((text) => {
    if (!holder.state.sitting || text === null || tabOf(text) === tab) return;
    stepping.callOff();
    set({ taken: true });
  });

  return {
    open,
    takeOver,
    leave() {
      stepping.callOff();
      const { offered, underWay } = holder.state;
      if (!underWay) keep.clear();
      set({ ...EMPTY, offered, underWay });
      if (!offered) void offering.offerShipped();
    },
  };
}
