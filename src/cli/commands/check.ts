import { readScenario } from "../../play/read.ts";
import type { Diagnostic } from "../../scenario/diagnostics.ts";
import type { Command } from "../command.ts";
import { readText } from "../files.ts";
import { FORMAT_OPTION, OUT_OPTION, wantsJson } from "../options.ts";
import { diagnosticLine, unreadable } from "../scenario-file.ts";
import { json } from "../text/json.ts";

interface CheckedFile {
  readonly diagnostics: readonly Diagnostic[];
  /** Could not even be read. */
  readonly lost: boolean;
}

function checkFile(file: string): CheckedFile {
  const read = readText(file);
  if (!("text" in read)) return { diagnostics: [unreadable(file, read)], lost: true };
  return { diagnostics: readScenario(read.text, file).diagnostics, lost: false };
}

function diagnosticJson({ file, line, column, severity, code, message, path }: Diagnostic): Diagnostic {
  return { file, line, column, severity, code, message, path };
}

/** `parley check`: everything that is wrong with scenario files. */
export const checkCommand: Command = {
  name: "check",
  operand: { name: "FILE", many: true },
  options: { format: FORMAT_OPTION, out: OUT_OPTION },
  notes: [
    "Each line reads: path:line:column severity code message",
    "Nothing is printed for a file that is fine. Warnings do not fail.",
  ],
  examples: ["parley check scenarios/*.yaml", "parley check scenarios/munich-2016.yaml --format json"],
  run(given) {
    const checked = given.operands.map(checkFile);
    const diagnostics = checked.flatMap((each) => each.diagnostics);
    const ok = diagnostics.every(({ severity }) => severity !== "error");
    const lost = checked.filter((each) => each.lost).flatMap((each) => each.diagnostics);
    const found = checked.filter((each) => !each.lost).flatMap((each) => each.diagnostics);
    const result = wantsJson(given)
      ? json({ ok, diagnostics: diagnostics.map(diagnosticJson) })
      : found.map((each) => `${diagnosticLine(each)}\n`).join("");
    return { result, problems: lost.map(diagnosticLine), exit: ok ? 0 : 1 };
  },
};
