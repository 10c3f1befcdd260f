import type { Space } from "../bargaining/space.ts";
import { inUnits, type Units, unitsFor } from "../bargaining/utility.ts";
import type { Terms } from "../scenario/types.ts";
import type { Candidates } from "../table/party/candidates.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";

/** A linkage, in units. */
interface LinkedWorth {
  readonly when: Terms;
  readonly worth: number;
}

/**
 * Where the search for an offer looks, and what it finds there for its own side: issue by issue, in whole units, so that sums are
 * exact in any order. The same for as long as a party keeps its position and its commitments, and nothing goes off the table.
 */
export interface OfferRoom {
  readonly space: Space;
  readonly units: Units & {
    /** Units of the scenario's scale. */
    readonly whole: number;
  };
  /** Slots of the options that the position asks for and no event has taken off the table, issue by issue. */
  readonly open: Int32Array;
  /** By slot: 1 for these. */
  readonly isOpen: Uint8Array;
  /** Where those of an issue begin; issues + 1 entries. */
  readonly firstOpen: Int32Array;
  /** How many packages these options make. */
  readonly size: number;
  /** By slot: what the option is worth to the side, what it costs it in broken commitments, and the one less the other. */
  readonly worth: Float64Array;
  readonly cost: Float64Array;
  readonly net: Float64Array;
  /** Infinity: none. */
  readonly cap: number;
  /** By issue: the linkages that are known with it. */
  readonly linkages: readonly (readonly LinkedWorth[])[];
  /** By issue: own red lines that are known with it. */
  readonly redLines: readonly (readonly Terms[])[];
  /** From an issue on (issues + 1 entries): the most that options can still add, less costs; that linkages can; the least costs. */
  readonly netLeft: Float64Array;
  readonly linkageLeft: Float64Array;
  readonly costLeft: Float64Array;
  /** From an issue on: the least that options add to the number of a package. */
  readonly indexLeft: Float64Array;
}

/** Each entry at the last issue that its terms name; at the first where they name none. */
export function byLastIssue<T>(issues: number, entries: readonly T[], termsOf: (entry: T) => Terms): T[][] {
  const sorted: T[][] = Array.from({ length: issues }, () => []);
  for (const entry of entries)
    sorted[termsOf(entry).reduce((last, { issue }) => Math.max(last, issue), 0)]?.push(entry);
  return sorted;
}

/** Sums from each issue to the last; none is left after it. */
function leftFrom(issues: number, ofIssue: (issue: number) => number): Float64Array {
  const left = new Float64Array(issues + 1);
  for (let issue = issues - 1; issue >= 0; issue--) left[issue] = (left[issue + 1] as number) + ofIssue(issue);
  return left;
}

function ownUnits({ rules: { scale, space } }: View, { partyModel }: OwnSide): OfferRoom["units"] {
  const { party, slotWorth } = partyModel;
  let largest = party.audienceCost * space.sizes.length + Math.abs(party.cap ?? 0);
  for (const { worth } of party.linkages) largest += Math.abs(worth);
  for (const worth of slotWorth) largest += Math.abs(worth);
  const units = unitsFor(scale, largest);
  return { ...units, whole: units.perWorth * scale };
}

/** By issue, the slots of the options that may be offered. */
function openSlots({ rules: { space }, removed }: View, { partyModel, position }: OwnSide): number[][] {
  const asks = partyModel.positions[position]?.asks ?? [];
  return space.sizes.map((size, issue) => {
    const first = space.firstSlot[issue] as number;
    const asked = asks.filter((term) => term.issue === issue);
    return Array.from({ length: size }, (_, option) => option)
      .filter((option) => removed[first + option] !== 1 && asked.every(({ options }) => options.includes(option)))
      .map((option) => first + option);
  });
}

function buildRoom(view: View, own: OwnSide): OfferRoom {
  const { space } = view.rules;
  const { party, slotWorth } = own.partyModel;
  const issues = space.sizes.length;
  const units = ownUnits(view, own);
  const slots = openSlots(view, own);
  const worth = slotWorth.map((one) => inUnits(units, one));
  const cost = new Float64Array(space.slots);
  for (const [issue, committed] of own.commitments.entries()) {
    if (committed < 0) continue;
    const kept = (space.firstSlot[issue] as number) + committed;
    for (const slot of slots[issue] ?? []) if (slot !== kept) cost[slot] = inUnits(units, party.audienceCost);
  }
  const net = worth.map((one, slot) => one - (cost[slot] as number));
  const linked = party.linkages.map(({ when, worth: one }) => ({ when, worth: inUnits(units, one) }));
  const linkages = byLastIssue(issues, linked, ({ when }) => when);
  const red = party.redLines.map(({ when }) => when);
  const over = (issue: number, of: Float64Array): number[] => (slots[issue] ?? []).map((slot) => of[slot] as number);
  const firstOpen = new Int32Array(issues + 1);
  for (const [issue, list] of slots.entries()) firstOpen[issue + 1] = (firstOpen[issue] as number) + list.length;
  return {
    space,
    units,
    open: Int32Array.from(slots.flat()),
    isOpen: Uint8Array.from(worth, (_, slot) => (slots.some((list) => list.includes(slot)) ? 1 : 0)),
    firstOpen,
    size: slots.reduce((size, list) => size * list.length, 1),
    worth,
    cost,
    net,
    cap: party.cap === null ? Infinity : inUnits(units, party.cap),
    linkages,
    redLines: byLastIssue(issues, red, (when) => when),
    netLeft: leftFrom(issues, (issue) => Math.max(...over(issue, net))),
    linkageLeft: leftFrom(issues, (issue) => {
      return (linkages[issue] ?? []).reduce((sum, one) => sum + Math.max(0, one.worth), 0);
    }),
    costLeft: leftFrom(issues, (issue) => Math.min(...over(issue, cost))),
    indexLeft: leftFrom(issues, (issue) => {
      const lowest = (slots[issue]?.[0] ?? 0) - (space.firstSlot[issue] as number);
      return lowest * (space.strides[issue] as number);
    }),
  };
}

// A list of candidates belongs to one party, position, set of commitments and of options off the table, as a room does.
const rooms = new WeakMap<Candidates, OfferRoom>();

/** The room of a side of the view. */
export function roomOf(view: View, own: OwnSide): OfferRoom {
  const { candidates } = own;
  let room = rooms.get(candidates);
  if (!room) {
    room = buildRoom(view, own);
    rooms.set(candidates, room);
  }
  return room;
}
