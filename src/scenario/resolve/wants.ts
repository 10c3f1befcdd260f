import type * as z from "zod";
import { USUAL_EXPONENT } from "../codes.ts";
import type { Path } from "../diagnostics.ts";
import type { DeepPartial } from "../shape/partial.ts";
import type { partyShape } from "../shape/party.ts";
import type { Interest, Linkage, RedLine, Tactic, WalkAway } from "../types.ts";
import { type Context, ISSUE, lookUp } from "./context.ts";
import { someTerms } from "./terms.ts";
import { groundsOf, textOf, textOr, wantGrounds } from "./texts.ts";

type RawParty = DeepPartial<z.infer<typeof partyShape>>;

/** Why a party wants what it wants. */
export function interestsOf(context: Context, raw: RawParty["interests"], path: Path): Interest[] {
  return (raw ?? []).flatMap((interest, index) => {
    if (!interest) return [];
    const at = [...path, index];
    const issues = (interest.issues ?? []).map((id, place) =>
      id === undefined ? -1 : lookUp(context, context.names.issues, id, ISSUE, [...at, "issues", place]),
    );
    return [
      {
        text: textOr(context, interest.text, [...at, "text"], ""),
        public: textOf(context, interest.public, [...at, "public"]),
        issues,
        grounds: groundsOf(context, interest, at),
      },
    ];
  });
}

/** Combinations that are worth more or less than their parts. */
export function linkagesOf(context: Context, raw: RawParty["linkages"], path: Path): Linkage[] {
  return (raw ?? []).flatMap((linkage, index) => {
    if (!linkage) return [];
    const at = [...path, index];
    const grounds = groundsOf(context, linkage, at);
    wantGrounds(context, linkage, at, "This linkage");
    const title = textOf(context, linkage.title, [...at, "title"]);
    return [{ title, when: someTerms(context, linkage.when, [...at, "when"]), worth: linkage.worth ?? 0, grounds }];
  });
}

/** What a party refuses whatever it gets for it. */
export function redLinesOf(context: Context, raw: RawParty["red_lines"], path: Path): RedLine[] {
  return (raw ?? []).flatMap((line, index) => {
    if (!line) return [];
    const at = [...path, index];
    const grounds = groundsOf(context, line, at);
    wantGrounds(context, line, at, "This red line");
    return [
      {
        title: textOf(context, line.title, [...at, "title"]),
        when: someTerms(context, line.when, [...at, "when"]),
        grounds,
      },
    ];
  });
}

/** What no deal is worth to a party, and means. */
export function walkAwayOf(context: Context, raw: RawParty["walk_away"], path: Path): WalkAway {
  const grounds = groundsOf(context, raw, path);
  if (raw) wantGrounds(context, raw, path, "The walk-away");
  return {
    at: raw?.at ?? 0,
    driftPerRound: raw?.drift_per_round ?? 0,
    means: textOf(context, raw?.means, [...path, "means"]),
    grounds,
  };
}

/** How the target of a machine falls; what is left out is as usual. */
export function tacticOfFile(context: Context, raw: RawParty["tactic"], path: Path): Tactic {
  groundsOf(context, raw, path);
  const kind = raw?.kind ?? "linear";
  const given = raw?.exponent;
  const [low = USUAL_EXPONENT[kind], high = low] = typeof given === "object" ? given : [given];
  if (low > high) {
    const message = `The range goes from ${low} down to ${high}. Write the smaller number first.`;
    context.diagnostics.error("bad-range", [...path, "exponent"], message);
  }
  return { kind, exponent: [low, high], reciprocity: raw?.reciprocity ?? 0 };
}
