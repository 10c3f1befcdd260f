import { render } from "preact";
import { expect, test } from "vitest";
import { loadSpeaker } from "../../src/language/speaker.ts";
import { App } from "../../src/pages/app/app.tsx";
import { screens } from "../../src/pages/app/screens.ts";
import type { Session } from "../../src/pages/store/session.ts";
import type { Action } from "../../src/play/action.ts";
import { openPlay } from "../../src/play/play.ts";
import { recordOf } from "../../src/play/record.ts";
import type { Party, Scenario } from "../../src/scenario/types.ts";
import { currentPlayIn, newSession } from "../setup/session.ts";
import { MUNICH } from "../setup/shipped.ts";

const EVERYONE = ["us", "russia", "turkey", "un"];

const OTHER_NEWS = { en: "OTHER NEWS", ar: "OTHER NEWS" };

/** Another Russia: it wants, fears and holds out for something else, and the last news of the file, still to come, is different. */
function elsewhere(scenario: Scenario): Scenario {
  const other = (party: Party): Party => ({
    ...party,
    values: party.values.map(({ options, ...rest }) => ({
      ...rest,
      weight: rest.weight / 2 + 3,
      options: [...options].reverse(),
    })),
    linkages: [],
    redLines: [],
    walkAway: { ...party.walkAway, at: party.walkAway.at + 17, means: { en: "OTHER MEANS", ar: "OTHER MEANS" } },
    positions: party.positions.map((position) => ({ ...position, holdsAtLeast: 3, does: [] })),
    tactic: { kind: "conceder", exponent: [3, 3] },
    levers: party.levers.map((lever) => ({ ...lever, cost: 9, title: { en: "OTHER LEVER", ar: "OTHER LEVER" } })),
    audienceCost: 11,
  });
  return {
    ...scenario,
    parties: scenario.parties.map((party) => (party.id === "russia" ? other(party) : party)),
    events: scenario.events.map((event, at) =>
      at < scenario.events.length - 1 ? event : { ...event, news: OTHER_NEWS },
    ),
  };
}

/** What everybody does in the open, whatever they want: offers, refusals that name an issue, a commitment, a pass. */
function inTheOpen(turn: number, answers: boolean): Action {
  if (answers) return { kind: "answer", accepts: false, named: ["start"], red: [] };
  if (turn % 4 === 0) return { kind: "pass" };
  const options = MUNICH.issues.map(({ id, options: known }, issue) => [
    id,
    known[(turn + issue) % known.length]?.id ?? "",
  ]);
  return { kind: "offer", package: Object.fromEntries(options) };
}

async function sessionOf(scenario: Scenario): Promise<Session> {
  const seats = Object.fromEntries(EVERYONE.map((id) => [id, { by: "human" } as const]));
  const play = openPlay({ scenario, seed: "privacy", seats });
  await loadSpeaker("en");
  const session = newSession(undefined, undefined, undefined, screens.load);
  await session.openFile(new File([JSON.stringify(recordOf(play))], "record.json"));
  return session;
}

/** Every page that this seat sees on the way, as HTML. */
async function pagesOf(scenario: Scenario, eyes: string): Promise<string[]> {
  const session = await sessionOf(scenario);
  const pages: string[] = [];
  for (let steps = 0; steps < 24; steps++) {
    session.liftCurtain();
    const currentPlay = currentPlayIn(session);
    const { waiting } = currentPlay.play;
    if (!currentPlay.eyes || !waiting || waiting.kind === "over") break;
    if (currentPlay.eyes === eyes) {
      const room = document.createElement("div");
      document.body.append(room);
      render(<App session={session} language="en" onLanguage={() => {}} digits="latn" onDigits={() => {}} />, room);
      pages.push(room.innerHTML);
      render(null, room);
      room.remove();
    }
    const mediates = currentPlay.eyes === "un" && waiting.kind === "statement";
    const { turn } = currentPlay.play.state.context;
    const closed = session.act(mediates ? { kind: "pass" } : inTheOpen(turn, waiting.kind === "answers"));
    if (closed) throw new Error(closed);
  }
  return pages;
}

test("no page shows what another party wants: it is the same to the byte when that party wants something else", async () => {
  const seen = await pagesOf(MUNICH, "us");
  expect(seen.length).toBeGreaterThan(6);
  expect(await pagesOf(elsewhere(MUNICH), "us")).toEqual(seen);
});

test("that party itself sees the difference at once", async () => {
  const [here] = await pagesOf(MUNICH, "russia");
  const [there] = await pagesOf(elsewhere(MUNICH), "russia");
  expect(there).not.toBe(here);
});
