/** A place in CSS pixels from the upper left corner of the stage. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where HTML has laid out what the stage draws between; the stage lays out nothing itself. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** Centres of the stops, by issue and option. At least one for each issue. */
  readonly stops: readonly (readonly Spot[])[];
  /** Centres of the parties' tokens above the stops, by issue and party; null where it has none. */
  readonly tokens: readonly (readonly (Spot | null)[])[];
  /** Centres of the marks on the cards of the delegations, by party, and half their size. */
  readonly cards: readonly ((Spot & { readonly half: number }) | null)[];
}

/** Where an issue's rail is at a place counted in options, which may lie between two. */
export function along(stops: readonly Spot[], at: number): Spot {
  const last = stops.length - 1;
  const place = Math.min(Math.max(at, 0), last);
  const from = stops[Math.min(Math.floor(place), Math.max(last - 1, 0))] as Spot;
  const to = stops[Math.min(Math.floor(place) + 1, last)] ?? from;
  const part = place - Math.min(Math.floor(place), Math.max(last - 1, 0));
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
