import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { type Action, openPlay, readScenario, recordOf } from "../../src/index.ts";
import { beginForecast, mergeForecast } from "../../src/lab/futures/forecast.ts";
import { whatIf } from "../../src/lab/futures/what-if.ts";

/**
 * How long a seat at Munich waits for its aides: a forecast of 1,000 runs on one core, at the first answer and in the middle of
 * the table; and a what-if of 1,000 pairs. `npm run bench -- forecast [RUNS]`. A page has more than one worker; each does its share.
 */
const RUNS = Number(process.argv[2] ?? 1000);
const PASSES = 5;
const PARTY = "us";

const file = "scenarios/munich-2016.yaml";
const { scenario } = readScenario(readFileSync(file, "utf8"), file);
if (!scenario) throw new Error(`${file} cannot be read`);

/** A play in which the United States refuses and passes for some decisions. */
function after(decisions: number) {
  if (!scenario) throw new Error(`${file} cannot be read`);
  const play = openPlay({ scenario, seed: "bench", seats: { [PARTY]: { by: "human" } }, runner: "batch" });
  for (let done = 0; ; done++) {
    const waiting = play.advance();
    if (waiting.kind === "over") throw new Error(`the table is over after ${done} decisions`);
    const action: Action = waiting.kind === "answers" ? { kind: "answer", accepts: false } : { kind: "pass" };
    if (done === decisions) return { record: recordOf(play), turn: play.state.context.turn, action };
    play.act(PARTY, action);
  }
}

/** Wall clock and processor time of one doing, in ms; others on the machine lengthen the first alone. */
function timed<T>(doing: () => T): { readonly wall: number; readonly own: number; readonly got: T } {
  const cpu = process.cpuUsage();
  const before = performance.now();
  const got = doing();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: performance.now() - before, own: (user + system) / 1000, got };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function report(name: string, doing: (pass: number) => unknown): void {
  doing(-1);
  const passes = Array.from({ length: PASSES }, (_, pass) => timed(() => doing(pass)));
  const [wall, own] = [median(passes.map((one) => one.wall)), median(passes.map((one) => one.own))];
  console.log(`  ${name.padEnd(36)}${wall.toFixed(0).padStart(6)} ms   ${own.toFixed(0).padStart(6)} ms of processor`);
}

console.log(`Munich, one core of ${cpus()[0]?.model ?? "?"}, Node ${process.version}; ${PASSES} passes, median`);
for (const decisions of [0, 4, 10]) {
  const { record, turn, action } = after(decisions);
  const begin = (pass: number) =>
    beginForecast(record, turn, action, { party: PARTY, runs: RUNS, seed: `bench-${pass}` });
  report(`turn ${turn}: getting ready`, (pass) => begin(pass));
  report(`turn ${turn}: forecast of ${RUNS} runs`, (pass) => {
    const { header: frame, chunk } = begin(pass);
    return mergeForecast(frame, [chunk(0, RUNS)]);
  });
}
const { record } = after(4);
const [refused] = record.actions.filter(({ party, action }) => party === PARTY && action.kind === "answer");
report(`what-if of ${RUNS} pairs`, (pass) =>
  whatIf(
    record,
    refused?.turn ?? 0,
    { kind: "action", party: PARTY, action: { kind: "answer", accepts: true } },
    { runs: RUNS, seed: `bench-${pass}` },
  ),
);
