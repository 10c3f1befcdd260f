/** Parley without a screen: read scenarios, play them, run them by the thousand, prove what happened. */
export { type Simulation, type SimulationResult, simulate } from "./lab/simulate.ts";
export { type Action, type PackageIds, packageFromIds, packageIds, UnknownName } from "./play/action.ts";
export { IllegalAction, type Waiting } from "./play/conduct.ts";
export { ENGINE, RULES_REVISION } from "./play/engine.ts";
export { type LoadedRecord, loadRecord } from "./play/load.ts";
export { openPlay, openPlay as play, type Play, type RecordedAction, type Setup } from "./play/play.ts";
export { type ReadScenario, readScenario } from "./play/read.ts";
export { type PlayRecord, recordOf } from "./play/record.ts";
export { branch, type Difference, isCurrent, type Replayed, replay } from "./play/replay.ts";
export { type By, type Seat, tacticOf } from "./play/seats.ts";
export type { Diagnostic } from "./scenario/diagnostic.ts";
export type { Scenario } from "./scenario/types.ts";
export type { PartyEvent } from "./table/events.ts";
export type { Told } from "./table/log.ts";
export type { Reasons } from "./table/reasons.ts";
export type { View } from "./table/view.ts";
