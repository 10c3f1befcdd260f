import type { Command } from "./command.ts";
import type { ListedCommand } from "./commands/list.ts";
import { alignColumns, hangingLines } from "./text/terminal.ts";

const WIDTH = 100;

/** Never broken within an option and its value. */
function usageLines({ name, operand, options }: Command): string[] {
  const operands = operand ? ` ${operand.name}${operand.many ? "…" : ""}` : "";
  const given = Object.entries(options).map(([option, { value, repeatable: many, choices, required: needed }]) => {
    const takes = choices?.join("|") ?? value;
    const whole = `--${option}${takes === null ? "" : `\u00A0${takes}`}`;
    return ` ${needed ? whole : `[${whole}]`}${many ? "…" : ""}`;
  });
  const lines = hangingLines(`Usage: parley ${name} `, `${operands}${given.join("")}`.trimStart(), WIDTH);
  return lines.map((line) => line.replaceAll("\u00A0", " "));
}

/** What `parley --help` prints. */
export function overviewText(commands: readonly ListedCommand[]): string {
  return [
    "Parley: a diplomacy negotiation simulation.",
    "",
    "Usage: parley COMMAND …",
    "",
    "Commands:",
    ...alignColumns(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    "",
    "Options:",
    ...alignColumns([
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
export function commandHelp(command: Command, summary: string): string {
  const options = Object.entries(command.options).map(([option, { value, about }]) => ({
    option: value === null ? `  --${option}` : `  --${option} ${value}`,
    about,
  }));
  const listed = [...options, { option: "  --help", about: "This help" }];
  const widest = Math.max(...listed.map(({ option }) => option.length));
  return [
    summary,
    "",
    ...usageLines(command),
    "",
    "Options:",
    ...listed.flatMap(({ option, about }) => hangingLines(`${option.padEnd(widest)}  `, about, WIDTH)),
    ...(command.notes.length > 0 ? ["", ...command.notes] : []),
    "",
    command.examples.length > 1 ? "Examples:" : "Example:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}
