import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { mergeCommand } from "../../../src/cli/commands/merge.ts";
import { sweepCommand } from "../../../src/cli/commands/sweep.ts";
import { ran } from "../in-process.ts";
import { folder, MARKET, parley, startParley } from "../run.ts";

vi.setConfig({ hookTimeout: 180_000 });

const files = folder();

/** 8 combinations, 2,000 runs, 40 parts: work enough to be stopped in the middle. */
const TEXT = `
scenario: ${JSON.stringify(MARKET)}
vary:
  parties.buyer.walk_away.at: [0.2, 0.4]
  protocol.rounds: { from: 8, to: 10, step: 2 }
  seats.seller: [boulware, "conceder:3"]
repetitions: 250
seed: test
`;
const SWEEP = files.write("sweep.yaml", TEXT);
const WHOLE = files.path("whole");

/** Every file of a folder with its content, by name. */
function contentOf(top: string): Record<string, string> {
  const entries = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const named = entries.map(({ parentPath, name }) => [relative(top, join(parentPath, name)), join(parentPath, name)]);
  return Object.fromEntries(named.sort().map(([name, path]) => [name, readFileSync(path as string, "utf8")]));
}

function partsIn(top: string): string[] {
  const parts = join(top, "parts");
  return existsSync(parts) ? readdirSync(parts).filter((name) => /^\d+\.csv$/.test(name)) : [];
}

/** Resolves once the process has written some parts. */
async function someParts(top: string, running: () => boolean): Promise<void> {
  while (partsIn(top).length < 3 && running()) await new Promise((resolve) => setTimeout(resolve, 5));
}

let whole: Record<string, string>;
beforeAll(() => {
  expect(parley("sweep", SWEEP, "--out", WHOLE, "--quiet", "--workers", "1")).toMatchObject({ status: 0, stderr: "" });
  whole = contentOf(WHOLE);
});

describe("a sweep in one piece", () => {
  test("leaves tables, codebooks, charts, and what was run; nothing else", () => {
    const names = Object.keys(whole).map((name) => name.replace(/^charts\/.*/, "charts/"));
    expect([...new Set(names)]).toEqual([
      "charts/",
      "runs.csv",
      "runs.csv.codebook.json",
      "summary.csv",
      "summary.csv.codebook.json",
      "sweep.json",
    ]);
    expect(Object.keys(whole).filter((name) => name.startsWith("charts/"))).toHaveLength(9);
    const { complete, runs, combinations, shard } = JSON.parse(whole["sweep.json"] ?? "");
    expect({ complete, runs, combinations, shard }).toEqual({
      complete: true,
      runs: 2000,
      combinations: 8,
      shard: null,
    });
  });

  test.each(["runs.csv", "summary.csv"])("the codebook of %s has its columns, and they are told", (name) => {
    const book = JSON.parse(whole[`${name}.codebook.json`] ?? "");
    expect(book.columns.map((column: { name: string }) => column.name)).toEqual(
      whole[name]?.split("\r\n")[0]?.split(","),
    );
    for (const { about, type } of book.columns) expect([about.length > 10, typeof type]).toEqual([true, "string"]);
    expect(book).toMatchObject({ table: name, partial: false, asked: 2000, runs: 2000, seed: "test" });
  });

  test("workers change nothing", () => {
    const out = files.path("workers");
    expect(parley("sweep", SWEEP, "--out", out, "--quiet", "--workers", "3")).toMatchObject({ status: 0 });
    expect(contentOf(out)).toEqual(whole);
  });

  test("once more costs nothing and changes nothing", async () => {
    expect(await ran(sweepCommand, SWEEP, "--out", WHOLE)).toMatchObject({ exit: 0, problems: "" });
    expect(contentOf(WHOLE)).toEqual(whole);
  });

  test("other metrics are another summary of the same runs", async () => {
    const out = files.path("metrics");
    cpSync(WHOLE, out, { recursive: true });
    const other = files.write("metrics.yaml", `${TEXT}metrics: [worth.buyer, clause.price.middle]\n`);
    expect((await ran(sweepCommand, other, "--out", out)).exit).toBe(0);
    const { "runs.csv": runs, "summary.csv": summary } = contentOf(out);
    expect(runs).toBe(whole["runs.csv"]);
    expect(summary?.match(/^.*,clause\.price\.middle,250,/gm)).toHaveLength(8);
  });

  test("a row plays again from the scenario of its combination with its seed", async () => {
    const [head = [], row = []] = [0, 1300].map((at) => whole["runs.csv"]?.split("\r\n")[at]?.split(",") ?? []);
    const cell = (name: string): string => row[head.indexOf(name)] ?? "";
    const { result } = await ran(sweepCommand, SWEEP, "--combination", cell("combination"));
    const scenario = files.write("combination.json", result);
    const played = parley("simulate", scenario, "--run-seed", cell("seed"), "--format", "json");
    const { outcomes, utilities, agreements } = JSON.parse(played.stdout);
    expect(outcomes[cell("outcome")]).toBe(1);
    expect(utilities.buyer.mean).toBe(Number(cell("utility_buyer")));
    expect(agreements[0].package).toEqual({ price: cell("package_price"), delivery: cell("package_delivery") });
  });
});

