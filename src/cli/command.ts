/** One option of a command, without its dashes. */
export interface OptionSpec {
  /** What stands for its value in the help. */
  readonly value: string;
  /** May be given several times. */
  readonly many?: true;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  readonly about: string;
}

/** What was typed, once it is known to fit the command. */
export interface Given {
  readonly operands: readonly string[];
  /** The values of each option that was given, in order. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** What a command came to. */
export interface Outcome {
  /** The result and nothing else: goes to stdout, or to the file of `--out`. */
  readonly result: string;
  /** Lines for stderr. */
  readonly problems: readonly string[];
  readonly exit: 0 | 1;
}

/** One command of `parley`, with all that its help says. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What its operands are called; null: it takes none. */
  readonly operand: { readonly name: string; readonly many: boolean } | null;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** More to know, line by line. */
  readonly notes: readonly string[];
  readonly examples: readonly string[];
  /** @throws Halt when a file or what was typed is wrong */
  run(given: Given): Outcome;
}

/** The options that several commands share. */
export const FORMAT: OptionSpec = { value: "FORMAT", choices: ["text", "json"], about: "text (default) or json" };
export const OUT: OptionSpec = { value: "FILE", about: "Write the result to FILE instead of showing it" };

/** The value of an option that is given at most once. */
export function single(given: Given, option: string): string | undefined {
  return given.options.get(option)?.[0];
}

/** Whether the result is wanted as JSON. */
export function wantsJson(given: Given): boolean {
  return single(given, "format") === "json";
}

/** JSON as every command writes it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
