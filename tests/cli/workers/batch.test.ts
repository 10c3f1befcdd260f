import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { collectingHost } from "../../../src/cli/host.ts";
import { type CommandOutput, parley } from "../../../src/cli/parley.ts";
import type { Codebook } from "../../../src/lab/runs/table-format.ts";
import { packageFromIds } from "../../../src/play/action.ts";
import { loadRecord } from "../../../src/play/load.ts";
import { replay } from "../../../src/play/replay.ts";
import { resultWorth } from "../../../src/table/rules/worth.ts";
import { readCsv } from "../../setup/csv.ts";
import { folder, MARKET, MUNICH, startParley } from "../run.ts";

const files = folder();

/** A row by the names of its columns, as text: how CSV has it. */
type Cells = Readonly<Record<string, string>>;

function csvRows(text: string): Cells[] {
  const [names = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell])));
}

const asText = (row: Record<string, unknown>): Cells =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? "" : String(cell)]));

const ndjsonRows = (text: string): Cells[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => asText(JSON.parse(line)));

async function parquetRows(path: string): Promise<Cells[]> {
  const file = Uint8Array.from(readFileSync(path)).buffer;
  return (await parquetReadObjects({ file })).map(asText);
}

const simulated = (...args: string[]): Promise<CommandOutput> => parley(["simulate", ...args]);
const codebookBeside = (path: string): Codebook => JSON.parse(readFileSync(`${path}.codebook.json`, "utf8"));

describe("however many workers do it", () => {
  const RUNS = ["--runs", "40", "--seed", "w", "--quiet"];

  test.each(["json", "csv"])("%s: the same bytes with 1, 2 and 3 workers", async (format) => {
    const [alone, ...others] = await Promise.all(
      ["1", "2", "3"].map((workers) => simulated(MUNICH, ...RUNS, "--format", format, "--workers", workers)),
    );
    expect(alone).toMatchObject({ exit: 0, stderr: "" });
    for (const other of others) expect(other).toEqual(alone);
  });

  test("files too: runs and events in each format", async () => {
    const bytes = async (workers: string): Promise<Buffer[]> => {
      const paths = ["parquet", "ndjson"].map((ending) => files.path(`w${workers}.${ending}`));
      const [out, events] = paths as [string, string];
      const more = ["--workers", workers, "--format", "parquet", "--out", out, "--events", events];
      expect(await simulated(MARKET, ...RUNS, ...more)).toEqual({ stdout: "", stderr: "", exit: 0 });
      return paths.map((path) => readFileSync(path));
    };
    expect(await bytes("2")).toEqual(await bytes("1"));
  });
});