describe("a sweep that is stopped goes on to the same bytes", () => {
  test("kill -9 in the middle", async () => {
    const out = files.path("killed");
    for (let kills = 0; kills < 2; kills++) {
      const before = partsIn(out).length;
      const child = startParley("sweep", SWEEP, "--out", out, "--quiet", "--workers", kills === 0 ? "1" : "2");
      const closed = once(child, "close");
      while (partsIn(out).length < before + 3 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill("SIGKILL");
      expect((await closed)[1]).toBe("SIGKILL");
      expect(existsSync(join(out, "runs.csv"))).toBe(false);
    }
    const left = partsIn(out);
    expect(left.length).toBeGreaterThanOrEqual(6);
    expect(left.length).toBeLessThan(40);
    // What a process that was killed while it wrote leaves counts as no part.
    writeFileSync(join(out, "parts", "0040.csv.unfinished-99999"), "0,test/0,1");
    writeFileSync(join(out, "runs.csv.unfinished-99999"), "run,seed");
    const stamps = left.map((name) => statSync(join(out, "parts", name)).mtimeMs);
    const { status, stderr } = parley("sweep", SWEEP, "--out", out, "--workers", "1");
    expect(status).toBe(0);
    expect(stamps).toHaveLength(left.length);
    expect(stderr).toMatch(new RegExp(`of ${(2000 - left.length * 50).toLocaleString("en")} runs`));
    expect(contentOf(out)).toEqual(whole);
  });

  test("killed before the first part, it is known again", async () => {
    const out = files.path("early");
    mkdirSync(out);
    writeFileSync(join(out, "sweep.json.unfinished-99999"), '{ "parley": 1,');
    expect((await ran(sweepCommand, SWEEP, "--out", out, "--quiet")).exit).toBe(0);
    expect(contentOf(out)).toEqual(whole);
  });

  test("Ctrl-C: exit 130, and it says what is safe", async () => {
    const out = files.path("stopped");
    const child = startParley("sweep", SWEEP, "--out", out, "--quiet", "--workers", "1");
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    const closed = once(child, "close");
    await someParts(out, () => child.exitCode === null);
    child.kill("SIGINT");
    expect(await closed).toEqual([130, null]);
    expect(stderr).toMatch(/^Stopped\. \d+ of 40 parts are done and safe in ".*stopped"\. The same command goes on/);
    expect((await ran(sweepCommand, SWEEP, "--out", out, "--quiet")).exit).toBe(0);
    expect(contentOf(out)).toEqual(whole);
  });

  test("a part that was changed is named; without it, it is made anew", async () => {
    const out = files.path("changed");
    await ran(sweepCommand, SWEEP, "--out", out, "--shard", "1/1", "--quiet");
    const manifest = join(out, "sweep.json");
    // As if it had been the whole that was stopped after its last part.
    writeFileSync(
      manifest,
      readFileSync(manifest, "utf8")
        .replace(/"shard": \{[^}]*\}/, '"shard": null')
        .replace('"complete": true', '"complete": false'),
    );
    const part = join(out, "parts", "0003.csv");
    writeFileSync(part, readFileSync(part, "utf8").split("\r\n").slice(1).join("\r\n"));
    const { exit, problems } = await ran(sweepCommand, SWEEP, "--out", out, "--quiet");
    expect({ exit, problems }).toEqual({
      exit: 1,
      problems: expect.stringContaining('0003.csv" was changed or cut. Delete it'),
    });
    rmSync(part);
    expect((await ran(sweepCommand, SWEEP, "--out", out, "--quiet")).exit).toBe(0);
    expect(contentOf(out)).toEqual(whole);
  });
});

