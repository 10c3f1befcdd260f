import type { Path } from "../diagnostics.ts";
import type { FileCondition, FileEffects } from "../shape/conditions.ts";
import { type DeepPartial, entriesOf, isList } from "../shape/partial.ts";
import type { Condition, Effects } from "../types.ts";
import { type Context, EVENT, ISSUE, lookUp, POSITION, partyAt, partyKey, partyOrAnyone } from "./context.ts";
import { type RawTerms, someTerms, termsOf } from "./terms.ts";

type RawCondition = DeepPartial<FileCondition>;

/** A condition of one party's position knows whose it is; one of an event does not. */
type ConditionOwner = number | null;

type Reader = (raw: RawCondition, context: Context, path: Path, owner: ConditionOwner) => Condition[];

function ownerOf(context: Context, owner: ConditionOwner, path: Path, instead: string): number {
  if (owner === null) {
    context.diagnostics.error(
      "wrong-place",
      path,
      `This is about one party's own view, so it can stand in a position only. ${instead}`,
    );
  }
  return owner ?? -1;
}

function partsOf(
  list: readonly (RawCondition | undefined)[],
  context: Context,
  path: Path,
  owner: ConditionOwner,
): Condition[] {
  return list.map((part, index) => conditionOf(context, part, [...path, index], owner));
}

function pressure(raw: RawCondition, context: Context, path: Path, owner: ConditionOwner): Condition[] {
  const level = raw.pressure_above;
  if (level === undefined) return [];
  if (typeof level === "number") {
    const party = ownerOf(context, owner, path, "Name the party: { russia: 0.5 }.");
    return [{ kind: "pressure_above", party, level }];
  }
  return Object.entries(level).flatMap(([id, value]): Condition[] =>
    value === undefined ? [] : [{ kind: "pressure_above", party: partyKey(context, id, [...path, id]), level: value }],
  );
}

/** One reader for each key, in the order in which the parts of a condition are kept. */
const READERS: { readonly [Key in keyof FileCondition]-?: Reader } = {
  round_from: ({ round_from: round }) => (round === undefined ? [] : [{ kind: "round_from", round }]),
  offered: ({ offered }, context, path) =>
    offered
      ? [
          {
            kind: "offered",
            by: byOf(offered, context, path),
            terms: termsOf(context, offered, path, "by"),
          },
        ]
      : [],
  asked: ({ asked }, context, path, owner) =>
    asked
      ? [
          {
            kind: "asked",
            by: byOf(asked, context, path),
            owner: ownerOf(context, owner, path, "Take it away, or use `offered`."),
            terms: someTerms(context, asked, path, "by"),
          },
        ]
      : [],
  committed: ({ committed }, context, path) =>
    committed
      ? [
          {
            kind: "committed",
            by: byOf(committed, context, path),
            terms: someTerms(context, committed, path, "by"),
          },
        ]
      : [],
  refused: ({ refused }, context, path) => {
    if (!refused) return [];
    const issues = (refused.issues ?? []).map((id, index) =>
      id === undefined ? -1 : lookUp(context, context.names.issues, id, ISSUE, [...path, "issues", index]),
    );
    return [{ kind: "refused", by: byOf(refused, context, path), issues }];
  },
  worth_offered: ({ worth_offered: worth }, context, path, owner) =>
    worth === undefined
      ? []
      : [{ kind: "worth_offered", owner: ownerOf(context, owner, path, "Use `offered` with terms."), worth }],
  text: ({ text }, context, path) =>
    text === undefined ? [] : [{ kind: "text", terms: text === true ? [] : termsOf(context, text, path) }],
  text_asked: ({ text_asked: by }, context, path) =>
    by === undefined ? [] : [{ kind: "text_asked", by: partyOrAnyone(context, by, path) }],
  pressure_above: pressure,
  event: ({ event }, context, path) =>
    event === undefined ? [] : [{ kind: "event", event: lookUp(context, context.names.events, event, EVENT, path) }],
  walked_out: ({ walked_out: party }, context, path) =>
    party === undefined ? [] : [{ kind: "walked_out", party: partyAt(context, party, path) }],
  table: ({ table: outcome }) => (outcome === undefined ? [] : [{ kind: "table", outcome }]),
  signed: ({ signed }, context, path) => (signed ? [{ kind: "signed", terms: termsOf(context, signed, path) }] : []),
  all: ({ all }, context, path, owner) => (all ? [{ kind: "all", of: partsOf(all, context, path, owner) }] : []),
  any: ({ any }, context, path, owner) => {
    if (!any) return [];
    if (any.length === 0)
      context.diagnostics.error("empty-any", path, "One of nothing never holds. Name a condition, or take `any` away.");
    return [{ kind: "any", of: partsOf(any, context, path, owner) }];
  },
  not: ({ not }, context, path, owner) => (not ? [{ kind: "not", of: conditionOf(context, not, path, owner) }] : []),
};

