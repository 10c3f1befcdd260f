import { beforeAll, describe, expect, test, vi } from "vitest";
import { loadSpeaker } from "../../../src/language/speaker.ts";
import { titleOf } from "../../../src/pages/app/app.tsx";
import { AT_ONCE } from "../../../src/pages/store/pace.ts";
import { createSession, type Session } from "../../../src/pages/store/session.ts";
import { memoryPlayStorage } from "../../../src/pages/store/storage.ts";
import { EMPTY_STATE } from "../../../src/pages/store/store.ts";

vi.setConfig({ testTimeout: 60_000 });

const MUNICH = "Munich: a week or the first of March · Parley";

async function title(state: Session["state"]): Promise<string> {
  return titleOf(state, await loadSpeaker("en"));
}

describe("the title of the window", () => {
  let session: Session;
  beforeAll(async () => {
    session = createSession(memoryPlayStorage(), AT_ONCE, "one");
    await session.open();
  });

  test("is Parley alone before there is anything to name", async () => {
    expect(await title(EMPTY_STATE)).toBe("Parley");
  });

  test("names who sits behind the curtain, without the invisible marks round the name", async () => {
    session.begin(["us", "turkey"], "a seed");
    expect(await title(session.state)).toBe(`The screen goes to United States · ${MUNICH}`);
    session.leave();
  });

  test("says that another tab has the play", async () => {
    expect(await title({ ...session.state, taken: true })).toBe(`Goes on in another tab · ${MUNICH}`);
  });
});
