import { columns, wrap } from "./columns.ts";
import type { Command } from "./command.ts";
import type { Listed } from "./commands.ts";

const WIDTH = 100;

/** Text in lines, the later ones under the beginning of the first. */
function hanging(first: string, text: string): string[] {
  const rest = " ".repeat(first.length);
  return wrap(text, WIDTH - first.length).map((line, at) => (at === 0 ? first : rest) + line);
}

/** Never broken within an option and its value. */
function usageOf({ name, operand, options }: Command): string[] {
  const operands = operand ? ` ${operand.name}${operand.many ? "…" : ""}` : "";
  const given = Object.entries(options).map(([option, { value, many, choices, needed }]) => {
    const takes = choices?.join("|") ?? value;
    const whole = `--${option}${takes === null ? "" : `\u00A0${takes}`}`;
    return ` ${needed ? whole : `[${whole}]`}${many ? "…" : ""}`;
  });
  const lines = hanging(`Usage: parley ${name} `, `${operands}${given.join("")}`.trimStart());
  return lines.map((line) => line.replaceAll("\u00A0", " "));
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
  ]) as [string, string][];
  const listed: [string, string][] = [...options, ["  --help", "This help"]];
  const widest = Math.max(...listed.map(([option]) => option.length));
  return [
    summary,
    "",
    ...usageOf(command),
    "",
    "Options:",
    ...listed.flatMap(([option, about]) => hanging(`${option.padEnd(widest)}  `, about)),
    ...(command.notes.length > 0 ? ["", ...command.notes] : []),
    "",
    command.examples.length > 1 ? "Examples:" : "Example:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}
