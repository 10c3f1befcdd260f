import type * as z from "zod";
import { openPositionLabel } from "../../language/open-position.ts";
import type { Path } from "../diagnostics.ts";
import { type DeepPartial, entriesOf } from "../shape/partial.ts";
import type { leverShape, positionShape, scheduledMoveShape } from "../shape/party.ts";
import { listed, quote } from "../suggest.ts";
import { type Lever, type Move, NO_GROUNDS, type Position, type ScheduledMove } from "../types.ts";
import { conditionOf, effectsOf } from "./conditions.ts";
import { type Context, LEVER, lookUp, OPEN_POSITION, POSITION, partyAt } from "./context.ts";
import { oneOption, termsOf } from "./terms.ts";
import { everywhere, groundsOf, textOr, wantGrounds } from "./texts.ts";

type RawPosition = DeepPartial<z.infer<typeof positionShape>>;
type RawScheduledMove = DeepPartial<z.infer<typeof scheduledMoveShape>>;
type RawLever = DeepPartial<z.infer<typeof leverShape>>;

const SCHEDULED_MOVE_KINDS = [
  "sound_out",
  "commit",
  "press",
  "ask_text",
  "walk_out",
] as const satisfies readonly ScheduledMove["kind"][];

function kindOf(context: Context, raw: RawScheduledMove, path: Path): (typeof SCHEDULED_MOVE_KINDS)[number] | null {
  const named = SCHEDULED_MOVE_KINDS.filter((kind) => raw[kind] !== undefined);
  const [kind] = named;
  const rest = ["when", "cite", "why"];
  if (Object.keys(raw).every((key) => rest.includes(key))) {
    context.diagnostics.error("one-deed", path, `This does nothing. Add one of ${listed(SCHEDULED_MOVE_KINDS)}.`);
  } else if (named.length > 1) {
    context.diagnostics.error("one-deed", path, `This does ${listed(named)} at once. Write one list item for each.`);
  }
  return kind ?? null;
}

function scheduledMoveOf(
  context: Context,
  scheduled: RawScheduledMove | undefined,
  path: Path,
  party: number,
): ScheduledMove {
  const raw = scheduled ?? {};
  const kind = scheduled ? kindOf(context, scheduled, path) : null;
  const rest = {
    when: conditionOf(context, raw.when, [...path, "when"], party),
    grounds: groundsOf(context, raw, path),
  };
  switch (kind) {
    case "sound_out": {
      const at = [...path, "sound_out"];
      const asked = partyAt(context, raw.sound_out?.party, [...at, "party"]);
      if (asked === party && asked >= 0) {
        context.diagnostics.error("deed-on-self", [...at, "party"], "A party cannot sound itself out. Name another.");
      }
      return { kind, party: asked, ...oneOption(context, raw.sound_out?.option, [...at, "option"]), ...rest };
    }
    case "commit":
      return { kind, ...oneOption(context, raw.commit, [...path, "commit"]), ...rest };
    case "press": {
      const levers = context.names.levers[party];
      const lever = levers ? lookUp(context, levers, raw.press ?? "", LEVER, [...path, "press"]) : -1;
      return { kind, lever, ...rest };
    }
    case "ask_text":
    case "walk_out":
      return { kind, ...rest };
    case null:
      // Told already; it keeps its place, so that the index of a later one is that of the file.
      return { kind: "walk_out", ...rest };
  }
}

function moveOf(
  context: Context,
  raw: RawPosition["moves"],
  index: number,
  path: Path,
  party: number,
  from: string,
): Move {
  const move = raw?.[index];
  const at = [...path, "moves", index];
  const positions = context.names.positions[party];
  const to = move?.to === undefined || !positions ? -1 : lookUp(context, positions, move.to, POSITION, [...at, "to"]);
  if (move?.to === from) {
    context.diagnostics.error(
      "move-to-self",
      [...at, "to"],
      `This moves from ${quote(from)} to itself. Name another position.`,
    );
  }
  const grounds = groundsOf(context, move, at);
  if (move) wantGrounds(context, move, at, `The move to ${quote(move.to ?? "another position")}`);
  return { to, when: conditionOf(context, move?.when, [...at, "when"], party), grounds };
}

function positionOf(context: Context, id: string, raw: RawPosition, path: Path, party: number): Position {
  const isOpening = context.names.positions[party]?.list[0] === id;
  const grounds = groundsOf(context, raw, path);
  if (!isOpening) wantGrounds(context, raw, path, `The position ${quote(id)}`);
  else if (context.names.sources.size > 0 && !Object.hasOwn(raw, "cite")) {
    const message = `The opening position ${quote(id)} cites no source. Say with \`cite\` where it was put forward.`;
    context.diagnostics.warn("no-grounds", path, message);
  }
  const does = (raw.does ?? []).map(
    (move, index): ScheduledMove => scheduledMoveOf(context, move, [...path, "does", index], party),
  );
  return {
    id,
    label: textOr(context, raw.label, [...path, "label"], id),
    asks: termsOf(context, raw.asks, [...path, "asks"]),
    holdsAtLeast: raw.holds_at_least ?? null,
    moves: (raw.moves ?? []).map((_, index) => moveOf(context, raw.moves, index, path, party, id)),
    does,
    grounds,
  };
}

/** A party's positions, the opening one first; one that asks nothing where the file has none. */
export function positionsOf(
  context: Context,
  raw: Readonly<Record<string, RawPosition | undefined>> | undefined,
  path: Path,
  party: number,
): Position[] {
  const positions = entriesOf(raw).map(([id, position]) => positionOf(context, id, position, [...path, id], party));
  if (positions.length > 0) return positions;
  const label = everywhere(context, openPositionLabel);
  return [{ id: OPEN_POSITION, label, asks: [], holdsAtLeast: null, moves: [], does: [], grounds: NO_GROUNDS }];
}

/** A lever of a party; its effects are on the party that it names. */
export function leverOf(context: Context, id: string, raw: RawLever, path: Path): Lever {
  const on = partyAt(context, raw.on, [...path, "on"]);
  const grounds = groundsOf(context, raw, path);
  wantGrounds(context, raw, path, `The lever ${quote(id)}`);
  return {
    id,
    title: textOr(context, raw.title, [...path, "title"], id),
    on,
    effects: effectsOf(context, raw.effects, [...path, "effects"], on),
    cost: raw.cost ?? 0,
    uses: raw.uses ?? 1,
    grounds,
  };
}
