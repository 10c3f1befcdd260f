import { describe, expect, test, vi } from "vitest";
import { memoryKeep } from "../../../src/pages/session/keep.ts";
import { summaryOf } from "../../../src/pages/session/kept.ts";
import { AT_ONCE } from "../../../src/pages/session/pace.ts";
import { createSession } from "../../../src/pages/session/session.ts";
import { NO_ADDRESS, readAddress } from "../../../src/pages/start/address.ts";

// Whole plays, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

async function keptPlay(humans: readonly string[]) {
  const shelf = { text: null as string | null };
  const session = createSession(memoryKeep(shelf), AT_ONCE, "one");
  await session.open();
  session.begin(humans, "kept");
  return shelf;
}

describe("what is said of a kept play", () => {
  test("is its title and who of it is played by people", async () => {
    const { text } = await keptPlay(["us", "turkey"]);
    const summary = summaryOf(text ?? "");
    expect(summary?.title.en).toContain("Munich");
    expect(summary?.seats.map(({ en }) => en)).toEqual(["United States", "Turkey"]);
    expect(JSON.parse(summary?.record ?? "")).toHaveProperty("seal");
  });

  test.each([
    "",
    "{}",
    "[]",
    '{"record":{}}',
    '{"record":{"acts":{}}}',
    '{"record":{"acts":[null]}}',
    '{"record":{"acts":[{"scenario":{"title":{"en":3}}}]}}',
  ])("is nothing where it is none: %s", (text) => expect(summaryOf(text)).toBeNull());

  test("leaves out whatever is odd in it", () => {
    const scenario = {
      title: { en: "T" },
      parties: [null, { id: 3 }, { id: "a", name: "A" }, { id: "b", name: { en: "B" } }],
    };
    const record = { acts: [{ scenario, seats: { b: { by: "human" }, a: 7 } }] };
    expect(summaryOf(JSON.stringify({ record }))?.seats).toEqual([{ en: "B" }]);
  });
});

describe("an address that asks for a play while one is kept", () => {
  test("leaves the choice to people; what is kept stays until then", async () => {
    const shelf = await keptPlay(["russia"]);
    const before = shelf.text;
    const session = createSession(memoryKeep(shelf), AT_ONCE, "two");
    await session.open(readAddress("?seat=us"));
    expect(session.state).toMatchObject({ screen: "start", sitting: null, preset: { seat: "us" } });
    session.begin(["us"], "other");
    expect(session.state.sitting).toBeNull();
    expect(shelf.text).toBe(before);
    session.replace(false);
    expect(shelf.text).toBe(before);
    await session.takeOver();
    expect(session.state.sitting?.eyes).toBe("russia");
    expect(session.state.underWay).toBeNull();
  });

  test("begins at once where nothing is kept, and goes on where it asks for none", async () => {
    const fresh = createSession(memoryKeep(), AT_ONCE, "one");
    await fresh.open(readAddress("?seat=un"));
    expect(fresh.state).toMatchObject({ underWay: null, preset: { seat: "un" } });
    const again = createSession(memoryKeep(await keptPlay(["russia"])), AT_ONCE, "two");
    await again.open(NO_ADDRESS);
    expect(again.state.sitting?.eyes).toBe("russia");
  });

  test("replaces it once somebody has said so; a record opened there asks as well", async () => {
    const shelf = await keptPlay(["russia"]);
    const record = summaryOf((await keptPlay(["turkey"])).text ?? "")?.record ?? "";
    const session = createSession(memoryKeep(shelf), AT_ONCE, "two");
    await session.open(readAddress("?seed=x"));
    await session.openFile(new File([record], "record.json"));
    expect(session.state.sitting).toBeNull();
    session.replace(true);
    expect(session.state.sitting?.humans).toEqual(["turkey"]);
  });
});
