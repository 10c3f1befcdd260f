import { describe, expect, test } from "vitest";
import { loadRecord, RECORD_LIMIT } from "../../src/play/load.ts";
import { GOLDEN } from "../golden/records.ts";

const [, golden] = GOLDEN[0]!;
const text = JSON.stringify(golden);

function problemsOf(given: string): readonly string[] {
  const loaded = loadRecord(given);
  return "problems" in loaded ? loaded.problems : [];
}

/** The record with something in its JSON changed. */
function changed(change: (json: never) => void): string {
  const json = JSON.parse(text) as never;
  change(json);
  return JSON.stringify(json);
}

test("a record that was saved is loaded as it was", () => {
  expect(loadRecord(text)).toEqual({ record: golden });
});

describe("what is no record is answered with what it is", () => {
  test.each([
    ["nothing", "", "not JSON"],
    ["a scenario file", "parley: 1\nid: munich", "not JSON"],
    ["half a record", text.slice(0, 1000), "not JSON"],
    ["a list", "[]", "no record of a play"],
    ["null", "null", "no record of a play"],
    ["another program's JSON", '{"version": 3}', "`parley` is missing"],
    ["a record of the future", '{"parley": 2}', "of version 2"],
    ["a record of nothing", '{"parley": 1}', "/acts"],
  ])("%s", (_, given, message) => {
    expect(problemsOf(given).join("\n")).toContain(message);
  });

  test("a file that is too large is not even looked into", () => {
    expect(problemsOf(`"${"x".repeat(RECORD_LIMIT)}"`).join()).toContain("too large");
  });

  test("brackets without end", () => {
    expect(problemsOf("[".repeat(200_000)).length).toBeGreaterThan(0);
    expect(problemsOf(`{"parley":1,"acts":${"[".repeat(100_000)}${"]".repeat(100_000)}}`).length).toBeGreaterThan(0);
  });
});

describe("what is wrong in a record is named with its place", () => {
  test.each<[string, (json: never) => void, string]>([
    ["a seal", (json: { seal: string }) => Object.assign(json, { seal: "short" }), "/seal"],
    ["an unknown key", (json: object) => Object.assign(json, { more: 1 }), "more"],
    [
      "an action",
      (json: { actions: object[] }) => Object.assign(json.actions[2]!, { action: { kind: "bribe" } }),
      "/actions/2",
    ],
    [
      "a party",
      (json: { actions: object[] }) => Object.assign(json.actions[1]!, { party: "france" }),
      "/actions/1/party",
    ],
    [
      "a seat",
      (json: { acts: { seats: object }[] }) => Object.assign(json.acts[0]!.seats, { france: { by: "human" } }),
      "france",
    ],
    [
      "a seat's way",
      (json: { acts: { seats: object }[] }) => Object.assign(json.acts[0]!.seats, { us: { by: "ghost" } }),
      "/acts/0/seats/us",
    ],
    [
      "the scenario",
      (json: { acts: { scenario: object }[] }) => Object.assign(json.acts[0]!.scenario, { issues: 5 }),
      "/acts/0/scenario",
    ],
    ["two acts", (json: { acts: object[] }) => json.acts.push(json.acts[0]!), "one act"],
  ])("%s", (_, change, place) => {
    expect(problemsOf(changed(change)).join("\n")).toContain(place);
  });

  test("a key that would change the prototype of every object does nothing", () => {
    problemsOf(text.replace('"parley":1', '"__proto__":{"polluted":1},"parley":1'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
