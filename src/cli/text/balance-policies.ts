import { optionsIn, spaceOfScenario } from "../../bargaining/space.ts";
import type { BalanceFinding, SeatPolicies } from "../../lab/balance/findings.ts";
import type { Scenario } from "../../scenario/types.ts";
import { issueTitle, listText, optionTitle, partyName, percentText, worthText } from "./words.ts";

/** What each policy is called in a sentence: "…brings it 58". */
const DOES: Readonly<Record<string, string>> = {
  silence: "Saying nothing and accepting whatever is worth the walk-away",
  silence_to_the_end:
    "Saying nothing, refusing until the last round and then accepting whatever is worth the walk-away",
  fixed_text: "Holding one text from the first round on",
  first_acceptable: "Waiting and signing the first thing that is worth the walk-away",
  always_take_up: "Taking up the best that others stand for, turn by turn",
  text_only: "Leaving it to the mediator's text",
  mirror: "Giving just as much as the others have given",
  all_levers: "Using every lever at once and then following the instructions",
  attentive: "Listening, sounding out and trading",
  informed: "The same, knowing who the others are tonight",
};

/** A policy as it is called in a sentence. */
function doing(policy: string): string {
  return DOES[policy] ?? policy;
}

/** A row for each policy, a column for each seat: mean worth and how often there is a signature. */
export function policyTable(scenario: Scenario, seats: readonly SeatPolicies[]): string[][] {
  const [first] = seats;
  if (!first) return [];
  const rows = first.results.map(({ policy }, place) => {
    const cells = seats.map(({ results }) => {
      const result = results[place];
      if (!result) return "";
      return `${worthText(result.utility.mean, scenario.scale)} (${percentText(Math.round(result.signed * 1000), 1000)})`;
    });
    return [policy, ...cells];
  });
  return [["", ...seats.map(({ party }) => partyName(scenario, party))], ...rows];
}

/** What the text is that a seat would have done best to hold. */
function heldText(scenario: Scenario, text: number): string {
  const options = optionsIn(spaceOfScenario(scenario), text);
  return options
    .map((option, issue) => `${issueTitle(scenario, issue)}: ${optionTitle(scenario, issue, option)}`)
    .join("; ");
}

/** A sentence for each seat: which laziness pays there, and what knowing would bring. */
export function policySentences(
  scenario: Scenario,
  { party, results, attentiveAhead, informedAhead }: SeatPolicies,
): string {
  const { scale } = scenario;
  const name = partyName(scenario, party);
  const attentive = results.find(({ kind }) => kind === "attentive");
  const lazy = results.filter(({ kind }) => kind === "lazy");
  const best = lazy.reduce((a, b) => (b.utility.mean > a.utility.mean ? b : a));
  const ahead = attentiveAhead[lazy.indexOf(best)];
  if (!attentive || !ahead) return "";
  const text = best.text >= 0 ? ` (${heldText(scenario, best.text)})` : "";
  const lead = `${name}: ${doing(best.policy)}${text} is the laziness that pays best: ${worthText(best.utility.mean, scale)}`;
  const gap = `${worthText(Math.abs(ahead.mean), scale)} (${worthText(ahead.low, scale)} to ${worthText(ahead.high, scale)})`;
  const against = `, against ${worthText(attentive.utility.mean, scale)} for listening, which is ${gap} ${ahead.mean < 0 ? "less" : "more"}.`;
  return `${lead}${against} Knowing who the others are tonight brings ${worthText(informedAhead.mean, scale)} on top.`;
}

/** A finding about policies, in English. */
export function policyWords(
  scenario: Scenario,
  finding: BalanceFinding & { readonly kind: "laziness_pays" | "knowing_pays_nothing" | "text_holds" },
): { readonly where: string; readonly what: string; readonly change: string } {
  const { scale, parties } = scenario;
  const name = partyName(scenario, finding.party);
  const where = `parties.${parties[finding.party]?.id}`;
  switch (finding.kind) {
    case "laziness_pays": {
      const { lazy, attentive, ahead } = finding;
      const worths = `${worthText(lazy.utility.mean, scale)} on 0-100; listening brings ${worthText(attentive.utility.mean, scale)}`;
      return {
        where,
        what: `${doing(lazy.policy)} brings ${name} ${worths}, ${worthText(ahead.mean, scale)} more (95 % interval ${worthText(ahead.low, scale)} to ${worthText(ahead.high, scale)}).`,
        change:
          "Let it pay to listen: dispositions of the others that want different texts, reciprocity in their tactics, issues that weigh differently for each side.",
      };
    }
    case "knowing_pays_nothing":
      return {
        where: `${where.replace(/[^.]+$/, "")}*.dispositions`,
        what: `To know who the others are tonight brings ${name} ${worthText(finding.ahead.mean, scale)} on 0-100 (95 % interval ${worthText(finding.ahead.low, scale)} to ${worthText(finding.ahead.high, scale)}).`,
        change: `Give ${listText(others(scenario, finding.party), "or")} dispositions that differ in what they want most, and are not told apart by the first offer.`,
      };
    case "text_holds":
      return {
        where,
        what: `One text that ${name} holds from the first round on is signed in ${percentText(Math.round(finding.held.signed * 1000), 1000)} of the runs, whoever the others are: ${heldText(scenario, finding.held.text)}.`,
        change:
          "Let the others' dispositions want more different things, raise a walk-away, or give them reciprocity: whoever stands still meets a wall.",
      };
  }
}

function others(scenario: Scenario, party: number): string[] {
  return scenario.parties.flatMap(({ role }, other) =>
    role === "party" && other !== party ? [partyName(scenario, other)] : [],
  );
}
