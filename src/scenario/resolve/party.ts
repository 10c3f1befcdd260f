import type * as z from "zod";
import { at } from "../../exact/at.ts";
import { MARK_COLOURS, MARK_SHAPES } from "../codes.ts";
import type { Path } from "../diagnostics.ts";
import { USUAL_TRUST } from "../party-rules.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import type { actorShape, partyShape } from "../shape/party.ts";
import { quote } from "../suggest.ts";
import type { Actor, Mark, Party } from "../types.ts";
import { type Context, partyAt, partyKey } from "./context.ts";
import { dispositionsOf } from "./dispositions.ts";
import { leverOf, positionsOf } from "./positions.ts";
import { groundsOf, textOf, textOr } from "./texts.ts";
import { checkWeights, valuesOf } from "./values.ts";
import { interestsOf, linkagesOf, redLinesOf, tacticOfFile, walkAwayOf } from "./wants.ts";

type RawParty = DeepPartial<z.infer<typeof partyShape>>;
type RawActor = DeepPartial<z.infer<typeof actorShape>>;

function trustOf(context: Context, raw: RawParty["trust"], path: Path, party: number): number[] {
  const trust = context.names.parties.list.map(() => USUAL_TRUST);
  for (const [id, given] of entriesOf(raw)) {
    const other = partyKey(context, id, [...path, id]);
    if (other < 0) continue;
    if (other === party) {
      const message = "This is the party itself. Name another party, or take it away.";
      context.diagnostics.errorAtKey("trust-in-self", [...path, id], message);
    }
    trust[other] = given;
  }
  return trust;
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
  const own = {
    values,
    linkages: linkagesOf(context, raw.linkages, [...path, "linkages"]),
    redLines: redLinesOf(context, raw.red_lines, [...path, "red_lines"]),
    walkAway: walkAwayOf(context, raw.walk_away, [...path, "walk_away"]),
    tactic: tacticOfFile(context, raw.tactic, [...path, "tactic"]),
    positions: positionsOf(context, raw.positions, [...path, "positions"], index),
  };
  // In the order of the stored shape: a record that is read and written again stays the same file.
  return {
    id,
    name: textOr(context, raw.name, [...path, "name"], id),
    delegate: textOf(context, raw.delegate, [...path, "delegate"]),
    role,
    mark,
    interests: interestsOf(context, raw.interests, [...path, "interests"]),
    briefing: textOf(context, raw.briefing, [...path, "briefing"]),
    values,
    linkages: own.linkages,
    redLines: own.redLines,
    walkAway: own.walkAway,
    cap: raw.cap ?? null,
    discount: raw.discount ?? 1,
    tactic: own.tactic,
    dispositions: dispositionsOf(context, raw.dispositions, [...path, "dispositions"], own, integers, index),
    trust: trustOf(context, raw.trust, [...path, "trust"], index),
    positions: own.positions,
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
