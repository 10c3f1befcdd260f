import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../src/scenario/types.ts";
import { resultWorth } from "../../../src/table/rules/worth.ts";
import { RUSSIA, small, US, walkAwayAt } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

const worth = ({ play }: Table, party = US): number => resultWorth(play.model, play.state.context, party);
const signedIn = (scenario: Scenario, round: number): Table =>
  seat(scenario).untilRound(round).as("us").offers({ start: "immediately", aid: "some" }).allAnswer("accept");

describe("the result", () => {
  it("is what the signed package is worth to each", () => {
    const table = signedIn(small(), 1);
    expect([worth(table), worth(table, RUSSIA)]).toEqual([75, 25]);
  });

  it("is the walk-away of the moment where nothing is signed, whoever broke it off", () => {
    const scenario = small({ us: { walkAway: walkAwayAt(40, -2) }, russia: { walkAway: walkAwayAt(30, 1) } });
    const expired = seat(scenario).toTheEnd();
    expect([worth(expired), worth(expired, RUSSIA)]).toEqual([30, 35]);
    const broken = seat(scenario).untilRound(3).as("us").walksOut();
    expect([worth(broken), worth(broken, RUSSIA)]).toEqual([36, 32]);
  });

  it("is discounted by the rounds that it took: discount^t, with and without a signature", () => {
    const scenario = small({ us: { discount: 0.81, walkAway: walkAwayAt(40) }, protocol: { rounds: 5 } });
    expect(worth(signedIn(scenario, 1))).toBe(75);
    expect(worth(signedIn(scenario, 3))).toBeCloseTo(75 * 0.9, 9);
    expect(worth(signedIn(scenario, 5))).toBeCloseTo(75 * 0.81, 9);
    expect(worth(seat(scenario).toTheEnd())).toBeCloseTo(40 * 0.81, 9);
    expect(worth(signedIn(scenario, 3), RUSSIA)).toBe(25);
  });
});
