import { expect, test } from "vitest";
import { optionIn, withOption } from "../../src/bargaining/space.ts";
import { openPlay, type Play } from "../../src/play/play.ts";
import type { View } from "../../src/table/view/view.ts";
import { aidesGuesses } from "../../src/tactics/aides.ts";
import { MUNICH } from "../setup/shipped.ts";

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
  expect(found.map(({ opinion, share, moves }) => [opinion.kind, share, moves])).toEqual(
    found.map(() => ["unknown", null, 0]),
  );
  expect(found.map(({ party }) => party)).not.toContain(US);
});

test("what a party stands for is said so; next to it is near, and the far ends of all issues are not, but crossed", () => {
  const view = after(8);
  const standing = view.parties[RUSSIA]?.standing ?? -1;
  expect(standing).toBeGreaterThanOrEqual(0);
  expect(aidesGuesses(view, standing).find(({ party }) => party === RUSSIA)?.opinion.kind).toBe("stands");
  const { space } = view.rules;
  const next = space.sizes.findIndex((_, issue) => optionIn(space, standing, issue) > 0);
  const nearby = withOption(space, standing, next, optionIn(space, standing, next) - 1);
  expect(aidesGuesses(view, nearby).find(({ party }) => party === RUSSIA)?.opinion.kind).toBe("near");
  const sizes = [...view.rules.space.sizes];
  const opposite = sizes.reduce((pack, _, issue) => withOption(view.rules.space, pack, issue, 0), 0);
  const far = aidesGuesses(view, opposite).find(({ party }) => party === RUSSIA);
  expect(far?.share).toBeLessThan(0.6);
  expect(far?.opinion.kind, "a part of it has been called a red line").toBe("red");
});

test("how often it has moved, and on what, is counted from its offers", () => {
  // Of machines alone: who meets nothing but silence stands still.
  const play = openPlay({ scenario: MUNICH, seed: "aides", runner: "batch" });
  play.advance();
  const view = play.view("us");
  const moved = aidesGuesses(view, 0).map((guess) => {
    const offers = view.log.flatMap((told) =>
      told.kind === "statement" && told.says === "OFFER" && told.party === guess.party ? [told.package] : [],
    );
    const moves = offers.filter((pack, at) => at > 0 && pack !== offers[at - 1]).length;
    expect(guess.moves).toBe(moves);
    return moves;
  });
  expect(Math.max(...moved)).toBeGreaterThan(0);
});
