import packageJson from "../../package.json" with { type: "json" };
import { ENGINE } from "../play/seal.ts";
import { didYouMean } from "../scenario/suggest.ts";
import type { Command, CommandResult, Host, ParsedArguments } from "./command.ts";
import { COMMANDS, type ListedCommand } from "./commands/list.ts";
import { CliError, usageError } from "./errors.ts";
import { checkOutputs, writeText } from "./files.ts";
import { commandHelp, overviewText } from "./help.ts";
import { collectingHost } from "./host.ts";
import { optionValue } from "./options.ts";
import { parseCommandLine } from "./parse.ts";
import { quoted } from "./text/terminal.ts";

/** What goes where when `parley` ends. */
export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: 0 | 1 | 2 | 130;
}

const shown = (stdout: string): CommandOutput => ({ stdout, stderr: "", exit: 0 });

function findCommand(name: string): ListedCommand {
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return command;
  const choices = didYouMean(
    name,
    COMMANDS.map((each) => each.name),
    "Commands",
  );
  if (name.startsWith("-")) throw usageError(`The command comes first, and ${quoted(name)} is none. ${choices}`);
  throw usageError(`There is no command ${quoted(name)}. ${choices}`);
}

function outputOf({ result, problems, exit }: CommandResult, out: string | undefined): CommandOutput {
  if (out !== undefined && result !== null) writeText(out, result);
  const stderr = problems.map((problem) => `${problem}\n`).join("");
  return { stdout: out === undefined ? (result ?? "") : "", stderr, exit };
}

/** The files that a command will write, by option. */
function outputFiles({ options }: Command, given: ParsedArguments): Map<string, string> {
  const outputs = Object.entries(options).flatMap(([option, { writes }]): [string, string][] => {
    const path = writes ? optionValue(given, option) : undefined;
    return path === undefined ? [] : [[option, path]];
  });
  return new Map(outputs);
}

async function helpOn({ summary, load }: ListedCommand): Promise<CommandOutput> {
  return shown(commandHelp(await load(), summary));
}

async function execute(listed: ListedCommand, args: readonly string[], host: Host): Promise<CommandOutput> {
  const command = await listed.load();
  const given = parseCommandLine(command, args);
  if (!given) return helpOn(listed);
  const outputs = outputFiles(command, given);
  checkOutputs(outputs, given.operands);
  return outputOf(await command.run(given, host), outputs.get("out"));
}

async function dispatch([name, ...args]: readonly string[], host: Host): Promise<CommandOutput> {
  if (name === undefined) return { stdout: "", stderr: overviewText(COMMANDS), exit: 2 };
  if (name === "--version") return shown(`parley ${packageJson.version} (${ENGINE})\n`);
  if (name === "--help" || name === "-h") return shown(overviewText(COMMANDS));
  if (name === "help") return args[0] === undefined ? shown(overviewText(COMMANDS)) : helpOn(findCommand(args[0]));
  return execute(findCommand(name), args, host);
}

function helpHint(name: string | undefined): string {
  const known = COMMANDS.some((command) => command.name === name);
  return `Help: parley ${known ? `${name} ` : ""}--help`;
}

/**
 * Runs `parley` with these arguments. What a command does not show as it goes is returned; files are written.
 * @param host left out, all that it shows is returned, and it cannot be stopped
 * @throws only what is a fault of Parley itself
 */
export async function parley(args: readonly string[], host?: Host): Promise<CommandOutput> {
  const collected = collectingHost();
  try {
    const { stdout, stderr, exit } = await dispatch(args, host ?? collected);
    return { stdout: collected.stdout() + stdout, stderr: collected.stderr() + stderr, exit };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const hint = error.exit === 2 ? `${helpHint(args[0])}\n` : "";
    const stderr = `${collected.stderr()}${error.message}\n${hint}`;
    return { stdout: collected.stdout(), stderr, exit: error.exit };
  }
}
