import { expect, test } from "vitest";
import { plotText } from "../../src/language/plot.ts";

test("a text of a plot takes its values as they are, also where a value looks like a place for one", () => {
  expect(plotText("en", "plot.note.zone", { packages: "6,750", zone: "12–15" })).toBe(
    "6,750 packages, 12–15 of them could be signed",
  );
  expect(plotText("en", "plot.mediator", { party: "{party} $& $1" })).toBe("{party} $& $1 (mediator, no vote)");
});

test("languages that the interface has not get the English text", () => {
  expect(plotText("fa", "plot.frontier")).toBe(plotText("en", "plot.frontier"));
  expect(plotText("ar", "plot.frontier")).toBe("حد باريتو");
});
