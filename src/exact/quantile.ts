import { at } from "./at.ts";

/**
 * Quantile by linear interpolation (type 7 of Hyndman & Fan 1996). `sorted` must rise; 0 of nothing.
 * @throws RangeError when p is not from 0 to 1
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return 0;
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const below = at(sorted, low);
  const above = at(sorted, Math.min(low + 1, sorted.length - 1));
  return below + (place - low) * (above - below);
}
