import { at } from "../../exact/at.ts";
import { isPlainMap, type Json, plainMapOf } from "../../exact/json.ts";
import type { Path } from "../../scenario/diagnostics.ts";
import { scenarioJsonSchema } from "../../scenario/shape/json-schema.ts";
import { valueAt } from "../../scenario/shape/partial.ts";
import { didYouMean, nearest, quote } from "../../scenario/suggest.ts";

interface Node {
  readonly $ref?: string;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly definitions?: Readonly<Record<string, Node>>;
}

let schema: Node | undefined;

function followed(node: Node, root: Node): Node[] {
  if (node.$ref !== undefined) {
    const definition = root.definitions?.[node.$ref.replace("#/definitions/", "")];
    return definition ? followed(definition, root) : [];
  }
  return node.anyOf ? node.anyOf.flatMap((branch) => followed(branch, root)) : [node];
}

function below(node: Node, step: string | number): Node[] {
  if (typeof step === "number") return node.items ? [node.items] : [];
  const property = node.properties && Object.hasOwn(node.properties, step) ? node.properties[step] : undefined;
  if (property) return [property];
  return typeof node.additionalProperties === "object" ? [node.additionalProperties] : [];
}

/**
 * The keys that the format of scenario files knows at a place, whether a file has them or not. Ids that a file makes up are
 * none of them.
 */
function knownKeys(steps: Path): string[] {
  schema ??= scenarioJsonSchema() as Node;
  const root = schema;
  let nodes = followed(root, root);
  for (const step of steps) {
    nodes = nodes.flatMap((node) => below(node, step)).flatMap((node) => followed(node, root));
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

/** Where a path leads in a scenario file, or why it leads nowhere. */
type ResolvedPath = { readonly steps: Path } | { readonly problem: string };

const SEATS = "seats";

/** The item of a list by its number from 0 or by its `id`. */
function itemAt(list: readonly unknown[], word: string): number {
  if (/^\d+$/.test(word)) return Number(word) < list.length ? Number(word) : -1;
  return list.findIndex((item) => isPlainMap(item) && item.id === word);
}

/** What may follow on a node: keys of a map, also those that the file leaves out; ids or numbers of a list. */
function wordsAt(node: unknown, steps: Path): string[] {
  if (Array.isArray(node)) {
    return node.map((item, index) => (isPlainMap(item) && typeof item.id === "string" ? item.id : String(index)));
  }
  const own = isPlainMap(node) ? Object.keys(node) : [];
  return [...own, ...knownKeys(steps).filter((key) => !own.includes(key))];
}

interface Walked {
  readonly steps: Path;
  /** Index of the first word that leads nowhere; the number of words when there is none. */
  readonly missing: number;
  readonly node: unknown;
}

/** Where a word leads from a node; null: nowhere. */
function stepOf(node: unknown, steps: Path, word: string): string | number | null {
  if (Array.isArray(node)) {
    const item = itemAt(node, word);
    return item < 0 ? null : item;
  }
  const own = isPlainMap(node) && Object.hasOwn(node, word);
  // What the file leaves out may be varied where the format knows it: `protocol.leak`, `parties.us.discount`.
  const empty = isPlainMap(node) || node === null || node === undefined;
  return own || (empty && knownKeys(steps).includes(word)) ? word : null;
}

/** Follows the words as far as the file or its format has them. */
function walk(raw: unknown, words: readonly string[]): Walked {
  let node = raw;
  const steps: (string | number)[] = [];
  for (const [place, word] of words.entries()) {
    const step = stepOf(node, steps, word);
    if (step === null) return { steps, missing: place, node };
    steps.push(step);
    node = valueAt(node, [step]);
  }
  return { steps, missing: words.length, node };
}

/** The path as it was probably meant: its wrong words each replaced by the nearest that is there. */
function meantBy(raw: unknown, words: readonly string[]): string | undefined {
  const { steps, missing, node } = walk(raw, words);
  if (missing === words.length) return words.join(".");
  const better = nearest(at(words, missing), wordsAt(node, steps));
  if (better === undefined || better === words[missing]) return undefined;
  return meantBy(raw, [...words.slice(0, missing), better, ...words.slice(missing + 1)]);
}

function pathProblem(raw: unknown, path: string, words: readonly string[], { steps, missing, node }: Walked): string {
  const before = words.slice(0, missing).join(".");
  const word = at(words, missing);
  if (typeof node !== "object" && node !== undefined && missing > 0) {
    return `The scenario has no ${quote(path)}: ${quote(before)} is ${quote(node)}, and nothing stands below it.`;
  }
  const meant = meantBy(raw, words);
  const choices = didYouMean(word, wordsAt(node, steps), missing === 0 ? "It begins with" : `In ${before} there are`);
  const question = meant === undefined ? "" : `Did you mean ${quote(meant)}? `;
  const rest = choices.replace(/^Did you mean "[^"]*"\? /, "");
  return `The scenario has no ${quote(path)}: there is no ${quote(word)}${missing === 0 ? "" : ` in ${quote(before)}`}. ${question}${rest}`;
}

function seatOf(raw: unknown, words: readonly string[]): ResolvedPath {
  const parties = plainMapOf(plainMapOf(raw).parties);
  const voters = Object.keys(parties).filter((id) => plainMapOf(parties[id]).role !== "mediator");
  const [, id = ""] = words;
  if (words.length !== 2 || id === "") {
    return { problem: `Write ${SEATS}.PARTY, such as ${SEATS}.${voters[0] ?? "us"}, with tactics as its values.` };
  }
  if (voters.includes(id)) return { steps: ["parties", id, "tactic"] };
  if (Object.hasOwn(parties, id)) {
    return { problem: `${quote(id)} is the mediator: it makes no offers, so that it has no tactic.` };
  }
  return { problem: `There is no party ${quote(id)}. ${didYouMean(id, voters, "Parties")}` };
}

/** Whether a path gives a party's seat a tactic, as `--seat` of `parley simulate` does. */
export function isSeat(path: string): boolean {
  return path.split(".")[0] === SEATS;
}

/**
 * Looks up a path of `vary`: keys with points between them; items of lists by number from 0 or by their id.
 * @param raw the scenario file as plain data, before it is checked
 */
export function resolvePath(raw: unknown, path: string): ResolvedPath {
  const words = path.split(".");
  if (words.includes("")) return { problem: `${quote(path)} has an empty part. Write it as protocol.rounds.` };
  if (isSeat(path)) return seatOf(raw, words);
  const walked = walk(raw, words);
  if (walked.missing === words.length) return { steps: walked.steps };
  return { problem: pathProblem(raw, path, words, walked) };
}

/** A copy with another value at one place; what lies beside it is shared. Maps that are missing on the way are made. */
export function withValue(raw: Json | undefined, steps: Path, value: Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(raw)) return raw.map((item: Json, index) => (index === step ? withValue(item, rest, value) : item));
  const map = isPlainMap(raw) ? raw : {};
  return { ...map, [step]: withValue(map[step], rest, value) };
}
