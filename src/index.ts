/** Parley without a screen: read scenarios, play them, run them by the thousand, prove what happened. */
export { type Analysis, type AnalysisOptions, analyse } from "./bargaining/analysis.ts";
export type { WhatIfChange } from "./lab/futures/arms.ts";
export { type Forecast, type ForecastOptions, forecast } from "./lab/futures/forecast.ts";
export { type WhatIf, type WhatIfOptions, whatIf } from "./lab/futures/what-if.ts";
export { type Simulation, type SimulationResult, simulate } from "./lab/runs/simulate.ts";
export {
  type Action,
  type PackageIds,
  packageFromIds,
  packageIds,
  type RecordedAction,
  UnknownName,
} from "./play/action.ts";
export { IllegalAction, type Waiting } from "./play/conduct.ts";
export { type LoadedRecord, loadRecord } from "./play/load.ts";
export { openPlay as play, type Play, type Setup } from "./play/play.ts";
export { type ReadScenario, readScenario } from "./play/read.ts";
export { type PlayRecord, recordOf } from "./play/record.ts";
export { branch, type Difference, isCurrent, type Replayed, replay } from "./play/replay.ts";
export { ENGINE, RULES_REVISION } from "./play/seal.ts";
export { type Seat, type SeatKind, tacticOf } from "./play/seats.ts";
export type { Diagnostic } from "./scenario/diagnostics.ts";
export type { Scenario } from "./scenario/types.ts";
export type { PartyEvent } from "./table/events.ts";
export type { Reasons } from "./table/party/reasons.ts";
export type { LogLine } from "./table/view/log.ts";
export type { View } from "./table/view/view.ts";
