import { quoted } from "./text/terminal.ts";

/** Ends the command with a sentence for the user. */
export class CliError extends Error {
  /** 1: a file is wrong. 2: the command line is. */
  readonly exit: 1 | 2;
  constructor(exit: 1 | 2, message: string) {
    super(message);
    this.name = "CliError";
    this.exit = exit;
  }
}

/** The command line is wrong. */
export function usageError(message: string): CliError {
  return new CliError(2, message);
}

/** A file is wrong, or cannot be read or written. */
export function fileError(message: string): CliError {
  return new CliError(1, message);
}

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

/** Whether the system refused a call, such as one that opens or writes a file. */
export function isSystemError(error: unknown): error is Error & { readonly syscall: string } {
  return error instanceof Error && "syscall" in error;
}

/** The code that the system gave, such as `ENOENT`; null where the error is not one of the system. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** Why the system refuses, in words that follow a colon. */
export function causeOf(error: unknown): string {
  return CAUSES[systemCode(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
}

/** Says why a file cannot be written, in a sentence with its name. */
export function unwritable(path: string, error: unknown): CliError {
  return fileError(`${quoted(path)} cannot be written: ${causeOf(error)}.`);
}
