import { canonicalJson } from "../../exact/json.ts";
import { ENGINE } from "../../play/engine.ts";
import { loadRecord } from "../../play/load.ts";
import type { PlayRecord } from "../../play/record.ts";
import { type Difference, isCurrent, replay as replayRecord } from "../../play/replay.ts";
import { columns } from "../columns.ts";
import { type Command, FORMAT, json, OUT, wantsJson } from "../command.ts";
import { readText } from "../files.ts";
import { badFile } from "../halt.ts";
import { oneLine } from "../plain.ts";
import { diagnosticLine, unreadable } from "../scenario-file.ts";

/** A difference with whose action it is; `engine`: another revision of the rules made the record. */
type Found = Omit<Difference, "kind"> & { readonly kind: Difference["kind"] | "engine"; readonly party: string | null };

function openRecord(file: string): PlayRecord {
  const read = readText(file);
  if (!("text" in read)) throw badFile(diagnosticLine(unreadable(file, read)));
  const loaded = loadRecord(read.text);
  if ("record" in loaded) return loaded.record;
  throw badFile(loaded.problems.map((problem) => oneLine(`${file}: ${problem}`)).join("\n"));
}

function firstDifference(file: string, record: PlayRecord): Found | null {
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
    if (error instanceof RangeError) throw badFile(oneLine(`${file}: ${error.message}`));
    throw error;
  }
}

function inOrder({ act, turn, party, at, kind, message }: Found): Found {
  return { act, turn, party, at, kind, message };
}

/** What was done, as it stands in the record: all that is left of one whose rules are gone. */
function storedActions({ actions }: PlayRecord): string {
  const rows = actions.map(({ turn, party, by, action }) => [
    `turn ${turn}`,
    party,
    by,
    oneLine(canonicalJson(action)),
  ]);
  return columns(rows)
    .map((line) => `${line}\n`)
    .join("");
}

function asText(file: string, record: PlayRecord, found: Found | null): string {
  if (!found) return `The record agrees: ${record.actions.length} actions, seal ${record.seal}.\n`;
  if (found.kind === "engine") return `${oneLine(`${file}: ${found.message}`)}\n${storedActions(record)}`;
  const whose = found.party === null ? "" : `, ${found.party}`;
  const place = `act ${found.act + 1}, turn ${found.turn}${whose}`;
  return `${oneLine(`${file}: the record differs at ${place}: ${found.message}.`)}\n`;
}

/** `parley replay`: plays a record again and compares everything. */
export const replay: Command = {
  name: "replay",
  operand: { name: "RECORD", many: false },
  options: { format: FORMAT, out: OUT },
  notes: [
    "JSON: { ok, engine, actions, seal, difference }; difference is null or { act, turn, party, at, kind, message },",
    "acts and places in actions counted from 0.",
  ],
  examples: ["parley replay munich.json"],
  run(given) {
    const file = given.operands[0] as string;
    const record = openRecord(file);
    const found = firstDifference(file, record);
    const exit = found ? 1 : 0;
    if (!wantsJson(given)) return { result: asText(file, record, found), problems: [], exit };
    const { engine, actions, seal } = record;
    const result = json({ ok: !found, engine, actions: actions.length, seal, difference: found && inOrder(found) });
    return { result, problems: [], exit };
  },
};
