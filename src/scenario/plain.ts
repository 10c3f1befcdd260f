import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import type { Findings } from "./findings.ts";
import { FORBIDDEN_KEYS, LIMITS } from "./limits.ts";
import { keyName, type Places } from "./places.ts";
import { quote } from "./suggest.ts";

/** Thrown to leave the recursion once; caught below. */
class Unusable extends Error {}

/** YAML nodes as plain data, written out alias by alias under one budget, so that no bomb of aliases goes off. */
class Plain {
  readonly #places: Places;
  readonly #findings: Findings;
  readonly #anchors = new Map<string, Node>();
  #values = 0;
  #usedAlias = false;

  constructor(places: Places, findings: Findings) {
    this.#places = places;
    this.#findings = findings;
  }

  of(node: unknown, depth: number): unknown {
    this.#values++;
    if (this.#values > LIMITS.values || depth > LIMITS.depth) throw this.#tooMuch(node, depth);
    if (isAlias(node)) {
      this.#usedAlias = true;
      const target = this.#anchors.get(node.source);
      if (!target) {
        this.#findings.errorAt(
          "yaml-syntax",
          node.range?.[0] ?? 0,
          `There is no anchor &${node.source} before this alias.`,
        );
        throw new Unusable();
      }
      this.#places.link(node, target);
      return this.of(target, depth + 1);
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) return (node as YAMLSeq).items.map((item) => this.of(item, depth + 1));
    if (!isScalar(node)) return null;
    return typeof node.value === "number" && node.value === 0 ? 0 : node.value;
  }

  #map(map: YAMLMap, depth: number): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    for (const { key, value } of map.items) {
      const name = keyName(key);
      const offset = (key as Node | null)?.range?.[0] ?? map.range?.[0] ?? 0;
      if (name === null) {
        this.#findings.errorAt("wrong-type", offset, "A key is a word here, not a list or map.");
      } else if (FORBIDDEN_KEYS.has(name)) {
        this.#findings.errorAt(
          "forbidden-key",
          offset,
          `The key ${quote(name)} is not allowed anywhere. Take it away.`,
        );
      } else if (Object.hasOwn(plain, name)) {
        this.#findings.errorAt("duplicate-key", offset, `The key ${quote(name)} is there twice. Keep one of them.`);
      } else {
        plain[name] = this.of(value, depth + 1);
      }
    }
    return plain;
  }

  #tooMuch(node: unknown, depth: number): Unusable {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    if (this.#usedAlias) {
      const message = "Aliases make this file far larger than it looks. Write out what they stand for.";
      this.#findings.errorAt("alias-bomb", offset, message);
    } else if (depth > LIMITS.depth) {
      this.#findings.errorAt(
        "too-deep",
        offset,
        `Lists and maps stand more than ${LIMITS.depth} deep within each other.`,
      );
    } else {
      this.#findings.errorAt("too-large", offset, `The file has more than ${LIMITS.values} values. Make it shorter.`);
    }
    return new Unusable();
  }
}

/** The document as maps, lists, texts, numbers, truth values and nulls; undefined when it is too much. */
export function plainValue(root: Node | null, places: Places, findings: Findings): unknown {
  try {
    return new Plain(places, findings).of(root, 0);
  } catch (error) {
    if (error instanceof Unusable) return undefined;
    throw error;
  }
}
