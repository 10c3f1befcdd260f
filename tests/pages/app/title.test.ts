import { beforeAll, describe, expect, test } from "vitest";
import { loadSpeaker } from "../../../src/language/speaker.ts";
import { titleOf } from "../../../src/pages/app/app.tsx";
import type { Session } from "../../../src/pages/store/session.ts";
import { screenStateOf } from "../../../src/pages/store/session.ts";
import { EMPTY_STATE } from "../../../src/pages/store/store.ts";
import { opened } from "../../setup/session.ts";

const MUNICH = "Munich: a week or the first of March · Parley";

async function title(state: Session["state"]): Promise<string> {
  return titleOf(state, await loadSpeaker("en"));
}

describe("the title of the window", () => {
  let session: Session;
  beforeAll(async () => {
    session = await opened();
  });

  test("is Parley alone before there is anything to name", async () => {
    expect(await title(screenStateOf(EMPTY_STATE))).toBe("Parley");
  });

  test("names the party behind the curtain, without the invisible marks round the name", async () => {
    session.begin(["us", "turkey"], "a seed");
    expect(await title(session.state)).toBe(`The screen goes to United States · ${MUNICH}`);
    session.leave();
  });

  test("says that another tab has the play", async () => {
    expect(await title({ ...session.state, taken: true })).toBe(`Goes on in another tab · ${MUNICH}`);
  });
});
