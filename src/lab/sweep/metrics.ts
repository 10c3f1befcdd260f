import { textIn } from "../../scenario/text.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { Column } from "../columns.ts";

/** What metrics of one kind share, so that they can stand in one chart. */
export type MetricGroup = "share" | "rounds" | "worth";

/** One figure of a run that a sweep is summarised by. */
export interface Metric {
  /** `signed`, `worth.us`. */
  readonly name: string;
  readonly group: MetricGroup;
  /** What it is called under a chart. */
  readonly title: string;
  readonly about: string;
  /** Of a run, from the cells of its row; 1 or 0 for what is counted as a share. */
  readonly of: (cells: readonly string[]) => number;
}

function counted(name: string, title: string, about: string, at: number, word: string): Metric {
  return { name, group: "share", title, about, of: (cells) => (cells[at] === word ? 1 : 0) };
}

function measured(name: string, group: MetricGroup, title: string, about: string, at: number): Metric {
  return { name, group, title, about, of: (cells) => Number(cells[at]) };
}

/** `Start of the cessation: Within a week`, by ids. */
function optionTitle({ issues }: Scenario, issue: string, option: string): string {
  const found = issues.find(({ id }) => id === issue);
  const title = found?.options.find(({ id }) => id === option)?.title;
  return `${found ? textIn(found.title, "en") : issue}: ${title ? textIn(title, "en") : option}`;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  signed: "Share of the runs that signed a package.",
  broken: "Share of the runs in which a party that is needed walked out.",
  expired: "Share of the runs in which the rounds ran out.",
};

/**
 * The metrics of a sweep; `worth` alone stands for one of every party.
 * @param names from the closed vocabulary: they were checked when the sweep was read
 * @param columns of the table with a row for each run
 */
export function metricsOf(names: readonly string[], scenario: Scenario, columns: readonly Column[]): Metric[] {
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const worth = ({ id, name }: Scenario["parties"][number]): Metric => {
    const about = `Worth of the result to ${textIn(name, "en")}, on the scenario's scale of ${scenario.scale}.`;
    return measured(`worth.${id}`, "worth", textIn(name, "en"), about, at(`utility_${id}`));
  };
  return names.flatMap((name): Metric[] => {
    const [kind, first = "", second = ""] = name.split(".");
    if (kind === "rounds") return [measured(name, "rounds", "Rounds", "Round in which the table ended.", at("rounds"))];
    if (kind === "worth" && first === "") return scenario.parties.map(worth);
    if (kind === "worth") return scenario.parties.filter(({ id }) => id === first).map(worth);
    if (kind === "clause") {
      const title = optionTitle(scenario, first, second);
      return [counted(name, title, `Share of all runs that signed: ${title}.`, at(`package_${first}`), second)];
    }
    return [counted(name, kind ?? "", OUTCOMES[kind ?? ""] ?? "", at("outcome"), name)];
  });
}
