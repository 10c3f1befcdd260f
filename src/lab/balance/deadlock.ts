import { equalWithin } from "../../bargaining/units.ts";
import { zoneOf } from "../../bargaining/zone.ts";
import { binds } from "../../table/binding.ts";
import type { TableModel } from "../../table/model.ts";
import { evidenceOf, type Finding } from "./findings.ts";
import type { Seen, Standstill } from "./seen.ts";

/** Where fewer runs than this end is where some tables end; where more do, the file sends them there. */
const OFTEN = 0.05;
const MOST_SHOWN = 5;

/** Packages that would bind if everyone came down to the floor of its position, with the usual walk-aways at the end. */
function signable(model: TableModel, { positions, walkAways, runs }: Standstill): number {
  const floors = model.mandates.map(({ positions: charts }, party) => {
    const walkAway = (walkAways[party] as number) / runs;
    const floor = Math.max(walkAway, charts[positions[party] as number]?.holdsAtLeast ?? walkAway);
    return floor - equalWithin(model.scenario);
  });
  return zoneOf({
    size: model.space.size,
    worths: model.mandates.map(({ worth }) => worth),
    reds: model.mandates.map(({ red }) => red),
    reservations: floors,
    binds: (accepts) => binds(model, accepts),
  }).length;
}

/** Positions in which the parties are stuck when the time runs out, most frequent first. */
export function deadlocks(model: TableModel, seen: Seen): Finding[] {
  return [...seen.standstills.values()]
    .map((standstill) => ({ standstill, evidence: evidenceOf(standstill.runs, seen.runs, seen.experiments) }))
    .filter(({ evidence }) => evidence.low > OFTEN)
    .sort((a, b) => b.evidence.count - a.evidence.count)
    .slice(0, MOST_SHOWN)
    .map(({ standstill, evidence }) => ({
      kind: "deadlock",
      positions: standstill.positions,
      signable: signable(model, standstill),
      evidence,
    }));
}
