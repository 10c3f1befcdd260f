import { SingleBar } from "cli-progress";
import type { Progress } from "./command.ts";

/** Where progress is told. */
export interface ProgressStream {
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

const numberText = (value: number): string => value.toLocaleString("en");

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

function asLines(stream: ProgressStream, total: number, unit: string): Progress {
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

function asBar(stream: ProgressStream, total: number, unit: string): Progress {
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
export function openProgress(stream: ProgressStream, total: number, unit: string): Progress {
  return stream.isTTY ? asBar(stream, total, unit) : asLines(stream, total, unit);
}
