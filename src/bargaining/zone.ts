/** What decides whether a package could be signed. Lists are by party. */
export interface ZoneQuestion {
  readonly size: number;
  readonly worths: readonly Float64Array[];
  readonly reds: readonly Uint8Array[];
  /** Worth below which each party prefers no deal. */
  readonly reservations: readonly number[];
  /** Whether acceptance by these parties binds. */
  readonly binds: (accepts: (party: number) => boolean) => boolean;
}

/**
 * The zone of possible agreement (Raiffa 1982): every package that enough parties would rather sign than have no deal, without
 * crossing a red line of theirs. Rising package numbers.
 */
export function zoneOf({ size, worths, reds, reservations, binds }: ZoneQuestion): number[] {
  const zone: number[] = [];
  let pack = 0;
  const accepts = (party: number): boolean =>
    reds[party]?.[pack] === 0 && (worths[party]?.[pack] as number) >= (reservations[party] as number);
  for (pack = 0; pack < size; pack++) if (binds(accepts)) zone.push(pack);
  return zone;
}

/** The most that any of these packages is worth to a party; −Infinity of none. */
export function bestOf(packages: readonly number[], worth: Float64Array): number {
  return packages.reduce((best, pack) => Math.max(best, worth[pack] as number), -Infinity);
}
