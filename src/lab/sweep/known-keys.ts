import type { Path } from "../../scenario/findings.ts";
import { jsonSchema } from "../../scenario/schema.ts";

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
export function knownKeys(steps: Path): string[] {
  schema ??= jsonSchema() as Node;
  const root = schema;
  let nodes = followed(root, root);
  for (const step of steps) {
    nodes = nodes.flatMap((node) => below(node, step)).flatMap((node) => followed(node, root));
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}
