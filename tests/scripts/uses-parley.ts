import {
  type Action,
  analyse,
  branch,
  type Diagnostic,
  ENGINE,
  forecast,
  isCurrent,
  type LoadedRecord,
  loadRecord,
  type PackageIds,
  type Play,
  type PlayRecord,
  packageFromIds,
  packageIds,
  play,
  RULES_REVISION,
  readScenario,
  recordOf,
  replay,
  type Scenario,
  simulate,
  tacticOf,
  UnknownName,
  type View,
  whatIf,
} from "parley";

// A program of a user of the package. `packed.test.ts` checks its types and runs it there.

function scenarioOf(text: string): Scenario {
  const { scenario, diagnostics } = readScenario(text, "munich.yaml");
  if (scenario) return scenario;
  const errors: readonly Diagnostic[] = diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(errors.map(({ line, message }) => `${line}: ${message}`).join("\n"));
}

/** The United States pass whenever it is their turn, and refuse what is put to them. */
function refuseAll(table: Play): Play {
  for (let waiting = table.advance(); waiting.kind !== "over"; waiting = table.advance()) {
    const action: Action = waiting.kind === "answers" ? { kind: "answer", accepts: false } : { kind: "pass" };
    const closed = table.act("us", action);
    if (closed) throw new Error(closed);
  }
  return table;
}

function loaded(text: string): PlayRecord {
  const read: LoadedRecord = loadRecord(text);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return read.record;
}

/** What Munich comes to in the hands of every part of the API: plain JSON. */
export function tryEverything(text: string) {
  const scenario = scenarioOf(text);
  const seats = { us: { by: "human" }, russia: { by: "machine", tactic: tacticOf("conceder") } } as const;
  const table = refuseAll(play({ scenario, seed: "S/0", seats }));
  const record = loaded(JSON.stringify(recordOf(table)));
  const view: View = table.view("us");
  const terms: PackageIds = packageIds(table.model, 7);
  const offer: Action = { kind: "offer", package: terms };
  const drawn = { runs: 20, seed: "S" };
  const turn = record.actions.find(({ party, action }) => party === "us" && action.kind === "pass")?.turn ?? 0;
  let unknown = "";
  try {
    packageFromIds(table.model, { ...terms, weather: "fine" });
  } catch (error) {
    if (error instanceof UnknownName) unknown = error.message;
  }
  return {
    engine: [ENGINE, RULES_REVISION],
    batch: simulate({ scenario, ...drawn }),
    analysis: analyse(scenario, { round: 2 }),
    record,
    current: isCurrent(record),
    difference: replay(record).difference,
    branched: branch(record, 2, { us: { by: "machine" } }).advance(),
    log: view.log,
    package: packageFromIds(table.model, terms),
    forecast: forecast(record, turn, offer, { party: "us", ...drawn }),
    whatIf: whatIf(record, turn, { kind: "action", party: "us", action: offer }, drawn),
    unknown,
  };
}

/** Not to be called: what the types must refuse. If they were missing, all of it would pass. */
export function mustNotCompile(scenario: Scenario, table: Play): void {
  // @ts-expect-error the number of runs is a number
  simulate({ scenario, runs: "many", seed: "S" });
  // @ts-expect-error nothing is won here
  simulate({ scenario, runs: 1, seed: "S" }).outcomes.won;
  // @ts-expect-error an answer says whether it accepts
  table.act("us", { kind: "answer" });
  // @ts-expect-error a log is a list
  table.view("us").log.trim();
  // @ts-expect-error a scenario is read only
  scenario.id = "other";
}
