import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { expect, test } from "vitest";
import { folder, MARKET, MUNICH, parley, parleyTo, startParley } from "./run.ts";

// The command as a process of its own: its streams and its exit status.

const files = folder();

test("what it shows goes to stdout, what is wrong to stderr, and the exit status says which", () => {
  expect(parley("check", MARKET)).toEqual({ status: 0, stdout: "", stderr: "" });
  const wrong = files.write("wrong.yaml", "parley: 1\nissue: 3\n");
  expect(parley("check", wrong)).toMatchObject({ status: 1, stdout: expect.stringContaining(`${wrong}:2:1 error`) });
  expect(parley("chek")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining('"check"') });
});

test("a reader that stops reading is no error", async () => {
  const child = startParley("simulate", MUNICH);
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (part) => {
    stderr += part;
  });
  child.stdout?.destroy();
  const [status] = await once(child, "close");
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.not.stringContaining("EPIPE") });
});

test.runIf(existsSync("/dev/full"))("a disk that is full is one line and exit 1", () => {
  const { status, stderr } = parley("schema", "--out", "/dev/full");
  expect({ status, stderr }).toEqual({ status: 1, stderr: '"/dev/full" cannot be written: the disk is full.\n' });
});

test.runIf(existsSync("/dev/full"))("and so it is where the result is shown, in a piece or row by row", () => {
  for (const args of [
    ["analyze", MARKET],
    ["simulate", MARKET, "--runs", "40", "--quiet", "--format", "csv"],
  ]) {
    const full = openSync("/dev/full", "w");
    try {
      const { status, stderr } = parleyTo(full, ...args);
      expect({ status, stderr }).toEqual({ status: 1, stderr: "The result cannot be written: the disk is full.\n" });
    } finally {
      closeSync(full);
    }
  }
});
