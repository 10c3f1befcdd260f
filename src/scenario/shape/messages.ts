import type * as z from "zod";
import type { Diagnostics, Path } from "../diagnostics.ts";
import { didYouMean, nearest, quote } from "../suggest.ts";
import { CITE_PATTERN, ID_PATTERN, LANGUAGE_PATTERN } from "./primitives.ts";

export type ShapeIssue = z.core.$ZodIssue;

/** Names for people of what Zod expects. */
const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map with keys",
  record: "a map with keys",
};

function kindOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return `the text ${quote(value)}`;
  return `${quote(value)}`;
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "The file";
  return typeof last === "number" ? `Item ${last + 1} of ${quote(String(path.at(-2) ?? "the list"))}` : quote(last);
}

/** Patterns that stand for a kind of word: their code, and what the word should look like. */
const PATTERNS: readonly (readonly [pattern: RegExp, code: string, words: string])[] = [
  [ID_PATTERN, "bad-id", "an id: small letters, digits, - and _, a letter first, up to 64 characters"],
  [LANGUAGE_PATTERN, "bad-language", "a language tag such as en or ar"],
  [CITE_PATTERN, "bad-cite", "a citation: the id of a source, # and the number of a fact, as in report-1#3"],
];

export function reportUnknownKey(diagnostics: Diagnostics, path: Path, allowed: readonly string[]): void {
  const key = String(path.at(-1));
  const where =
    path.length === 1 ? "at the top of a scenario" : `in ${nameOf(path.slice(0, -1)).replace(/^Item/, "item")}`;
  diagnostics.errorAtKey(
    "unknown-key",
    path,
    `There is no key ${quote(key)} ${where}. ${didYouMean(key, allowed, "Keys")}`,
  );
}

export function reportMissingKey(diagnostics: Diagnostics, path: Path): void {
  const parent = path.slice(0, -1);
  const where = parent.length === 0 ? "The file" : nameOf(parent);
  diagnostics.error("missing-key", parent, `${where} needs the key ${quote(String(path.at(-1)))}.`);
}

function reportPattern(diagnostics: Diagnostics, issue: ShapeIssue, path: Path, word: unknown, atKey: boolean): void {
  const source = "pattern" in issue ? String(issue.pattern) : "";
  const known = PATTERNS.find(([pattern]) => String(pattern) === source);
  const last = path.at(-1);
  let used = known?.[1] ?? "wrong-type";
  let said = `${quote(word)} should be ${known?.[2] ?? "of another form"}.`;
  if (issue.code === "invalid_format" && issue.format === "date") {
    used = "bad-date";
    said = `${quote(word)} is no day. Write it as 2016-02-11.`;
  } else if (last === "url") {
    used = "bad-url";
    said = `${quote(word)} is no address that begins with http:// or https://.`;
  } else if (last === "letters") {
    used = "bad-letters";
    said = `${quote(word)} should be one to three letters or digits.`;
  } else if (atKey && !known) {
    said = `${quote(word)} should be the number of a fact: 1, 2, 3.`;
  }
  if (atKey) diagnostics.errorAtKey(used, path, said);
  else diagnostics.error(used, path, said);
}

function reportRange(diagnostics: Diagnostics, issue: ShapeIssue, path: Path, value: unknown): void {
  if (typeof value === "string") {
    diagnostics.error("empty-text", path, `${nameOf(path)} is an empty text. Write something, or take the key away.`);
    return;
  }
  const [word, bound, inclusive] =
    issue.code === "too_small"
      ? ["at least", issue.minimum, issue.inclusive]
      : issue.code === "too_big"
        ? ["at most", issue.maximum, issue.inclusive]
        : ["", 0, true];
  const limit = inclusive === false ? `${word === "at least" ? "more" : "less"} than ${bound}` : `${word} ${bound}`;
  const what = Array.isArray(value)
    ? `${nameOf(path)} has ${value.length} items; it should have ${limit}.`
    : `${nameOf(path)} is ${quote(value)}; it should be ${limit}.`;
  diagnostics.error("bad-range", path, what);
}

function reportValue(diagnostics: Diagnostics, values: readonly unknown[], path: Path, value: unknown): void {
  if (path.length === 1 && path[0] === "parley") {
    const message = `This file is of version ${quote(value)} of the format; this program reads version 1. Write parley: 1.`;
    diagnostics.error("wrong-version", path, message);
    return;
  }
  const words = values.map((word) => (typeof word === "string" ? word : JSON.stringify(word)));
  const meant = typeof value === "string" ? nearest(value, words) : undefined;
  const question = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  diagnostics.error(
    "wrong-value",
    path,
    `${nameOf(path)} is ${kindOf(value)}.${question} It can be: ${words.join(", ")}.`,
  );
}

/** Says what is wrong with a part that is there, and how to mend it. */
export function reportInvalid(diagnostics: Diagnostics, issue: ShapeIssue, path: Path, value: unknown): void {
  switch (issue.code) {
    case "invalid_type": {
      const expected = KINDS[issue.expected] ?? issue.expected;
      diagnostics.error("wrong-type", path, `${nameOf(path)} should be ${expected}; it is ${kindOf(value)}.`);
      return;
    }
    case "invalid_value":
      reportValue(diagnostics, issue.values, path, value);
      return;
    case "invalid_key":
      for (const inner of issue.issues) reportPattern(diagnostics, inner, path, path.at(-1), true);
      return;
    case "invalid_format":
      reportPattern(diagnostics, issue, path, value, false);
      return;
    case "too_small":
    case "too_big":
      reportRange(diagnostics, issue, path, value);
      return;
    case "invalid_union":
      diagnostics.error("wrong-type", path, `${nameOf(path)} should be ${issue.message}; it is ${kindOf(value)}.`);
      return;
    case "custom":
      // The one rule beyond shape: a text has a language.
      diagnostics.error("empty-text", path, `${nameOf(path)} is a text in no language. Write it: { en: … }.`);
      return;
    default:
      diagnostics.error("wrong-type", path, `${nameOf(path)} is not what belongs here; it is ${kindOf(value)}.`);
  }
}
