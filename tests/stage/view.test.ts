import { expect, test } from "vitest";
import { optionsIn } from "../../src/bargaining/space.ts";
import { openPlay } from "../../src/play/play.ts";
import { movesBetween, type Picture } from "../../src/stage/picture.ts";
import { pictureOf } from "../../src/stage/view.ts";
import { munich } from "../setup/munich.ts";

const scenario = munich();
const marks = scenario.parties.map(({ mark }) => mark);

test("a whole play of machines, step by step: lines follow the standing offers, and every statement moves once", () => {
  const play = openPlay({ scenario, seed: "stage" });
  let before: Picture | null = null;
  const moved = { offer: 0, text: 0, answers: 0 };
  let more = true;
  while (more) {
    more = play.step();
    const view = play.view(null);
    const picture = pictureOf({ scene: "play", view, marks, draft: null });
    for (const { party, options, onFloor } of picture.lines) {
      const pack = onFloor ? view.onFloor?.package : view.parties[party]?.standing;
      expect(options).toEqual(optionsIn(view.rules.space, pack ?? -1));
    }
    for (const move of movesBetween(before, picture)) moved[move.kind]++;
    before = picture;
  }
  const { log, signed } = play.view(null);
  const said = (text: boolean) =>
    log.filter((line) => line.kind === "statement" && line.package >= 0 && (line.says === "TEXT") === text).length;
  expect(moved).toEqual({
    offer: said(false),
    text: said(true),
    answers: log.filter(({ kind }) => kind === "answers").length,
  });
  expect(before?.signed === null).toBe(signed < 0);
});

test("answers stand until somebody speaks again", () => {
  const play = openPlay({ scenario, seed: "stage" });
  const shown = () => pictureOf({ scene: "play", view: play.view(null), marks, draft: 0 });
  while (shown().answers.length === 0 && play.step());
  expect(shown().answers.length).toBeGreaterThan(0);
  expect(shown().draft).toEqual(scenario.issues.map(() => 0));
  const told = play.view(null).log.filter(({ kind }) => kind === "statement").length;
  while (play.view(null).log.filter(({ kind }) => kind === "statement").length === told && play.step());
  expect(shown().answers).toEqual([]);
});
