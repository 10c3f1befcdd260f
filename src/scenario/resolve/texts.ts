import type { Path } from "../diagnostics.ts";
import { CITE_PATTERN } from "../shape/primitives.ts";
import { didYouMean, quote } from "../suggest.ts";
import type { Grounds, Text } from "../types.ts";
import type { Context } from "./context.ts";

/** A text of the file whose shape was checked: in English, or by language. */
type RawText = string | Readonly<Record<string, string | undefined>>;

export function plainText(text: RawText): Text {
  if (typeof text === "string") return { en: text };
  const there = Object.entries(text).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(there);
}

/** A text, with a warning for each language of the title that it lacks. */
export function textOf(context: Context, text: RawText | undefined, path: Path): Text | null {
  if (text === undefined) return null;
  const plain = plainText(text);
  const missing = context.languages.filter((language) => !Object.hasOwn(plain, language));
  if (missing.length > 0) {
    const message = `The title is in ${context.languages.join(", ")}; this text is not in ${missing.join(", ")}. Add it: { ${missing.join(": …, ")}: … }.`;
    context.diagnostics.warn("missing-language", path, message);
  }
  return plain;
}

/** A text, or the same words in every language. */
export function textOr(context: Context, text: RawText | undefined, path: Path, words: string): Text {
  return textOf(context, text, path) ?? everywhere(context, () => words);
}

/** A text made from each language of the title. */
export function everywhere(context: Context, words: (language: string) => string): Text {
  const languages = context.languages.length > 0 ? context.languages : ["en"];
  return Object.fromEntries(languages.map((language) => [language, words(language)]));
}

interface RawGrounds {
  readonly cite?: string | readonly (string | undefined)[] | undefined;
  readonly why?: RawText | undefined;
}

function checkCite(context: Context, cite: string, path: Path, later: boolean): void {
  const [, id = "", fact] = CITE_PATTERN.exec(cite) ?? [];
  const { sources } = context.names;
  const source = sources.get(id);
  if (!source) {
    const message = `There is no source ${quote(id)}. ${didYouMean(id, [...sources.keys()], "Sources")}`;
    context.diagnostics.error("unknown-source", path, message);
    return;
  }
  if (fact !== undefined && !source.facts.has(fact)) {
    const message = `The source ${quote(id)} has no fact ${fact}. ${didYouMean(fact, [...source.facts], "Its facts")}`;
    context.diagnostics.error("unknown-fact", path, message);
  }
  if (!later && source.day !== null && context.when !== null && source.day > context.when) {
    const message =
      `The source ${quote(id)} is of ${source.day}, the table of ${context.when}: nobody there could know it. ` +
      "Cite an earlier source, or say which day its facts are of with `covers`.";
    context.diagnostics.error("cite-after-table", path, message);
  }
}

/**
 * What a part of the file rests on.
 * @param later it may cite what became known after the table
 */
export function groundsOf(context: Context, part: RawGrounds | undefined, path: Path, later = false): Grounds {
  const cite = part?.cite;
  const list = typeof cite === "string" ? [cite] : (cite ?? []);
  for (const [index, one] of list.entries()) {
    if (one !== undefined)
      checkCite(context, one, typeof cite === "string" ? [...path, "cite"] : [...path, "cite", index], later);
  }
  return {
    cite: list.filter((one) => one !== undefined),
    why: textOf(context, part?.why, [...path, "why"]),
  };
}

/** Warns of a judgement that rests on nothing. Only in files that have sources: others do not set out to say. */
export function wantGrounds(context: Context, part: RawGrounds, path: Path, what: string): void {
  if (context.names.sources.size === 0 || Object.hasOwn(part, "cite") || Object.hasOwn(part, "why")) return;
  context.diagnostics.warn("no-grounds", path, `${what} says neither what it cites nor why. Add \`cite\` or \`why\`.`);
}
