import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parley } from "../../src/cli/parley.ts";
import { folder, MARKET, MUNICH } from "./run.ts";

const files = folder();
mkdirSync(files.path("folder"));
const SWEEP = files.write(
  "sweep.yaml",
  `scenario: ${JSON.stringify(MARKET)}\nvary: { protocol.rounds: [6, 8] }\nrepetitions: 20\n`,
);

describe("a wrong command line is exit 2, says what, and suggests", () => {
  test.each<[string[], string]>([
    [["chek"], 'There is no command "chek". Did you mean "check"?'],
    [["help", "simulat"], 'There is no command "simulat". Did you mean "simulate"?'],
    [["--format", "json", "check"], "The command comes first"],
    [["check"], "check needs a FILE."],
    [["check", MARKET, "--fromat", "json"], 'no option "--fromat". Did you mean "--format"?'],
    [["check", MARKET, "-f"], 'no option "-f"'],
    [["check", MARKET, "--format", "jsn"], 'Did you mean "json"?'],
    [["check", MARKET, "--format"], "--format needs a value"],
    [["check", MARKET, "--format="], "--format needs a value"],
    [["check", MARKET, "--format", "text", "--format", "json"], "--format is given twice"],
    [["check", ""], "The name of a FILE is empty"],
    [["simulate"], "simulate needs a FILE."],
    [["simulate", MARKET, MUNICH], "simulate takes one FILE"],
    [["simulate", MARKET, "--runs", "0"], "--runs is a whole number"],
    [["simulate", MARKET, "--runs", "1.5"], "--runs is a whole number"],
    [["simulate", MARKET, "--runs", "1e3"], "--runs is a whole number"],
    [["simulate", MARKET, "--runs=-3"], "--runs is a whole number"],
    [["simulate", MARKET, "--runs", "many"], "--runs is a whole number"],
    [["simulate", MARKET, "--runs", "10000001"], "--runs is a whole number from 1 to 10000000"],
    [["simulate", MARKET, "--runs", "--seed", "x"], "--runs needs a value"],
    [["simulate", MARKET, "--seed", "x".repeat(201)], "--seed has at most 200 characters"],
    [["simulate", MARKET, "--workers", "0"], "--workers is a whole number from 1"],
    [["simulate", MARKET, "--workers", "all"], "--workers is a whole number from 1"],
    [["simulate", MARKET, "--format", "parquet"], "name a file with --out"],
    [["simulate", MARKET, "--format", "parqet"], 'Did you mean "parquet"?'],
    [["simulate", MARKET, "--quiet=yes"], '--quiet stands alone, without "yes"'],
    [["simulate", MARKET, "--quiet", "loudly"], "simulate takes one FILE"],
    [["simulate", MARKET, "--run-seed", "a/1", "--runs", "5"], "leave --runs out"],
    [["simulate", MARKET, "--run-seed", "a/1", "--seed", "a"], "leave --seed out"],
    [["simulate", MARKET, "--run-seed", "x".repeat(300)], "--run-seed has at most"],
    [["simulate", MARKET, "--out", files.path("t"), "--events", files.path("t")], "would overwrite what --"],
    [["simulate", MARKET, "--events", MARKET], "would overwrite a file that is read"],
    [["simulate", MARKET, "--events", files.path("e"), "--out", files.path("e.codebook.json")], "would overwrite"],
    [["simulate", MARKET, "--seat", "buyer"], "--seat reads PARTY=TACTIC"],
    [["simulate", MARKET, "--seat", "=linear"], "--seat reads PARTY=TACTIC"],
    [["simulate", MARKET, "--seat", "byer=linear"], 'There is no party "byer". Did you mean "buyer"?'],
    [["simulate", MARKET, "--seat", "__proto__=linear"], 'There is no party "__proto__"'],
    [["simulate", MARKET, "--seat", "buyer=bulwark"], 'There is no tactic "bulwark". Did you mean "boulware"?'],
    [["simulate", MARKET, "--seat", "buyer=boulware:"], "The exponent of a tactic is a number from 0.01 to 100"],
    [["simulate", MARKET, "--seat", "buyer=boulware:0"], "The exponent of a tactic is a number"],
    [["simulate", MARKET, "--seat", "buyer=boulware:1e99"], "The exponent of a tactic is a number"],
    [["simulate", MARKET, "--seat", "buyer=micro:0.5"], "micro has no exponent"],
    [["simulate", MARKET, "--seat", "buyer=linear", "--seat", "buyer=micro"], "--seat gives buyer two tactics"],
    [["simulate", MUNICH, "--seat", "un=linear"], "un is the mediator"],
    [["simulate", MARKET, "--runs", "2", "--record", files.path("r")], "--record writes the record of one play"],
    [["simulate", MARKET, "--record", MARKET], "would overwrite a file that is read"],
    [["simulate", MARKET, "--out", files.path("r"), "--record", files.path("r")], "would overwrite what --out writes"],
    [["replay"], "replay needs a RECORD."],
    [["diagram", MARKET, "--party", "seler"], 'There is no party "seler". Did you mean "seller"?'],
    [["schema", MARKET], "schema takes no file"],
    [["merge", files.path("folder")], "merge needs --out DIR."],
    [["sweep", SWEEP], "sweep needs a folder for its results: --out DIR."],
    [["sweep", SWEEP, "--combination", "1", "--out", files.path("none")], "leave --out out"],
    [["sweep", SWEEP, "--combination", "1", "--shard", "1/2"], "leave --shard out"],
    [["sweep", SWEEP, "--combination", "3"], "--combination is a whole number from 1 to 2"],
  ])("%j", async (args, said) => {
    const { stdout, stderr, exit } = await parley(args);
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/\nHelp: parley( [a-z]+)? --help\n$/);
  });
});

test("options and operands may stand in any order, and -- ends the options", async () => {
  const expected = await parley(["check", MARKET, "--format", "json"]);
  expect(await parley(["check", "--format", "json", MARKET])).toEqual(expected);
  expect(await parley(["check", "--format=json", "--", MARKET])).toEqual(expected);
  expect((await parley(["check", "--", "--help"])).stderr).toContain("--help:1:1 error no-such-file");
});
