import type * as z from "zod";
import { at } from "../../exact/at.ts";
import { MARK_COLOURS, MARK_SHAPES, USUAL_EXPONENT } from "../codes.ts";
import type { Path } from "../diagnostics.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import type { actorShape, partyShape } from "../shape/party.ts";
import { quote } from "../suggest.ts";
import type { Actor, Interest, Linkage, Mark, Party, RedLine, Tactic, WalkAway } from "../types.ts";
import { type Context, ISSUE, lookUp, partyAt } from "./context.ts";
import { leverOf, positionsOf } from "./positions.ts";
import { someTerms } from "./terms.ts";
import { groundsOf, textOf, textOr, wantGrounds } from "./texts.ts";
import { checkWeights, valuesOf } from "./values.ts";

type RawParty = DeepPartial<z.infer<typeof partyShape>>;
type RawActor = DeepPartial<z.infer<typeof actorShape>>;

function interestsOf(context: Context, raw: RawParty, path: Path): Interest[] {
  return (raw.interests ?? []).flatMap((interest, index) => {
    if (!interest) return [];
    const at = [...path, "interests", index];
    const issues = (interest.issues ?? []).map((id, place) =>
      id === undefined ? -1 : lookUp(context, context.names.issues, id, ISSUE, [...at, "issues", place]),
    );
    return [
      { text: textOr(context, interest.text, [...at, "text"], ""), issues, grounds: groundsOf(context, interest, at) },
    ];
  });
}

function linkagesOf(context: Context, raw: RawParty, path: Path): Linkage[] {
  return (raw.linkages ?? []).flatMap((linkage, index) => {
    if (!linkage) return [];
    const at = [...path, "linkages", index];
    const grounds = groundsOf(context, linkage, at);
    wantGrounds(context, linkage, at, "This linkage");
    const title = textOf(context, linkage.title, [...at, "title"]);
    return [{ title, when: someTerms(context, linkage.when, [...at, "when"]), worth: linkage.worth ?? 0, grounds }];
  });
}

function redLinesOf(context: Context, raw: RawParty, path: Path): RedLine[] {
  return (raw.red_lines ?? []).flatMap((line, index) => {
    if (!line) return [];
    const at = [...path, "red_lines", index];
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

function walkAwayOf(context: Context, raw: RawParty["walk_away"], path: Path): WalkAway {
  const grounds = groundsOf(context, raw, path);
  if (raw) wantGrounds(context, raw, path, "The walk-away");
  return {
    at: raw?.at ?? 0,
    driftPerRound: raw?.drift_per_round ?? 0,
    means: textOf(context, raw?.means, [...path, "means"]),
    grounds,
  };
}

function tacticOf(context: Context, raw: RawParty["tactic"], path: Path): Tactic {
  groundsOf(context, raw, path);
  const kind = raw?.kind ?? "linear";
  const given = raw?.exponent;
  const [low = USUAL_EXPONENT[kind], high = low] = typeof given === "object" ? given : [given];
  if (low > high) {
    const message = `The range goes from ${low} down to ${high}. Write the smaller number first.`;
    context.diagnostics.error("bad-range", [...path, "exponent"], message);
  }
  return { kind, exponent: [low, high] };
}

/**
 * One party of the file.
 * @param integers by issue, whether it is an integer issue
 */
export function partyOf(
  context: Context,
  id: string,
  raw: RawParty,
  path: Path,
  mark: Mark,
  integers: readonly boolean[],
): Party {
  const index = context.names.parties.indexOf(id);
  const role = context.names.roles[index] ?? "party";
  const values = valuesOf(context, raw.values, integers, [...path, "values"]);
  // A mediator need not want anything itself.
  if (role !== "mediator" || values.some(({ weight }) => weight > 0))
    checkWeights(context, raw.values, [...path, "values"]);
  groundsOf(context, raw, path);
  return {
    id,
    name: textOr(context, raw.name, [...path, "name"], id),
    delegate: textOf(context, raw.delegate, [...path, "delegate"]),
    role,
    mark,
    interests: interestsOf(context, raw, path),
    values,
    linkages: linkagesOf(context, raw, path),
    redLines: redLinesOf(context, raw, path),
    walkAway: walkAwayOf(context, raw.walk_away, [...path, "walk_away"]),
    cap: raw.cap ?? null,
    discount: raw.discount ?? 1,
    tactic: tacticOf(context, raw.tactic, [...path, "tactic"]),
    positions: positionsOf(context, raw.positions, [...path, "positions"], index),
    stakes: Object.fromEntries(entriesOf(raw.stakes)),
    audienceCost: raw.audience_cost ?? 0,
    levers: entriesOf(raw.levers).map(([lever, given]) => leverOf(context, lever, given, [...path, "levers", lever])),
  };
}

/** A force on the ground. */
export function actorOf(context: Context, id: string, raw: RawActor, path: Path): Actor {
  const [low = 0, high = 1] = raw.influence ?? [];
  if (low > high) {
    const message = `The influence of ${quote(id)} goes from ${low} down to ${high}. Write the smaller number first.`;
    context.diagnostics.error("bad-range", [...path, "influence"], message);
  }
  return {
    id,
    name: textOr(context, raw.name, [...path, "name"], id),
    patron: raw.patron === undefined ? null : partyAt(context, raw.patron, [...path, "patron"]),
    party: raw.party === undefined ? null : partyAt(context, raw.party, [...path, "party"]),
    influence: [low, high],
    grounds: groundsOf(context, raw, path),
  };
}

/** Up to three signs of an id that no party has yet: initials of its words, else its first letters. */
function lettersOf(id: string, taken: ReadonlySet<string>): string {
  const words = id.split(/[-_]/).filter((word) => word.length > 0);
  const initials = words.map((word) => word[0]).join("");
  const whole = words.join("");
  const candidates = [
    ...(words.length > 1 ? [initials.slice(0, 3)] : []),
    whole.slice(0, 2),
    ...Array.from(whole.slice(2), (letter) => `${whole[0]}${letter}`),
    ...Array.from({ length: 99 }, (_, index) => `${whole[0]}${index + 1}`),
  ];
  return (candidates.find((letters) => !taken.has(letters.toUpperCase())) ?? whole.slice(0, 3)).toUpperCase();
}

/** The marks of all parties: what the file says, and for the rest colours and shapes by place and letters by id. */
export function marksOf(parties: readonly (readonly [id: string, mark: DeepPartial<Mark> | undefined])[]): Mark[] {
  const taken = new Set(parties.flatMap(([, mark]) => (mark?.letters ? [mark.letters.toUpperCase()] : [])));
  return parties.map(([id, mark], index) => {
    const letters = mark?.letters ?? lettersOf(id, taken);
    taken.add(letters.toUpperCase());
    return {
      colour: mark?.colour ?? at(MARK_COLOURS, index % MARK_COLOURS.length),
      shape: mark?.shape ?? at(MARK_SHAPES, index % MARK_SHAPES.length),
      letters,
    };
  });
}
