import type * as z from "zod";
import type { Path } from "../diagnostics.ts";
import type { issueShape, sourceShape } from "../shape/issues.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import type { Issue, Option, Source, Text } from "../types.ts";
import { textIn } from "../types.ts";
import type { Context } from "./context.ts";
import { integerOptions } from "./context.ts";
import { optionAt } from "./terms.ts";
import { everywhere, groundsOf, textOf, textOr } from "./texts.ts";

type RawIssue = DeepPartial<z.infer<typeof issueShape>>;
type RawSource = DeepPartial<z.infer<typeof sourceShape>>;

/** A source with its facts in the order of their numbers. */
export function sourceOf(context: Context, id: string, raw: RawSource, path: Path): Source {
  const facts = entriesOf(raw.facts).map(([number, text]) => ({
    number: Number(number),
    text: textOr(context, text, [...path, "facts", number], ""),
  }));
  return {
    id,
    title: textOr(context, raw.title, [...path, "title"], id),
    outlet: textOf(context, raw.outlet, [...path, "outlet"]),
    date: raw.date ?? null,
    language: raw.language ?? null,
    url: raw.url ?? null,
    covers: raw.covers ?? null,
    facts: facts.sort((a, b) => a.number - b.number),
  };
}

function integerTitle(context: Context, number: string, unit: Text | null): Text {
  return everywhere(context, (language) => (unit ? `${number} ${textIn(unit, language)}` : number));
}

function checkBounds(context: Context, raw: RawIssue, path: Path): void {
  const { from, to, step = 1 } = raw;
  if (!Object.hasOwn(raw, "from") || !Object.hasOwn(raw, "to")) {
    context.diagnostics.error("missing-key", path, "An issue needs `options`, or `from` and `to` for whole numbers.");
  } else if (from === undefined || to === undefined) {
    return;
  } else if (to < from) {
    context.diagnostics.error(
      "bad-range",
      [...path, "to"],
      `The issue ends at ${to}, before it begins at ${from}. Swap the two.`,
    );
  } else if ((to - from) % step !== 0) {
    const message = `Steps of ${step} from ${from} never arrive at ${to}. Choose a step that divides ${to - from}.`;
    context.diagnostics.error("bad-range", [...path, "step"], message);
  }
}

function integerIssue(context: Context, raw: RawIssue, path: Path): Pick<Issue, "options" | "integer"> {
  checkBounds(context, raw, path);
  const { from = 0, to = 0, step = 1 } = raw;
  const unit = textOf(context, raw.unit, [...path, "unit"]);
  const numbers = integerOptions(from, to, step) ?? [];
  const options = numbers.map((id): Option => ({ id, title: integerTitle(context, id, unit) }));
  return { options, integer: { from, to, step, unit } };
}

function namedOptions(context: Context, raw: RawIssue, path: Path): Option[] {
  const options = entriesOf(raw.options).map(
    ([id, title]): Option => ({ id, title: textOr(context, title ?? undefined, [...path, "options", id], id) }),
  );
  if (raw.from !== undefined || raw.to !== undefined) {
    const message = "An issue has either `options`, or `from` and `to`. Take one of them away.";
    context.diagnostics.error("two-kinds-of-issue", path, message);
  }
  if (raw.options && Object.keys(raw.options).length === 0) {
    context.diagnostics.error(
      "empty-issue",
      [...path, "options"],
      "An issue without options cannot be settled. Add at least two.",
    );
  } else if (options.length === 1) {
    const message = "With one option there is nothing to settle. Add another, or take the issue away.";
    context.diagnostics.warn("empty-issue", [...path, "options"], message);
  }
  return options;
}

/** An issue with its options in their natural order. */
export function issueOf(context: Context, id: string, raw: RawIssue, path: Path): Issue {
  const isNamed = Object.hasOwn(raw, "options");
  const { options, integer } = isNamed
    ? { options: namedOptions(context, raw, path), integer: null }
    : integerIssue(context, raw, path);
  const statusQuo = raw.status_quo;
  const index = context.names.issues.indexOf(id);
  return {
    id,
    title: textOr(context, raw.title, [...path, "title"], id),
    note: textOf(context, raw.note, [...path, "note"]),
    options,
    statusQuo:
      statusQuo === undefined ? options.length - 1 : optionAt(context, index, statusQuo, [...path, "status_quo"]),
    integer,
    grounds: groundsOf(context, raw, path),
  };
}
