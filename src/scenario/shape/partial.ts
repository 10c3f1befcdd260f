import type { Path } from "../diagnostics.ts";

/**
 * A value of which any part may be missing. References are checked in a file whose shape is wrong too, so that an
 * author sees everything at once: parts of the wrong shape are left out, and this type makes every reader ready for it.
 */
export type DeepPartial<Value> = Value extends readonly (infer Item)[]
  ? readonly (DeepPartial<Item> | undefined)[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined }
    : Value;

/** What stands at a path; undefined where nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

interface Branch {
  broken: boolean;
  readonly under: Map<string, Branch>;
}

function branchOf(paths: readonly Path[]): Branch {
  const root: Branch = { broken: false, under: new Map() };
  for (const path of paths) {
    let branch = root;
    for (const step of path) {
      const name = String(step);
      const next = branch.under.get(name) ?? { broken: false, under: new Map<string, Branch>() };
      branch.under.set(name, next);
      branch = next;
    }
    branch.broken = true;
  }
  return root;
}

function copy(value: unknown, branch: Branch): unknown {
  if (branch.broken) return undefined;
  if (branch.under.size === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // A broken item leaves a gap, so that the indexes of the others stay what they are in the file.
    return value.map((item, index) => copyUnder(item, branch.under.get(String(index))));
  }
  // Its key stays too: what is there but broken must not be reported as missing.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyUnder(item, branch.under.get(key))]));
}

function copyUnder(value: unknown, branch: Branch | undefined): unknown {
  return branch ? copy(value, branch) : value;
}

/** The value without the parts at these paths. The original stays as it is. */
export function omitPaths(value: unknown, paths: readonly Path[]): unknown {
  return copy(value, branchOf(paths));
}

/** `Array.isArray` that also tells a readonly list from what else there may be. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Entries of a map that are there. */
export function entriesOf<Item>(map: Readonly<Record<string, Item | undefined>> | undefined): [string, Item][] {
  const entries = Object.entries(map ?? {});
  return entries.filter((entry): entry is [string, Item] => entry[1] !== undefined);
}
