import canonicalize from "canonicalize";

/** Values that JSON can hold; what is hashed must be one of them. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON (RFC 8785): one text for one value, whatever the order in which its keys were set.
 * @throws TypeError for what JSON cannot hold (undefined, NaN, functions, cycles)
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("canonical JSON holds no undefined");
  return text;
}