describe("tables", () => {
  test("CSV, NDJSON and Parquet hold the same rows, and JSON the same counts", async () => {
    const args = [MUNICH, "--runs", "40", "--quiet"];
    const csv = csvRows((await simulated(...args, "--format", "csv")).stdout);
    expect(csv).toHaveLength(40);
    expect(ndjsonRows((await simulated(...args, "--format", "ndjson")).stdout)).toEqual(csv);
    const out = files.path("same.parquet");
    await simulated(...args, "--format", "parquet", "--out", out);
    expect(await parquetRows(out)).toEqual(csv);
    const { outcomes } = JSON.parse((await simulated(...args, "--format", "json")).stdout);
    for (const word of ["signed", "broken", "expired"]) {
      expect(csv.filter(({ outcome }) => outcome === word)).toHaveLength(outcomes[word]);
    }
  });

  test.each(["csv", "ndjson", "parquet"])(
    "%s: a codebook beside each table explains every column and value",
    async (format) => {
      const out = files.path(`book.${format}`);
      const events = files.path(`book-events.${format}`);
      const seats = ["--seat", "us=micro", "--seat", "russia=conceder:2"];
      await simulated(
        MUNICH,
        "--runs",
        "12",
        "--quiet",
        "--format",
        format,
        "--out",
        out,
        "--events",
        events,
        ...seats,
      );
      for (const path of [out, events]) {
        const text = format === "parquet" ? "" : readFileSync(path, "utf8");
        const rows =
          format === "parquet" ? await parquetRows(path) : format === "csv" ? csvRows(text) : ndjsonRows(text);
        const book = codebookBeside(path);
        expect(book).toMatchObject({
          table: basename(path),
          format,
          seed: "parley",
          asked: 12,
          runs: 12,
          partial: false,
        });
        expect(Object.keys(rows[0] ?? {})).toEqual(book.columns.map(({ name }) => name));
        for (const { name, about, values } of book.columns) {
          expect(about.length, name).toBeGreaterThan(4);
          if (!values) continue;
          for (const row of rows) expect(["", ...Object.keys(values)], name).toContain(row[name]);
        }
      }
    },
  );

  test("a seed that looks like a formula is made safe in CSV, and is itself in NDJSON", async () => {
    const args = [MARKET, "--runs", "2", "--quiet", '--seed==1+"1",2'];
    const [row] = csvRows((await simulated(...args, "--format", "csv")).stdout);
    expect(row?.seed).toBe(`'=1+"1",2/0`);
    expect(ndjsonRows((await simulated(...args, "--format", "ndjson")).stdout)[1]?.seed).toBe('=1+"1",2/1');
  });

  test("events without a table: in the format of their ending, run by run, to the end of each", async () => {
    const events = files.path("events.ndjson");
    const { stdout } = await simulated(MARKET, "--runs", "3", "--quiet", "--format", "json", "--events", events);
    const rows = ndjsonRows(readFileSync(events, "utf8"));
    const ends = rows.filter(({ what }) => what === "end");
    expect(ends.map(({ run, detail }) => [run, detail])).toEqual(["0", "1", "2"].map((run) => [run, "signed"]));
    expect(JSON.parse(stdout).outcomes.signed).toBe(3);
    const single = files.path("single.csv");
    const { stdout: transcript } = await simulated(MARKET, "--events", single);
    expect(transcript).toContain("parley/0");
    expect(csvRows(readFileSync(single, "utf8")).at(-1)?.what).toBe("end");
  });
});

describe("--run-seed", () => {
  test("each row re-opens as the play that it tells of", async () => {
    const seats = ["--seat", "us=conceder"];
    const { stdout } = await simulated(MUNICH, "--runs", "30", "--quiet", "--format", "csv", ...seats);
    const rows = csvRows(stdout);
    const signed = rows.find(({ outcome }) => outcome === "signed");
    const other = rows.find(({ outcome }) => outcome !== "signed");
    for (const row of [signed, other] as Cells[]) {
      const path = files.path("run.json");
      const seed = row.seed as string;
      const again = await simulated(MUNICH, "--run-seed", seed, "--format", "csv", "--record", path, ...seats);
      expect(csvRows(again.stdout)).toEqual([row]);
      const loaded = loadRecord(readFileSync(path, "utf8"));
      if (!("record" in loaded)) throw new Error(loaded.problems.join());
      const { play, difference } = replay(loaded.record, "batch");
      expect(difference).toBeNull();
      const { floor, context } = play.state;
      expect({ floor, round: String(context.round) }).toEqual({ floor: row.outcome, round: row.rounds });
      const ids = Object.fromEntries(play.scenario.issues.map(({ id }) => [id, row[`package_${id}`] as string]));
      expect(context.signed).toBe(floor === "signed" ? packageFromIds(play.model, ids) : -1);
      for (const [index, { id }] of play.scenario.parties.entries()) {
        expect(row[`utility_${id}`]).toBe(String(resultWorth(play.model, context, index)));
      }
    }
  });

  test("any seed is a run, and its transcript and its JSON are of that run", async () => {
    const { stdout } = await simulated(MARKET, "--run-seed", "a play of mine");
    expect(stdout).toContain("Seed a play of mine,");
    const result = JSON.parse((await simulated(MARKET, "--run-seed", "parley/7", "--format", "json")).stdout);
    expect(result).toMatchObject({ seed: "parley/7", runs: 1 });
  });
});

