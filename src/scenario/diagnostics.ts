/** How bad it is: an `error` makes the file unusable, a `warning` deserves a second look. */
type Severity = "error" | "warning";

/** One thing that is wrong with a file, where it is, and how to mend it. */
export interface Diagnostic {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  readonly severity: Severity;
  /** A stable word for machines, kebab-case: `unknown-key`. */
  readonly code: string;
  /** What is wrong, and how to mend it. */
  readonly message: string;
  /** Keys and list indexes from the root of the file: `["parties", "us", "values", "start"]`. */
  readonly path: readonly (string | number)[];
}

/** Points from a part of a scenario back to its place in the file, so that later checks can name it too. */
export type Locate = (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };

export type Path = readonly (string | number)[];

/** Something wrong at a path of the file; its line and column are worked out in the end. */
export interface UnplacedDiagnostic {
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
export class Diagnostics {
  readonly list: UnplacedDiagnostic[] = [];

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
