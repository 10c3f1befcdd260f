import type { Host, OptionSpec, ParsedArguments, ProgressMeter } from "./command.ts";
import { usageError } from "./errors.ts";
import { quoted } from "./text/terminal.ts";

/** The options that several commands share. */
export const FORMAT_OPTION: OptionSpec = {
  value: "FORMAT",
  choices: ["text", "json"],
  about: "text (default) or json",
};
export const OUT_OPTION: OptionSpec = {
  value: "FILE",
  writes: true,
  about: "Write the result to FILE instead of showing it",
};
export const QUIET_OPTION: OptionSpec = { value: null, about: "No progress on stderr" };

/** The seed of commands that are given none. */
export const DEFAULT_SEED = "parley";
/** The longest seed, in characters: leaves room in a record for the number of the run. */
export const LONGEST_SEED = 200;
/** More workers than this are a slip of the hand. */
const MOST_WORKERS = 256;

/** The operand of a command that takes exactly one. @throws RangeError when the command takes none */
export function onlyOperand({ operands: [operand] }: ParsedArguments): string {
  if (operand === undefined) throw new RangeError("only a command with an operand has one to read");
  return operand;
}

/** The value of an option that is given at most once. */
export function optionValue(given: ParsedArguments, option: string): string | undefined {
  return given.options.get(option)?.[0];
}

/** The value of an option that the command does not work without. @throws RangeError when it is not `required` */
export function requiredValue(given: ParsedArguments, option: string): string {
  const value = optionValue(given, option);
  if (value === undefined) throw new RangeError(`--${option} is read as required and may be left out`);
  return value;
}

/** Whether the result is wanted as JSON. */
export function wantsJson(given: ParsedArguments): boolean {
  return optionValue(given, "format") === "json";
}

/** What whole numbers an option takes. */
interface WholeRange {
  /** 1 where it is left out. */
  readonly least?: number;
  /** Below 10^9. */
  readonly most: number;
  /** What the range is, behind it: `, the rounds of this table`. */
  readonly note?: string;
}

/** A whole number that was typed for an option. @throws CliError (exit 2) */
export function wholeNumber(option: string, text: string, { least = 1, most, note = "" }: WholeRange): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= least && number <= most) return number;
  throw usageError(`--${option} is a whole number from ${least} to ${most}${note}, not ${quoted(text)}.`);
}

/** The number of workers in `--workers`; undefined: the option is not given. @throws CliError (exit 2) */
export function workersOption(given: ParsedArguments): number | undefined {
  const text = optionValue(given, "workers");
  return text === undefined ? undefined : wholeNumber("workers", text, { most: MOST_WORKERS });
}

/** A seed as it was typed. @param longest in characters @throws CliError (exit 2) */
export function checkedSeed(option: string, seed: string, longest: number = LONGEST_SEED): string {
  if (seed.length > longest) throw usageError(`--${option} has at most ${longest} characters.`);
  return seed;
}

/** The progress of a command with {@link QUIET_OPTION} among its options. */
export function openMeter(given: ParsedArguments, host: Host, total: number, unit: string): ProgressMeter {
  return given.options.has("quiet") ? NO_METER : host.progress(total, unit);
}

/** Progress of which nothing is told. */
export const NO_METER: ProgressMeter = { add: () => {}, end: () => {} };
