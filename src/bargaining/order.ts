import type { Factors, Tie } from "./factors.ts";

/** Issues that ties hold together, in the order in which they are settled. */
export interface Knot {
  readonly issues: readonly number[];
  readonly ties: readonly Tie[];
}

function together(issues: number, ties: readonly Tie[]): number[] {
  const root = Array.from({ length: issues }, (_, issue) => issue);
  const find = (issue: number): number => {
    let at = issue;
    while (root[at] !== at) at = root[at] as number;
    return at;
  };
  for (const { issues: named } of ties) {
    for (const issue of named) root[find(issue)] = find(named[0] as number);
  }
  return root.map((_, issue) => find(issue));
}

/** Next comes the issue after which the fewest ties stay open, so that few cases must be kept apart (as min-fill does for buckets). */
function settled(issues: readonly number[], ties: readonly Tie[]): number[] {
  const done = new Set<number>();
  const open = (issue: number): number =>
    ties.filter(({ issues: named }) => {
      const left = named.filter((one) => one !== issue && !done.has(one)).length;
      return left > 0 && left < named.length;
    }).length;
  while (done.size < issues.length) {
    let next = -1;
    let fewest = Infinity;
    for (const issue of issues) {
      if (done.has(issue)) continue;
      const count = open(issue);
      if (count < fewest) {
        fewest = count;
        next = issue;
      }
    }
    done.add(next);
  }
  return [...done];
}

/** The issues in groups that no tie crosses, each group in the order in which it is best settled. */
export function knotsOf({ sizes, ties }: Factors): Knot[] {
  const roots = together(sizes.length, ties);
  return [...new Set(roots)].map((root) => {
    const issues = [...roots.keys()].filter((issue) => roots[issue] === root);
    const own = ties.filter(({ issues: named }) => roots[named[0] as number] === root);
    return { issues: settled(issues, own), ties: own };
  });
}
