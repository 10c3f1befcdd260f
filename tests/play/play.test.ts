import { expect, test } from "vitest";
import { packageFromIds } from "../../src/play/action.ts";
import { IllegalAction } from "../../src/play/conduct.ts";
import { openPlay, type Play } from "../../src/play/play.ts";
import { partyIndex, tacticOf } from "../../src/play/seats.ts";
import { isEnded } from "../../src/table/state.ts";
import { diceOf } from "../setup/dice.ts";
import { munich } from "../setup/munich.ts";
import { playOut } from "../setup/random-play.ts";

const scenario = munich();

function asUs(): Play {
  const play = openPlay({ scenario, seed: "us", seats: { us: { by: "human" } } });
  play.advance();
  return play;
}

test("machines play by themselves to an end", () => {
  const play = openPlay({ scenario, seed: "alone" });
  expect(play.waiting).toBeNull();
  expect(play.advance()).toEqual({ kind: "over" });
  expect(isEnded(play.state.floor)).toBe(true);
  expect(play.step()).toBe(false);
  expect(play.actions.every(({ by }) => by === "machine")).toBe(true);
});

test("a play waits for its humans and for nobody else", () => {
  const play = asUs();
  expect(play.waiting?.kind).toMatch(/statement|answers/);
  expect(play.waiting).toMatchObject({ parties: [partyIndex(scenario, "us")] });
  const before = play.seal;
  expect(play.step()).toBe(false);
  expect(play.upcoming()).toMatchObject({ kind: "waiting" });
  expect(play.seal).toBe(before);
});

test("a closed action says why and changes nothing", () => {
  const play = asUs();
  const { seal, actions, entries } = play;
  const done = [actions.length, entries.length];
  const state = structuredClone(play.state);
  expect(play.act("turkey", { kind: "pass" })).toMatch(/not_your_turn|answers_awaited/);
  expect(play.closed("un", { kind: "walk_out" })).not.toBeNull();
  expect(play.act("us", { kind: "reply", word: "never" })).toBe("no_reply_awaited");
  expect([play.actions.length, play.entries.length]).toEqual(done);
  expect([play.seal, play.state]).toEqual([seal, state]);
});

test("asking whether an action is open does nothing either", () => {
  const play = asUs();
  const { seal } = play;
  play.closed("us", { kind: "pass" });
  play.view("us");
  play.view(null, true);
  expect(play.seal).toBe(seal);
});

test("an unknown party is an error that names the known ones", () => {
  expect(() => partyIndex(scenario, "__proto__")).toThrow("there are us, russia");
  expect(() => openPlay({ scenario, seed: "x", seats: { france: { by: "human" } } })).toThrow('no party "france"');
  expect(() => asUs().view("france")).toThrow(RangeError);
});

test("a scripted seat sees its own view; null leaves the decision to the machine", () => {
  const seen = new Set<number>();
  const play = openPlay({
    scenario,
    seed: "script",
    seats: {
      us: {
        by: "script",
        decide(view) {
          seen.add(view.seat);
          return null;
        },
      },
    },
  });
  play.advance();
  expect([...seen]).toEqual([partyIndex(scenario, "us")]);
});

test("a script that does what the rules close is stopped", () => {
  const decide = () => ({ type: "TAKE_UP", party: 0, of: 0, position: 0 }) as const;
  const play = openPlay({ scenario, seed: "script", seats: { us: { by: "script", decide } } });
  expect(() => play.advance()).toThrow(IllegalAction);
});

test("a seat's tactic replaces the file's for that seat alone, and leaves the scenario as it was", () => {
  const before = structuredClone(scenario);
  const play = openPlay({ scenario, seed: "x", seats: { us: { by: "machine", tactic: tacticOf("conceder") } } });
  const tactics = play.model.partyModels.map(({ party }) => party.tactic);
  expect(tactics[0]).toEqual(tacticOf("conceder"));
  expect(tactics.slice(1)).toEqual(before.parties.slice(1).map(({ tactic }) => tactic));
  play.advance();
  expect(scenario).toEqual(before);
});

test("a refusal that names nothing is given the reasons of its own side", () => {
  const play = asUs();
  while (play.waiting?.kind !== "answers") {
    expect(play.act("us", { kind: "pass" })).toBeNull();
    play.advance();
  }
  const advice = play.view("us").own?.advice;
  expect(advice?.package).toBe(play.view("us").onFloor?.package);
  expect(play.act("us", { kind: "answer", accepts: false })).toBeNull();
  const last = play.actions[play.actions.length - 1]?.action;
  expect(last?.kind === "answer" && last.named).toHaveLength(2);
  expect(last?.kind === "answer" && last.red).toEqual(advice?.red);
});

test("the whole of a play is in its entries: what was signed is what was counted", () => {
  for (let run = 0; run < 30; run++) {
    const play = openPlay({ scenario, seed: `entries ${run}`, seats: { us: { by: "human" } }, runner: "batch" });
    playOut(play, diceOf(`entries ${run}`));
    const last = play.entries[play.entries.length - 1];
    if (play.state.floor !== "signed") continue;
    expect(last?.count?.package).toBe(play.state.context.signed);
    const told = play.view(null).log.at(-1);
    expect(told).toMatchObject({ kind: "end", outcome: "signed" });
  }
});

test("packages of the scenario are found by their ids", () => {
  const ids = Object.fromEntries(scenario.issues.map((issue) => [issue.id, issue.options[0]?.id ?? ""]));
  expect(packageFromIds(openPlay({ scenario, seed: "x" }).model, ids)).toBe(0);
});
