import { optionIn } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import type { Scenario } from "../../scenario/types.ts";
import type { TableModel } from "../../table/model.ts";
import type { Reason, Reasons } from "../../table/party/reasons.ts";
import type { LogAnswer } from "../../table/view/log.ts";
import { alignColumns, english } from "./terminal.ts";
import { englishTerms, fixed, issueTitle, optionTitle, partyName, tenths, worthText } from "./words.ts";

/**
 * Parts rounded so that what is shown sums to the total that is shown: whole numbers nearest to the parts, and what is then
 * missing goes to those that were rounded furthest the other way.
 */
export function apportion(parts: readonly number[], total: number): number[] {
  const missing = total - parts.reduce((sum, part) => sum + Math.round(part), 0);
  const step = Math.sign(missing);
  const shares = parts.map((part, place) => ({ place, part, shown: Math.round(part) }));
  const furthestFirst = shares
    .map((share) => ({ share, lost: (share.part - share.shown) * step }))
    .sort((a, b) => b.lost - a.lost || a.share.place - b.share.place);
  for (let given = 0; given < Math.abs(missing); given++) {
    at(furthestFirst, given % furthestFirst.length).share.shown += step;
  }
  return shares.map(({ shown }) => shown);
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${fixed(Math.abs(value) / 10, 1)}`;
}

function partText(model: TableModel, party: number, { package: pack, against }: Reasons, part: Reason): string {
  const { scenario, space } = model;
  switch (part.kind) {
    case "issue": {
      const { issue } = part;
      const gives = optionTitle(scenario, issue, optionIn(space, pack, issue));
      const wanted = optionTitle(scenario, issue, optionIn(space, against, issue));
      return `${issueTitle(scenario, issue)}: ${gives}, not ${wanted}`;
    }
    case "linkage": {
      const linkage = scenario.parties[party]?.linkages[part.linkage];
      if (!linkage) return "a linkage";
      return `together: ${linkage.title ? english(linkage.title) : englishTerms(scenario, linkage.when)}`;
    }
    case "commitment":
      return `its commitment on ${issueTitle(scenario, part.issue)}`;
    case "cap":
      return "more than it can use";
    case "slack":
      return "what its own offer is worth above its target";
  }
}

function changeText(scenario: Scenario, { change }: Reasons): string[] {
  if (!change) return [];
  const { issue, option } = change;
  return [`would do with ${issueTitle(scenario, issue)}: ${optionTitle(scenario, issue, option)}`];
}

function reasonLines(model: TableModel, party: number, reasons: Reasons, named: LogAnswer): string[] {
  const { scenario } = model;
  const gap = tenths(reasons.worth, scenario.scale) - tenths(reasons.target, scenario.scale);
  const shown = apportion(
    reasons.parts.map(({ value }) => (value * 1000) / scenario.scale),
    gap,
  );
  const parts = reasons.parts.flatMap((part, place) => {
    const value = at(shown, place);
    return value === 0 ? [] : [[`  ${signed(value)}`, partText(model, party, reasons, part)]];
  });
  const lines = reasons.red.map((red) => {
    const line = scenario.parties[party]?.redLines[red];
    return `crosses a red line: ${line ? (line.title ? english(line.title) : englishTerms(scenario, line.when)) : ""}`;
  });
  const names = named.named.map((issue) => issueTitle(scenario, issue));
  return [
    `worth ${worthText(reasons.worth, scenario.scale)} against a target of ${worthText(reasons.target, scenario.scale)}: ` +
      `${signed(gap)} (walk-away ${worthText(reasons.walkAway, scenario.scale)})`,
    ...alignColumns(parts, [0]).map((line) => `  ${line}`),
    ...lines,
    ...(names.length > 0 ? [`names in public: ${names.join(" and ")}`] : []),
    ...changeText(scenario, reasons),
  ];
}

/** One answer with its signed reasons, line by line; the parts shown sum to the difference shown. */
export function answerLines(model: TableModel, answer: LogAnswer): string[] {
  const name = partyName(model.scenario, answer.party);
  if (answer.absent) return [`${name} has left: the empty chair refuses`];
  if (answer.bound) return [`${name} accepts: bound by its own standing offer`];
  const [first = "", ...rest] = answer.reasons ? reasonLines(model, answer.party, answer.reasons, answer) : [];
  const verb = answer.accepts ? "accepts" : "refuses";
  return [`${name} ${verb}${first ? `: ${first}` : ""}`, ...rest.map((line) => `  ${line}`)];
}
