import type { Play } from "../../play/play.ts";
import type { PlayRecord } from "../../play/record.ts";
import type { Diagnostic } from "../../scenario/diagnostics.ts";
import type { Scenario } from "../../scenario/types.ts";
import { lazy, playEngine } from "./lazy.ts";
import type { PlayLoader, PlayStarter } from "./start-play.ts";
import { isObject } from "./storage.ts";
import { isOver, messageOf, type Notice, type SessionState, type Store } from "./store.ts";

/** A file larger than this is not even read. */
const FILE_LIMIT = 10_000_000;

/** What an opened file turned out to be. */
type OpenedFile =
  | { readonly kind: "scenario"; readonly scenario: Scenario; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "broken"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "record"; readonly record: PlayRecord }
  /** A record that only a later version of the program reads. */
  | { readonly kind: "newer" }
  | { readonly kind: "unplayable"; readonly message: string }
  | { readonly kind: "unreadable"; readonly message: string };

/** A record is JSON with acts; everything else is taken for a scenario, whose reader says what is wrong with it. */
function looksLikeRecord(text: string): boolean {
  return text.trimStart().startsWith("{") && text.includes('"acts"') && text.includes('"seal"');
}

const recordReader = lazy(() => import("../../play/load.ts"));
const scenarioReader = lazy(async () => {
  const [{ readScenario }, { unplayable }] = await Promise.all([
    import("../../play/read.ts"),
    import("../../table/model.ts"),
  ]);
  return { readScenario, unplayable };
});

/** Whether a record names a version of the format that is still to come. */
function isNewer(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) && typeof json.parley === "number" && json.parley > 1;
  } catch {
    return false;
  }
}

async function openRecord(text: string): Promise<OpenedFile> {
  const { loadRecord } = await recordReader.load();
  const loaded = loadRecord(text);
  if ("record" in loaded) return { kind: "record", record: loaded.record };
  if (isNewer(text)) return { kind: "newer" };
  return { kind: "unreadable", message: loaded.problems[0] ?? "" };
}

/** Reads a file that the player opened. Reading needs the YAML and schema packages, which load only now. */
async function readOpenedFile(text: string, name: string): Promise<OpenedFile> {
  if (looksLikeRecord(text)) return openRecord(text);
  const { readScenario, unplayable } = await scenarioReader.load();
  const { scenario, diagnostics } = readScenario(text, name);
  if (!scenario) return { kind: "broken", diagnostics };
  const problem = unplayable(scenario);
  if (problem) return { kind: "unplayable", message: problem.message };
  return { kind: "scenario", scenario, diagnostics };
}

/** Reads a record that was saved or opened; null when it is none. */
export async function readRecord(text: string): Promise<PlayRecord | null> {
  const opened = await openRecord(text);
  return opened.kind === "record" ? opened.record : null;
}

const munich = lazy(() => import("../../../scenarios/munich-2016.yaml?checked"));

/** The scenario that comes with the site, as the build has checked it. @throws NotFetched */
async function shippedScenario(): Promise<Scenario> {
  return (await munich.load()).default;
}

/** Plays a record again to its end. Where that cannot be done it is only shown, with the reason, and this is null. */
export function replayOrShow({ set }: Store, record: PlayRecord): Play | null {
  const showOnly = (because: Notice): null => {
    set({ screen: "stored", stored: { record, because }, currentPlay: null, check: null, notice: null });
    return null;
  };
  const { isCurrent, replay } = playEngine.get();
  if (!isCurrent(record)) return showOnly({ key: "stored.revision", values: { engine: record.engine } });
  try {
    const { play, difference } = replay(record);
    if (!difference) return play;
    const { turn, message } = difference;
    return showOnly({ key: "stored.differs", values: { turn, message } });
  } catch (problem) {
    return showOnly({ key: "stored.differs", values: { turn: 0, message: messageOf(problem) } });
  }
}

/** Brings what can be played to the start: what comes with the site, or a file that the player opens. */
export interface PlayOpening {
  offer(scenario: Scenario): void;
  offerShipped(): Promise<void>;
  openFile(file: File): Promise<void>;
  drop(file: File): void;
}

export function createPlayOpening(store: Store, { fetchPlay }: PlayLoader, starter: PlayStarter): PlayOpening {
  const { set, say, failed } = store;

  const offerShipped = async (): Promise<void> => {
    try {
      set({ offered: { scenario: await shippedScenario(), file: null }, check: null });
    } catch (problem) {
      failed(problem, () => void offerShipped());
    }
  };

  /** What a file that was opened puts on the start screen; a record that plays begins. */
  const take = (opened: OpenedFile, file: string): Partial<SessionState> => {
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
        const play = replayOrShow(store, opened.record);
        if (play) starter.unlessSaved(() => starter.start(play, isOver(play) ? "result" : "table", notes));
        return {};
      }
    }
  };

  const openFile = async (file: File): Promise<void> => {
    if (file.size > FILE_LIMIT) return say({ key: "notice.too_large", values: { file: file.name } });
    const opened = await Promise.all([file.text().then((text) => readOpenedFile(text, file.name)), fetchPlay()])
      .then(([read]) => read)
      .catch((problem) => failed(problem, () => void openFile(file)));
    if (opened) set(take(opened, file.name));
  };

  return {
    offer: (scenario) => set({ offered: { scenario, file: null }, check: null }),
    offerShipped,
    openFile,
    drop(file) {
      if (store.state.currentPlay) say({ key: "notice.drop.playing", values: { file: file.name } });
      else void openFile(file);
    },
  };
}
