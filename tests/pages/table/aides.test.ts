import { expect, test } from "vitest";
import { withOption } from "../../../src/bargaining/space.ts";
import { aidesGuesses } from "../../../src/pages/table/aides.tsx";
import { openPlay, type Play } from "../../../src/play/play.ts";
import type { View } from "../../../src/table/view/view.ts";
import { MUNICH } from "../../setup/shipped.ts";

const US = MUNICH.parties.findIndex(({ id }) => id === "us");
const RUSSIA = MUNICH.parties.findIndex(({ id }) => id === "russia");

/** As the United States see the table after refusing and passing for so many decisions. */
function after(decisions: number): View {
  const play: Play = openPlay({ scenario: MUNICH, seed: "aides", seats: { us: { by: "human" } } });
  for (let done = 0; done < decisions && play.advance().kind !== "over"; done++) {
    play.act("us", play.view("us").owesAnswer ? { kind: "answer", accepts: false } : { kind: "pass" });
  }
  play.advance();
  return play.view("us");
}

test("before a party has made an offer the aides cannot tell", () => {
  const view = openPlay({ scenario: MUNICH, seed: "aides", seats: { us: { by: "human" } } }).view("us");
  const found = aidesGuesses(view, 0);
  expect(found.map(({ near, moves }) => [near, moves])).toEqual(found.map(() => ["unknown", 0]));
  expect(found.map(({ party }) => party)).not.toContain(US);
});

test("what a party stands for itself seems near to it, and the far ends of all issues do not", () => {
  const view = after(8);
  const standing = view.parties[RUSSIA]?.standing ?? -1;
  expect(standing).toBeGreaterThanOrEqual(0);
  expect(aidesGuesses(view, standing).find(({ party }) => party === RUSSIA)?.near).toBe("near");
  const sizes = [...view.rules.space.sizes];
  const opposite = sizes.reduce((pack, _, issue) => withOption(view.rules.space, pack, issue, 0), 0);
  expect(aidesGuesses(view, opposite).find(({ party }) => party === RUSSIA)?.near).toBe("far");
});

test("how often it has moved, and on what, is counted from its offers", () => {
  const view = after(12);
  const offers = view.log.flatMap((told) =>
    told.kind === "statement" && told.says === "OFFER" && told.party === RUSSIA ? [told.package] : [],
  );
  const moves = offers.filter((pack, at) => at > 0 && pack !== offers[at - 1]).length;
  const guess = aidesGuesses(view, 0).find(({ party }) => party === RUSSIA);
  expect(guess?.moves).toBe(moves);
  expect(moves).toBeGreaterThan(0);
});
