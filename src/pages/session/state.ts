import type { Key, Values } from "../../language/speak.ts";
import type { Play } from "../../play/play.ts";
import type { Notes, PlayRecord } from "../../play/record.ts";
import type { Diagnostic } from "../../scenario/diagnostic.ts";
import type { Scenario } from "../../scenario/types.ts";
import { NO_ADDRESS, type Preset } from "../start/address.ts";
import type { KeptSummary } from "./kept.ts";

/** The screens, in the order in which a play goes through them; `stored` shows a record that cannot be played on. */
export type Screen = "start" | "mandate" | "table" | "result" | "stored";

/** One play and who sits before it here. */
export interface Sitting {
  readonly play: Play;
  /** Parties played by people at this screen, by id. */
  readonly humans: readonly string[];
  /** Whose view is on the screen; null: an onlooker's. */
  readonly eyes: string | null;
  /** The screen waits behind a curtain for this party. */
  readonly curtain: string | null;
  /** An onlooker has asked to see every side. */
  readonly openAll: boolean;
  /** The package being put together; null before the seat has one. */
  readonly draft: number | null;
  /** Others are acting, one visible step after another. */
  readonly running: boolean;
  /** Others wait until somebody lets them go on. */
  readonly paused: boolean;
  /** What people at this screen have written down, each for their own seat. */
  readonly notes: Notes;
}

/** What was found in a file that was opened. */
export interface FileCheck {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: boolean;
}

/** A message to the people before the screen. */
export interface Notice {
  readonly key: Key;
  readonly values?: Values;
  /** What failed may be tried again. */
  readonly retry?: () => void;
}

/** Why a record is only shown. */
export interface StoredPlay {
  readonly record: PlayRecord;
  readonly because: Notice;
}

/** All that decides what is on the screen. */
export interface SessionState {
  readonly screen: Screen;
  /** What the start screen offers; null while it is loading. */
  readonly offered: { readonly scenario: Scenario; readonly file: string | null } | null;
  /** What the address of the page asks for at that scenario. */
  readonly preset: Preset;
  /** A play is kept here, and the address asks for another: which of the two is for people to say. */
  readonly underWay: KeptSummary | null;
  /** What would take the place of the play that is kept, once somebody says so. */
  readonly replacing: (() => void) | null;
  readonly check: FileCheck | null;
  readonly sitting: Sitting | null;
  readonly stored: StoredPlay | null;
  readonly notice: Notice | null;
  /** Another tab has the play. */
  readonly taken: boolean;
  /** What was asked for waits for a part of the program that is still on its way. */
  readonly fetching: boolean;
  /** What has become of the last steps, for the live region: the record's lines from this index on. */
  readonly heardFrom: number;
}

/** Before anything has been loaded or chosen. */
export const EMPTY: SessionState = {
  screen: "start",
  offered: null,
  preset: NO_ADDRESS.preset,
  underWay: null,
  replacing: null,
  check: null,
  sitting: null,
  stored: null,
  notice: null,
  taken: false,
  fetching: false,
  heardFrom: 0,
};
