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
  /** 130: the user stopped it, and what was done until then has been written. */
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
   * Aborted when the user wants the command to stop (Ctrl-C). A command that reads it undertakes to finish soon, to write what
   * is done and to exit with 130; a command that never reads it is ended at once.
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
  /** @throws CliError when a file or what was typed is wrong */
  run(given: ParsedArguments, host: Host): CommandResult | Promise<CommandResult>;
}
