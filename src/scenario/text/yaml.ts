import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { Diagnostics } from "../diagnostics.ts";
import { FORBIDDEN_KEYS, LIMITS } from "../limits.ts";
import { quote } from "../suggest.ts";
import { keyName, SourcePlaces, startOf } from "./source-places.ts";

/** A file as plain data, with the way back to its lines. `value` is undefined where the text is no YAML at all. */
interface YamlFile {
  readonly value: unknown;
  readonly places: SourcePlaces;
  readonly diagnostics: Diagnostics;
}

const CODES: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  TAB_AS_INDENT: "yaml-tab",
  TAG_RESOLVE_FAILED: "yaml-tag",
};

const MENDING: Readonly<Record<string, string>> = {
  "yaml-tab": "A tab indents this line. Indent with spaces.",
  "yaml-tag": "Tags such as !!binary or !name are not used in scenario files. Take the tag away.",
};

/** Counted in the text itself: fed by its parser, the counter misses lines in some broken files (yaml 2.9.1). */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
  return lines;
}

/** Feeds the parser token by token, so that what is too deep or too much ends it before it costs anything. */
function tokens(text: string, diagnostics: Diagnostics): CST.Token[] | null {
  const parser = new Parser();
  const found: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count++;
    if (count > LIMITS.tokens) {
      const offset = parser.offset;
      diagnostics.errorAt(
        "too-large",
        offset,
        `The file has more than ${LIMITS.tokens} words and signs. Make it shorter.`,
      );
      return null;
    }
    for (const token of parser.next(lexeme)) found.push(token);
    // Every value stands on the parser's stack beside the lists and maps that hold it.
    if (parser.stack.length > LIMITS.depth + 2) {
      diagnostics.errorAt(
        "too-deep",
        parser.offset,
        `Lists and maps stand more than ${LIMITS.depth} deep within each other.`,
      );
      return null;
    }
  }
  for (const token of parser.end()) found.push(token);
  return found;
}

function report(error: YAMLError, diagnostics: Diagnostics): void {
  const code = CODES[error.code] ?? "yaml-syntax";
  const message = MENDING[code] ?? `This is not YAML: ${error.message.replace(/\s+/g, " ")}.`.replace(/\.\.$/, ".");
  diagnostics.errorAt(code, error.pos[0], message);
}

function compose(found: readonly CST.Token[], length: number, diagnostics: Diagnostics): Document.Parsed | null {
  // Duplicate keys are found later, where it takes one pass and not one for each key.
  const composer = new Composer({
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false,
    logLevel: "silent",
  });
  const documents = [...composer.compose(found, true, length)];
  const [first, second] = documents;
  if (!first) return null;
  for (const error of [...first.errors, ...first.warnings]) report(error, diagnostics);
  if (second) {
    const offset = second.range[0];
    diagnostics.errorAt(
      "yaml-syntax",
      offset,
      "A second document begins here. A scenario file holds one: take the line --- away.",
    );
  }
  return first;
}

/**
 * Reads YAML 1.2 (and JSON, which is part of it) from untrusted text. Dates stay texts, `no` is no truth
 * value, `<<` merges nothing, tags are errors. Never throws.
 */
export function readYaml(file: string): YamlFile {
  const diagnostics = new Diagnostics();
  const text = file.startsWith("\uFEFF") ? file.slice(1) : file;
  const lines = linesOf(text.slice(0, LIMITS.characters));
  const nothing = () => ({ value: undefined, places: new SourcePlaces(text, lines, null), diagnostics });
  if (text.length > LIMITS.characters) {
    const message = `The file has ${text.length} characters; a scenario file has at most ${LIMITS.characters}. Is it the right file?`;
    diagnostics.errorAt("too-large", 0, message);
    return nothing();
  }
  const found = tokens(text, diagnostics);
  const document = found && compose(found, text.length, diagnostics);
  if (!document) return nothing();
  const places = new SourcePlaces(text, lines, document.contents);
  const value = diagnostics.failed ? undefined : plainValue(document.contents, places, diagnostics);
  return { value, places, diagnostics };
}

/** Thrown to leave the recursion once; caught below. */
class Unusable extends Error {}

/** YAML nodes as plain data, written out alias by alias under one budget, so that no bomb of aliases goes off. */
class AliasExpander {
  readonly #places: SourcePlaces;
  readonly #diagnostics: Diagnostics;
  readonly #anchors = new Map<string, Node>();
  #values = 0;
  #usedAlias = false;

  constructor(places: SourcePlaces, diagnostics: Diagnostics) {
    this.#places = places;
    this.#diagnostics = diagnostics;
  }

  of(node: unknown, depth: number): unknown {
    this.#values++;
    if (this.#values > LIMITS.values || depth > LIMITS.depth) throw this.#tooMuch(node, depth);
    if (isAlias(node)) {
      this.#usedAlias = true;
      const target = this.#anchors.get(node.source);
      if (!target) {
        this.#diagnostics.errorAt(
          "yaml-syntax",
          startOf(node) ?? 0,
          `There is no anchor &${node.source} before this alias.`,
        );
        throw new Unusable();
      }
      this.#places.link(node, target);
      return this.of(target, depth + 1);
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.of(item, depth + 1));
    if (!isScalar(node)) return null;
    return typeof node.value === "number" && node.value === 0 ? 0 : node.value;
  }

  #map(map: YAMLMap, depth: number): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    for (const { key, value } of map.items) {
      const name = keyName(key);
      const offset = startOf(key) ?? startOf(map) ?? 0;
      if (name === null) {
        this.#diagnostics.errorAt("wrong-type", offset, "A key is a word here, not a list or map.");
      } else if (FORBIDDEN_KEYS.has(name)) {
        this.#diagnostics.errorAt(
          "forbidden-key",
          offset,
          `The key ${quote(name)} is not allowed anywhere. Take it away.`,
        );
      } else if (Object.hasOwn(plain, name)) {
        this.#diagnostics.errorAt("duplicate-key", offset, `The key ${quote(name)} is there twice. Keep one of them.`);
      } else {
        plain[name] = this.of(value, depth + 1);
      }
    }
    return plain;
  }

  #tooMuch(node: unknown, depth: number): Unusable {
    const offset = startOf(node) ?? 0;
    if (this.#usedAlias) {
      const message = "Aliases make this file far larger than it looks. Write out what they stand for.";
      this.#diagnostics.errorAt("alias-bomb", offset, message);
    } else if (depth > LIMITS.depth) {
      this.#diagnostics.errorAt(
        "too-deep",
        offset,
        `Lists and maps stand more than ${LIMITS.depth} deep within each other.`,
      );
    } else {
      this.#diagnostics.errorAt(
        "too-large",
        offset,
        `The file has more than ${LIMITS.values} values. Make it shorter.`,
      );
    }
    return new Unusable();
  }
}

/** The document as maps, lists, texts, numbers, truth values and nulls; undefined when it is too much. */
function plainValue(root: Node | null, places: SourcePlaces, diagnostics: Diagnostics): unknown {
  try {
    return new AliasExpander(places, diagnostics).of(root, 0);
  } catch (error) {
    if (error instanceof Unusable) return undefined;
    throw error;
  }
}
