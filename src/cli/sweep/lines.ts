import { closeSync, openSync, readSync } from "node:fs";
import { badFile } from "../halt.ts";
import { quoted } from "../plain.ts";
import { causeOf } from "../trouble.ts";

const LINE_END = "\r\n";
const BUFFER = 1 << 20;

/** The lines of a file, without their ends, in constant memory. @throws Halt (exit 1) when it cannot be read */
export function* linesOf(path: string): Generator<string, void> {
  let handle: number | undefined;
  try {
    handle = openSync(path, "r");
    const buffer = Buffer.alloc(BUFFER);
    const decoder = new TextDecoder();
    let rest = "";
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) {
      const lines = (rest + decoder.decode(buffer.subarray(0, length), { stream: true })).split(LINE_END);
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw badFile(`${quoted(path)} cannot be read: ${causeOf(error)}.`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
