import { binds } from "../../bargaining/zone/binding.ts";
import { at } from "../../exact/at.ts";
import { runSeed } from "../../exact/chance.ts";
import { conductToEnd } from "../../play/conduct.ts";
import { machinesDisposed, type Seat, tacticOf } from "../../play/seats.ts";
import type { TacticKind } from "../../scenario/codes.ts";
import type { Scenario } from "../../scenario/types.ts";
import { aspirationOf } from "../../table/party/target.ts";
import { resultWorth } from "../../table/rules/worth.ts";
import { startBatch } from "../../table/run/batch.ts";
import type { TranscriptEntry } from "../../table/run/runner.ts";
import type { View } from "../../table/view/view.ts";
import { type Prepared, prepare, runOnce, seedOfRun } from "../runs/simulate.ts";
import { emptyCounts, observeRun, type RunCounts } from "./observe.ts";
import { policyOf } from "./policies/list.ts";

/** What every worker of a balance report must know. */
export interface BalanceSetup {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Named instead of drawn, ids by party id. */
  readonly dispositions?: Readonly<Record<string, string>>;
}

/** Runs `from` to `to` − 1 of one experiment. */
export type BalanceChunk = {
  readonly from: number;
  readonly to: number;
} /** Machines, one seat with another tactic than the file's; party −1: all as in the file. */ & (
  | { readonly kind: "tactic"; readonly party: number; readonly tactic: TacticKind }
  /** Machines, one seat played by a policy. `text`: what it holds, −1: nothing. */
  | { readonly kind: "policy"; readonly party: number; readonly policy: string; readonly text: number }
  /** Machines; what each package would have been worth to the party, had it been put to the others in the end. */
  | { readonly kind: "screen"; readonly party: number }
);

/** What a chunk came to. Lists are by run. */
export interface BalanceResult {
  /** What the result was worth to the party of the experiment, in the scenario's scale. */
  readonly worths: Float64Array;
  /** What was signed; −1: nothing. */
  readonly signed: Int32Array;
  /** Of machines: what their runs have touched. */
  readonly counts: RunCounts | null;
  /** Of a screening, by package: what it would have been worth, summed over the runs. */
  readonly gains: Float64Array | null;
}

/** Runs that are one piece of work. */
const CHUNK = 25;

/** An experiment cut into pieces, always the same, so that sums have the same last digits whoever adds them up. */
export function experimentChunks(runs: number, of: (from: number, to: number) => BalanceChunk): BalanceChunk[] {
  return Array.from({ length: Math.ceil(runs / CHUNK) }, (_, i) => of(i * CHUNK, Math.min(runs, (i + 1) * CHUNK)));
}

/** How many runs a chunk plays. */
export function runsOf({ from, to }: BalanceChunk): number {
  return to - from;
}

function tacticRuns(
  prepared: Prepared,
  seed: string,
  chunk: BalanceChunk & { readonly kind: "tactic" },
): BalanceResult {
  const { from, to, party, tactic } = chunk;
  const own = prepared.models.scenario.parties[party]?.tactic;
  const changed = prepared.seats.map(
    (seat, index): Seat => (index === party ? { ...seat, by: "machine", tactic: tacticOf(tactic, own) } : seat),
  );
  const table = party < 0 ? prepared : prepared.withSeats(changed);
  const counts = emptyCounts(prepared.compiled.model, 1);
  const worths = new Float64Array(runsOf(chunk));
  for (let run = from; run < to; run++) {
    const results = observeRun(table, seedOfRun(seed, run), counts);
    if (party >= 0) worths[run - from] = at(results, party);
  }
  return { worths, signed: new Int32Array(0), counts, gains: null };
}

function policyRuns(
  { tableOf, seats }: Prepared,
  seed: string,
  chunk: BalanceChunk & { readonly kind: "policy" },
): BalanceResult {
  const { from, to, party, text } = chunk;
  const policy = policyOf(chunk.policy);
  const worths = new Float64Array(runsOf(chunk));
  const signed = new Int32Array(runsOf(chunk));
  for (let run = from; run < to; run++) {
    const words = runSeed(seedOfRun(seed, run));
    const compiled = tableOf(words);
    const { model } = compiled;
    const decide = policy.open({ text, drawn: policy.kind === "informed" ? model.dispositions : null });
    const script: Seat = { by: "script", keeps: false, decide: (view: View) => decide(view) };
    const runner = startBatch(compiled, words);
    const written: TranscriptEntry[] = [];
    const log = policy.reads ? { written, note: (entry: TranscriptEntry): unknown => written.push(entry) } : {};
    conductToEnd({ model, runner, seats: seats.with(party, script), ...log });
    worths[run - from] = resultWorth(model, runner.state.context, party);
    signed[run - from] = runner.state.context.signed;
  }
  return { worths, signed, counts: null, gains: null };
}

/** A package that the others would sign at their floors in the end is reckoned as signed, any other as no deal. */
function screenRuns(
  prepared: Prepared,
  seed: string,
  chunk: BalanceChunk & { readonly kind: "screen" },
): BalanceResult {
  const { from, to, party } = chunk;
  const gains = new Float64Array(prepared.compiled.model.space.size);
  for (let run = from; run < to; run++) {
    const ofRun = seedOfRun(seed, run);
    const { model } = prepared.tableOf(runSeed(ofRun));
    const own = at(model.partyModels, party);
    const state = runOnce(prepared, ofRun);
    const none = at(state.context.walkAway, party);
    const floors = model.voters.map((voter) => aspirationOf(model, state, voter).floor);
    for (let pack = 0; pack < gains.length; pack++) {
      const signs = (voter: number): boolean => {
        const side = at(model.partyModels, voter);
        return (
          voter === party || (side.red[pack] !== 1 && at(side.worth, pack) >= at(floors, model.voters.indexOf(voter)))
        );
      };
      const could = own.red[pack] !== 1 && binds(model.binding, signs);
      gains[pack] = at(gains, pack) + (could ? at(own.worth, pack) : none);
    }
  }
  return { worths: new Float64Array(0), signed: new Int32Array(0), counts: null, gains };
}

/** Opens a balance report: what it returns plays one chunk after another, each the same whoever plays it. */
export function openBalance({ scenario, seed, dispositions }: BalanceSetup): (chunk: BalanceChunk) => BalanceResult {
  const prepared = prepare({ scenario, seats: machinesDisposed(dispositions) });
  return (chunk) => {
    switch (chunk.kind) {
      case "tactic":
        return tacticRuns(prepared, seed, chunk);
      case "policy":
        return policyRuns(prepared, seed, chunk);
      case "screen":
        return screenRuns(prepared, seed, chunk);
    }
  };
}
