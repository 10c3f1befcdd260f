import { expect, test } from "vitest";
import { memoryPlayStorage } from "../../../src/pages/store/storage.ts";
import { atTheTable, currentPlayIn, goOn, opened } from "../../setup/session.ts";

test("plays again from another seat, with the same seed, and from a turn", async () => {
  const session = await atTheTable();
  for (let n = 0; n < 4; n++) goOn(session);
  const { turn } = currentPlayIn(session).play.state.context;
  session.again({ turn: 2 });
  expect(session.state.screen).toBe("table");
  expect(currentPlayIn(session).play.state.context.turn).toBeLessThan(turn);
  session.again({ humans: ["russia"] });
  expect(session.state.screen).toBe("mandate");
  expect(currentPlayIn(session)).toMatchObject({ humans: ["russia"], eyes: "russia" });
  expect(currentPlayIn(session).play.seed).toBe("a seed");
});

test("saves what was done under an earlier seat as its own record", async () => {
  const storage = memoryPlayStorage();
  const session = await atTheTable(storage);
  for (let n = 0; n < 4; n++) goOn(session);
  session.again({ turn: 3 });
  goOn(session);
  expect(currentPlayIn(await opened(storage)).play.seal).toBe(currentPlayIn(session).play.seal);
});
