import { Composer, type CST, type Document, Lexer, LineCounter, Parser, type YAMLError } from "yaml";
import { Findings } from "./findings.ts";
import { LIMITS } from "./limits.ts";
import { Places } from "./places.ts";
import { plainValue } from "./plain.ts";

/** A file as plain data, with the way back to its lines. `value` is undefined where the text is no YAML at all. */
export interface YamlFile {
  readonly value: unknown;
  readonly places: Places;
  readonly findings: Findings;
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
function tokens(text: string, findings: Findings): CST.Token[] | null {
  const parser = new Parser();
  const found: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count++;
    if (count > LIMITS.tokens) {
      const offset = parser.offset;
      findings.errorAt(
        "too-large",
        offset,
        `The file has more than ${LIMITS.tokens} words and signs. Make it shorter.`,
      );
      return null;
    }
    for (const token of parser.next(lexeme)) found.push(token);
    // Every value stands on the parser's stack beside the lists and maps that hold it.
    if (parser.stack.length > LIMITS.depth + 2) {
      findings.errorAt(
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

function report(error: YAMLError, findings: Findings): void {
  const code = CODES[error.code] ?? "yaml-syntax";
  const message = MENDING[code] ?? `This is not YAML: ${error.message.replace(/\s+/g, " ")}.`.replace(/\.\.$/, ".");
  findings.errorAt(code, error.pos[0], message);
}

function compose(found: readonly CST.Token[], length: number, findings: Findings): Document.Parsed | null {
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
  for (const error of [...first.errors, ...first.warnings]) report(error, findings);
  if (second) {
    const offset = second.range[0];
    findings.errorAt(
      "yaml-syntax",
      offset,
      "A second document begins here. A scenario file holds one: take the line --- away.",
    );
  }
  return first;
}

/**
 * Reads YAML 1.2 (and JSON, which is part of it) from text that nobody vouches for. Dates stay texts, `no` is no truth
 * value, `<<` merges nothing, tags are errors. Never throws.
 */
export function readYaml(file: string): YamlFile {
  const findings = new Findings();
  const text = file.startsWith("\uFEFF") ? file.slice(1) : file;
  const lines = linesOf(text.slice(0, LIMITS.characters));
  const nothing = () => ({ value: undefined, places: new Places(text, lines, null), findings });
  if (text.length > LIMITS.characters) {
    const message = `The file has ${text.length} characters; a scenario file has at most ${LIMITS.characters}. Is it the right file?`;
    findings.errorAt("too-large", 0, message);
    return nothing();
  }
  const found = tokens(text, findings);
  const document = found && compose(found, text.length, findings);
  if (!document) return nothing();
  const places = new Places(text, lines, document.contents);
  const value = findings.failed ? undefined : plainValue(document.contents, places, findings);
  return { value, places, findings };
}
