import type { PlayRecord } from "../../play/record.ts";
import type { Diagnostic } from "../../scenario/diagnostic.ts";
import type { Scenario } from "../../scenario/types.ts";
import { lazy } from "./lazy.ts";

/** A file larger than this is not even read. */
export const FILE_LIMIT = 10_000_000;

/** What an opened file turned out to be. */
export type Opened =
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
    const { parley } = JSON.parse(text) as { readonly parley?: unknown };
    return typeof parley === "number" && parley > 1;
  } catch {
    return false;
  }
}

async function openRecord(text: string): Promise<Opened> {
  const { loadRecord } = await recordReader.load();
  const loaded = loadRecord(text);
  if ("record" in loaded) return { kind: "record", record: loaded.record };
  if (isNewer(text)) return { kind: "newer" };
  return { kind: "unreadable", message: loaded.problems[0] ?? "" };
}

/** Reads a file that somebody opened. Reading needs the YAML and schema packages, which load only now. */
export async function readFile(text: string, name: string): Promise<Opened> {
  if (looksLikeRecord(text)) return openRecord(text);
  const { readScenario, unplayable } = await scenarioReader.load();
  const { scenario, diagnostics } = readScenario(text, name);
  if (!scenario) return { kind: "broken", diagnostics };
  const problem = unplayable(scenario);
  if (problem) return { kind: "unplayable", message: problem.message };
  return { kind: "scenario", scenario, diagnostics };
}

/** Reads a record that was kept or opened; null when it is none. */
export async function readRecord(text: string): Promise<PlayRecord | null> {
  const opened = await openRecord(text);
  return opened.kind === "record" ? opened.record : null;
}
