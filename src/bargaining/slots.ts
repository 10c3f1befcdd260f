import { at, numberAt } from "../exact/at.ts";
import { optionIn, type Space } from "./space.ts";

/** Up to 8 MB are spent on a list of packages to look their slots up instead of working them out. */
const ROWS_LIMIT = 4_194_304;

/** The slot that a package holds for an issue: its option, numbered through over all issues. */
export function slotIn(space: Space, pack: number, issue: number): number {
  return (space.firstSlot[issue] ?? Number.NaN) + optionIn(space, pack, issue);
}

/** The sum over the issues of a package, in their order, of what is listed by slot. */
export function sumOverSlots(space: Space, pack: number, shares: Float64Array): number {
  let sum = 0;
  for (let issue = 0; issue < space.sizes.length; issue++) sum += numberAt(shares, slotIn(space, pack, issue));
  return sum;
}

/** The same sum for the package at a place of {@link slotRows}. */
export function sumOverRow(rows: Uint16Array, issues: number, place: number, shares: Float64Array): number {
  let sum = 0;
  const end = (place + 1) * issues;
  for (let cell = place * issues; cell < end; cell++) sum += numberAt(shares, rows[cell] ?? -1);
  return sum;
}

// Worked out once for each list, which does not change; sharing it between runs changes nothing.
const rowsByList = new WeakMap<Int32Array, Uint16Array | null>();

/**
 * The slots of listed packages in the order of the list, at `place · issues + issue`: side by side, since the search
 * for a good offer runs through them from first to last. Null where the list is too long.
 */
export function slotRows(space: Space, packages: Int32Array): Uint16Array | null {
  let rows = rowsByList.get(packages);
  if (rows !== undefined) return rows;
  const issues = space.sizes.length;
  rows =
    packages.length * issues > ROWS_LIMIT || space.slots > 65_536 ? null : new Uint16Array(packages.length * issues);
  for (let cell = 0; rows && cell < rows.length; cell++) {
    rows[cell] = slotIn(space, at(packages, Math.floor(cell / issues)), cell % issues);
  }
  rowsByList.set(packages, rows);
  return rows;
}
