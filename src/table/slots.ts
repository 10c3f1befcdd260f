import { optionIn, type Space } from "../bargaining/space.ts";

/** Up to 32 MB are spent on looking slots up instead of working them out. */
const LISTED = 16_777_216;

// Worked out once for each space. A pure function of it, so sharing it between runs changes nothing.
const tables = new WeakMap<Space, Uint16Array | null>();

/** The slot that a package holds for an issue: its option, numbered through over all issues. */
export function slotIn(space: Space, pack: number, issue: number): number {
  return (space.firstSlot[issue] as number) + optionIn(space, pack, issue);
}

function build(space: Space): Uint16Array | null {
  const issues = space.sizes.length;
  if (space.size * issues > LISTED || space.slots > 65_536) return null;
  const table = new Uint16Array(space.size * issues);
  for (let issue = 0; issue < issues; issue++) {
    for (let pack = 0; pack < space.size; pack++) table[pack * issues + issue] = slotIn(space, pack, issue);
  }
  return table;
}

/** The slots of every package, at `pack · issues + issue`; null where the space is too large to list them. */
export function slotTable(space: Space): Uint16Array | null {
  let table = tables.get(space);
  if (table === undefined) {
    table = build(space);
    tables.set(space, table);
  }
  return table;
}

/** The sum over the issues of a package, in their order, of what is listed by slot. */
export function sumOverSlots(space: Space, pack: number, shares: ArrayLike<number>): number {
  let sum = 0;
  for (let issue = 0; issue < space.sizes.length; issue++) sum += shares[slotIn(space, pack, issue)] as number;
  return sum;
}

/** The same sum with the slots looked up. */
export function sumOverListed(table: Uint16Array, issues: number, pack: number, shares: Float64Array): number {
  let sum = 0;
  const end = (pack + 1) * issues;
  for (let at = pack * issues; at < end; at++) sum += shares[table[at] as number] as number;
  return sum;
}
