import type { Path } from "../diagnostics.ts";
import type { ScenarioFile } from "../shape/file.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import { quote } from "../suggest.ts";
import type { Condition, HistoryEntry, ScenarioEvent } from "../types.ts";
import { conditionOf, effectsOf } from "./conditions.ts";
import type { Context } from "./context.ts";
import { issueKey, optionAt } from "./terms.ts";
import { groundsOf, textOf, textOr, wantGrounds } from "./texts.ts";

type Item<Key extends "events" | "history"> = DeepPartial<NonNullable<ScenarioFile[Key]>[number]>;

/** `on_round` and `when` as one condition. */
function whenOf(context: Context, raw: Item<"events">, path: Path): Condition {
  const when = conditionOf(context, raw.when, [...path, "when"], null);
  if (raw.on_round === undefined) return when;
  const from: Condition = { kind: "round_from", round: raw.on_round };
  if (when.kind === "always") return from;
  return { kind: "all", of: [from, ...(when.kind === "all" ? when.of : [when])] };
}

/** Something that happens at most once. */
export function eventOf(context: Context, raw: Item<"events">, index: number): ScenarioEvent {
  const path = ["events", index];
  const id = raw.id ?? "";
  if (raw.id !== undefined && context.names.events.list.indexOf(id) < index) {
    context.diagnostics.error(
      "duplicate-id",
      [...path, "id"],
      `There is an event ${quote(id)} before this one. Give each its own id.`,
    );
  }
  const grounds = groundsOf(context, raw, path);
  if (raw.id !== undefined) wantGrounds(context, raw, path, `The event ${quote(id)}`);
  return {
    id,
    news: textOr(context, raw.news, [...path, "news"], id),
    historical: grounds.cite.length > 0 && raw.simulated !== true,
    when: whenOf(context, raw, path),
    chance: raw.chance ?? 1,
    effects: effectsOf(context, raw.effects, [...path, "effects"], null),
    grounds,
  };
}

function signedTerms(context: Context, raw: Item<"history">, path: Path): (number | null)[] {
  const terms: (number | null)[] = context.names.issues.list.map(() => null);
  for (const [id, option] of entriesOf(raw.terms)) {
    const issue = issueKey(context, id, [...path, id]);
    if (issue >= 0 && option !== null) terms[issue] = optionAt(context, issue, option, [...path, id]);
  }
  return terms;
}

function checkPackage(context: Context, raw: Item<"history">, path: Path): void {
  if (raw.table !== undefined && raw.table !== "signed") {
    if (raw.terms === undefined) return;
    const message = `The table was ${raw.table}, so there are no terms. Take them away, or say that it signed.`;
    context.diagnostics.error("history-terms", [...path, "terms"], message);
    return;
  }
  const missing = context.names.issues.list.filter((id) => !Object.hasOwn(raw.terms ?? {}, id));
  if (raw.table === "signed" && missing.length > 0) {
    const message =
      `What was signed is no package: it says nothing of ${missing.join(", ")}. ` +
      `Add an option for each; null where the text left it open: { ${missing[0]}: null }.`;
    context.diagnostics.error("history-terms", raw.terms === undefined ? path : [...path, "terms"], message);
  }
}

/** What happened in reality; it may cite what became known later. */
export function historyOf(context: Context, raw: Item<"history">, index: number): HistoryEntry {
  const path = ["history", index];
  checkPackage(context, raw, path);
  return {
    table: raw.table ?? "expired",
    terms: signedTerms(context, raw, [...path, "terms"]),
    aftermath: raw.aftermath ?? null,
    text: textOf(context, raw.text, [...path, "text"]),
    grounds: groundsOf(context, raw, path, true),
  };
}
