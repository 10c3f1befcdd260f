import { expect, test } from "vitest";
import { signedBelow } from "../../../src/pages/result/verdict.tsx";
import { endedView } from "../../setup/ended-view.ts";
import { MUNICH } from "../../setup/shipped.ts";

test("machines sign nothing worse than no deal", () => {
  const signed = Array.from({ length: 20 }, (_, n) => endedView(`end ${n}`)).filter((view) => view.signed >= 0);
  expect(signed.length).toBeGreaterThan(3);
  for (const view of signed) expect(signedBelow(view, view.sides, MUNICH.scale)).toEqual([]);
});

test("a player who accepts everything is told of the trap", () => {
  const trapped = Array.from({ length: 20 }, (_, n) => endedView(`trap ${n}`, "accepts")).filter(
    (view) => view.signed >= 0 && signedBelow(view, view.sides, MUNICH.scale).includes(view.seat),
  );
  expect(trapped.length).toBeGreaterThan(0);
  for (const { own, signed } of trapped) expect(own?.partyModel.worth[signed]).toBeLessThan(own?.walkAway ?? 0);
});
