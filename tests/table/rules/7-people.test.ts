import { describe, expect, it } from "vitest";
import { NO_GROUNDS, positionOf } from "../../setup/scenarios.ts";
import { START, small, US, walkAwayAt } from "../../setup/small.ts";
import { seat } from "../../setup/table.ts";

/** A US that asks for an immediate start, holds out for 80, walks away below 60 and will not sign 1 March. */
const STRICT = {
  walkAway: walkAwayAt(60),
  positions: [
    positionOf("immediate", {
      asks: [{ issue: START, options: [0] }],
      holdsAtLeast: 80,
      does: [
        { kind: "commit", issue: START, option: 0, when: { kind: "always" }, grounds: NO_GROUNDS },
        { kind: "walk_out", when: { kind: "always" }, grounds: NO_GROUNDS },
      ],
    }),
  ],
  redLines: [{ title: null, when: [{ issue: START, options: [2] }], grounds: NO_GROUNDS }],
} as const;

describe("a human seat", () => {
  it("is blocked by nothing that its instructions say: offers beyond the position, below the walk-away, across a red line", () => {
    const table = seat(small({ us: STRICT }), { humans: ["us"] });
    for (const start of ["one_week", "first_march"]) {
      expect(table).toBeOpen("us", { kind: "offer", package: { start, aid: "none" } });
    }
    table.as("us").offers({ start: "first_march", aid: "none" });
    expect(table).toHaveStanding("us", { start: "first_march", aid: "none" });
  });

  it("may accept what its instructions refuse", () => {
    const table = seat(small({ us: STRICT }));
    table.as("us").passes().as("russia").offers({ start: "first_march", aid: "none" });
    expect(table.as("us").view().own?.advice).toMatchObject({ accepts: false, red: [0], worth: 0, target: 100 });
    table.allAnswer("accept");
    expect(table).toHaveSigned({ start: "first_march" });
  });

  it("may refuse what its instructions accept", () => {
    const table = seat(small({ us: STRICT }));
    table.as("us").passes().as("russia").offers({ start: "immediately", aid: "all" });
    expect(table.as("us").view().own?.advice).toMatchObject({ accepts: true, worth: 100 });
    table.allAnswer("refuse");
    expect(table).not.toHaveSigned();
  });

  it("does nothing of what its position would have a machine do, but is told of it", () => {
    const table = seat(small({ us: STRICT }));
    expect(
      table
        .as("us")
        .view()
        .own?.due.map(({ move }) => move.kind),
    ).toEqual(["commit", "walk_out"]);
    expect(table.as("us").view().own?.commitments).toEqual([-1, -1]);
    expect(table).toAwait("us");
  });

  it("follows its chart as advice: the position moves, and with it floor, top and target", () => {
    const positions = [
      positionOf("immediate", {
        asks: [{ issue: START, options: [0] }],
        holdsAtLeast: 80,
        moves: [{ to: 1, when: { kind: "round_from", round: 2 }, grounds: NO_GROUNDS }],
      }),
      positionOf("a_week", { asks: [{ issue: START, options: [1] }], holdsAtLeast: 55 }),
    ];
    const table = seat(small({ us: { positions, walkAway: walkAwayAt(40) }, protocol: { rounds: 3 } }));
    expect(table.as("us").view().own).toMatchObject({ walkAway: 40, floor: 80, top: 100, target: 100 });
    table.untilRound(2);
    expect(table.as("us").view().own).toMatchObject({ walkAway: 40, floor: 55, top: 75, target: 65 });
  });

  it("has its replies to soundings given by its delegation, truthfully: nobody is asked", () => {
    const table = seat(small({ russia: { walkAway: walkAwayAt(60) } }));
    table.as("us").soundsOut("russia", { start: "immediately", aid: "all" });
    expect(table).toAwait("us");
    expect(table.as("us").heard()).toBe("never");
    expect(table.play.actions.at(-1)).toMatchObject({ party: "russia", by: "machine", action: { kind: "reply" } });
  });

  it("says in a refusal what weighs most by its own instructions, unless it names something else", () => {
    const table = seat(small());
    table.as("us").offers({ start: "immediately", aid: "some" });
    table
      .as("russia")
      .answers("refuse")
      .as("turkey")
      .answers("refuse", { named: ["start"] });
    expect(table.told("answers")[0]?.answers.map(({ named }) => named)).toEqual([[0, 1], [0]]);
    expect(() => table.as("us").offers({ start: "tomorrow" })).toThrow();
  });

  it("learns nothing of another's side while it plays; after the play all is open", () => {
    const table = seat(small(), { humans: ["us"] });
    expect(table.as("us").view().sides).toEqual([]);
    table.as("us").walksOut();
    expect(table).toHaveBroken();
    expect(
      table
        .as("us")
        .view(true)
        .sides.map(({ partyModel: mandate }) => mandate.party.id),
    ).toEqual(["us", "russia", "turkey"]);
    expect(table.as("us").view().seat).toBe(US);
  });
});
