import { type Action, play, recordOf } from "../../src/index.ts";
import { beginForecast, mergeForecast } from "../../src/lab/futures/forecast.ts";
import { whatIf } from "../../src/lab/futures/what-if.ts";
import { munich } from "../setup/munich.ts";
import { machineText, median, timed } from "./measure.ts";

/**
 * How long a seat at Munich waits for its aides: a forecast of 1,000 runs on one core, at the first answer and in the middle of
 * the table; and a what-if of 1,000 pairs. `npm run bench -- forecast [RUNS]`. A page has more than one worker; each does its share.
 */
const RUNS = Number(process.argv[2] ?? 1000);
const PASSES = 5;
const PARTY = "us";

/** A play in which the United States refuses and passes for some decisions. */
function after(decisions: number) {
  const table = play({ scenario: munich(), seed: "bench", seats: { [PARTY]: { by: "human" } }, runner: "batch" });
  for (let done = 0; ; done++) {
    const waiting = table.advance();
    if (waiting.kind === "over") throw new Error(`the table is over after ${done} decisions`);
    const action: Action = waiting.kind === "answers" ? { kind: "answer", accepts: false } : { kind: "pass" };
    if (done === decisions) return { record: recordOf(table), turn: table.state.context.turn, action };
    table.act(PARTY, action);
  }
}

function report(name: string, work: (pass: number) => unknown): void {
  work(-1);
  const passes = Array.from({ length: PASSES }, (_, pass) => timed(() => work(pass)));
  const shown = (of: "wall" | "processor"): string =>
    median(passes.map((one) => one[of]))
      .toFixed(0)
      .padStart(6);
  console.log(`  ${name.padEnd(36)}${shown("wall")} ms   ${shown("processor")} ms of processor`);
}

console.log(`Munich, one core of ${machineText()}; ${PASSES} passes, median`);
for (const decisions of [0, 4, 10]) {
  const { record, turn, action } = after(decisions);
  const begin = (pass: number) =>
    beginForecast(record, turn, action, { party: PARTY, runs: RUNS, seed: `bench-${pass}` });
  report(`turn ${turn}: getting ready`, (pass) => begin(pass));
  report(`turn ${turn}: forecast of ${RUNS} runs`, (pass) => {
    const { header, chunk } = begin(pass);
    return mergeForecast(header, [chunk(0, RUNS)]);
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
