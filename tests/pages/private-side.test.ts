import { expect, test } from "vitest";
import { loadSpeaker } from "../../src/language/speaker.ts";
import { presenterOf } from "../../src/pages/parts/presenter.tsx";
import { currentPlayIn, goOn, opened } from "../setup/session.ts";

/** Every object that can be reached from a value, also through getters. */
function reachable(from: unknown, found: Set<object> = new Set()): Set<object> {
  if (typeof from !== "object" || from === null || found.has(from)) return found;
  found.add(from);
  if (ArrayBuffer.isView(from)) return found;
  for (const part of Object.values(from)) reachable(part, found);
  return found;
}

test("nothing that a screen is given leads to what another party wants, before the end", async () => {
  const session = await opened();
  session.begin(["us", "turkey"], "x");
  session.liftCurtain();
  session.note({ plan: "aid first" });
  const t = await loadSpeaker("en");
  for (let decisions = 0; decisions < 6; decisions++) {
    session.liftCurtain();
    const { play, eyes, notes } = currentPlayIn(session);
    const { scenario, model } = play;
    const others = model.partyModels.flatMap((partyModel) => {
      const { party, worth } = partyModel;
      return party.id === eyes ? [] : [partyModel, worth, party, party.values, party.positions, party.interests];
    });
    const shown = session.state.play;
    if (!shown) throw new Error("no play is on the screen");
    const found = reachable([session.state, presenterOf(shown, session, t)]);
    const mine = scenario.parties.find(({ id }) => id === eyes);
    expect(found).toContain(mine);
    for (const secret of [play, scenario, scenario.events, ...others]) expect(found.has(secret)).toBe(false);
    for (const [seat, written] of Object.entries(notes)) expect(found.has(written)).toBe(seat === eyes);
    if (!goOn(session)) break;
  }
});

test("after the end everything is open to the screens of the result", async () => {
  const session = await opened();
  session.begin(["us"], "x");
  session.toTable();
  expect(session.state.play?.ended).toBeNull();
  while (goOn(session));
  const { play } = currentPlayIn(session);
  const ended = session.state.play?.ended;
  expect(ended).toMatchObject({ seed: "x", seal: play.seal, humans: ["us"] });
  expect(ended?.scenario).toBe(play.scenario);
  expect(ended?.sides.map(({ partyModel }) => partyModel.party)).toEqual(play.scenario.parties);
  expect(ended?.record.actions).toEqual(play.actions);
});
