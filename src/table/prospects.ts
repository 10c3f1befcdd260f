import { meets, PLAYABLE_PACKAGES, spaceOfScenario } from "../bargaining/space.ts";
import { equalWithin } from "../bargaining/units.ts";
import { bestOf, type ZoneQuestion, zoneOf } from "../bargaining/zone.ts";
import type { Position, Scenario } from "../scenario/types.ts";
import { binds } from "./binding.ts";
import { type Mandate, type TableModel, tableModel, unplayable } from "./model.ts";

/** Something that a scenario holds in store for its parties, found before anyone plays it. */
export interface Prospect {
  readonly severity: "error" | "warning";
  readonly code:
    | "asks-unmeetable"
    | "holds-above-asks"
    | "deadlock"
    | "zone-closed"
    | "not-looked-into"
    | "too-large-to-play"
    | "protocol-not-yet"
    | "nobody-to-bind";
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** Steps of looking through the packages beyond which a file is not looked into: about a second's work. */
const WORK = 60_000_000;

function workOf(scenario: Scenario): number {
  const perPackage = scenario.parties.reduce(
    (sum, { linkages, redLines, positions }) =>
      sum + scenario.issues.length + linkages.length + redLines.length + positions.length,
    0,
  );
  return spaceOfScenario(scenario).size * perPackage;
}

function worthText(worth: number): string {
  return String(Math.round(worth * 100) / 100);
}

function positionPath(mandate: Mandate, position: Position, key: string): string[] {
  return ["parties", mandate.party.id, "positions", position.id, key];
}

/** What each party's own positions ask, against its own red lines and worths. */
function asksOf(model: TableModel, mandate: Mandate): Prospect[] {
  return mandate.positions.flatMap((position): Prospect[] => {
    let best = -Infinity;
    for (let pack = 0; pack < model.space.size; pack++) {
      if (mandate.red[pack] === 0 && meets(model.space, position.asks, pack)) {
        best = Math.max(best, mandate.worth[pack] as number);
      }
    }
    if (best === -Infinity) {
      const message =
        `No package meets what the position "${position.id}" asks without crossing a red line of ${mandate.party.id}. ` +
        "Ask for less, or move the red line.";
      return [{ severity: "error", code: "asks-unmeetable", message, path: positionPath(mandate, position, "asks") }];
    }
    if (position.holdsAtLeast === null || position.holdsAtLeast <= best) return [];
    const message =
      `The position "${position.id}" holds out for ${worthText(position.holdsAtLeast)}, but the best package it asks for is ` +
      `worth ${worthText(best)}. Put holds_at_least at ${worthText(best)} or below.`;
    const path = positionPath(mandate, position, "holds_at_least");
    return [{ severity: "warning", code: "holds-above-asks", message, path }];
  });
}

/** Positions from which some chain of moves leads to one of these. */
function leadingTo(positions: readonly Position[], goal: ReadonlySet<number>): Set<number> {
  const found = new Set(goal);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [index, { moves }] of positions.entries()) {
      if (!found.has(index) && moves.some(({ to }) => found.has(to))) {
        found.add(index);
        grown = true;
      }
    }
  }
  return found;
}

function zoneQuestion(model: TableModel): ZoneQuestion {
  const { rounds } = model.scenario.protocol;
  return {
    size: model.space.size,
    worths: model.mandates.map(({ worth }) => worth),
    reds: model.mandates.map(({ red }) => red),
    reservations: model.mandates.map(
      ({ party: { walkAway } }) => walkAway.at + walkAway.driftPerRound * (rounds - 1) - equalWithin(model.scenario),
    ),
    binds: (accepts) => binds(model, accepts),
  };
}

/** Positions that hold out for more than anything that could be signed at the deadline, and lead to none that does not. */
function deadlocks(model: TableModel, zone: readonly number[]): Prospect[] {
  return model.voters.flatMap((party) => {
    const mandate = model.mandates[party] as Mandate;
    const best = bestOf(zone, mandate.worth);
    const above = ({ holdsAtLeast }: Position): boolean => holdsAtLeast !== null && holdsAtLeast > best;
    const signable = mandate.positions.flatMap((position, index) => (above(position) ? [] : [index]));
    const ways = leadingTo(mandate.positions, new Set(signable));
    return mandate.positions.flatMap((position, index): Prospect[] => {
      if (ways.has(index)) return [];
      const message =
        `Deadlock: ${mandate.party.id} in "${position.id}" holds out for ${worthText(position.holdsAtLeast ?? 0)}, and no move ` +
        `leads on to a position that does not; the best that could be signed at the deadline is worth ${worthText(best)} to it. ` +
        "Lower holds_at_least, or add a move.";
      const path = positionPath(mandate, position, "holds_at_least");
      return [{ severity: "warning", code: "deadlock", message, path }];
    });
  });
}

/** Nobody can sign anything: whose walk-away closes the zone, and how far it would have to come down. */
function closedZone(model: TableModel, question: ZoneQuestion): Prospect[] {
  const found = model.voters.flatMap((party): Prospect[] => {
    const mandate = model.mandates[party] as Mandate;
    const reservations = question.reservations.map((worth, index) => (index === party ? -Infinity : worth));
    const without = zoneOf({ ...question, reservations });
    if (without.length === 0) return [];
    const best = bestOf(without, mandate.worth);
    const message =
      `The walk-away of ${mandate.party.id} closes the zone: at the deadline it is ` +
      `${worthText(question.reservations[party] as number)}, and the best that the others would sign is worth ` +
      `${worthText(best)} to it. Put it at ${worthText(best)} or below by then, or let the others want less.`;
    const path = ["parties", mandate.party.id, "walk_away", "at"];
    return [{ severity: "warning", code: "zone-closed", message, path }];
  });
  if (found.length > 0) return found;
  const message =
    "No package could be signed at the deadline: more than one walk-away or red line stands in the way. Lower the " +
    "walk-aways or take out red lines until one package suits everyone who must accept.";
  return [{ severity: "warning", code: "zone-closed", message, path: ["parties"] }];
}

/** Looks into a checked scenario for what its author would want to know before anyone plays it. */
export function prospects(scenario: Scenario): Prospect[] {
  const problem = unplayable(scenario);
  if (problem) {
    const severity = problem.code === "nobody-to-bind" ? "error" : "warning";
    const path = {
      "too-large-to-play": ["issues"],
      "protocol-not-yet": ["protocol", "kind"],
      "nobody-to-bind": ["parties"],
    };
    return [{ severity, code: problem.code, message: problem.message, path: path[problem.code] }];
  }
  if (workOf(scenario) > WORK) {
    const message =
      `With ${spaceOfScenario(scenario).size.toLocaleString("en")} packages (at most ` +
      `${PLAYABLE_PACKAGES.toLocaleString("en")} can be played) nobody looked for closed zones and deadlocks.`;
    return [{ severity: "warning", code: "not-looked-into", message, path: ["issues"] }];
  }
  const model = tableModel(scenario);
  const question = zoneQuestion(model);
  const zone = zoneOf(question);
  const asks = model.voters.flatMap((party) => asksOf(model, model.mandates[party] as Mandate));
  return [...asks, ...(zone.length > 0 ? deadlocks(model, zone) : closedZone(model, question))];
}
