/** One option of a command, without its dashes. */
export interface OptionSpec {
  /** What stands for its value in the help; null: it stands alone. */
  readonly value: string | null;
  /** The command does not work without it. */
  readonly required?: true;
  /** May be given several times. */
  readonly repeatable?: true;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** Its value is a file that the command writes: whether it can is looked at before any work. */
  readonly writes?: true;
  readonly about: string;
}

/** What was typed, once it is known to fit the command. */
export interface ParsedArguments {
  readonly operands: readonly string[];
  /** The values of each option that was given, in order. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** What a command came to. */
export interface CommandResult {
  /** The result and nothing else: goes to stdout, or to the file of `--out`; null: it has been written already. */
  readonly result: string | null;
  /** Lines for stderr. */
  readonly problems: readonly string[];
  /** 130: somebody stopped it, and what was done until then has been written. */
  readonly exit: 0 | 1 | 130;
}

/** Progress of long work, on stderr: a bar on a terminal, lines elsewhere. Only what is finished counts. */
export interface ProgressMeter {
  /** So many more are finished. */
  add(count: number): void;
  /** Nothing more will come. Call it whatever happens. */
  end(): void;
}

/** What a command may reach of the world, besides files. */
export interface Host {
  /** Shows a part of the result now. Resolves when there is room for more. */
  write(part: string | Uint8Array): Promise<void>;
  /**
   * Aborted when somebody wants the command to stop (Ctrl-C). Who reads it undertakes to finish soon, to write what is done and
   * to exit with 130; a command that never reads it is ended at once.
   */
  readonly signal: AbortSignal;
  /** @param unit what is counted, in the plural, such as `runs` */
  progress(total: number, unit: string): ProgressMeter;
}

/** One command of `parley`, with what its help says beside the summary in the list of commands. */
export interface Command {
  readonly name: string;
  /** What its operands are called; null: it takes none. */
  readonly operand: { readonly name: string; readonly many: boolean } | null;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** More to know, line by line. */
  readonly notes: readonly string[];
  readonly examples: readonly string[];
  /** @throws Halt when a file or what was typed is wrong */
  run(given: ParsedArguments, host: Host): CommandResult | Promise<CommandResult>;
}

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

/** The progress of a command with {@link QUIET_OPTION} among its options. */
export function openMeter(given: ParsedArguments, host: Host, total: number, unit: string): ProgressMeter {
  return given.options.has("quiet") ? { add: () => {}, end: () => {} } : host.progress(total, unit);
}

/** The value of an option that is given at most once. */
export function optionValue(given: ParsedArguments, option: string): string | undefined {
  return given.options.get(option)?.[0];
}

/** Whether the result is wanted as JSON. */
export function wantsJson(given: ParsedArguments): boolean {
  return optionValue(given, "format") === "json";
}

/** JSON as every command writes it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
