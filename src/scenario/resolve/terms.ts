import type { Path } from "../diagnostics.ts";
import { LIMITS } from "../limits.ts";
import { isList } from "../shape/partial.ts";
import { didYouMean, quote } from "../suggest.ts";
import type { Terms } from "../types.ts";
import { type Context, ISSUE, lookUp } from "./context.ts";

type Name = string | number;
type RawChoice =
  | Name
  | readonly (Name | undefined)[]
  | { readonly from?: Name | undefined; readonly to?: Name | undefined };

/** Terms of the file whose shape was checked. */
export type RawTerms = Readonly<Record<string, RawChoice | undefined>>;

/** An issue named by the key at the end of the path. */
export function issueKey(context: Context, id: string, path: Path): number {
  return lookUp(context, context.names.issues, id, ISSUE, path, true);
}

/** The index of an option; −1 after an error was reported, or where the issue is too broken to tell. */
export function optionAt(context: Context, issue: number, name: Name | undefined, path: Path, atKey = false): number {
  const options = context.names.options[issue];
  if (!options || name === undefined) return -1;
  const index = options.indexOf(String(name));
  if (index < 0) {
    const issueId = context.names.issues.list[issue] ?? "";
    const message = `The issue ${quote(issueId)} has no option ${quote(String(name))}. ${didYouMean(String(name), options.list, "Options")}`;
    if (atKey) context.diagnostics.errorAtKey("unknown-option", path, message);
    else context.diagnostics.error("unknown-option", path, message);
  }
  return index;
}

function range(
  context: Context,
  issue: number,
  choice: { from?: Name | undefined; to?: Name | undefined },
  path: Path,
): number[] {
  const from = optionAt(context, issue, choice.from, [...path, "from"]);
  const to = optionAt(context, issue, choice.to, [...path, "to"]);
  if (from < 0 || to < 0) return [];
  if (from > to) {
    const message = `The range ends before it begins: ${quote(choice.to)} stands before ${quote(choice.from)} in the issue. Swap the two.`;
    context.diagnostics.error("bad-range", path, message);
    return [];
  }
  context.budget.terms -= to - from + 1;
  return context.budget.terms < 0 ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function optionsOf(context: Context, issue: number, choice: RawChoice, path: Path): number[] {
  if (typeof choice === "string" || typeof choice === "number") return [optionAt(context, issue, choice, path)];
  if (!isList(choice)) return range(context, issue, choice, path);
  if (choice.length === 0) {
    context.diagnostics.error(
      "empty-terms",
      path,
      "No option will do here, so nothing can ever meet this. Name an option, or take the issue away.",
    );
  }
  context.budget.terms -= choice.length;
  const found = choice.map((name, index) => optionAt(context, issue, name, [...path, index]));
  return [...new Set(found)].sort((a, b) => a - b);
}

/**
 * Terms with every id resolved, in the order of the issues.
 * @param skip a key that is no issue here
 */
export function termsOf(context: Context, terms: RawTerms | undefined, path: Path, skip?: string): Terms {
  const found: { issue: number; options: number[] }[] = [];
  const hadBudget = context.budget.terms >= 0;
  for (const [id, choice] of Object.entries(terms ?? {})) {
    if (id === skip || choice === undefined) continue;
    const issue = issueKey(context, id, [...path, id]);
    if (issue >= 0) found.push({ issue, options: optionsOf(context, issue, choice, [...path, id]) });
  }
  if (hadBudget && context.budget.terms < 0) {
    context.diagnostics.error(
      "too-large",
      path,
      `All terms together name more than ${LIMITS.terms} options. Use fewer or shorter ranges.`,
    );
  }
  return found.sort((a, b) => a.issue - b.issue);
}

/** Terms that name at least one issue. */
export function someTerms(context: Context, terms: RawTerms | undefined, path: Path, skip?: string): Terms {
  const named = Object.keys(terms ?? {}).filter((id) => id !== skip);
  if (terms !== undefined && named.length === 0) {
    context.diagnostics.error(
      "empty-terms",
      path,
      "This names no issue. Add one with the options that are meant: { issue: option }.",
    );
  }
  return termsOf(context, terms, path, skip);
}

/** Exactly one issue with one option: `{ start: one_week }`. */
export function oneOption(
  context: Context,
  map: Readonly<Record<string, Name | undefined>> | undefined,
  path: Path,
): { readonly issue: number; readonly option: number } {
  const entries = Object.entries(map ?? {});
  const [first] = entries;
  if (map !== undefined && entries.length !== 1) {
    const message = `This names ${entries.length} issues; it should be one issue with one option: { issue: option }.`;
    context.diagnostics.error("one-option", path, message);
  }
  if (!first) return { issue: -1, option: -1 };
  const [id, name] = first;
  const issue = issueKey(context, id, [...path, id]);
  return { issue, option: issue < 0 ? -1 : optionAt(context, issue, name, [...path, id]) };
}
