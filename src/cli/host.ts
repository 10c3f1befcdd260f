import type { Host } from "./command.ts";
import { badFile } from "./halt.ts";
import { openProgress } from "./progress.ts";
import { causeOf } from "./trouble.ts";

/** A second Ctrl-C ends the program at once; sooner than this it is the first one, which a parent process has passed on. */
const PATIENCE_MS = 1000;

const STOPPED = 130;

/** An abort when somebody wants this process to stop. */
function untilStopped(): AbortSignal {
  const stop = new AbortController();
  let first = 0;
  const heard = (signal: NodeJS.Signals): void => {
    if (!stop.signal.aborted) {
      first = performance.now();
      stop.abort();
    } else if (signal === "SIGINT" && performance.now() - first > PATIENCE_MS) process.exit(STOPPED);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, heard);
  return stop.signal;
}

/** @throws Halt (exit 1) when it cannot be written; not when nobody reads any more, which is no error of anyone */
async function toStdout(part: string | Uint8Array): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(part, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return;
    throw badFile(`The result cannot be written: ${causeOf(error)}.`);
  }
}

/** This process: its streams and its signals. */
export function processHost(): Host {
  let signal: AbortSignal | undefined;
  return {
    write: toStdout,
    get signal() {
      signal ??= untilStopped();
      return signal;
    },
    progress: (total, unit) => openProgress(process.stderr, total, unit),
  };
}

/** A host that keeps what it is shown, for callers within a program. */
export interface CollectingHost extends Host {
  stdout(): string;
  stderr(): string;
}

/** @param signal to stop the command with; left out, nobody does */
export function collecting(signal: AbortSignal = new AbortController().signal): CollectingHost {
  const shown: Uint8Array[] = [];
  const told: string[] = [];
  return {
    async write(part) {
      shown.push(typeof part === "string" ? Buffer.from(part) : part);
    },
    signal,
    progress: (total, unit) => openProgress({ isTTY: false, write: (text: string) => told.push(text) }, total, unit),
    stdout: () => Buffer.concat(shown).toString("utf8"),
    stderr: () => told.join(""),
  };
}
