import type { Severity } from "./diagnostic.ts";

export type Path = readonly (string | number)[];

/** Something wrong at a path of the file; its line and column are worked out in the end. */
export interface Finding {
  readonly severity: Severity;
  readonly code: string;
  readonly path: Path;
  /** Points at the last key of the path itself, not at what stands under it. */
  readonly atKey: boolean;
  /** Points at a character of the file, where there is no path yet. */
  readonly offset?: number;
  readonly message: string;
}

/** Collects what is wrong. Every check runs to its end, so that an author sees all of it at once. */
export class Findings {
  readonly list: Finding[] = [];

  error(code: string, path: Path, message: string): void {
    this.list.push({ severity: "error", code, path, atKey: false, message });
  }

  warn(code: string, path: Path, message: string): void {
    this.list.push({ severity: "warning", code, path, atKey: false, message });
  }

  /** An error of the key at the end of the path, such as one that does not exist. */
  errorAtKey(code: string, path: Path, message: string): void {
    this.list.push({ severity: "error", code, path, atKey: true, message });
  }

  /** An error of the text itself, before it has keys. */
  errorAt(code: string, offset: number, message: string): void {
    this.list.push({ severity: "error", code, path: [], atKey: false, offset, message });
  }

  get failed(): boolean {
    return this.list.some(({ severity }) => severity === "error");
  }
}
