import { beforeAll, describe, expect, test } from "vitest";
import { beginWhatIf, whatIf } from "../../../src/lab/futures/what-if.ts";
import { loadSpeaker, type Speaker } from "../../../src/language/speaker.ts";
import {
  alternativesAt,
  type Decision,
  decisionsOf,
  decisionWords,
  firstDecision,
} from "../../../src/pages/futures/alternatives.ts";
import { type Presenter, presenterOf } from "../../../src/pages/parts/presenter.tsx";
import type { Session } from "../../../src/pages/store/session.ts";
import { IllegalAction } from "../../../src/play/conduct.ts";
import { recordOf } from "../../../src/play/record.ts";
import { atTheTable, currentPlayIn, goOn } from "../../setup/session.ts";

let t: Speaker;
let session: Session;
let presenter: Presenter;

beforeAll(async () => {
  t = await loadSpeaker("en");
  session = await atTheTable();
  while (goOn(session));
  const { play } = session.state;
  if (play) presenter = presenterOf(play, session, t);
});

const all = (): Decision[] => presenter.facts.parties.flatMap(({ index }) => decisionsOf(presenter.view, index));

describe("the moments of a play", () => {
  test("are the decisions of each party in their order, each with words of its own", () => {
    for (const { index } of presenter.facts.parties) {
      const moments = decisionsOf(presenter.view, index);
      expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).sort((a, b) => a - b));
      for (const moment of moments) expect(decisionWords(presenter, moment)?.v.party).toBe(presenter.name(index));
    }
    expect(all().some(({ says }) => says === "answer")).toBe(true);
  });

  test("begin with the last package that was refused", () => {
    const own = decisionsOf(presenter.view, 0);
    const first = firstDecision(presenter.view, own);
    expect(first && decisionWords(presenter, first)?.k).toMatch(/^record\.refuses/);
    expect(own.filter(({ at, says }) => says === "answer" && first && at > first.at)).toEqual([]);
  });
});

describe("what could have been done instead", () => {
  test("is never what was done, and can be played", () => {
    const record = recordOf(currentPlayIn(session).play);
    let played = 0;
    let closed = 0;
    for (const moment of all()) {
      const { id } = presenter.party(moment.party);
      for (const { change } of alternativesAt(presenter, moment)) {
        if (change.kind === "tactic") continue;
        try {
          beginWhatIf(record, moment.turn, change, { runs: 2, seed: "x", party: id });
          played++;
        } catch (problem) {
          // What the rules of that moment closed is said in words.
          expect(problem).toBeInstanceOf(IllegalAction);
          closed++;
        }
      }
    }
    expect(played).toBeGreaterThan(40);
    expect(closed).toBeLessThan(played / 3);
  });

  test("of an answer is the other answer", () => {
    const moment = all().find(({ says, at, party }) => {
      const told = presenter.view.log[at];
      return (
        says === "answer" && told?.kind === "answers" && told.answers.some((one) => one.party === party && !one.accepts)
      );
    }) as Decision;
    const [first, ...tactics] = alternativesAt(presenter, moment);
    expect(first?.change).toMatchObject({ kind: "action", action: { kind: "answer", accepts: true } });
    expect(tactics.every(({ change }) => change.kind === "tactic")).toBe(true);
  });

  test("the same as it was has no effect at all", () => {
    const record = recordOf(currentPlayIn(session).play);
    const nothing = whatIf(record, 3, { kind: "none" }, { runs: 20, seed: "null", party: "us" });
    expect(nothing.pairs.same).toBe(20);
    expect(nothing.difference).toMatchObject({ mean: 0, low: 0, high: 0 });
  });
});
