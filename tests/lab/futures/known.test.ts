import fc from "fast-check";
import { expect, test } from "vitest";
import { USUAL_ASSUMPTIONS } from "../../../src/lab/futures/generic-party.ts";
import { knowledgeOf, publicScenario, stateIn } from "../../../src/lab/futures/world.ts";
import { toAction, toEvent } from "../../../src/play/action.ts";
import { estimateOf } from "../../../src/table/party/estimate.ts";
import { closedBecause } from "../../../src/table/rules/legality.ts";
import type { TableContext } from "../../../src/table/state.ts";
import { factsOf } from "../../../src/table/view/facts.ts";
import { diceOf } from "../../setup/dice.ts";
import { playedSome } from "../../setup/futures.ts";
import { legalEvent } from "../../setup/random-play.ts";
import { anyScenario } from "../../setup/scenarios.ts";

/** What is public, or the seat's own, in what a table remembers. */
const PUBLIC = [
  ...["round", "turn", "mover", "final", "floorPackage", "standing", "firstOffer", "offers", "gone"],
  ...["commitments", "happened", "removed", "textAsked", "texts", "lastText", "offered", "moved", "named"],
] as const as readonly (keyof TableContext)[];

test("what a seat knows is rebuilt from its view alone: what is public as the table remembers it, its own to the last bit", () => {
  let compared = 0;
  fc.assert(
    fc.property(anyScenario, fc.string(), fc.nat(30), (scenario, seed, decisions) => {
      const dice = diceOf(seed);
      const standing = playedSome(scenario, seed, decisions, dice);
      if (!standing) return;
      const { play, party, id } = standing;
      const view = play.view(id);
      const known = knowledgeOf(publicScenario(factsOf(scenario)), view, USUAL_ASSUMPTIONS);
      const { context, model } = known;
      const real = play.state.context;
      for (const key of PUBLIC) {
        const remembered = context[key];
        const fact = real[key];
        // Events that have not happened are nothing that a seat knows of.
        const shown = key === "happened" ? (fact as number[]).slice(0, (remembered as number[]).length) : fact;
        expect(remembered, key).toEqual(shown);
        if (key === "happened") expect((fact as number[]).slice((remembered as number[]).length)).not.toContain(1);
      }
      // The asides of another's turn are over when the seat is asked.
      if (real.mover === party) {
        expect([context.asides, context.soundings]).toEqual([real.asides, real.soundings]);
      }
      for (const key of ["walkAway", "pressure", "spent", "announced"] as const) {
        expect(context[key][party], key).toBe(real[key][party]);
      }
      const { slots } = play.model.space;
      const about = play.model.parties * slots;
      for (const key of ["halfOffered", "replies"] as const) {
        expect(context[key].slice(party * about, (party + 1) * about), key).toEqual(
          real[key].slice(party * about, (party + 1) * about),
        );
      }
      for (const other of model.voters) {
        if (other !== party) expect(estimateOf(model, context, party, other)).toEqual(view.estimates[other]);
      }
      // Nobody's answer is seen before all are in; of those that owe none, all is seen.
      if (view.onFloor) expect(context.answers[party]).toBe(real.answers[party]);
      const levers = play.model.firstLever[party] as number;
      const uses = play.model.partyModels[party]?.party.levers.length ?? 0;
      const first = model.firstLever[party] as number;
      expect(context.leverUses.slice(first, first + uses)).toEqual(real.leverUses.slice(levers, levers + uses));
      compared++;
    }),
    { numRuns: 60, interruptAfterTimeLimit: 20_000 },
  );
  expect(compared).toBeGreaterThan(10);
});

test("the rules close to the seat, as far as it knows the table, just what they close at the table", () => {
  let compared = 0;
  fc.assert(
    fc.property(anyScenario, fc.string(), fc.nat(20), (scenario, seed, decisions) => {
      const dice = diceOf(seed);
      const standing = playedSome(scenario, seed, decisions, dice);
      if (!standing) return;
      const { play, party, id } = standing;
      const known = knowledgeOf(publicScenario(factsOf(scenario)), play.view(id), USUAL_ASSUMPTIONS);
      for (let tries = 0; tries < 10; tries++) {
        const action = toAction(play.model, legalEvent(play.model, play.state, party, dice));
        // A deed of its position is marked in the table's own numbering; people carry out none.
        const { deed: _, ...said } = action as typeof action & { deed?: number };
        const there = toEvent(play.model, play.state, party, said);
        const here = toEvent(known.model, stateIn(known), party, said);
        expect(closedBecause(known.model, stateIn(known), here)).toBe(closedBecause(play.model, play.state, there));
        compared++;
      }
    }),
    { numRuns: 60, interruptAfterTimeLimit: 20_000 },
  );
  expect(compared).toBeGreaterThan(100);
});
