import type { Factors, Tie } from "./factors.ts";

/** Issues that ties hold together, in the order in which they are settled. */
export interface IssueComponent {
  readonly issues: readonly number[];
  readonly ties: readonly Tie[];
}

function componentRoots(issues: number, ties: readonly Tie[]): number[] {
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
function eliminationOrder(issues: readonly number[], ties: readonly Tie[]): number[] {
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
export function issueComponents({ sizes, ties }: Factors): IssueComponent[] {
  const roots = componentRoots(sizes.length, ties);
  return [...new Set(roots)].map((root) => {
    const issues = [...roots.keys()].filter((issue) => roots[issue] === root);
    const own = ties.filter(({ issues: named }) => roots[named[0] as number] === root);
    return { issues: eliminationOrder(issues, own), ties: own };
  });
}

/** Cases kept apart at once; more means that the ties hold everything together, and only a list of all packages would do. */
const MOST_OPEN_CASES = 4_000;

/** The ties hold too many issues together for the space to be taken apart. */
export class InducedWidthExceeded extends Error {}

/** Options of an issue that every tie treats alike. */
export interface OptionClass {
  readonly options: readonly number[];
  /** The ties naming the issue which they meet. */
  readonly met: ReadonlySet<Tie>;
}

/** One issue of a knot on its way. */
interface EliminationStep {
  readonly issue: number;
  readonly classes: readonly OptionClass[];
  /** Ties of which this is the last issue: whether they hold is known now. */
  readonly finished: readonly Tie[];
}

/** What is worked out along a knot. */
interface EliminationVisitor<T> {
  /** Called once for each issue, before its classes. */
  enter(stage: EliminationStep): void;
  /** A case with the options of a class, where these of the finished ties hold. */
  add(value: T, options: OptionClass, holding: readonly Tie[]): T;
  /** Several values of one case as one. */
  unite(values: readonly T[]): T;
}

function optionClassesOf({ allowed }: Factors, issue: number, ties: readonly Tie[]): OptionClass[] {
  const naming = ties.flatMap((tie) => {
    const at = tie.issues.indexOf(issue);
    return at < 0 ? [] : [{ tie, mask: tie.masks[at] as Uint8Array }];
  });
  const classes = new Map<string, { met: Set<Tie>; options: number[] }>();
  for (const option of allowed[issue] ?? []) {
    const met = naming.filter(({ mask }) => mask[option] === 1).map(({ tie }) => tie);
    const key = met.map((tie) => ties.indexOf(tie)).join();
    const known = classes.get(key);
    if (known) known.options.push(option);
    else classes.set(key, { met: new Set(met), options: [option] });
  }
  return [...classes.values()];
}

/**
 * Goes through a knot issue by issue, with a value for each case: each set of ties begun and not yet finished that every issue so far has
 * met (variable elimination: Dechter 1999). Combinations that a tie forbids are left out.
 * @returns the value of the whole knot; null when every combination is forbidden
 * @throws Entangled when there are too many cases
 */
export function eliminate<T>(
  factors: Factors,
  { issues, ties }: IssueComponent,
  start: T,
  work: EliminationVisitor<T>,
): T | null {
  let cases = new Map<string, { alive: readonly Tie[]; value: T }>([["", { alive: [], value: start }]]);
  const left = new Set(issues);
  for (const issue of issues) {
    const named = ties.filter((tie) => tie.issues.includes(issue));
    const begun = named.filter((tie) => tie.issues.every((one) => left.has(one)));
    left.delete(issue);
    const finished = named.filter((tie) => tie.issues.every((one) => !left.has(one)));
    const classes = optionClassesOf(factors, issue, ties);
    work.enter({ issue, classes, finished });
    const next = new Map<string, { alive: readonly Tie[]; values: T[] }>();
    for (const { alive, value } of cases.values()) {
      for (const options of classes) {
        const { met } = options;
        const still = [
          ...alive.filter((tie) => met.has(tie) || !named.includes(tie)),
          ...begun.filter((tie) => met.has(tie)),
        ];
        const holding = still.filter((tie) => finished.includes(tie));
        if (holding.some(({ worths }) => worths === null)) continue;
        const open = still.filter((tie) => !finished.includes(tie));
        const key = open
          .map((tie) => ties.indexOf(tie))
          .sort((a, b) => a - b)
          .join();
        const entry = next.get(key) ?? { alive: open, values: [] };
        entry.values.push(work.add(value, options, holding));
        next.set(key, entry);
        if (next.size > MOST_OPEN_CASES) throw new InducedWidthExceeded("the ties hold too many issues together");
      }
    }
    cases = new Map();
    for (const [key, { alive, values }] of next) cases.set(key, { alive, value: work.unite(values) });
  }
  const [last] = cases.values();
  return last ? last.value : null;
}
