import { expect, test } from "vitest";
import { ALL, isShown, KINDS } from "../../../src/pages/table/filter.tsx";
import { openPlay } from "../../../src/play/play.ts";
import { MUNICH } from "../../setup/shipped.ts";

const play = openPlay({ scenario: MUNICH, seed: "filter", runner: "batch" });
play.advance();
const { log } = play.view(null, true);

test("everything is shown until something is left out", () => {
  expect(log.filter((told) => isShown(told, ALL))).toEqual(log);
});

test("each line belongs to one kind, and the end of the talks is never left out", () => {
  const shown = KINDS.map((kind) => log.filter((told) => isShown(told, { party: -1, kinds: [kind] })).length - 1);
  expect(shown.reduce((sum, count) => sum + count, 0)).toBe(log.length - 1);
  expect(shown.every((count) => count > 0)).toBe(true);
});

test("of one party are its statements and what it answers, and the news that concern everyone", () => {
  const [party] = MUNICH.protocol.order;
  for (const told of log.filter((one) => isShown(one, { ...ALL, party: party ?? 0 }))) {
    if (told.kind === "statement" || told.kind === "move") expect(told.party).toBe(party);
    if (told.kind === "answers") {
      expect([told.by, ...told.answers.map((answer) => answer.party)]).toContain(party);
    }
  }
  expect(log.some((told) => !isShown(told, { ...ALL, party: party ?? 0 }))).toBe(true);
});
