import packageJson from "../../package.json" with { type: "json" };
import { ENGINE } from "../play/engine.ts";
import { instead } from "../scenario/suggest.ts";
import { type Command, type Given, type Host, type Outcome, single } from "./command.ts";
import { COMMANDS, type Listed } from "./commands.ts";
import { checkOutputs, writeText } from "./files.ts";
import { badCommandLine, Halt } from "./halt.ts";
import { helpOf, overview } from "./help.ts";
import { collecting } from "./host.ts";
import { parseCommandLine } from "./parse.ts";
import { quoted } from "./plain.ts";

/** What goes where when `parley` ends. */
export interface Ending {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: 0 | 1 | 2 | 130;
}

const shown = (stdout: string): Ending => ({ stdout, stderr: "", exit: 0 });

function listedAs(name: string): Listed {
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return command;
  const choices = instead(
    name,
    COMMANDS.map((each) => each.name),
    "Commands",
  );
  if (name.startsWith("-")) throw badCommandLine(`The command comes first, and ${quoted(name)} is none. ${choices}`);
  throw badCommandLine(`There is no command ${quoted(name)}. ${choices}`);
}

function endingOf({ result, problems, exit }: Outcome, out: string | undefined): Ending {
  if (out !== undefined && result !== null) writeText(out, result);
  const stderr = problems.map((problem) => `${problem}\n`).join("");
  return { stdout: out === undefined ? (result ?? "") : "", stderr, exit };
}

/** The files that a command will write, by option. */
function outputsOf({ options }: Command, given: Given): Map<string, string> {
  const outputs = Object.entries(options).flatMap(([option, { writes }]): [string, string][] => {
    const path = writes ? single(given, option) : undefined;
    return path === undefined ? [] : [[option, path]];
  });
  return new Map(outputs);
}

async function helpOn({ summary, load }: Listed): Promise<Ending> {
  return shown(helpOf(await load(), summary));
}

async function execute(listed: Listed, args: readonly string[], host: Host): Promise<Ending> {
  const command = await listed.load();
  const given = parseCommandLine(command, args);
  if (!given) return helpOn(listed);
  const outputs = outputsOf(command, given);
  checkOutputs(outputs, given.operands);
  return endingOf(await command.run(given, host), outputs.get("out"));
}

async function dispatch([name, ...args]: readonly string[], host: Host): Promise<Ending> {
  if (name === undefined) return { stdout: "", stderr: overview(COMMANDS), exit: 2 };
  if (name === "--version") return shown(`parley ${packageJson.version} (${ENGINE})\n`);
  if (name === "--help" || name === "-h") return shown(overview(COMMANDS));
  if (name === "help") return args[0] === undefined ? shown(overview(COMMANDS)) : helpOn(listedAs(args[0]));
  return execute(listedAs(name), args, host);
}

function helpHint(name: string | undefined): string {
  const known = COMMANDS.some((command) => command.name === name);
  return `Help: parley ${known ? `${name} ` : ""}--help`;
}

/**
 * Runs `parley` with these arguments. What a command does not show as it goes is returned; files are written.
 * @param host left out, all that it shows is returned, and nobody can stop it
 * @throws only what is a fault of Parley itself
 */
export async function parley(args: readonly string[], host?: Host): Promise<Ending> {
  const collected = collecting();
  try {
    const { stdout, stderr, exit } = await dispatch(args, host ?? collected);
    return { stdout: collected.stdout() + stdout, stderr: collected.stderr() + stderr, exit };
  } catch (halt) {
    if (!(halt instanceof Halt)) throw halt;
    const hint = halt.exit === 2 ? `${helpHint(args[0])}\n` : "";
    const stderr = `${collected.stderr()}${halt.message}\n${hint}`;
    return { stdout: collected.stdout(), stderr, exit: halt.exit };
  }
}
