import { cpus } from "node:os";
import { quantile } from "../../src/exact/quantile.ts";

/** What it was measured on. */
export function machineText(): string {
  return `${cpus()[0]?.model ?? "a processor without a name"}, Node ${process.version}`;
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** What one piece of work took, in milliseconds. */
export interface Timed<T> {
  readonly result: T;
  /** By the clock on the wall: other work on the machine lengthens it. */
  readonly wall: number;
  /** Of processor, all threads of this process together. */
  readonly processor: number;
}

export function timed<T>(work: () => T): Timed<T> {
  const cpu = process.cpuUsage();
  const before = performance.now();
  const result = work();
  const wall = performance.now() - before;
  const { user, system } = process.cpuUsage(cpu);
  return { result, wall, processor: (user + system) / 1000 };
}
