import type { Scenario } from "../../scenario/types.ts";

// What programs read: ids instead of titles, worths in the scenario's own scale.

/** JSON as every command writes it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** An option by its ids. */
export function optionIds(
  { issues }: Scenario,
  issue: number,
  option: number,
): { readonly issue: string; readonly option: string } {
  return { issue: issues[issue]?.id ?? "", option: issues[issue]?.options[option]?.id ?? "" };
}
