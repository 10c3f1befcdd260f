import type { Path } from "../findings.ts";
import { CITE_PATTERN } from "../shape/words.ts";
import { instead, quote } from "../suggest.ts";
import type { Grounds } from "../types.ts";
import type { Context } from "./context.ts";
import { type RoughText, textOf } from "./texts.ts";

interface RoughGrounds {
  readonly cite?: string | readonly (string | undefined)[] | undefined;
  readonly why?: RoughText | undefined;
}

function checkCite(context: Context, cite: string, path: Path, later: boolean): void {
  const [, id = "", fact] = CITE_PATTERN.exec(cite) ?? [];
  const { sources } = context.names;
  const source = sources.get(id);
  if (!source) {
    const message = `There is no source ${quote(id)}. ${instead(id, [...sources.keys()], "Sources")}`;
    context.findings.error("unknown-source", path, message);
    return;
  }
  if (fact !== undefined && !source.facts.has(fact)) {
    const message = `The source ${quote(id)} has no fact ${fact}. ${instead(fact, [...source.facts], "Its facts")}`;
    context.findings.error("unknown-fact", path, message);
  }
  if (!later && source.day !== null && context.when !== null && source.day > context.when) {
    const message =
      `The source ${quote(id)} is of ${source.day}, the table of ${context.when}: nobody there could know it. ` +
      "Cite an earlier source, or say which day its facts are of with `covers`.";
    context.findings.error("cite-after-table", path, message);
  }
}

/**
 * What a part of the file rests on.
 * @param later it may cite what became known after the table
 */
export function groundsOf(context: Context, part: RoughGrounds | undefined, path: Path, later = false): Grounds {
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
export function wantGrounds(context: Context, part: RoughGrounds, path: Path, what: string): void {
  if (context.names.sources.size === 0 || Object.hasOwn(part, "cite") || Object.hasOwn(part, "why")) return;
  context.findings.warn("no-grounds", path, `${what} says neither what it cites nor why. Add \`cite\` or \`why\`.`);
}
