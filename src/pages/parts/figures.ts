import type { Speaker } from "../../language/speaker.ts";

/** A share, 0–1, as the screens show it: of 100. */
export function hundredths(t: Speaker, share: number): string {
  return t.number(share * 100);
}

/** A figure with one decimal, where it is not whole. */
export function wholeOrTenths(t: Speaker, value: number): string {
  return t.number(value, Number.isInteger(value) ? 0 : 1);
}