describe("shards", () => {
  const shard = (number: number): string => files.path(`shard-${number}`);
  beforeAll(async () => {
    for (const number of [1, 2, 3]) {
      const { result, problems } = await ran(
        sweepCommand,
        SWEEP,
        "--out",
        shard(number),
        "--shard",
        `${number}/3`,
        "--quiet",
      );
      expect({ result, problems }).toEqual({
        result: expect.stringContaining(`Shard ${number}/3 is done`),
        problems: "",
      });
    }
  });

  test("merged in any order, they are the same bytes as one piece", () => {
    const out = files.path("merged");
    expect(parley("merge", shard(3), shard(1), shard(2), "--out", out)).toMatchObject({ status: 0, stderr: "" });
    expect(contentOf(out)).toEqual(whole);
  });

  test("a shard that is missing is named, with one that is not done", async () => {
    const out = files.path("half");
    const half = files.path("half-shard");
    cpSync(shard(2), half, { recursive: true });
    rmSync(join(half, "parts", "0002.csv"));
    const { exit, problems } = await ran(mergeCommand, shard(1), half, "--out", out);
    expect(exit).toBe(1);
    expect(problems).toMatch(
      /^14 of 40 parts are missing, of the shards 2\/3 \(".*half-shard" has 12 of 13 parts\) and 3\/3\./,
    );
    expect(existsSync(out)).toBe(false);
  });

  test("the same part twice is fine; with other runs it is not", async () => {
    const twin = files.path("twin");
    cpSync(shard(1), twin, { recursive: true });
    expect((await ran(mergeCommand, shard(1), twin, shard(2), shard(3), "--out", files.path("twins"))).exit).toBe(0);
    const part = join(twin, "parts", "0001.csv");
    writeFileSync(part, readFileSync(part, "utf8").replace("signed", "broken"));
    const { exit, problems } = await ran(
      mergeCommand,
      shard(1),
      twin,
      shard(2),
      shard(3),
      "--out",
      files.path("others"),
    );
    expect({ exit, problems }).toEqual({ exit: 1, problems: expect.stringContaining("hold different runs") });
  });

  test("shards of another sweep, of another engine, a whole, and what is no shard", async () => {
    const other = files.path("other-shard");
    const text = files.write("other.yaml", TEXT.replace("seed: test", "seed: other"));
    await ran(sweepCommand, text, "--out", other, "--shard", "2/3", "--quiet");
    expect((await ran(mergeCommand, shard(1), other, "--out", files.path("x"))).problems).toContain(
      "are of different sweeps",
    );
    const old = files.path("old-shard");
    cpSync(shard(2), old, { recursive: true });
    const manifest = join(old, "sweep.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"engine": "[^"]*"/, '"engine": "parley rules 0"'));
    expect((await ran(mergeCommand, shard(1), old, "--out", files.path("x"))).problems).toContain(
      "was made by parley rules 0",
    );
    expect((await ran(mergeCommand, WHOLE, shard(1), "--out", files.path("x"))).problems).toContain(
      "a whole sweep already",
    );
    expect((await ran(mergeCommand, files.path("nothing"), "--out", files.path("x"))).problems).toContain(
      "is no folder of a sweep",
    );
    expect(await ran(mergeCommand, shard(1), "--out", shard(1))).toMatchObject({
      exit: 2,
      problems: expect.stringContaining("is one of the shards"),
    });
    expect(existsSync(files.path("x"))).toBe(false);
  });
});

