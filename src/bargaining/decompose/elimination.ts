import { at } from "../../exact/at.ts";
import type { Factors, Interaction } from "./factors.ts";

/** Issues that interactions hold together, in the order in which they are settled. */
export interface IssueComponent {
  readonly issues: readonly number[];
  readonly interactions: readonly Interaction[];
}

function componentRoots(issues: number, interactions: readonly Interaction[]): number[] {
  const root = Array.from({ length: issues }, (_, issue) => issue);
  const find = (issue: number): number => {
    let found = issue;
    for (let next = at(root, found); next !== found; next = at(root, found)) found = next;
    return found;
  };
  for (const { issues: named } of interactions) {
    for (const issue of named) root[find(issue)] = find(at(named, 0));
  }
  return root.map((_, issue) => find(issue));
}

/**
 * Next comes the issue after which the fewest interactions stay open, so that few contexts must be kept apart (as min-fill does
 * for buckets).
 */
function eliminationOrder(issues: readonly number[], interactions: readonly Interaction[]): number[] {
  const done = new Set<number>();
  const open = (issue: number): number =>
    interactions.filter(({ issues: named }) => {
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

/** The issues in groups that no interaction crosses, each group in the order in which it is best settled. */
export function issueComponents({ sizes, interactions }: Factors): IssueComponent[] {
  const roots = componentRoots(sizes.length, interactions);
  return [...new Set(roots)].map((root) => {
    const issues = [...roots.keys()].filter((issue) => roots[issue] === root);
    const own = interactions.filter(({ issues: named }) => roots[at(named, 0)] === root);
    return { issues: eliminationOrder(issues, own), interactions: own };
  });
}

/**
 * Contexts kept apart at once; more means that the interactions hold everything together, and only a list of all packages would
 * do.
 */
const MOST_CONTEXTS = 4_000;

/** The interactions hold too many issues together for the space to be taken apart. */
export class InducedWidthExceeded extends Error {}

/** Options of an issue that every interaction treats alike. */
export interface OptionClass {
  readonly options: readonly number[];
  /** The interactions naming the issue which they meet. */
  readonly met: ReadonlySet<Interaction>;
}

/** One issue of a component on its way. */
interface EliminationStep {
  readonly issue: number;
  readonly classes: readonly OptionClass[];
  /** Interactions of which this is the last issue: whether they hold is known now. */
  readonly finished: readonly Interaction[];
}

/** What is worked out along a component. */
interface EliminationVisitor<T> {
  /** Called once for each issue, before its classes. */
  enter(step: EliminationStep): void;
  /** The value of a context with the options of a class, where these of the finished interactions hold. */
  add(value: T, options: OptionClass, holding: readonly Interaction[]): T;
  /** Several values of one context as one. */
  unite(values: readonly T[]): T;
}

function optionClassesOf({ allowed }: Factors, issue: number, interactions: readonly Interaction[]): OptionClass[] {
  const naming = interactions.flatMap((interaction) => {
    const mask = interaction.masks[interaction.issues.indexOf(issue)];
    return mask ? [{ interaction, mask }] : [];
  });
  const classes = new Map<string, { met: Set<Interaction>; options: number[] }>();
  for (const option of allowed[issue] ?? []) {
    const met = naming.filter(({ mask }) => mask[option] === 1).map(({ interaction }) => interaction);
    const key = met.map((interaction) => interactions.indexOf(interaction)).join();
    const known = classes.get(key);
    if (known) known.options.push(option);
    else classes.set(key, { met: new Set(met), options: [option] });
  }
  return [...classes.values()];
}

/**
 * Goes through a component issue by issue, with a value for each context: each set of interactions begun and not yet finished
 * that every issue so far has met (variable elimination: Dechter 1999). Combinations that an interaction forbids are left out.
 * @returns the value of the whole component; null when every combination is forbidden
 * @throws InducedWidthExceeded when there are too many contexts
 */
export function eliminate<T>(
  factors: Factors,
  { issues, interactions }: IssueComponent,
  start: T,
  visitor: EliminationVisitor<T>,
): T | null {
  let contexts = new Map<string, { alive: readonly Interaction[]; value: T }>([["", { alive: [], value: start }]]);
  const left = new Set(issues);
  for (const issue of issues) {
    const named = interactions.filter((interaction) => interaction.issues.includes(issue));
    const begun = named.filter((interaction) => interaction.issues.every((one) => left.has(one)));
    left.delete(issue);
    const finished = named.filter((interaction) => interaction.issues.every((one) => !left.has(one)));
    const classes = optionClassesOf(factors, issue, interactions);
    visitor.enter({ issue, classes, finished });
    const next = new Map<string, { alive: readonly Interaction[]; values: T[] }>();
    for (const { alive, value } of contexts.values()) {
      for (const options of classes) {
        const { met } = options;
        const still = [
          ...alive.filter((interaction) => met.has(interaction) || !named.includes(interaction)),
          ...begun.filter((interaction) => met.has(interaction)),
        ];
        const holding = still.filter((interaction) => finished.includes(interaction));
        if (holding.some(({ worths }) => worths === null)) continue;
        const open = still.filter((interaction) => !finished.includes(interaction));
        const key = open
          .map((interaction) => interactions.indexOf(interaction))
          .sort((a, b) => a - b)
          .join();
        const entry = next.get(key) ?? { alive: open, values: [] };
        entry.values.push(visitor.add(value, options, holding));
        next.set(key, entry);
        if (next.size > MOST_CONTEXTS) throw new InducedWidthExceeded("the interactions hold too many issues together");
      }
    }
    contexts = new Map();
    for (const [key, { alive, values }] of next) contexts.set(key, { alive, value: visitor.unite(values) });
  }
  const [last] = contexts.values();
  return last ? last.value : null;
}
