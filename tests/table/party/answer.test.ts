import { describe, expect, it } from "vitest";
import type { Party } from "../../../src/scenario/types.ts";
import { tableModel } from "../../../src/table/model.ts";
import { answerOf } from "../../../src/table/party/answer.ts";
import { openingContext } from "../../../src/table/state.ts";
import { issueOf, NO_GROUNDS, partyOf, positionOf, scenarioOf } from "../../setup/scenarios.ts";

// Five issues of two options, all worth having; the target of round 1 is the best that is asked for.
const WORTHS = [5, 3, 7, 7, 9];

function answering(party: Partial<Party>, pack: number, standing = -1) {
  const issues = WORTHS.map((_, n) => issueOf(`i${n}`, ["yes", "no"]));
  const us = partyOf(
    "us",
    WORTHS.map((worth) => [worth, 0]),
    party,
  );
  const model = tableModel(scenarioOf(issues, [us, partyOf("russia", [])]));
  const context = openingContext(model, [1, 2]);
  context.standing[0] = standing;
  return answerOf(model, { floor: "answers", positions: [0, 0], context }, 0, pack);
}

describe("the answer of a party", () => {
  it("is yes from the target up", () => {
    expect(answering({}, 0)).toEqual({ accepts: true, named: [], red: [] });
    expect(answering({}, 1)).toMatchObject({ accepts: false });
  });

  it("names the two issues that weigh most, the heavier first, and of equal ones the first of the file", () => {
    expect(answering({}, 0b11111).named).toEqual([4, 2]);
    expect(answering({}, 0b11110).named).toEqual([2, 3]);
    expect(answering({}, 0b11000).named).toEqual([0, 1]);
    expect(answering({}, 0b00100).named).toEqual([2]);
  });

  it("holds the package against the own standing offer", () => {
    expect(answering({}, 0b11111, 0b00101).named).toEqual([3, 0]);
  });

  it("names no issue where none gives less, and calls every red line that is crossed", () => {
    const red = (issue: number, option: number) => ({
      title: null,
      when: [{ issue, options: [option] }],
      grounds: NO_GROUNDS,
    });
    const redLines = [red(0, 1), red(1, 0), red(2, 0)];
    const positions = [positionOf("open")];
    expect(answering({ redLines, positions }, 0b00000, 0b00000)).toEqual({ accepts: false, named: [], red: [1, 2] });
  });
});
