import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
} from "yaml";
import type { Diagnostic, Path, UnplacedDiagnostic } from "../diagnostics.ts";

export interface SourcePlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
}

/** The name of a key as plain data has it: `3:` and `"3":` are the same. */
export function keyName(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

/** Where the parts of a YAML document stand in its text. */
export class SourcePlaces {
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #root: Node | null;
  readonly #targets = new Map<Alias, Node>();

  constructor(text: string, lines: LineCounter, root: Node | null) {
    this.#text = text;
    this.#lines = lines;
    this.#root = root;
  }

  /** Remembers what an alias stands for. */
  link(alias: Alias, target: Node): void {
    this.#targets.set(alias, target);
  }

  at(offset: number): SourcePlace {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.#text.length));
    if (line === 0) return { line: 1, column: 1 };
    const start = this.#lines.lineStarts[line - 1] ?? 0;
    // An astral character is one character to people and two units to the text.
    return { line, column: [...this.#text.slice(start, start + col - 1)].length + 1 };
  }

  /**
   * The deepest existing node on the path. A value points at itself; a list or map, which begins on some later line,
   * at its key. With `atKey` the last key is pointed at in any case.
   */
  of(path: Path, atKey = false): SourcePlace {
    let node: Node | null = this.#root;
    let offset = startOf(node) ?? 0;
    for (const [depth, step] of path.entries()) {
      const pair = isMap(node) ? pairOf(node.items, String(step)) : undefined;
      const child = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
      if (!pair && child === undefined) break;
      const keyOffset = pair ? startOf(pair.key) : undefined;
      const resolved = this.#follow(child);
      const atItself = !(atKey && depth === path.length - 1) && !isCollection(resolved);
      offset = (atItself || keyOffset === undefined ? (startOf(child) ?? keyOffset) : keyOffset) ?? offset;
      node = resolved;
    }
    return this.at(offset);
  }

  #follow(child: unknown): Node | null {
    if (isAlias(child)) return this.#targets.get(child) ?? null;
    return isNode(child) ? child : null;
  }
}

/** Diagnostics with their lines and columns, in the order of the text; at one place in the order of the list. */
export function placedDiagnostics(
  list: readonly UnplacedDiagnostic[],
  places: SourcePlaces,
  file: string,
): Diagnostic[] {
  const placed = list.map(({ severity, code, path, atKey, offset, message }): Diagnostic => {
    const { line, column } = offset === undefined ? places.of(path, atKey) : places.at(offset);
    return { file, line, column, severity, code, message, path };
  });
  return placed.sort((a, b) => a.line - b.line || a.column - b.column);
}

function pairOf(pairs: readonly Pair[], name: string): Pair | undefined {
  // Of two equal keys the first counts, as it does in the data.
  return pairs.find(({ key }) => keyName(key) === name);
}

/** Where a node begins in its text; undefined for what is no node or stands in no text. */
export function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
