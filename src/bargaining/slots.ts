import { numberAt } from "../exact/at.ts";
import { optionIn, type Space } from "./space.ts";

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
