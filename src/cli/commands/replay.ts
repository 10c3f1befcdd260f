import { canonicalJson } from "../../exact/json.ts";
import { loadRecord } from "../../play/load.ts";
import type { PlayRecord } from "../../play/record.ts";
import { type Difference, isCurrent, replay as replayRecord } from "../../play/replay.ts";
import { ENGINE } from "../../play/seal.ts";
import type { Command } from "../command.ts";
import { fileError } from "../errors.ts";
import { FORMAT_OPTION, OUT_OPTION, onlyOperand, wantsJson } from "../options.ts";
import { openText } from "../scenario-file.ts";
import { json } from "../text/json.ts";
import { alignColumns, oneLine } from "../text/terminal.ts";

/** A difference with whose action it is; `engine`: another revision of the rules made the record. */
type FoundDifference = Omit<Difference, "kind"> & {
  readonly kind: Difference["kind"] | "engine";
  readonly party: string | null;
};

function openRecord(file: string): PlayRecord {
  const loaded = loadRecord(openText(file));
  if ("record" in loaded) return loaded.record;
  throw fileError(loaded.problems.map((problem) => oneLine(`${file}: ${problem}`)).join("\n"));
}

function firstDifference(file: string, record: PlayRecord): FoundDifference | null {
  if (!isCurrent(record)) {
    const message =
      `The record was made by ${oneLine(record.engine)}, this is ${ENGINE}. The rules have changed since, so that it can ` +
      "be read but not played again.";
    return { act: 0, turn: 0, at: 0, party: null, kind: "engine", message };
  }
  try {
    const { difference } = replayRecord(record, "batch");
    if (!difference) return null;
    const party = difference.kind === "scenario" ? undefined : record.actions[difference.at]?.party;
    return { ...difference, party: party ?? null };
  } catch (error) {
    // What the scenario in a record may ask of the engine and the engine cannot do.
    if (error instanceof RangeError) throw fileError(oneLine(`${file}: ${error.message}`));
    throw error;
  }
}

function differenceJson({ act, turn, party, at, kind, message }: FoundDifference): FoundDifference {
  return { act, turn, party, at, kind, message };
}

/** What was done, as it stands in the record: all that is left of one whose rules are gone. */
function storedActionLines({ actions }: PlayRecord): string {
  const rows = actions.map(({ turn, party, by, action }) => [
    `turn ${turn}`,
    party,
    by,
    oneLine(canonicalJson(action)),
  ]);
  return alignColumns(rows)
    .map((line) => `${line}\n`)
    .join("");
}

function replayText(file: string, record: PlayRecord, found: FoundDifference | null): string {
  if (!found) return `The record agrees: ${record.actions.length} actions, seal ${record.seal}.\n`;
  if (found.kind === "engine") return `${oneLine(`${file}: ${found.message}`)}\n${storedActionLines(record)}`;
  const whose = found.party === null ? "" : `, ${found.party}`;
  const place = `act ${found.act + 1}, turn ${found.turn}${whose}`;
  return `${oneLine(`${file}: the record differs at ${place}: ${found.message}.`)}\n`;
}

/** `parley replay`: plays a record again and compares everything. */
export const replayCommand: Command = {
  name: "replay",
  operand: { name: "RECORD", many: false },
  options: { format: FORMAT_OPTION, out: OUT_OPTION },
  notes: [
    "JSON: { ok, engine, actions, seal, difference }; difference is null or { act, turn, party, at, kind, message },",
    "acts and places in actions counted from 0.",
  ],
  examples: ["parley replay munich.json"],
  run(given) {
    const file = onlyOperand(given);
    const record = openRecord(file);
    const found = firstDifference(file, record);
    const exit = found ? 1 : 0;
    if (!wantsJson(given)) return { result: replayText(file, record, found), problems: [], exit };
    const { engine, actions, seal } = record;
    const result = json({
      ok: !found,
      engine,
      actions: actions.length,
      seal,
      difference: found && differenceJson(found),
    });
    return { result, problems: [], exit };
  },
};
