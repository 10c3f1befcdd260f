import { parseArgs } from "node:util";
import { didYouMean } from "../scenario/suggest.ts";
import type { Command, ParsedArguments } from "./command.ts";
import { usageError } from "./errors.ts";
import { quoted } from "./text/terminal.ts";

function dashed(names: readonly string[]): string[] {
  return names.map((name) => `--${name}`);
}

function checkOperands({ name, operand }: Command, operands: readonly string[]): void {
  const [first, second] = operands;
  if (!operand) {
    if (first !== undefined) throw usageError(`${name} takes no file, but there is ${quoted(first)}.`);
    return;
  }
  if (first === undefined) throw usageError(`${name} needs a ${operand.name}.`);
  if (first === "" || second === "") throw usageError(`The name of a ${operand.name} is empty.`);
  if (second !== undefined && !operand.many) {
    throw usageError(`${name} takes one ${operand.name}, but there is ${quoted(second)} too.`);
  }
}

/**
 * Reads the arguments of a command; null when they ask for its help.
 * @throws CliError (exit 2) for what the command does not know
 */
export function parseCommandLine(command: Command, args: readonly string[]): ParsedArguments | null {
  const known = Object.keys(command.options);
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", short: "h" },
      ...Object.fromEntries(
        known.map((name) => [name, { type: command.options[name]?.value === null ? "boolean" : "string" } as const]),
      ),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === "option" && token.name === "help")) return null;
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const spec = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    if (!spec) {
      const choices = didYouMean(rawName, dashed([...known, "help"]), `Options of ${command.name}`);
      throw usageError(`${command.name} has no option ${quoted(rawName)}. ${choices}`);
    }
    if (spec.value === null) {
      if (value !== undefined) throw usageError(`${rawName} stands alone, without ${quoted(value)}.`);
      options.set(name, []);
      continue;
    }
    if (value === undefined || value === "") throw usageError(`${rawName} needs a value: ${rawName} ${spec.value}.`);
    if (!inlineValue && value.startsWith("-")) {
      throw usageError(`${rawName} needs a value. If ${quoted(value)} is meant, write ${rawName}=${value}.`);
    }
    if (spec.choices && !spec.choices.includes(value)) {
      throw usageError(`${rawName} cannot be ${quoted(value)}. ${didYouMean(value, spec.choices, "There are")}`);
    }
    const before = options.get(name) ?? [];
    if (before.length > 0 && !spec.repeatable) throw usageError(`${rawName} is given twice.`);
    options.set(name, [...before, value]);
  }
  checkOperands(command, operands);
  for (const [name, { required: needed, value }] of Object.entries(command.options)) {
    if (needed && !options.has(name)) throw usageError(`${command.name} needs --${name} ${value}.`);
  }
  return { operands, options };
}
