import type { Command } from "./command.ts";

/** A command as far as it is known before it is called. */
export interface Listed {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** Nothing of a command is in memory until it is called: the others cost a batch tens of megabytes. */
  load(): Promise<Command>;
}

/** Every command of `parley`, in the order of the help. */
export const COMMANDS: readonly Listed[] = [
  {
    name: "check",
    summary: "Say what is wrong with scenario files, where, and how to mend it",
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "simulate",
    summary: "Run a scenario, once with its transcript or many times with a summary or a table",
    load: async () => (await import("./commands/simulate.ts")).simulate,
  },
  {
    name: "replay",
    summary: "Play a record again, check its seal, and name the first turn that differs",
    load: async () => (await import("./commands/replay.ts")).replay,
  },
  {
    name: "analyze",
    summary: "Say what could be signed, what is efficient and fair, and why nothing can where nothing can",
    load: async () => (await import("./commands/analyze.ts")).analyze,
  },
  {
    name: "balance",
    summary: "Say what is odd about a scenario when machines play it, and what to change",
    load: async () => (await import("./commands/balance.ts")).balance,
  },
  {
    name: "sweep",
    summary: "Vary a scenario as a file says, and run every combination many times",
    load: async () => (await import("./commands/sweep.ts")).sweep,
  },
  {
    name: "merge",
    summary: "Make one result of the shards of a sweep",
    load: async () => (await import("./commands/merge.ts")).merge,
  },
  {
    name: "diagram",
    summary: "Draw the positions of the parties as a Mermaid state diagram",
    load: async () => (await import("./commands/diagram.ts")).diagram,
  },
  {
    name: "schema",
    summary: "Print the JSON Schema (draft-07) of scenario files",
    load: async () => (await import("./commands/schema.ts")).schema,
  },
];
