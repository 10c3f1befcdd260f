import type { DeadOption } from "../../bargaining/analysis.ts";
import type { Effects, Position, Scenario } from "../../scenario/types.ts";
import type { TableModel } from "../../table/model.ts";
import { evidenceOf, type Finding } from "./findings.ts";
import type { Seen } from "./seen.ts";

/** Fewer signed texts than this say nothing about what is never signed. */
const ENOUGH_TEXTS = 30;

function moversOf(scenario: Scenario): readonly Effects[] {
  const levers = scenario.parties.flatMap((party) => party.levers.map(({ effects }) => effects));
  return [...scenario.events.map(({ effects }) => effects), ...levers];
}

function isReachable(scenario: Scenario, party: number, position: number): boolean {
  const charts = scenario.parties[party]?.positions ?? [];
  const moved = charts.some(({ moves }, from) => from !== position && moves.some(({ to }) => to === position));
  const sent = moversOf(scenario).some(({ moves }) =>
    moves.some((move) => move.party === party && move.to === position),
  );
  return position === 0 || moved || sent;
}

/** Positions that no run visited. */
export function unheldPositions({ scenario }: TableModel, { held, runs, experiments }: Seen): Finding[] {
  return held.flatMap((counts, party) =>
    counts.flatMap((count, position): Finding[] => {
      if (count > 0) return [];
      const reachable = isReachable(scenario, party, position);
      return [{ kind: "position_never_held", party, position, reachable, evidence: evidenceOf(0, runs, experiments) }];
    }),
  );
}

/** Events that never happened. */
export function silentEvents({ happened, runs, experiments }: Seen): Finding[] {
  return happened.flatMap((count, event): Finding[] =>
    count > 0 ? [] : [{ kind: "event_never", event, evidence: evidenceOf(0, runs, experiments) }],
  );
}

function presses({ does }: Position, lever: number): boolean {
  return does.some((deed) => deed.kind === "press" && deed.lever === lever);
}

/** Levers that no machine pulled. */
export function idleLevers(model: TableModel, { levers, runs, experiments }: Seen): Finding[] {
  return model.mandates.flatMap(({ index, party }) =>
    party.levers.flatMap((_, lever): Finding[] => {
      if ((levers[(model.firstLever[index] as number) + lever] as number) > 0) return [];
      const pressed = party.positions.some((position) => presses(position, lever));
      return [{ kind: "lever_never", party: index, lever, pressed, evidence: evidenceOf(0, runs, experiments) }];
    }),
  );
}

/** Deeds that were never done in positions that were held; in a position that never was, that is what is wrong. */
export function undoneDeeds(model: TableModel, { deeds, held, experiments }: Seen): Finding[] {
  return model.mandates.flatMap(({ index, positions, firstDeed }) =>
    positions.flatMap(({ does }, position) =>
      does.flatMap((_, deed): Finding[] => {
        const at = (model.firstDeed[index] as number) + (firstDeed[position] as number) + deed;
        const chances = held[index]?.[position] ?? 0;
        if ((deeds[at] as number) > 0 || chances === 0) return [];
        return [{ kind: "deed_never", party: index, position, deed, evidence: evidenceOf(0, chances, experiments) }];
      }),
    ),
  );
}

/**
 * Options that no signed text held. The dead ones are left out, since those are found without a run, and so is the status quo: it
 * is what the parties came to change.
 */
export function unsignedOptions({ space, scenario }: TableModel, seen: Seen, dead: readonly DeadOption[]): Finding[] {
  if (seen.signed < ENOUGH_TEXTS) return [];
  return scenario.issues.flatMap(({ options, statusQuo }, issue) =>
    options.flatMap((_, option): Finding[] => {
      if (option === statusQuo) return [];
      if (dead.some((each) => each.issue === issue && each.option === option)) return [];
      if ((seen.options[(space.firstSlot[issue] as number) + option] as number) > 0) return [];
      return [{ kind: "option_never_signed", issue, option, evidence: evidenceOf(0, seen.signed, seen.experiments) }];
    }),
  );
}