function byOf(part: { readonly by?: unknown }, context: Context, path: Path): number {
  return typeof part.by === "string" ? partyOrAnyone(context, part.by, [...path, "by"]) : -1;
}

/** A condition of the file as data for the engine. Several keys hold together; none at all always holds. */
export function conditionOf(
  context: Context,
  raw: RawCondition | undefined,
  path: Path,
  owner: ConditionOwner,
): Condition {
  if (raw === undefined) return { kind: "always" };
  const parts = Object.entries(READERS).flatMap(([key, read]) => read(raw, context, [...path, key], owner));
  const [only] = parts;
  if (!only) return { kind: "always" };
  return parts.length === 1 ? only : { kind: "all", of: parts };
}

type Amounts = Readonly<Record<string, number | undefined>>;

function amounts(context: Context, map: Amounts | undefined, path: Path): { party: number; by: number }[] {
  return entriesOf(map).map(([id, by]) => ({ party: partyKey(context, id, [...path, id]), by }));
}

function pressures(
  context: Context,
  raw: DeepPartial<FileEffects>,
  path: Path,
  on: number | null,
): Effects["pressure"] {
  const { pressure } = raw;
  if (typeof pressure !== "number") return amounts(context, pressure, path);
  if (on === null) context.diagnostics.error("wrong-place", path, "Whose pressure? Name the party: { russia: 0.1 }.");
  return [{ party: on ?? -1, by: pressure }];
}

function removedBy(context: Context, terms: RawTerms | undefined, path: Path): Effects["removeOptions"] {
  return someTerms(context, terms, path).flatMap(({ issue, options }) => options.map((option) => ({ issue, option })));
}

function removed(context: Context, raw: DeepPartial<FileEffects>, path: Path): Effects["removeOptions"] {
  const list = raw.remove_option;
  if (isList(list)) return list.flatMap((terms, index) => removedBy(context, terms, [...path, index]));
  return removedBy(context, list, path);
}

/**
 * What an event or a lever changes.
 * @param on the party that a lever works on; null for an event
 */
export function effectsOf(
  context: Context,
  raw: DeepPartial<FileEffects> | undefined,
  path: Path,
  on: number | null,
): Effects {
  const given = raw ?? {};
  return {
    pressure: pressures(context, given, [...path, "pressure"], on),
    walkAway: amounts(context, given.walk_away, [...path, "walk_away"]),
    removeOptions: removed(context, given, [...path, "remove_option"]),
    releaseCommitments: entriesOf(given.release_commitment).flatMap(([id, issues]) => {
      const at = [...path, "release_commitment", id];
      const party = partyKey(context, id, at);
      if (typeof issues === "string")
        return [{ party, issue: lookUp(context, context.names.issues, issues, ISSUE, at) }];
      return issues.flatMap((issue, index) =>
        issue === undefined
          ? []
          : [{ party, issue: lookUp(context, context.names.issues, issue, ISSUE, [...at, index]) }],
      );
    }),
    moves: entriesOf(given.move).map(([id, to]) => {
      const at = [...path, "move", id];
      const party = partyKey(context, id, at);
      const positions = context.names.positions[party];
      return { party, to: positions ? lookUp(context, positions, to, POSITION, at) : -1 };
    }),
  };
}