describe("stopped", () => {
  const MANY = ["--runs", "1000000", "--workers", "2"];

  test.each<[string, NodeJS.Signals]>([
    ["csv", "SIGINT"],
    ["parquet", "SIGTERM"],
  ])("%s, by %s: what is done is kept, marked partial, exit 130", async (format, signal) => {
    const out = files.path(`stopped.${format}`);
    const child = startParley("simulate", MUNICH, ...MANY, "--format", format, "--out", out);
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (part) => {
      stderr += part;
    });
    await waitFor(() =>
      existsSync(out)
        ? readFileSync(out).length > 20_000
        : readdirSync(files.path(".")).some((name) => name.includes(`stopped.${format}.part`)),
    );
    child.kill(signal);
    const [status] = await once(child, "close");
    const rows = format === "csv" ? csvRows(readFileSync(out, "utf8")) : await parquetRows(out);
    expect(status).toBe(130);
    expect(stderr).toContain(`Stopped: ${rows.length.toLocaleString("en")} of 1,000,000 runs are done and kept`);
    expect(rows.map(({ run }) => run)).toEqual(rows.map((_, at) => String(at)));
    expect(codebookBeside(out)).toMatchObject({ asked: 1_000_000, runs: rows.length, partial: true });
  });

  test("JSON and text say that they are partial, and hold what is done", async () => {
    for (const format of ["json", "text"]) {
      const stop = new AbortController();
      const host = collectingHost(stop.signal);
      const progress = host.progress;
      let done = 0;
      host.progress = (total, unit) => {
        const told = progress(total, unit);
        return {
          ...told,
          add(count) {
            done += count;
            if (done >= 40) stop.abort();
          },
        };
      };
      const { stdout, stderr, exit } = await parley(["simulate", MARKET, "--runs", "900000", "--format", format], host);
      expect(exit).toBe(130);
      expect(stderr).toMatch(/^Stopped: [\d,]+ of 900,000 runs are done and kept, marked as partial\.$/m);
      if (format === "json") expect(JSON.parse(stdout)).toMatchObject({ partial: true, runs: done });
      else
        expect(stdout).toContain(
          `Partial: stopped after ${done.toLocaleString("en")} of 900,000 runs, with the seeds parley/0 to`,
        );
    }
  });

  test("before anything is done", async () => {
    const host = collectingHost(AbortSignal.abort());
    const { stdout, exit } = await parley(["simulate", MARKET, "--runs", "50"], host);
    expect(exit).toBe(130);
    expect(stdout).toContain("No run was done, of 50 that were asked for.");
    expect(stdout).not.toContain("NaN");
  });
});

/** What is waited for comes sooner or later; the test's own time limit says when it is too late. */
async function waitFor(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe.runIf(existsSync("/dev/full"))("a disk that is full", () => {
  test.each(["csv", "ndjson", "parquet", "json"])("%s: one clear line, exit 1", async (format) => {
    const { stdout, stderr, exit } = await simulated(
      MARKET,
      "--runs",
      "5",
      "--quiet",
      "--format",
      format,
      "--out",
      "/dev/full",
    );
    expect({ stdout, stderr, exit }).toEqual({
      stdout: "",
      stderr: '"/dev/full" cannot be written: the disk is full.\n',
      exit: 1,
    });
  });

  test("of the events: the runs that are done stay, marked as partial", async () => {
    const out = files.path("kept.csv");
    const args = ["--runs", "400", "--quiet", "--format", "csv", "--out", out, "--events", "/dev/full"];
    const { stderr, exit } = await simulated(MARKET, ...args);
    expect(exit).toBe(1);
    expect(codebookBeside(out)).toMatchObject({ partial: true });
    const rows = csvRows(readFileSync(out, "utf8")).length;
    const told = /^"\/dev\/full" cannot be written: the disk is full\.( The rows of the first (\S+) runs? .+)?\n$/.exec(
      stderr,
    );
    expect(told, stderr).not.toBeNull();
    expect(rows).toBeGreaterThanOrEqual(Number(told?.[2] ?? 0));
  });
});

describe("progress", () => {
  test("in a pipe: lines on stderr that count what is finished; none with --quiet, none for one run", async () => {
    const { stdout, stderr } = await simulated(MARKET, "--runs", "60", "--format", "csv");
    expect(csvRows(stdout)).toHaveLength(60);
    const counts = stderr.trimEnd().split("\n");
    for (const line of counts) expect(line).toMatch(/^\d+ of 60 runs \(\d+ %\), \S+ runs\/s(, .+ left)?$/);
    expect(counts.at(-1)).toContain("60 of 60 runs (100 %)");
    expect((await simulated(MARKET, "--runs", "60", "--quiet")).stderr).toBe("");
    expect((await simulated(MARKET)).stderr).toBe("");
  });
});
