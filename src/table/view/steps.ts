import { equalWithin } from "../../exact/tolerance.ts";
import type { TableModel } from "../model.ts";
import { givenBy, shareInKind } from "../party/reciprocity.ts";
import { worthNow } from "../rules/worth.ts";
import type { TranscriptEntry } from "../run/runner.ts";
import type { TableState } from "../state.ts";
import { logFor } from "./log.ts";

/** What another has done for a side, by the side's own reckoning. */
export interface TowardsSide {
  /** Own worth that it has given since its first offer, in the scenario's scale. */
  readonly given: number;
  /** The round of its last step towards the side; of its first offer while it has made none; 0: it has offered nothing. */
  readonly since: number;
  /** How far the side answers it in kind, 0–1. */
  readonly share: number;
}

/** By party: how it has moved towards a side, as the transcript tells it. A step is an offer worth more to the side than the one before. */
export function stepsTowards(
  model: TableModel,
  { context }: TableState,
  side: number,
  entries: readonly TranscriptEntry[],
): TowardsSide[] {
  const equal = equalWithin(model.scenario.scale);
  const since = new Array<number>(model.parties).fill(0);
  const stood = new Array<number>(model.parties).fill(-1);
  for (const line of logFor(model, entries, side, false)) {
    if (line.kind !== "statement" || line.says === "TEXT" || line.package < 0) continue;
    const before = stood[line.party] as number;
    const gain = worthNow(model, context, side, line.package) - worthNow(model, context, side, Math.max(0, before));
    if (before < 0 || gain > equal) since[line.party] = line.round;
    stood[line.party] = line.package;
  }
  return model.partyModels.map(({ index }) => ({
    given: index === side ? 0 : givenBy(model, context, side, index),
    since: index === side ? 0 : (since[index] as number),
    share: index === side ? 0 : shareInKind(model, context, side, index),
  }));
}
