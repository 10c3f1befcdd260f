import type { Command } from "../command.ts";

/** A command as far as it is known before it is called. */
export interface ListedCommand {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** Nothing of a command is in memory until it is called: the others cost a batch tens of megabytes. */
  load(): Promise<Command>;
}

/** Every command of `parley`, in the order of the help. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: "check",
    summary: "Say what is wrong with scenario files, where, and how to mend it",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    name: "simulate",
    summary: "Run a scenario, once with its transcript or many times with a summary or a table",
    load: async () => (await import("./simulate.ts")).simulateCommand,
  },
  {
    name: "replay",
    summary: "Play a record again, check its seal, and name the first turn that differs",
    load: async () => (await import("./replay.ts")).replayCommand,
  },
  {
    name: "analyze",
    summary: "Say what could be signed, what is efficient and fair, and why nothing can where nothing can",
    load: async () => (await import("./analyze.ts")).analyzeCommand,
  },
  {
    name: "balance",
    summary: "Say what is odd about a scenario when machines play it, and what to change",
    load: async () => (await import("./balance.ts")).balanceCommand,
  },
  {
    name: "sweep",
    summary: "Vary a scenario as a file says, and run every combination many times",
    load: async () => (await import("./sweep.ts")).sweepCommand,
  },
  {
    name: "merge",
    summary: "Make one result of the shards of a sweep",
    load: async () => (await import("./merge.ts")).mergeCommand,
  },
  {
    name: "diagram",
    summary: "Draw the positions of the parties as a Mermaid state diagram",
    load: async () => (await import("./diagram.ts")).diagramCommand,
  },
  {
    name: "schema",
    summary: "Print the JSON Schema (draft-07) of scenario files",
    load: async () => (await import("./schema.ts")).schemaCommand,
  },
];
