import { beforeAll, describe, expect, test, vi } from "vitest";
import { learn } from "../../src/language/speak.ts";
import { memoryKeep } from "../../src/pages/session/keep.ts";
import { AT_ONCE } from "../../src/pages/session/pace.ts";
import { createSession, type Session } from "../../src/pages/session/session.ts";
import { EMPTY } from "../../src/pages/session/state.ts";
import { titleOf } from "../../src/pages/title.ts";

vi.setConfig({ testTimeout: 60_000 });

const MUNICH = "Munich: a week or the first of March · Parley";

async function title(state: Session["state"]): Promise<string> {
  return titleOf(state, await learn("en"));
}

describe("the title of the window", () => {
  let session: Session;
  beforeAll(async () => {
    session = createSession(memoryKeep(), AT_ONCE, "one");
    await session.open();
  });

  test("is Parley alone before there is anything to name", async () => {
    expect(await title(EMPTY)).toBe("Parley");
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
