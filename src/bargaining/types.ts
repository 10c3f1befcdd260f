/** A number of packages: a number up to 2^53, a bigint above. */
export type Count = number | bigint;

/** A package that stands for every package worth the same to all voters (each worth within 1e-9 of the scale). */
export interface Point {
  /** The lowest of them by number: option index by issue. */
  readonly options: readonly number[];
  /** Its number in mixed radix, the first issue the most significant. */
  readonly package: Count;
  /** What it is worth by party, mediator included, in the scenario's scale; to the bit what `worthOf` gives. */
  readonly utilities: readonly number[];
  /** How many packages are worth the same. */
  readonly packages: Count;
}

/** The Pareto frontier among the voters, over all packages whether a red line is crossed or not. */
export interface Frontier {
  /** Packages that no other package dominates (at least as good for every voter, better for one). */
  readonly packages: Count;
  /** Distinct points, in package order. */
  readonly points: readonly Point[];
  /** Whether these are all the points; else they are a sample within {@link Frontier.error}. */
  readonly exact: boolean;
  /** Proven: for every package there is a listed point that gives no voter less than this below it. Scenario's scale; 0 when exact. */
  readonly error: number;
}

/** Packages that bind: enough voters would rather sign them than have no deal, without crossing a red line of their own. */
export interface Zone {
  /** null: could not be settled (`size.low` is 0, `size.high` is not). */
  readonly exists: boolean | null;
  /** How many; `low < high` where the count could not be finished and lies between. */
  readonly size: { readonly low: Count; readonly high: Count };
}

/** A change to one party's instructions. */
export type OpeningChange =
  /** Its walk-away comes down from `from` to `to` (scenario's scale). */
  | { readonly kind: "walk_away"; readonly party: number; readonly from: number; readonly to: number }
  /** Its red line (index in the party's list) is given up. */
  | { readonly kind: "red_line"; readonly party: number; readonly redLine: number };

/** Changes that together open a closed zone, and a package that would then bind. */
export interface Opening {
  readonly changes: readonly OpeningChange[];
  readonly point: Point;
}

/** Why no package binds. */
export interface ClosedZone {
  /** Single changes that open the zone: walk-aways by how little they must come down, then red lines in file order. */
  readonly single: readonly Opening[];
  /** The least sum of walk-aways to bring down; null when a single change opens the zone, or red lines stand in the way of all. */
  readonly jointWalkAways: Opening | null;
  /** A smallest set of red lines to give up; null when a single change opens the zone, or when no set of red lines alone would do. */
  readonly jointRedLines: Opening | null;
  /** Where neither walk-aways nor red lines alone open it: the fewest red lines, and with those the least sum of walk-aways. */
  readonly mixed: Opening | null;
  /** Whether everything was tried; false in spaces too large for it. */
  readonly complete: boolean;
}

/** The best and the worst that a party could be given, whatever the others say. */
export interface UtilityRange {
  readonly best: Point;
  readonly worst: Point;
}

export interface DeadOption {
  readonly issue: number;
  readonly option: number;
}

/** What a table could have signed. Parties, issues and options are indexes in the scenario; worths are in its scale. */
export interface Analysis {
  /** The round (from 1) whose walk-aways count. */
  readonly round: number;
  /** Parties with a vote; frontier, zone and solutions are theirs. */
  readonly voters: readonly number[];
  /** Number of packages. */
  readonly outcomes: Count;
  /** Worths closer than this are equal: 1e-9 of the scale. */
  readonly equalWithin: number;
  /** Reservation value of each party in that round: the disagreement point. */
  readonly reservations: readonly number[];
  /** By party, mediator included. */
  readonly ranges: readonly UtilityRange[];
  readonly zone: Zone;
  readonly frontier: Frontier;
  /**
   * Solution points over the *rational* packages (every voter gets its reservation value, no voter's red line is crossed), in package
   * order; several when tied, none when no package is rational.
   */
  readonly nash: readonly Point[];
  readonly kalaiSmorodinsky: readonly Point[];
  readonly egalitarian: readonly Point[];
  readonly utilitarian: readonly Point[];
  /** Whether the solution points are exact; else no package is better for them by more than `error` for each voter. */
  readonly solutions: { readonly exact: boolean; readonly error: number };
  /** Options in no package of the zone, in file order; all of them when it is empty; null where this could not be settled. */
  readonly deadOptions: readonly DeadOption[] | null;
  /** Why the zone is empty; null when it is not, or when that could not be settled. */
  readonly closed: ClosedZone | null;
}

/** What is known of a zone: whether there is one, how large it is, and which options it leaves out. */
export type ZoneFindings = Pick<Analysis, "zone" | "deadOptions">;

export interface AnalysisOptions {
  /** Walk-aways of this round, from 1; 1 by default. */
  readonly round?: number;
  /** What Kalai–Smorodinsky measures gains against: the best *rational* package of each party (default) or its best of all. */
  readonly ksIdeal?: "rational" | "global";
  /** Points held at once before the frontier is approximated; 200,000 by default. */
  readonly limit?: number;
}
