import type * as z from "zod";
import { equalWithin } from "../../exact/tolerance.ts";
import type { Path } from "../diagnostics.ts";
import { LIMITS } from "../limits.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import type { partyShape } from "../shape/party.ts";
import type { Disposition, IssueValues, Party } from "../types.ts";
import { type Context, lookUp, POSITION } from "./context.ts";
import { groundsOf, textOf, textOr, wantGrounds } from "./texts.ts";
import { checkWeightSum, statedValuesOf } from "./values.ts";
import { linkagesOf, redLinesOf, tacticOfFile } from "./wants.ts";

type RawDispositions = DeepPartial<NonNullable<z.infer<typeof partyShape>["dispositions"]>>;
type RawDisposition = NonNullable<RawDispositions[string]>;
/** What a party has of its own under what its dispositions state. */
type OwnNumbers = Pick<Party, "values" | "linkages" | "redLines" | "walkAway" | "tactic" | "positions">;

function overlaid(own: readonly IssueValues[], stated: Disposition["stated"]["values"]): IssueValues[] {
  return own.map(({ weight, options, grounds }, issue) => ({
    weight: stated[issue]?.weight ?? weight,
    options: options.map((value, option) => stated[issue]?.options[option] ?? value),
    grounds,
  }));
}

function holdsAtLeastOf(
  context: Context,
  raw: RawDisposition["holds_at_least"],
  path: Path,
  { positions }: OwnNumbers,
  party: number,
): (number | null)[] {
  const ids = context.names.positions[party];
  for (const [id] of entriesOf(raw)) if (ids) lookUp(context, ids, id, POSITION, [...path, id], true);
  return positions.map(({ id, holdsAtLeast }) => raw?.[id] ?? holdsAtLeast);
}

function dispositionOf(
  context: Context,
  id: string,
  raw: RawDisposition,
  path: Path,
  own: OwnNumbers,
  integers: readonly boolean[],
  party: number,
): Disposition {
  const grounds = groundsOf(context, raw, path);
  wantGrounds(context, raw, path, "This disposition");
  const values = statedValuesOf(context, raw.values, integers, [...path, "values"]);
  const { at = null, drift_per_round: driftPerRound = null } = raw.walk_away ?? {};
  const tactic = raw.tactic ? tacticOfFile(context, raw.tactic, [...path, "tactic"]) : null;
  const worths = overlaid(own.values, values);
  if (raw.values)
    checkWeightSum(
      context,
      worths.map(({ weight }) => weight),
      [...path, "values"],
    );
  return {
    id,
    label: textOr(context, raw.label, [...path, "label"], id),
    chance: raw.chance ?? 0,
    briefing: textOf(context, raw.briefing, [...path, "briefing"]),
    grounds,
    stated: { values, walkAway: { at, driftPerRound }, tactic },
    values: worths,
    linkages: raw.linkages ? linkagesOf(context, raw.linkages, [...path, "linkages"]) : own.linkages,
    redLines: raw.red_lines ? redLinesOf(context, raw.red_lines, [...path, "red_lines"]) : own.redLines,
    walkAway: {
      ...own.walkAway,
      at: at ?? own.walkAway.at,
      driftPerRound: driftPerRound ?? own.walkAway.driftPerRound,
    },
    tactic: tactic ?? own.tactic,
    holdsAtLeast: holdsAtLeastOf(context, raw.holds_at_least, [...path, "holds_at_least"], own, party),
  };
}

function checkChances(context: Context, entries: readonly [string, RawDisposition][], path: Path): void {
  const { diagnostics } = context;
  const most = LIMITS.dispositionsOfAParty;
  if (entries.length === 1) {
    const message = "One disposition is no choice. Add another, or write its numbers into the party itself.";
    diagnostics.error("one-disposition", path, message);
  } else if (entries.length > most) {
    const message = `There are ${entries.length} dispositions; a party has at most ${most}.`;
    diagnostics.error("too-many-dispositions", path, message);
  }
  const chances = entries.map(([, { chance }]) => chance);
  // A broken one was told; what they would sum to is not known.
  if (entries.length < 2 || chances.includes(undefined)) return;
  const sum = chances.reduce((total: number, chance) => total + (chance ?? 0), 0);
  if (Math.abs(sum - 1) <= equalWithin(1)) return;
  const shown = Math.round(sum * 1e6) / 1e6;
  const message = `The chances of these dispositions sum to ${shown}, not to 1. Change them so that they do.`;
  diagnostics.error("chance-sum", path, message);
}

/**
 * The dispositions of a party, in the order of the file, each with all its numbers: what it states over what the party has.
 * @param own what the party has
 * @param integers by issue, whether it is an integer issue
 * @param party its index
 */
export function dispositionsOf(
  context: Context,
  raw: RawDispositions | undefined,
  path: Path,
  own: OwnNumbers,
  integers: readonly boolean[],
  party: number,
): Disposition[] {
  const entries = entriesOf(raw);
  if (raw) checkChances(context, entries, path);
  return entries.map(([id, given]) => dispositionOf(context, id, given, [...path, id], own, integers, party));
}
