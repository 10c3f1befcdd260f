import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { durationText, openProgress } from "../../src/cli/host.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("in a pipe: a line for each tenth that is finished, with rate and time left, and none that is not true", () => {
  const lines: string[] = [];
  const progress = openProgress({ write: (text) => lines.push(text) }, 2000, "runs");
  expect(lines).toEqual([]);
  vi.advanceTimersByTime(1000);
  progress.add(199);
  expect(lines).toEqual([]);
  progress.add(1);
  vi.advanceTimersByTime(1000);
  progress.add(800);
  progress.add(10);
  vi.advanceTimersByTime(2000);
  progress.add(990);
  progress.end();
  expect(lines).toEqual([
    "200 of 2,000 runs (10 %), 200 runs/s, 9 s left\n",
    "1,000 of 2,000 runs (50 %), 500 runs/s, 2 s left\n",
    "2,000 of 2,000 runs (100 %), 500 runs/s\n",
  ]);
});

test("work that is stopped never says that it was finished", () => {
  const lines: string[] = [];
  const progress = openProgress({ write: (text) => lines.push(text) }, 100, "runs");
  progress.add(55);
  progress.end();
  expect(lines.join("")).toBe("55 of 100 runs (55 %), … runs/s, … left\n");
});

/** As much of a terminal as a bar needs. */
function terminal() {
  let shown = "";
  return {
    isTTY: true,
    columns: 120,
    write(text: string): boolean {
      shown += text;
      return true;
    },
    cursorTo: () => true,
    moveCursor: () => true,
    clearLine: () => true,
    clearScreenDown: () => true,
    on() {},
    removeListener() {},
    text: () => shown,
  };
}

test("on a terminal: a bar that shows what is finished, the rate and the time left", () => {
  const screen = terminal();
  const progress = openProgress(screen, 4000, "runs");
  vi.advanceTimersByTime(2000);
  progress.add(1000);
  vi.advanceTimersByTime(200);
  expect(screen.text()).toContain("25 %");
  expect(screen.text()).toContain("1,000 of 4,000 runs  500 runs/s  6 s left");
  expect(screen.text()).not.toContain("100 %");
  progress.end();
  expect(screen.text()).not.toContain("100 %");
  expect(vi.getTimerCount()).toBe(0);
});

test("durations", () => {
  expect([0.2, 59.4, 61, 3600 * 2 + 300].map(durationText)).toEqual(["1 s", "1 min 0 s", "1 min 1 s", "2 h 5 min"]);
});
