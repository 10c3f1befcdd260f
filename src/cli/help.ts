import { columns } from "./columns.ts";
import type { Command } from "./command.ts";
import type { Listed } from "./commands.ts";

function usageOf({ name, operand, options }: Command): string {
  const operands = operand ? ` ${operand.name}${operand.many ? "…" : ""}` : "";
  const given = Object.entries(options).map(([option, { value, many, choices }]) => {
    const takes = choices?.join("|") ?? value;
    return ` [--${option}${takes === null ? "" : ` ${takes}`}]${many ? "…" : ""}`;
  });
  return `parley ${name}${operands}${given.join("")}`;
}

/** What `parley --help` prints. */
export function overview(commands: readonly Listed[]): string {
  return [
    "Parley: a diplomacy negotiation simulation.",
    "",
    "Usage: parley COMMAND …",
    "",
    "Commands:",
    ...columns(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    "",
    "Options:",
    ...columns([
      ["  --help", "This help; after a command, the help of that command"],
      ["  --version", "Version and rules revision"],
    ]),
    "",
    "Exit status: 0 fine, 1 a file is wrong, 2 the command line is, 130 stopped (Ctrl-C).",
    "",
    "Example:",
    "  parley simulate scenarios/munich-2016.yaml --runs 1000",
    "",
  ].join("\n");
}

/** What `parley COMMAND --help` prints. @param summary as the list of commands has it */
export function helpOf(command: Command, summary: string): string {
  const options = Object.entries(command.options).map(([option, { value, about }]) => [
    value === null ? `  --${option}` : `  --${option} ${value}`,
    about,
  ]);
  return [
    summary,
    "",
    `Usage: ${usageOf(command)}`,
    "",
    "Options:",
    ...columns([...options, ["  --help", "This help"]]),
    ...(command.notes.length > 0 ? ["", ...command.notes] : []),
    "",
    command.examples.length > 1 ? "Examples:" : "Example:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}
