import { render } from "preact";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as enumeration from "../../../src/bargaining/decompose/enumeration.ts";
import * as zone from "../../../src/bargaining/zone.ts";
import { loadSpeaker } from "../../../src/language/speaker.ts";
import { App } from "../../../src/pages/app/app.tsx";
import { screens } from "../../../src/pages/app/screens.ts";
import type { PossibleWorkerJob } from "../../../src/pages/futures/jobs.ts";
import * as end from "../../../src/play/end.ts";
import { openPlay } from "../../../src/play/play.ts";
import { type PlayRecord, recordOf } from "../../../src/play/record.ts";
import type { Scenario } from "../../../src/scenario/types.ts";
import { issueOf, partyOf, scenarioOf } from "../../setup/scenarios.ts";
import { newSession } from "../../setup/session.ts";
import { workedOut } from "../../setup/workers.ts";

// Everything on the page's own thread that looks at every package.
vi.mock("../../../src/bargaining/decompose/enumeration.ts", { spy: true });
vi.mock("../../../src/bargaining/zone.ts", { spy: true });
vi.mock("../../../src/play/end.ts", { spy: true });

/** What the page has asked its workers, each with the way to answer. */
const asked = vi.hoisted(() => [] as { job: unknown; answer: (result: unknown) => void }[]);
vi.mock("../../../src/pages/futures/start-workers.ts", () => ({
  workerPool: () => ({ run: (job: unknown) => new Promise((answer) => asked.push({ job, answer })) }),
}));

/** 7⁶ packages: few parties, many options. */
function large(): Scenario {
  const options = ["a", "b", "c", "d", "e", "f", "g"];
  const rising = options.map((_, at) => (at * 100) / 6);
  const ids = ["i", "j", "k", "l", "m", "n"];
  const issues = ids.map((id) => issueOf(id, options));
  const parties = [
    partyOf(
      "one",
      ids.map(() => rising),
    ),
    partyOf(
      "two",
      ids.map(() => [...rising].reverse()),
    ),
  ];
  return scenarioOf(issues, parties, { scale: 100 });
}

/** Plays to the end; the first party accepts everything, or refuses everything. */
function ended(accepts: boolean): PlayRecord {
  const play = openPlay({ scenario: large(), seed: "large", seats: { one: { by: "human" } } });
  while (play.advance().kind !== "over") {
    play.act("one", play.view("one").owesAnswer ? { kind: "answer", accepts } : { kind: "pass" });
  }
  return recordOf(play);
}

const room = document.createElement("div");
const text = (): string => room.textContent ?? "";
const page = () => room.querySelector<HTMLElement>(".page-head");
beforeAll(() => loadSpeaker("en"));
beforeEach(() => void document.body.append(room));
afterEach(() => {
  render(null, room);
  room.remove();
  asked.length = 0;
});

const WALKS = [
  ...[end.zoneAtEnd, end.betterForAll, end.scenarioAtEnd, zone.zonePackages, zone.zoneOf, zone.bestOf],
  enumeration.eachPackageBlock,
];

test.each([true, false])("asks its worker once, and walks no packages itself (accepts: %s)", async (accepts) => {
  const session = newSession(undefined, undefined, undefined, screens.load);
  await session.openFile(new File([JSON.stringify(ended(accepts))], "record.json"));
  vi.clearAllMocks();
  const show = () =>
    render(<App session={session} language="en" onLanguage={() => {}} digits="latn" onDigits={() => {}} />, room);
  show();
  await expect.poll(() => asked.length).toBe(1);
  expect(text()).toContain("One moment");
  expect(room.querySelector(".awaited")).not.toBeNull();
  for (const walk of WALKS) expect(walk).not.toHaveBeenCalled();

  const [question] = asked;
  const result = await workedOut<"possible">(question?.job as PossibleWorkerJob);
  expect(end.zoneAtEnd).toHaveBeenCalledOnce();
  vi.clearAllMocks();
  question?.answer(result);
  await expect.poll(() => room.querySelector(".awaited")).toBeNull();
  expect(page()?.textContent).toMatch(
    accepts ? /would have given (any|some)one more/ : /No deal was missed|A missed deal/,
  );
  show();
  expect(asked).toHaveLength(1);
  for (const walk of WALKS) expect(walk).not.toHaveBeenCalled();
});
