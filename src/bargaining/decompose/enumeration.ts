import { addAt, at, byteAt, numberAt } from "../../exact/at.ts";
import type { Terms } from "../../scenario/types.ts";
import { type Factors, type Interaction, optionUnits } from "./factors.ts";

/** Packages that follow each other, with what they are worth. The arrays are reused: read them before the next block. */
export interface PackageBlock {
  /** Number of the first package. */
  readonly first: number;
  readonly length: number;
  /** Options of the issues that are the same in the whole block: the first ones. */
  readonly leading: readonly number[];
  /** Units by party of the factors, the cap taken off. */
  readonly worths: readonly Float64Array[];
  /** By list of terms: how many of its terms the package meets; 255 stands for more too. */
  readonly crossed: readonly Uint8Array[];
  /** 1: no package at all. */
  readonly forbidden: Uint8Array;
}

const LARGEST_BLOCK = 16_384;

interface PlacedTerms {
  /** Names of issues before the block, with the options that will do. */
  readonly leading: readonly { issue: number; mask: Uint8Array }[];
  /** Packages of a block that meet the rest. */
  readonly places: Uint32Array;
}

function placeTerms(
  sizes: readonly number[],
  from: number,
  length: number,
  issues: readonly number[],
  masks: readonly Uint8Array[],
): PlacedTerms {
  const leading: { issue: number; mask: Uint8Array }[] = [];
  const within = new Uint8Array(length).fill(1);
  for (const [place, issue] of issues.entries()) {
    const mask = at(masks, place);
    if (issue < from) {
      leading.push({ issue, mask });
      continue;
    }
    const stride = sizes.slice(issue + 1).reduce((product, size) => product * size, 1);
    for (let i = 0; i < length; i++) {
      if (byteAt(mask, Math.floor(i / stride) % mask.length) === 0) within[i] = 0;
    }
  }
  const places: number[] = [];
  for (let i = 0; i < length; i++) if (within[i] === 1) places.push(i);
  return { leading, places: Uint32Array.from(places) };
}

function maskOf(size: number, options: readonly number[]): Uint8Array {
  const mask = new Uint8Array(size);
  for (const option of options) mask[option] = 1;
  return mask;
}

/**
 * Goes through all packages in order, block by block, in memory that does not grow with the space. `visit` may stop it by returning
 * true.
 *
 * @param redLines terms to count for each package, by list
 */
export function eachPackageBlock(
  factors: Factors,
  visit: (block: PackageBlock) => boolean | undefined,
  redLines: readonly (readonly Terms[])[] = [],
): void {
  const { sizes, parties, caps } = factors;
  let from = sizes.length;
  let length = 1;
  for (; from > 0 && length * at(sizes, from - 1) <= LARGEST_BLOCK; from--) length *= at(sizes, from - 1);
  const placed = (interaction: Interaction): PlacedTerms =>
    placeTerms(sizes, from, length, interaction.issues, interaction.masks);
  const interactions = factors.interactions.map((interaction) => ({
    ...placed(interaction),
    worths: interaction.worths,
  }));
  const lines = redLines.map((list) =>
    list.map((terms) => {
      const masks = terms.map(({ issue, options }) => maskOf(at(sizes, issue), options));
      return placeTerms(
        sizes,
        from,
        length,
        terms.map(({ issue }) => issue),
        masks,
      );
    }),
  );
  const closed = sizes.map((size, issue) => maskOf(size, factors.allowed[issue] ?? []));
  const trailing = parties.map((_, p) => {
    const column = new Float64Array(length);
    let stride = 1;
    for (let issue = sizes.length - 1; issue >= from; issue--) {
      const worths = optionUnits(factors, issue, p);
      for (let i = 0; i < length; i++) addAt(column, i, numberAt(worths, Math.floor(i / stride) % worths.length));
      stride *= worths.length;
    }
    return column;
  });
  const inside = placeTerms(
    sizes,
    from,
    length,
    [...sizes.keys()].filter((issue) => issue >= from),
    closed.slice(from),
  );
  const open = new Uint8Array(length).fill(1);
  for (const i of inside.places) open[i] = 0;

  const worths = parties.map(() => new Float64Array(length));
  const crossed = lines.map(() => new Uint8Array(length));
  const forbidden = new Uint8Array(length);
  const leading = sizes.slice(0, from).map(() => 0);
  const blocks = leading.reduce((product, _, issue) => product * at(sizes, issue), 1);
  const met = ({ leading: named }: PlacedTerms): boolean =>
    named.every(({ issue, mask }) => mask[at(leading, issue)] === 1);
  for (let block = 0; block < blocks; block++) {
    let rest = block;
    for (let issue = from - 1; issue >= 0; issue--) {
      const size = at(sizes, issue);
      leading[issue] = rest % size;
      rest = Math.floor(rest / size);
    }
    for (const [p, column] of worths.entries()) {
      let more = at(factors.base, p);
      for (const [issue, option] of leading.entries()) more += at(optionUnits(factors, issue, p), option);
      const source = at(trailing, p);
      for (let i = 0; i < length; i++) column[i] = numberAt(source, i) + more;
    }
    if (leading.some((option, issue) => closed[issue]?.[option] === 0)) forbidden.fill(1);
    else forbidden.set(open);
    for (const interaction of interactions) {
      if (!met(interaction)) continue;
      if (interaction.worths === null) for (const i of interaction.places) forbidden[i] = 1;
      else {
        for (const [p, column] of worths.entries()) {
          const more = at(interaction.worths, p);
          if (more !== 0) for (const i of interaction.places) addAt(column, i, more);
        }
      }
    }
    for (const [p, cap] of caps.entries()) {
      if (cap === Infinity) continue;
      const column = at(worths, p);
      for (let i = 0; i < length; i++) if (numberAt(column, i) > cap) column[i] = cap;
    }
    for (const [owner, list] of lines.entries()) {
      const column = at(crossed, owner);
      column.fill(0);
      for (const line of list)
        if (met(line)) for (const i of line.places) column[i] = Math.min(255, byteAt(column, i) + 1);
    }
    if (visit({ first: block * length, length, leading, worths, crossed, forbidden })) return;
  }
}
