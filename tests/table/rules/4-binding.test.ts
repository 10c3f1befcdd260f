import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../src/scenario/types.ts";
import { RUSSIA, small, TURKEY, US } from "../../setup/small.ts";
import { seat, type Table } from "../../setup/table.ts";

const WEEK = { start: "one_week", aid: "some" };

/** The US offers; the others accept or refuse as said. */
function voted(scenario: Scenario, answers: Record<string, "accept" | "refuse">): Table {
  const table = seat(scenario);
  table.as("us").offers(WEEK);
  for (const [party, word] of Object.entries(answers)) table.as(party).answers(word);
  return table;
}

describe("unanimity", () => {
  it("binds when everyone accepts, and not when one refuses", () => {
    expect(voted(small(), { russia: "accept", turkey: "accept" })).toHaveSigned(WEEK);
    expect(voted(small(), { russia: "accept", turkey: "refuse" })).not.toHaveSigned();
  });
});

describe("k of n with needs", () => {
  const scenario = small({ protocol: { binding: { needs: [US, RUSSIA], atLeast: 2 } } });

  it("binds without a party that is not needed", () => {
    expect(voted(scenario, { russia: "accept", turkey: "refuse" })).toHaveSigned(WEEK);
  });

  it("does not bind against a party that is needed, however many accept", () => {
    expect(voted(scenario, { russia: "refuse", turkey: "accept" })).not.toHaveSigned();
  });

  it("does not bind with the needed alone when more are asked for", () => {
    const three = small({ protocol: { binding: { needs: [US, RUSSIA], atLeast: 3 } } });
    expect(voted(three, { russia: "accept", turkey: "refuse" })).not.toHaveSigned();
  });

  it("is a plain majority without needs, the mover counting as one that accepts", () => {
    const majority = small({ protocol: { binding: { needs: [], atLeast: 2 } } });
    expect(voted(majority, { russia: "refuse", turkey: "accept" })).toHaveSigned(WEEK);
    expect(voted(majority, { russia: "refuse", turkey: "refuse" })).not.toHaveSigned();
  });

  it("waits for every answer even when enough have accepted", () => {
    const table = voted(small({ protocol: { binding: { needs: [], atLeast: 2 } } }), { turkey: "accept" });
    expect(table).toAwait("russia");
  });
});

describe("weights", () => {
  const scenario = small({ protocol: { binding: { needs: [], atLeast: 5, weights: [3, 2, 1] } } });

  it("add up: 3 + 2 reaches 5, 3 + 1 does not", () => {
    expect(voted(scenario, { russia: "accept", turkey: "refuse" })).toHaveSigned(WEEK);
    expect(voted(scenario, { russia: "refuse", turkey: "accept" })).not.toHaveSigned();
  });
});

describe("the mediator", () => {
  it("never counts: neither its text nor anything else adds to what accepts", () => {
    const binding = { needs: [], atLeast: 2, weights: [1, 1, 1, 0] };
    const scenario = small({ un: {}, protocol: { binding, mediator: { party: 3, asks: 2, textFrom: 1 } } });
    const table = seat(scenario);
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    table.as("un").puts(WEEK);
    expect(table).toAwait("us", "russia", "turkey");
    table.as("us").answers("accept").as("russia").answers("refuse").as("turkey").answers("refuse");
    expect(table).not.toHaveSigned();
  });

  it("cannot walk out, offer or take up", () => {
    const table = seat(small({ un: {} }));
    for (const party of ["us", "russia", "turkey"]) table.as(party).passes();
    expect(table).toBeClosed("un", { kind: "walk_out" }, "mediator_stays");
    expect(table).toBeClosed("un", { kind: "offer", package: WEEK }, "mediator_puts_texts");
    expect(table).toBeClosed("un", { kind: "take_up", of: "us" }, "mediator_puts_texts");
    expect(table).toBeClosed("un", { kind: "ask_text" }, "mediator_puts_texts");
    expect(table).toBeClosed("un", { kind: "commit", option: { start: "one_week" } }, "mediator_commits_nothing");
  });
});

describe("walking out", () => {
  it("breaks the table when the party is needed", () => {
    const table = seat(small());
    table.as("us").walksOut();
    expect(table).toHaveBroken();
    expect(table).toAwait();
    expect(table).toBeClosed("russia", { kind: "pass" }, "table_closed");
  });

  it("breaks it as soon as the others together can no longer bind", () => {
    const table = seat(small({ protocol: { binding: { needs: [], atLeast: 2 } } }));
    table.as("us").walksOut();
    expect(table).not.toHaveBroken();
    expect(table).toAwait("russia");
    table.as("russia").walksOut();
    expect(table).toHaveBroken();
  });

  it("leaves an empty chair that refuses and is not asked", () => {
    const table = seat(small({ protocol: { binding: { needs: [RUSSIA, TURKEY], atLeast: 2 } } }));
    table.as("us").walksOut().as("russia").offers(WEEK);
    expect(table).toAwait("turkey");
    table.as("turkey").answers("refuse");
    expect(table.told("answers")[0]?.answers).toMatchObject([
      { party: US, accepts: false, absent: true, bound: false },
      { party: TURKEY, accepts: false, absent: false },
    ]);
    table.as("turkey").takesUp("russia");
    expect(table).toHaveSigned(WEEK);
  });

  it("takes the leaver's standing offer and its wish for a text along", () => {
    const binding = { needs: [US, RUSSIA], atLeast: 2 };
    const table = seat(small({ un: {}, protocol: { binding, mediator: { party: 3, asks: 2, textFrom: 6 } } }));
    table.as("us").asksForText().as("russia").passes().as("turkey").offers(WEEK).allAnswer("refuse");
    table.as("un").passes().as("us").passes().as("russia").passes().as("turkey").asksForText();
    expect(table.as("un").view().textDue).toBe(true);
    table.as("un").passes().as("us").passes().as("russia").passes();
    expect(table).toHaveStanding("turkey", WEEK);
    table.as("turkey").walksOut();
    expect(table).toHaveStanding("turkey", null);
    expect(table.as("un").view().textDue).toBe(false);
    expect(table.as("us").view().parties[TURKEY]).toMatchObject({ gone: true, standing: -1, askedText: false });
  });

  it("cannot be sounded out any more", () => {
    const table = seat(small({ protocol: { binding: { needs: [], atLeast: 2 } } }));
    table.as("us").walksOut();
    const about = { kind: "sound_out", of: "us", option: { start: "one_week" } } as const;
    expect(table).toBeClosed("russia", about, "no_such_party");
  });
});
