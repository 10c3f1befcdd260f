import type { Diagnostics } from "../diagnostics.ts";
import { LIMITS } from "../limits.ts";
import type { ScenarioFile } from "../shape/file.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import type { Scenario } from "../types.ts";
import type { Context } from "./context.ts";
import { type Names, namesOf } from "./context.ts";
import { eventOf, historyOf } from "./events.ts";
import { issueOf, sourceOf } from "./issues.ts";
import { actorOf, marksOf, partyOf } from "./party.ts";
import { protocolOf } from "./protocol.ts";
import { plainText, textOf } from "./texts.ts";

/** Keys of conditions and of effects that an issue must not be called, words that YAML reads as values, and `anyone`. */
const RESERVED: ReadonlySet<string> = new Set(["by", "party", "of", "all", "any", "not", "true", "false", "null"]);
const RESERVED_PARTIES: ReadonlySet<string> = new Set(["anyone", "true", "false", "null"]);
const DEFAULT_ROUNDS = 10;
const DEFAULT_SCALE = 100;

function checkReserved(names: Names, diagnostics: Diagnostics): void {
  const refuse = (id: string, path: (string | number)[]) =>
    diagnostics.errorAtKey("bad-id", path, `"${id}" has a meaning of its own in the format. Choose another id.`);
  for (const id of names.issues.list) if (RESERVED.has(id)) refuse(id, ["issues", id]);
  for (const id of names.parties.list) if (RESERVED_PARTIES.has(id)) refuse(id, ["parties", id]);
  for (const [index, options] of names.options.entries()) {
    const issue = names.issues.list[index] ?? "";
    for (const id of ["true", "false", "null"]) {
      if (options && options.indexOf(id) >= 0) refuse(id, ["issues", issue, "options", id]);
    }
  }
}

/** Whether the file is small enough to be worked on at all. */
function checkSize(file: DeepPartial<ScenarioFile>, names: Names, diagnostics: Diagnostics): boolean {
  const tooMany = (code: string, key: string, count: number, most: number, what: string) => {
    if (count > most) diagnostics.error(code, [key], `There are ${count} ${what}; a scenario has at most ${most}.`);
    return count > most;
  };
  if (tooMany("too-many-issues", "issues", names.issues.list.length, LIMITS.issues, "issues")) return false;
  if (tooMany("too-many-parties", "parties", names.parties.list.length, LIMITS.parties, "parties")) return false;
  let fits = true;
  for (const [id, issue] of entriesOf(file.issues)) {
    const count = issue.options
      ? Object.keys(issue.options).length
      : ((issue.to ?? 0) - (issue.from ?? 0)) / (issue.step ?? 1) + 1;
    if (count <= LIMITS.optionsOfAnIssue) continue;
    const message = `This issue has ${Math.floor(count)} options; the most is ${LIMITS.optionsOfAnIssue}. Take larger steps.`;
    diagnostics.error("too-many-options", ["issues", id], message);
    fits = false;
  }
  const all = names.options.reduce((sum, options) => sum + (options?.list.length ?? 0), 0);
  return !tooMany("too-many-options", "issues", all, LIMITS.optionsInAll, "options in all issues together") && fits;
}

function checkCounts(names: Names, diagnostics: Diagnostics): void {
  if (names.issues.list.length === 0)
    diagnostics.error("no-issues", ["issues"], "There is nothing to settle. Add an issue.");
}

function contextOf(file: DeepPartial<ScenarioFile>, names: Names, diagnostics: Diagnostics): Context {
  return {
    names,
    diagnostics: diagnostics,
    languages: file.title === undefined ? [] : Object.keys(plainText(file.title)),
    when: file.when ?? null,
    scale: file.scale ?? DEFAULT_SCALE,
    rounds: file.protocol?.rounds ?? DEFAULT_ROUNDS,
    budget: { terms: LIMITS.terms },
  };
}

/**
 * A file of the right shape (or what is left of it) as a scenario: defaults filled in, every id resolved. What does
 * not exist is reported, all of it; the scenario is of use only when nothing was.
 * @param raw the file before anything was left out for its shape: what it calls things
 */
export function resolveScenario(
  file: DeepPartial<ScenarioFile>,
  raw: unknown,
  diagnostics: Diagnostics,
): Scenario | null {
  const names = namesOf(raw);
  checkCounts(names, diagnostics);
  if (!checkSize(file, names, diagnostics)) return null;
  checkReserved(names, diagnostics);
  const context = contextOf(file, names, diagnostics);
  const integers = names.issues.list.map((id) => !Object.hasOwn(file.issues?.[id] ?? {}, "options"));
  const parties = entriesOf(file.parties);
  const marks = marksOf(parties.map(([id, party]) => [id, party.mark] as const));
  const at = (key: "summary" | "notice" | "place") => textOf(context, file[key], [key]);
  return {
    parley: 1,
    id: file.id ?? "",
    title: plainText(file.title ?? ""),
    summary: at("summary"),
    notice: at("notice"),
    minutes: file.minutes ?? null,
    place: at("place"),
    when: context.when,
    scale: context.scale,
    sources: entriesOf(file.sources).map(([id, source]) => sourceOf(context, id, source, ["sources", id])),
    issues: entriesOf(file.issues).map(([id, issue]) => issueOf(context, id, issue, ["issues", id])),
    parties: parties.flatMap(([id, party], index) => {
      const mark = marks[index];
      return mark ? [partyOf(context, id, party, ["parties", id], mark, integers)] : [];
    }),
    actors: entriesOf(file.actors).map(([id, actor]) => actorOf(context, id, actor, ["actors", id])),
    protocol: protocolOf(context, file.protocol),
    // An event too broken to read keeps its place, so that the index of a later one is that of the file.
    events: (file.events ?? []).map((event, index) => eventOf(context, event ?? {}, index)),
    aftermath: file.aftermath ?? null,
    questions: (file.questions ?? []).flatMap((text, index) => {
      const question = textOf(context, text, ["questions", index]);
      return question ? [question] : [];
    }),
    history: (file.history ?? []).flatMap((entry, index) => (entry ? [historyOf(context, entry, index)] : [])),
  };
}
