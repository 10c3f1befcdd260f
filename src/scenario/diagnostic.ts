/** How bad it is: an `error` makes the file unusable, a `warning` deserves a second look. */
export type Severity = "error" | "warning";

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

/** Points from a part of a checked scenario back to its place in the file, so that later checks can name it too. */
export type Locate = (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };
