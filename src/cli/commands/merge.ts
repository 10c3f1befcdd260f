import { type Command, type Given, single } from "../command.ts";
import { badCommandLine } from "../halt.ts";
import { realPath } from "../paths.ts";
import { quoted } from "../plain.ts";
import { beginFolder, closeFolder, lookInto } from "../sweep/folder.ts";
import { openShards } from "../sweep/merge.ts";
import { composeParts } from "../sweep/run.ts";
import { sweepText } from "../sweep/text.ts";

/** `parley merge`: the shards of a sweep as one. */
export const merge: Command = {
  name: "merge",
  operand: { name: "DIR", many: true },
  options: {
    out: { value: "DIR", needed: true, about: "Folder for the whole: a new one" },
  },
  notes: [
    "All folders must be of one sweep, and have all of its parts between them. The result is what parley sweep gives in one",
    "piece, to the byte. The shards stay as they are.",
  ],
  examples: ["parley merge shard-* --out results"],
  run(given: Given) {
    const out = single(given, "out") as string;
    const same = given.operands.find((folder) => realPath(folder) === realPath(out));
    if (same !== undefined) throw badCommandLine(`--out ${quoted(out)} is one of the shards. Give a new folder.`);
    const { sweep, pathOf } = openShards(given.operands);
    lookInto(out, sweep, null);
    beginFolder(out, sweep, null);
    const composed = composeParts(out, sweep, pathOf);
    closeFolder(out, sweep, null, false);
    return { result: sweepText(sweep, out, composed), problems: [], exit: 0 };
  },
};
