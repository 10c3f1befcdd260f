import { beforeAll, describe, expect, test } from "vitest";
import { beginWhatIf, whatIf } from "../../../src/lab/what-if.ts";
import { learn, type Speaker } from "../../../src/language/speak.ts";
import { type Desk, deskOf } from "../../../src/pages/desk.tsx";
import {
  alternativesAt,
  firstMoment,
  type Moment,
  momentsOf,
  momentWords,
} from "../../../src/pages/futures/alternatives.ts";
import type { Session } from "../../../src/pages/session/session.ts";
import { IllegalAction } from "../../../src/play/conduct.ts";
import { recordOf } from "../../../src/play/record.ts";
import { atTheTable, goOn, sitting } from "../session/at-the-table.ts";

let t: Speaker;
let session: Session;
let desk: Desk;

beforeAll(async () => {
  t = await learn("en");
  session = await atTheTable();
  while (goOn(session));
  desk = deskOf(session, sitting(session), t);
});

const all = (): Moment[] => desk.facts.parties.flatMap(({ index }) => momentsOf(desk.view, index));

describe("the moments of a play", () => {
  test("are the decisions of each party in their order, each with words of its own", () => {
    for (const { index } of desk.facts.parties) {
      const moments = momentsOf(desk.view, index);
      expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).sort((a, b) => a - b));
      for (const moment of moments) expect(momentWords(desk, moment)?.v.party).toBe(desk.name(index));
    }
    expect(all().some(({ says }) => says === "answer")).toBe(true);
  });

  test("begin with the last package that was refused", () => {
    const own = momentsOf(desk.view, 0);
    const first = firstMoment(desk.view, own);
    expect(first && momentWords(desk, first)?.k).toMatch(/^record\.refuses/);
    expect(own.filter(({ at, says }) => says === "answer" && first && at > first.at)).toEqual([]);
  });
});

describe("what could have been done instead", () => {
  test("is never what was done, and can be played", () => {
    const record = recordOf(sitting(session).play);
    let played = 0;
    let closed = 0;
    for (const moment of all()) {
      const { id } = desk.party(moment.party);
      for (const { change } of alternativesAt(desk, moment)) {
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
      const told = desk.view.log[at];
      return (
        says === "answer" && told?.kind === "answers" && told.answers.some((one) => one.party === party && !one.accepts)
      );
    }) as Moment;
    const [first, ...tactics] = alternativesAt(desk, moment);
    expect(first?.change).toMatchObject({ kind: "action", action: { kind: "answer", accepts: true } });
    expect(tactics.every(({ change }) => change.kind === "tactic")).toBe(true);
  });

  test("the same as it was has no effect at all", () => {
    const record = recordOf(sitting(session).play);
    const nothing = whatIf(record, 3, { kind: "none" }, { runs: 20, seed: "null", party: "us" });
    expect(nothing.pairs.same).toBe(20);
    expect(nothing.difference).toMatchObject({ mean: 0, low: 0, high: 0 });
  });
});
