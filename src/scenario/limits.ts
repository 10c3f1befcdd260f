/**
 * A scenario file may come from a stranger. These bound what it can make the program do; each is far above what a
 * scenario that people can negotiate needs.
 */
export const LIMITS = {
  /** Characters of the file. */
  characters: 1_000_000,
  /** Lexical tokens of the file: what the YAML parser's time and memory grow with. */
  tokens: 250_000,
  /** Lists and maps within each other. */
  depth: 64,
  /** Values in the file, aliases written out. */
  values: 200_000,
  issues: 100,
  parties: 50,
  optionsOfAnIssue: 10_001,
  optionsInAll: 50_000,
  /** Option indexes in all terms together, ranges written out. */
  terms: 1_000_000,
  /** Diagnostics that are told. */
  diagnostics: 200,
} as const;

/** Keys that reach into the prototype of an object where a program is careless with them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
