import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets, optionsIn } from "../../src/bargaining/space.ts";
import type { View } from "../../src/table/view/view.ts";
import { isOffTable } from "../../src/tactics/appraise.ts";
import { draftText } from "../../src/tactics/mediate.ts";
import { NO_GROUNDS } from "../setup/scenarios.ts";
import { AID, eventOf, START, small } from "../setup/small.ts";
import { seat } from "../setup/table.ts";

/** Every package looked at, in order, as the rule book has it. */
function byHand(view: View): number {
  const { space, voters } = view.rules;
  let best = -1;
  let most = -1;
  for (let pack = 0; pack < space.size; pack++) {
    if (isOffTable(view, pack) || view.redCalled.some((terms) => meets(space, terms, pack))) continue;
    let product = 1;
    for (const party of voters) {
      const estimate = view.estimates[party];
      if (!estimate || view.parties[party]?.gone) continue;
      product *= optionsIn(space, pack).reduce(
        (sum, option, issue) => sum + (estimate[(space.firstSlot[issue] as number) + option] as number),
        0,
      );
    }
    if (product > most) {
      best = pack;
      most = product;
    }
  }
  return best;
}

const START_OPTIONS = ["immediately", "one_week", "first_march"];
const AID_OPTIONS = ["all", "some", "none"];

describe("the mediator's text", () => {
  it("maximises the product of the estimated worths", () => {
    const table = seat(small({ un: {} }));
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse");
    table.as("russia").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
    table.as("turkey").offers({ start: "immediately", aid: "none" }).allAnswer("refuse");
    expect(draftText(table.as("un").view())).toBe(2);
  });

  it("is the package that looking at every one of them finds", () => {
    const offer = fc.record({ start: fc.constantFrom(...START_OPTIONS), aid: fc.constantFrom(...AID_OPTIONS) });
    const red = fc.array(fc.record({ issue: fc.constantFrom(START, AID), option: fc.nat(2) }), { maxLength: 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(offer, offer, offer), { minLength: 1, maxLength: 3 }), red, (rounds, lines) => {
        const redLines = lines.map(({ issue, option }) => ({
          title: null,
          when: [{ issue, options: [option] }],
          grounds: NO_GROUNDS,
        }));
        const events = [eventOf("gone", { effects: { removeOptions: [{ issue: START, option: 0 }] } })];
        const table = seat(small({ un: {}, russia: { redLines }, events }));
        const allowed = (action: { start: string }, round: number) => round === 0 || action.start !== "immediately";
        for (const [round, offers] of rounds.entries()) {
          for (const [index, party] of ["us", "russia", "turkey"].entries()) {
            const package_ = offers[index] as { start: string; aid: string };
            if (allowed(package_, round)) table.as(party).offers(package_).allAnswer("refuse");
            else table.as(party).passes();
            // Three who stand for the same have signed it.
            if (table.play.waiting?.kind === "over") return;
          }
          const view = table.as("un").view();
          const [found, wanted] = [draftText(view), byHand(view)];
          expect(found).toBe(wanted);
          table.as("un").passes();
        }
      }),
      { numRuns: 150 },
    );
  });

  it("leaves those who have left out of account", () => {
    const table = seat(small({ un: {}, protocol: { binding: { needs: [], atLeast: 2 } } }));
    table.as("us").offers({ start: "immediately", aid: "all" }).allAnswer("refuse").as("russia").passes();
    table.as("turkey").offers({ start: "first_march", aid: "none" }).allAnswer("refuse");
    expect(draftText(table.as("un").view())).not.toBe(0);
    table.as("un").passes().as("us").passes().as("russia").passes().as("turkey").walksOut();
    expect(draftText(table.as("un").view())).toBe(0);
  });

  it("is none when refusals have called everything a red line", () => {
    const redLines = [{ title: null, when: [{ issue: START, options: [0, 1, 2] }], grounds: NO_GROUNDS }];
    const table = seat(
      small({ un: {}, russia: { redLines }, protocol: { mediator: { party: 3, asks: 1, textFrom: 1 } } }),
    );
    table.as("us").offers({}).allAnswer("refuse").as("russia").passes().as("turkey").passes();
    expect(draftText(table.as("un").view())).toBe(-1);
  });
});
