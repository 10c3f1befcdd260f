import { badFile, type Halt } from "./halt.ts";
import { quoted } from "./plain.ts";

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such folder",
  EACCES: "you are not allowed to",
  EPERM: "you are not allowed to",
  EISDIR: "it is a folder",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links lead round in a circle",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

/** Why the system refuses, in words that follow a colon. */
export function causeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && CAUSES[code]) ?? message ?? String(error);
}

/** Says why a file cannot be written, in a sentence with its name. */
export function unwritable(path: string, error: unknown): Halt {
  return badFile(`${quoted(path)} cannot be written: ${causeOf(error)}.`);
}
