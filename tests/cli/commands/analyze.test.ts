import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { analyzeCommand } from "../../../src/cli/commands/analyze.ts";
import { ran } from "../in-process.ts";
import { folder, MARKET, MUNICH } from "../run.ts";

const files = folder();
const market = readFileSync(MARKET, "utf8");
/** Buyer and seller want more than any package gives both. */
const CLOSED = files.write("closed.yaml", market.replaceAll("at: 0.2", "at: 0.7"));

const count = z.union([z.int().min(0), z.string().regex(/^\d+$/)]);
const pack = z.record(z.string(), z.string());
const utilities = z.record(z.string(), z.number());
const points = z.array(z.strictObject({ package: pack, utilities }));
const end = z.strictObject({ worth: z.number(), package: pack });
const change = z.union([
  z.strictObject({ kind: z.literal("walk_away"), party: z.string(), from: z.number(), to: z.number() }),
  z.strictObject({ kind: z.literal("red_line"), party: z.string(), redLine: z.int() }),
]);
const opening = z.strictObject({ changes: z.array(change), package: pack, utilities });
const Analysed = z.strictObject({
  scenario: z.strictObject({ id: z.string(), hash: z.string(), scale: z.number() }),
  round: z.int(),
  convention: z.record(z.string(), z.union([z.string(), z.number()])),
  outcomes: count,
  parties: z.record(
    z.string(),
    z.strictObject({ role: z.string(), votes: z.boolean(), reservation: z.number(), best: end, worst: end }),
  ),
  zone: z.strictObject({ exists: z.boolean().nullable(), size: count.nullable(), between: z.tuple([count, count]) }),
  frontier: z.strictObject({
    packages: count,
    distinct: z.int(),
    exact: z.boolean(),
    error: z.number(),
    points: z.array(z.strictObject({ package: pack, utilities, packages: count })),
  }),
  solutions: z.strictObject({ exact: z.boolean(), error: z.number() }),
  nash: points,
  kalaiSmorodinsky: points,
  egalitarian: points,
  utilitarian: points,
  deadOptions: z.array(z.strictObject({ issue: z.string(), option: z.string() })).nullable(),
  closed: z
    .strictObject({
      single: z.array(opening),
      jointWalkAways: opening.nullable(),
      jointRedLines: opening.nullable(),
      complete: z.boolean(),
    })
    .nullable(),
});

async function analysed(...args: readonly string[]): Promise<z.infer<typeof Analysed>> {
  const { result, exit } = await ran(analyzeCommand, ...args, "--format", "json");
  expect(exit).toBe(0);
  return Analysed.parse(JSON.parse(result));
}

const packages = (list: readonly { package: Record<string, string> }[]): string[] =>
  list.map((point) => Object.values(point.package).join(" "));

describe("--format json", () => {
  test("of the market, as reckoned by hand", async () => {
    const found = await analysed(MARKET);
    expect(found.outcomes).toBe(6);
    expect(found.zone).toEqual({ exists: true, size: 4, between: [4, 4] });
    expect(packages(found.frontier.points)).toEqual(["low today", "middle today", "middle tomorrow", "high tomorrow"]);
    expect(found.frontier).toMatchObject({ packages: 4, distinct: 4, exact: true, error: 0 });
    for (const solution of ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const) {
      expect(packages(found[solution])).toEqual(["middle tomorrow"]);
    }
    expect(found.nash[0]?.utilities).toEqual({ buyer: 0.42, seller: expect.closeTo(0.82, 12) });
    expect(found.parties.buyer).toMatchObject({ reservation: 0.2, best: { worth: 1 }, worst: { worth: 0 } });
    expect(found.deadOptions).toEqual([]);
    expect(found.closed).toBeNull();
  });

  test("--ks-ideal global measures gains against the best of all packages", async () => {
    // Gains of the two candidates are (0.42, 0.14) and (0.12, 0.54); rational ideals (0.42, 0.54), global ones (0.7, 0.72).
    const file = files.write("ideal.yaml", market.replace("at: 0.2", "at: 0.3").replace("at: 0.2", "at: 0.28"));
    const [rational, global] = [await analysed(file), await analysed(file, "--ks-ideal", "global")];
    expect(packages(rational.kalaiSmorodinsky)).toEqual(["middle tomorrow"]);
    expect(packages(global.kalaiSmorodinsky)).toEqual(["middle today"]);
    expect(global.convention.kalaiSmorodinsky).toContain("all packages");
  });

  test("of Munich, with its mediator", async () => {
    const found = await analysed(MUNICH);
    expect(found.outcomes).toBe(8000);
    expect(found.parties.un).toMatchObject({ role: "mediator", votes: false });
    expect(found.frontier.points.every((point) => Object.keys(point.utilities).length === 4)).toBe(true);
  });

  test("--round takes the walk-aways of that round", async () => {
    const [first, last] = [await analysed(MUNICH), await analysed(MUNICH, "--round", "8")];
    expect(last.round).toBe(8);
    expect(last.parties.us?.reservation).not.toBe(first.parties.us?.reservation);
  });

  test("of a closed zone: who closes it, and the smallest change that opens it", async () => {
    const { closed, zone, nash } = await analysed(CLOSED);
    expect(zone).toEqual({ exists: false, size: 0, between: [0, 0] });
    expect(nash).toEqual([]);
    const changes = closed?.single.map((each) => each.changes[0]) ?? [];
    expect(changes.map((each) => each?.party).sort()).toEqual(["buyer", "seller"]);
    for (const each of changes)
      expect(each).toMatchObject({ kind: "walk_away", from: 0.7, to: expect.closeTo(0.42, 9) });
  });

  test("counts over 2^53 are strings of digits, and a space too large to play is analysed", async () => {
    const issues = Array.from({ length: 18 }, (_, at) => `  i${at}: { title: I${at}, from: 0, to: 9 }`);
    const worths = (rises: boolean) =>
      Array.from({ length: 18 }, (_, at) => {
        const options = Array.from({ length: 10 }, (_, o) => `${o}: ${rises ? o * 10 : 90 - o * 10}`);
        return `      i${at}: { weight: 5, options: { ${options.join(", ")} } }`;
      });
    const party = (id: string, rises: boolean) => [`  ${id}:`, `    name: ${id}`, "    values:", ...worths(rises)];
    const text = [
      "parley: 1",
      "id: large",
      "title: Large",
      "issues:",
      ...issues,
      "parties:",
      ...party("a", true),
      ...party("b", false),
    ];
    const found = await analysed(files.write("large.yaml", `${text.join("\n")}\n`));
    expect(found.outcomes).toBe("1000000000000000000");
    expect(found.frontier.packages).toBe("1000000000000000000");
    expect(found.frontier.distinct).toBe(163);
    expect(found.zone.exists).toBe(true);
  });
});