describe("what cannot be", () => {
  const refused = async (...args: readonly string[]): Promise<string> => {
    const { result, problems, exit } = await ran(sweepCommand, ...args);
    expect([exit === 1 || exit === 2, result]).toEqual([true, ""]);
    return problems;
  };
  const out = files.path("never");

  test("an unknown path has its place and what was meant", async () => {
    const file = files.write("path.yaml", `scenario: ${MARKET}\nvary:\n  parties.bayer.walk_away.at: [0.2]\n`);
    expect(await refused(file, "--out", out)).toBe(
      `${file}:3:3 error unknown-path The scenario has no "parties.bayer.walk_away.at": there is no "bayer" in "parties". Did you mean "parties.buyer.walk_away.at"? In parties there are: buyer, seller.`,
    );
    expect(existsSync(out)).toBe(false);
  });

  test("a value that makes the scenario wrong has its place and its combination", async () => {
    const file = files.write("value.yaml", `scenario: ${MARKET}\nvary:\n  protocol.rounds: [6, 0]\n`);
    expect(await refused(file, "--out", out)).toContain(
      `${file}:3:24 error bad-range With protocol.rounds = 0 (combination 2)`,
    );
    expect(existsSync(out)).toBe(false);
  });

  test("no scenario file, a wrong one, no sweep file", async () => {
    const file = files.write("missing.yaml", "scenario: nowhere.yaml\nvary: { protocol.rounds: [6] }\n");
    expect(await refused(file, "--out", out)).toContain(`${files.path("nowhere.yaml")}:1:1 error no-such-file`);
    files.write("broken.yaml", "parley: [\n");
    const broken = files.write("of-broken.yaml", "scenario: broken.yaml\nvary: { protocol.rounds: [6] }\n");
    expect(await refused(broken, "--out", out)).toContain("broken.yaml:");
    expect(await refused(files.path("none.yaml"), "--out", out)).toContain("no-such-file");
  });

  test.each([
    [["--shard", "4/3"], "there are shards 1/3 to 3/3"],
    [["--shard", "0/3"], "there are shards 1/3 to 3/3"],
    [["--shard", "1/0"], "divides by 1 to"],
    [["--shard", "third"], "--shard reads I/N"],
    [["--workers", "0"], "--workers is a whole number from 1"],
  ])("%s", async (args, words) => {
    expect(await refused(SWEEP, "--out", out, ...args)).toContain(words);
    expect(existsSync(out)).toBe(false);
  });

  test("no folder at all", async () => {
    expect(await refused(SWEEP)).toContain("--out DIR");
    expect((await ran(mergeCommand, WHOLE)).problems).toContain("--out DIR");
  });

  test("a folder that holds something else stays as it is", async () => {
    const file = files.write("another.yaml", TEXT.replace("0.4", "0.5"));
    expect(await refused(file, "--out", WHOLE)).toContain("holds the results of another sweep");
    expect(await refused(SWEEP, "--out", WHOLE, "--shard", "1/3")).toContain(
      "holds the whole of this sweep, not shard 1/3",
    );
    expect(contentOf(WHOLE)).toEqual(whole);
    const foreign = files.path("foreign");
    mkdirSync(foreign);
    writeFileSync(join(foreign, "notes.txt"), "mine");
    expect(await refused(SWEEP, "--out", foreign)).toContain("holds other files and no sweep");
    expect(contentOf(foreign)).toEqual({ "notes.txt": "mine" });
    expect(await refused(SWEEP, "--out", SWEEP)).toContain("is a file");
    writeFileSync(join(foreign, "sweep.json"), "{}");
    expect(await refused(SWEEP, "--out", foreign)).toContain("was not written by parley sweep, or was changed");
  });

  test.runIf(existsSync("/dev/full"))("a folder that cannot be made", async () => {
    expect(await refused(SWEEP, "--out", "/dev/full/results")).toContain("cannot be written");
  });
});
