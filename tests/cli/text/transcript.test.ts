import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parley } from "../../../src/cli/parley.ts";
import { apportion } from "../../../src/cli/text/reasons.ts";
import { transcriptText } from "../../../src/cli/text/transcript.ts";
import { openPlay } from "../../../src/play/play.ts";
import { anyScenario } from "../../setup/scenarios.ts";
import { MUNICH } from "../run.ts";

const VERDICT =
  /^ +.+ (?:accepts|refuses): worth (-?\d+\.\d) against a target of (-?\d+\.\d): ([+-]\d+\.\d) \(walk-away -?\d+\.\d\)$/;
const PART = /^ {10,}([+-]\d+\.\d) {2}\S/;

const tenths = (text: string | undefined): number => Math.round(Number(text) * 10);

/** Every verdict of a transcript with the parts that stand under it, in tenths. */
function verdicts(transcript: string): { worth: number; target: number; gap: number; parts: number }[] {
  const found: { worth: number; target: number; gap: number; parts: number }[] = [];
  for (const line of transcript.split("\n")) {
    const verdict = VERDICT.exec(line);
    if (verdict) {
      const [, worth, target, gap] = verdict;
      found.push({ worth: tenths(worth), target: tenths(target), gap: tenths(gap), parts: 0 });
    }
    const part = PART.exec(line);
    const last = found.at(-1);
    if (part && last) last.parts += tenths(part[1]);
  }
  return found;
}

function expectSums(transcript: string): number {
  const all = verdicts(transcript);
  for (const { worth, target, gap, parts } of all) {
    expect(gap).toBe(worth - target);
    expect(parts).toBe(gap);
  }
  return all.length;
}

describe("the transcript of one run", async () => {
  const { stdout } = await parley(["simulate", MUNICH, "--seed", "x"]);

  test("the reasons that are shown sum to the difference that is shown", () => {
    expect(expectSums(stdout)).toBeGreaterThan(20);
  });

  test("tells rounds, positions, news with their sources, and what the result is worth", () => {
    expect(stdout).toContain("Seed x/0, parley rules");
    for (const round of [1, 2, 3]) expect(stdout).toContain(`\nRound ${round} of 8\n`);
    expect(stdout).toContain("Russia [1 March] offers:\n");
    expect(stdout).toMatch(/News of the day: .+ \(Sources: munich-2016-02-12#\d+\)/);
    expect(stdout).toMatch(/^Worth of the result +walk-away$/m);
    expect(stdout).toMatch(/^United States +-?\d+\.\d +-?\d+\.\d$/m);
  });

  test("historical and simulated news never look the same", async () => {
    for (const seed of ["a", "b", "c"]) {
      const lines = (await parley(["simulate", MUNICH, "--seed", seed])).stdout.split("\n");
      for (const line of lines.filter((each) => each.includes("(made up for the simulation)"))) {
        expect(line).toMatch(/^ +Simulated news: /);
      }
    }
  });

  test("on any scenario: it is told to the end, and the reasons sum", () => {
    fc.assert(
      fc.property(anyScenario, fc.string(), (scenario, seed) => {
        const play = openPlay({ scenario, seed, runner: "batch" });
        play.advance();
        const transcript = transcriptText(play);
        expectSums(transcript);
        expect(transcript).toMatch(/\n {2}(Signed|Broken off|Time has run out without a signed text), round \d+\n/);
        expect(transcript).not.toMatch(/undefined|NaN|Infinity/);
      }),
      { numRuns: 60 },
    );
  });
});

test("apportioned parts sum to the total and stay next to their values", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 9 }), (parts) => {
      const sum = parts.reduce((total, part) => total + part, 0);
      // Both ends of the difference are rounded, so that it may be one off.
      for (const total of [Math.floor(sum), Math.ceil(sum)]) {
        const shown = apportion(parts, total);
        expect(shown.reduce((all, part) => all + part, 0)).toBeCloseTo(total, 6);
        for (const [at, part] of parts.entries()) expect(Math.abs((shown[at] as number) - part)).toBeLessThan(2);
      }
    }),
  );
});
