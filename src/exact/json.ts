import canonicalize from "canonicalize";

/** Values that JSON can hold; what is hashed must be one of them. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Whether a value from outside is a map with keys, as JSON and YAML have it; a list is none. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The map that a value from outside is; an empty one where it is something else. */
export function plainMapOf(value: unknown): Readonly<Record<string, unknown>> {
  return isPlainMap(value) ? value : {};
}

/**
 * Canonical JSON (RFC 8785): one text for one value, whatever the order in which its keys were set.
 * @throws TypeError for what JSON cannot hold (undefined, NaN, functions, cycles)
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("canonical JSON holds no undefined");
  return text;
}
