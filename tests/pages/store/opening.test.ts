import { expect, test } from "vitest";
import { atTheTable, currentPlayIn, goOn, opened, recordText, stateOf } from "../../setup/session.ts";

const file = (text: string, name = "a.yaml"): File => new File([text], name);

test("a file that is broken leaves the offered scenario alone", async () => {
  const session = await opened();
  const before = stateOf(session).offered;
  await session.openFile(file("parley: 1\nid: x\n"));
  expect(session.state.check?.broken).toBe(true);
  expect(session.state.check?.diagnostics.length).toBeGreaterThan(0);
  expect(stateOf(session).offered).toBe(before);
});

test("a file that is a record goes on where it stopped", async () => {
  const session = await atTheTable();
  goOn(session);
  const text = recordText(session);
  const other = await opened();
  await other.openFile(file(text, "record.json"));
  expect(other.state.screen).toBe("table");
  expect(currentPlayIn(other).play.seal).toBe(currentPlayIn(session).play.seal);
  expect(recordText(other)).toBe(text);
});

test("a file that is a record of other rules is only shown", async () => {
  const session = await atTheTable();
  goOn(session);
  const record = { ...JSON.parse(recordText(session)), engine: "parley rules 0" };
  const other = await opened();
  await other.openFile(file(JSON.stringify(record), "record.json"));
  expect(other.state).toMatchObject({ screen: "stored", play: null });
  expect(other.state.stored?.because.key).toBe("stored.revision");
});

test("a file that is a record of a newer version says so, in words of the page", async () => {
  const session = await atTheTable();
  const record = { ...JSON.parse(recordText(session)), parley: 2, more: {} };
  const other = await opened();
  await other.openFile(file(JSON.stringify(record), "record.json"));
  expect(other.state.notice).toEqual({ key: "notice.newer_record", values: { file: "record.json" } });
});
