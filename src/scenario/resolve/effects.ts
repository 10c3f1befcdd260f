import type { Path } from "../findings.ts";
import { entriesOf, type Rough } from "../rough.ts";
import type { FileEffects } from "../shape/conditions.ts";
import type { Effects } from "../types.ts";
import { type Context, ISSUE, lookUp, POSITION, partyKey } from "./context.ts";
import { type RoughTerms, someTerms } from "./terms.ts";

type Amounts = Readonly<Record<string, number | undefined>>;

function amounts(context: Context, map: Amounts | undefined, path: Path): { party: number; by: number }[] {
  return entriesOf(map).map(([id, by]) => ({ party: partyKey(context, id, [...path, id]), by }));
}

function pressures(context: Context, raw: Rough<FileEffects>, path: Path, on: number | null): Effects["pressure"] {
  const { pressure } = raw;
  if (typeof pressure !== "number") return amounts(context, pressure, path);
  if (on === null) context.findings.error("wrong-place", path, "Whose pressure? Name the party: { russia: 0.1 }.");
  return [{ party: on ?? -1, by: pressure }];
}

function removed(context: Context, raw: Rough<FileEffects>, path: Path): Effects["removeOptions"] {
  const list = raw.remove_option;
  const maps: [RoughTerms, Path][] = Array.isArray(list)
    ? list.flatMap((terms, index) => (terms ? [[terms as RoughTerms, [...path, index]] as [RoughTerms, Path]] : []))
    : list
      ? [[list as RoughTerms, path]]
      : [];
  return maps.flatMap(([map, at]) =>
    someTerms(context, map, at).flatMap(({ issue, options }) => options.map((option) => ({ issue, option }))),
  );
}

/**
 * What an event or a lever changes.
 * @param on the party that a lever works on; null for an event
 */
export function effectsOf(
  context: Context,
  raw: Rough<FileEffects> | undefined,
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
