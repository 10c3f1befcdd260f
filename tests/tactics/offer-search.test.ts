import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOverSlots } from "../../src/bargaining/slots.ts";
import { meets } from "../../src/bargaining/space.ts";
import { inUnits, unitsFor, worthParts } from "../../src/bargaining/utility.ts";
import { runSeed } from "../../src/exact/chance.ts";
import { equalWithin } from "../../src/exact/tolerance.ts";
import { nextStep, sendEvent } from "../../src/play/conduct.ts";
import type { Seat } from "../../src/play/seats.ts";
import type { Party, Scenario } from "../../src/scenario/types.ts";
import { tableModel } from "../../src/table/model.ts";
import { compileTable, startBatch } from "../../src/table/run/batch.ts";
import type { OwnSide } from "../../src/table/view/own-side.ts";
import { type View, viewFor } from "../../src/table/view/view.ts";
import { isOffTable, ownWorth } from "../../src/tactics/appraise.ts";
import { nextOffer } from "../../src/tactics/bid.ts";
import { type Dice, diceOf } from "../setup/dice.ts";
import { legalEvent } from "../setup/random-play.ts";
import { anyScenario } from "../setup/scenarios.ts";

const nineDigits = (value: number, scale: number): number => Math.round(value / equalWithin(scale));

/** What an offer is worth to its own side, to nine digits, reckoned part by part as the search does. */
function ownDigits({ rules: { space, scale } }: View, own: OwnSide, pack: number): number {
  const { party, slotWorth } = own.partyModel;
  let largest = party.audienceCost * space.sizes.length + Math.abs(party.cap ?? 0);
  for (const one of [...slotWorth, ...party.linkages.map(({ worth }) => worth)]) largest += Math.abs(one);
  const units = unitsFor(scale, largest);
  let sum = 0;
  for (const part of worthParts(party, scale, space, pack)) if (part.kind !== "cap") sum += inUnits(units, part.value);
  if (party.cap !== null) sum = Math.min(sum, inUnits(units, party.cap));
  const broken = own.commitments.filter((option, issue) => {
    return option >= 0 && !meets(space, [{ issue, options: [option] }], pack);
  }).length;
  return Math.floor((sum - broken * inUnits(units, party.audienceCost)) / units.equal + 0.5);
}

/** Every package looked at, as the rule book has it. */
function byHand(view: View, own: OwnSide): number {
  const { space } = view.rules;
  const asks = own.partyModel.positions[own.position]?.asks ?? [];
  const called = own.courted.flatMap((party) => view.parties[party]?.redCalled ?? []);
  const open = Array.from({ length: space.size }, (_, pack) => pack).filter(
    (pack) =>
      meets(space, asks, pack) &&
      own.partyModel.red[pack] === 0 &&
      !isOffTable(view, pack) &&
      !called.some((terms) => meets(space, terms, pack)),
  );
  if (open.length === 0) return -1;
  const most = Math.max(...open.map((pack) => ownWorth(view, own, pack)));
  if (most < own.target && most < own.walkAway) return -1;
  const target = Math.min(most, own.target);
  const shares = own.courted.map((party) => view.estimates[party]?.map((one) => inUnits(unitsFor(1, 1), one)));
  const sums = (pack: number) => shares.map((one) => (one ? sumOverSlots(space, pack, one) : 0));
  const enough = open.filter((pack) => ownWorth(view, own, pack) >= target);
  const standing = view.parties[view.seat]?.standing ?? -1;
  const kept = enough.includes(standing) ? sums(standing) : [];
  const ranked = enough
    .filter((pack) => sums(pack).every((sum, i) => sum >= (kept[i] ?? -Infinity)))
    .map((pack) => ({
      pack,
      least: nineDigits(Math.min(...sums(pack)) / unitsFor(1, 1).perWorth, 1),
      worth: ownDigits(view, own, pack),
    }));
  // Nobody is courted: all are alike.
  ranked.sort((a, b) => (own.courted.length > 0 ? b.least - a.least : 0) || b.worth - a.worth || a.pack - b.pack);
  return ranked[0]?.pack ?? -1;
}

/** Plays with dice in some seats and machines in the others; looks at each machine's view before it speaks. */
function watch(scenario: Scenario, dice: Dice, seed: string, look: (view: View) => void) {
  const model = tableModel(scenario);
  const seats: Seat[] = scenario.parties.map(() => (dice.chance(0.35) ? { by: "human" } : { by: "machine" }));
  const runner = startBatch(compileTable(model), runSeed(seed));
  const table = { model, runner, seats, note: () => {} };
  for (let step = 0; step < 3_000; step++) {
    const upcoming = nextStep(table);
    const { floor, context } = runner.state;
    if (floor === "turn" && context.mover !== model.mediator) look(viewFor(model, runner.state, context.mover));
    if (upcoming.kind === "waiting") {
      if (upcoming.waiting.kind === "over") return;
      sendEvent(table, legalEvent(model, runner.state, dice.pick(upcoming.waiting.parties), dice));
    } else sendEvent(table, upcoming.event);
  }
}

test("the offer that is found is the one that looking at every package finds", () => {
  const met = { offers: 0, kept: 0, called: 0, short: 0, removed: 0, committed: 0, none: 0 };
  // What is asked can be had, and time decides when: then there is something to look for.
  const plain = (party: Party): Party => ({
    ...party,
    walkAway: { ...party.walkAway, at: party.walkAway.at / 2 - 30 },
    tactic: { kind: "conceder", exponent: [1, 3], reciprocity: 0 },
    redLines: party.redLines.map((line) => ({
      ...line,
      when: line.when.map(({ issue, options }) => ({ issue, options: options.slice(0, 1) })),
    })),
    positions: party.positions.map((position, at) => ({
      ...position,
      holdsAtLeast: null,
      asks: at === 0 ? position.asks.slice(1) : position.asks,
      does: position.does.filter(({ kind }) => kind !== "walk_out"),
    })),
  });
  fc.assert(
    fc.property(anyScenario, fc.string(), (drawn, seed) => {
      const dice = diceOf(seed);
      watch({ ...drawn, parties: drawn.parties.map(plain) }, dice, seed, (view) => {
        const own = view.own as OwnSide;
        const found = nextOffer(view, own);
        expect(found).toBe(byHand(view, own));
        met.offers++;
        if (found < 0) met.none++;
        else if (ownWorth(view, own, found) < own.target) met.short++;
        if (found >= 0 && found === view.parties[view.seat]?.standing) met.kept++;
        if (own.courted.some((party) => (view.parties[party]?.redCalled.length ?? 0) > 0)) met.called++;
        if (view.removed.includes(1)) met.removed++;
        if (own.commitments.some((option) => option >= 0)) met.committed++;
      });
    }),
    { numRuns: 120 },
  );
  for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(3);
}, 60_000);
