import { SingleBar } from "cli-progress";
import type { Host, ProgressMeter } from "./command.ts";
import { causeOf, fileError, systemCode } from "./errors.ts";
import { numberText } from "./text/words.ts";

/** Where progress is told. */
interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** In a pipe or a file: a line for each tenth. */
const LINES = 10;

/** Below this a rate is chance, in milliseconds. */
const TOO_SOON = 50;

/** `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

interface Pace {
  readonly rate: string;
  readonly left: string;
}

/** How fast it has gone from the beginning, and how long it will take at that rate. */
function paceOf(done: number, total: number, elapsedMs: number): Pace {
  if (done === 0 || elapsedMs < TOO_SOON) return { rate: "…", left: "…" };
  const rate = (done * 1000) / elapsedMs;
  return {
    rate: numberText(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)),
    left: durationText((total - done) / rate),
  };
}

function meterAsLines(stream: ProgressStream, total: number, unit: string): ProgressMeter {
  const began = performance.now();
  let done = 0;
  let told = 0;
  return {
    add(count) {
      done += count;
      const tenth = Math.floor((done * LINES) / total);
      if (tenth <= told) return;
      told = tenth;
      const { rate, left } = paceOf(done, total, performance.now() - began);
      const rest = done < total ? `, ${left} left` : "";
      const percent = Math.floor((done * 100) / total);
      stream.write(`${numberText(done)} of ${numberText(total)} ${unit} (${percent} %), ${rate} ${unit}/s${rest}\n`);
    },
    end() {},
  };
}

function meterAsBar(stream: ProgressStream, total: number, unit: string): ProgressMeter {
  const began = performance.now();
  let done = 0;
  const bar = new SingleBar({
    stream: stream as NodeJS.WritableStream,
    format: `{bar} {percentage} %  {value} of {total} ${unit}  {rate} ${unit}/s  {left} left`,
    formatValue: (value, _options, type) => (type === "value" || type === "total" ? numberText(value) : String(value)),
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    hideCursor: true,
    // Signals are ours: the bar ends when the work does.
    gracefulExit: false,
  });
  bar.start(total, 0, { rate: "…", left: "…" });
  return {
    add(count) {
      done += count;
      bar.update(done, paceOf(done, total, performance.now() - began));
    },
    end: () => bar.stop(),
  };
}

/** Progress of so many on a stream. */
export function openProgress(stream: ProgressStream, total: number, unit: string): ProgressMeter {
  return stream.isTTY ? meterAsBar(stream, total, unit) : meterAsLines(stream, total, unit);
}

/** A second Ctrl-C ends the program at once; sooner than this it is the first one, which a parent process has passed on. */
const SECOND_SIGNAL_MS = 1000;

const STOPPED = 130;

/** Aborted when the user or the system wants this process to stop. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let first = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (!stop.signal.aborted) {
      first = performance.now();
      stop.abort();
    } else if (signal === "SIGINT" && performance.now() - first > SECOND_SIGNAL_MS) process.exit(STOPPED);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return stop.signal;
}

/** @throws CliError (exit 1) when it cannot be written; not when the reader has stopped reading, which is no error */
async function toStdout(part: string | Uint8Array): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(part, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    if (systemCode(error) === "EPIPE") return;
    throw fileError(`The result cannot be written: ${causeOf(error)}.`);
  }
}

/** This process: its streams and its signals. */
export function processHost(): Host {
  let signal: AbortSignal | undefined;
  return {
    write: toStdout,
    get signal() {
      signal ??= stopSignal();
      return signal;
    },
    progress: (total, unit) => openProgress(process.stderr, total, unit),
  };
}

/** A host that keeps what it is shown, for callers within a program. */
interface CollectingHost extends Host {
  stdout(): string;
  stderr(): string;
}

/** @param signal to stop the command with; left out, it is never stopped */
export function collectingHost(signal: AbortSignal = new AbortController().signal): CollectingHost {
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