describe("text", () => {
  test("of Munich: what could be signed, by clause titles, and a few points of the frontier", async () => {
    const { result } = await ran(analyzeCommand, MUNICH);
    expect(result).toContain("8,000 packages");
    expect(result).toMatch(/\d+ packages could be signed/);
    expect(result).toContain("Start of the cessation  Within a week");
    expect(result).toContain("Dead options");
    expect(result.split("\n").length).toBeLessThan(70);
    for (const line of result.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
  });

  test("of a closed zone: says what to change in the file, and how far", async () => {
    const { result, exit } = await ran(analyzeCommand, CLOSED);
    expect(exit).toBe(0);
    expect(result).toContain("Nothing can be signed");
    expect(result).toContain(
      "Buyer: the walk-away comes down from 70.0 to 42.0 or less (by 28.0; parties.buyer.walk_away.at)",
    );
    expect(result).toContain("Then this could be signed: Price: In the middle; Delivery: Tomorrow");
  });
});

/** The market with red lines: options that each of the two refuses, by issue. */
function refusing(buyer: Record<string, string>, seller: Record<string, string>, walkAway: string): string {
  const lines = (refused: Record<string, string>) => [
    "    red_lines:",
    ...Object.entries(refused).map(([option, issue]) => `      - { when: { ${issue}: ${option} } }`),
  ];
  const [first = "", second = ""] = market.replaceAll("0.2 }", `${walkAway} }`).split("  seller:");
  return `${[`${first}${lines(buyer).join("\n")}`, `  seller:${second}${lines(seller).join("\n")}`].join("\n")}\n`;
}

describe("why nothing can be signed", () => {
  test("walk-aways that only together come down far enough", async () => {
    const file = files.write("joint.yaml", market.replaceAll("at: 0.2", "at: 1.1"));
    const { result } = await ran(analyzeCommand, file);
    expect(result).toContain("No single change would open it");
    expect(result.replace(/\s+/g, " ")).toContain(
      "Buyer: the walk-away comes down from 110.0 to 42.0 or less (by 68.0; parties.buyer.walk_away.at) and Seller: the " +
        "walk-away comes down from 110.0 to 82.0 or less (by 28.0; parties.seller.walk_away.at).",
    );
  });

  test("one red line too many", async () => {
    const text = refusing({ high: "price" }, { low: "price", middle: "price" }, "0.2");
    const { result } = await ran(analyzeCommand, files.write("red.yaml", text));
    expect(result).toContain("Buyer: the red line is given up: Price: High (parties.buyer.red_lines[0]).");
    expect(result).toContain("Then this could be signed: Price: High; Delivery: Today.");
  });

  test("red lines that must be given up together", async () => {
    const buyer = { high: "price", middle: "price", tomorrow: "delivery" };
    const seller = { low: "price", middle: "price", today: "delivery" };
    const { closed } = await analysed(files.write("reds.yaml", refusing(buyer, seller, "0.2")));
    expect(closed?.single).toEqual([]);
    expect(closed?.jointRedLines?.changes).toHaveLength(2);
    const { result } = await ran(analyzeCommand, files.write("both.yaml", refusing(buyer, seller, "1.1")));
    expect(result).toContain("both stand in the way");
  });
});

describe("--plot", () => {
  test("writes an SVG", async () => {
    const plot = files.path("market.svg");
    await ran(analyzeCommand, MARKET, "--plot", plot);
    expect(readFileSync(plot, "utf8")).toMatch(/^<svg [\s\S]*Nash[\s\S]*<\/svg>\n$/);
  });

  test("says so where it cannot", async () => {
    const { problems, exit } = await ran(analyzeCommand, MARKET, "--plot", files.path("no/such/folder.svg"));
    expect([problems, exit]).toEqual([expect.stringContaining("cannot be written"), 1]);
  });
});

describe("what was typed is wrong", () => {
  test.each([
    { args: [MARKET, "--round", "0"], says: "--round is a whole number from 1 to 10", exit: 2 },
    { args: [MARKET, "--round", "11"], says: "--round is a whole number from 1 to 10", exit: 2 },
    { args: [MARKET, "--round", "two"], says: '"two"', exit: 2 },
    { args: [MARKET, "--limit", "3"], says: "--limit is a whole number from 100", exit: 2 },
    { args: [MARKET, "--ks-ideal", "best"], says: "rational", exit: 2 },
    { args: ["no-such-file.yaml"], says: "no-such-file", exit: 1 },
  ])("$args", async ({ args, says, exit }) => {
    const found = await ran(analyzeCommand, ...args);
    expect(found.exit).toBe(exit);
    expect(found.problems).toContain(says);
  });
});
