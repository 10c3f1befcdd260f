import type { Caption } from "./svg.ts";

/** A party whose worth is an axis; worths on 0–100, as the screens show them. */
export interface Axis {
  readonly name: string;
  /** Worth below which it prefers no deal; null: it signs nothing itself (a mediator). */
  readonly walkAway: number | null;
}

/** The solution points of bargaining theory; and `signed`, what a table came to. */
export type MarkKind = "nash" | "kalaiSmorodinsky" | "egalitarian" | "utilitarian" | "signed";

/** Packages that are marked, by the worth to each party. */
export interface Marked {
  readonly kind: MarkKind;
  readonly name: string;
  /** All of them where several are tied. */
  readonly points: readonly (readonly number[])[];
}

/** What the plots of worths show. Worths on 0–100. */
export interface Plot extends Caption {
  /** Below the title, quieter. */
  readonly note?: string;
  readonly parties: readonly Axis[];
  /** Distinct points of the Pareto frontier, by the worth to each party, in any order. */
  readonly frontier: readonly (readonly number[])[];
  readonly marks: readonly Marked[];
  readonly words: {
    readonly frontier: string;
    readonly walkAway: string;
    /** Better for all than no deal. */
    readonly better: string;
    readonly packages: string;
    readonly crossing: string;
  };
}
