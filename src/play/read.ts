import { meets, PLAYABLE_PACKAGES, spaceOfScenario } from "../bargaining/space.ts";
import { reservationsIn, zoneQuestion } from "../bargaining/zone/question.ts";
import { bestOf, zonePackages } from "../bargaining/zone.ts";
import { at, numberAt } from "../exact/at.ts";
import type { Diagnostic } from "../scenario/diagnostics.ts";
import { parseScenario } from "../scenario/read.ts";
import type { Position, Scenario } from "../scenario/types.ts";
import { type PartyModel, type TableModel, tableModel, unplayable } from "../table/model.ts";

/** Something that a scenario holds in store for its parties, found before anyone plays it. */
export interface PlayDiagnostic {
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
const WORK_LIMIT = 60_000_000;

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

function positionPath(partyModel: PartyModel, position: Position, key: string): string[] {
  return ["parties", partyModel.party.id, "positions", position.id, key];
}

/** What each party's own positions ask, against its own red lines and worths. */
function unmetAsks(model: TableModel, partyModel: PartyModel): PlayDiagnostic[] {
  return partyModel.positions.flatMap((position): PlayDiagnostic[] => {
    let best = -Infinity;
    for (let pack = 0; pack < model.space.size; pack++) {
      if (partyModel.red[pack] === 0 && meets(model.space, position.asks, pack)) {
        best = Math.max(best, numberAt(partyModel.worth, pack));
      }
    }
    if (best === -Infinity) {
      const message =
        `No package meets what the position "${position.id}" asks without crossing a red line of ${partyModel.party.id}. ` +
        "Ask for less, or move the red line.";
      return [
        { severity: "error", code: "asks-unmeetable", message, path: positionPath(partyModel, position, "asks") },
      ];
    }
    if (position.holdsAtLeast === null || position.holdsAtLeast <= best) return [];
    const message =
      `The position "${position.id}" holds out for ${worthText(position.holdsAtLeast)}, but the best package it asks for is ` +
      `worth ${worthText(best)}. Put holds_at_least at ${worthText(best)} or below.`;
    const path = positionPath(partyModel, position, "holds_at_least");
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

/** Positions that hold out for more than anything that could be signed at the deadline, and lead to none that does not. */
function deadlockedPositions(model: TableModel, zone: readonly number[]): PlayDiagnostic[] {
  return model.voters.flatMap((party) => {
    const partyModel = at(model.partyModels, party);
    const best = bestOf(zone, partyModel.worth);
    const above = ({ holdsAtLeast }: Position): boolean => holdsAtLeast !== null && holdsAtLeast > best;
    const signable = partyModel.positions.flatMap((position, index) => (above(position) ? [] : [index]));
    const ways = leadingTo(partyModel.positions, new Set(signable));
    return partyModel.positions.flatMap((position, index): PlayDiagnostic[] => {
      if (ways.has(index)) return [];
      const message =
        `Deadlock: ${partyModel.party.id} in "${position.id}" holds out for ${worthText(position.holdsAtLeast ?? 0)}, and no move ` +
        `leads on to a position that does not; the best that could be signed at the deadline is worth ${worthText(best)} to it. ` +
        "Lower holds_at_least, or add a move.";
      const path = positionPath(partyModel, position, "holds_at_least");
      return [{ severity: "warning", code: "deadlock", message, path }];
    });
  });
}

/** No package can be signed: whose walk-away closes the zone, and how far it would have to come down. */
function closedZone(model: TableModel, walkAways: readonly number[]): PlayDiagnostic[] {
  const found = model.voters.flatMap((party): PlayDiagnostic[] => {
    const partyModel = at(model.partyModels, party);
    const without = zonePackages(zoneQuestion(model.scenario, walkAways.with(party, -Infinity)));
    if (without.length === 0) return [];
    const best = bestOf(without, partyModel.worth);
    const message =
      `The walk-away of ${partyModel.party.id} closes the zone: at the deadline it is ` +
      `${worthText(at(walkAways, party))}, and the best that the others would sign is worth ` +
      `${worthText(best)} to it. Put it at ${worthText(best)} or below by then, or let the others want less.`;
    const path = ["parties", partyModel.party.id, "walk_away", "at"];
    return [{ severity: "warning", code: "zone-closed", message, path }];
  });
  if (found.length > 0) return found;
  const message =
    "No package could be signed at the deadline: more than one walk-away or red line stands in the way. Lower the " +
    "walk-aways or take out red lines until one package suits everyone who must accept.";
  return [{ severity: "warning", code: "zone-closed", message, path: ["parties"] }];
}

/** Looks into a checked scenario for what its author would want to know before anyone plays it. */
export function diagnosePlay(scenario: Scenario): PlayDiagnostic[] {
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
  if (workOf(scenario) > WORK_LIMIT) {
    const message =
      `With ${spaceOfScenario(scenario).size.toLocaleString("en")} packages (at most ` +
      `${PLAYABLE_PACKAGES.toLocaleString("en")} can be played) nobody looked for closed zones and deadlocks.`;
    return [{ severity: "warning", code: "not-looked-into", message, path: ["issues"] }];
  }
  const model = tableModel(scenario);
  const walkAways = reservationsIn(scenario, scenario.protocol.rounds);
  const zone = zonePackages(zoneQuestion(scenario, walkAways));
  const asks = model.voters.flatMap((party) => unmetAsks(model, at(model.partyModels, party)));
  return [...asks, ...(zone.length > 0 ? deadlockedPositions(model, zone) : closedZone(model, walkAways))];
}

/** A scenario file as it was read: null when an error makes it unusable; the diagnostics are all there are, by place. */
export interface ReadScenario {
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a scenario file from outside, and says all that is wrong with it: the one door for scenario files. It asks
 * {@link parseScenario} for syntax, shape and names (scenario/read.ts tells the rungs), then {@link diagnosePlay} for what is in it
 * for the parties. Never throws for what a file may hold.
 * @param text the file's text, YAML or JSON
 * @param file its name, for the diagnostics
 */
export function readScenario(text: string, file = "scenario.yaml"): ReadScenario {
  const { scenario, diagnostics, locate } = parseScenario(text, file);
  if (!scenario) return { scenario, diagnostics };
  const found = diagnosePlay(scenario).map((prospect) => ({ file, ...locate(prospect.path), ...prospect }));
  const all = [...diagnostics, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
  return { scenario: all.some(({ severity }) => severity === "error") ? null : scenario, diagnostics: all };
}
