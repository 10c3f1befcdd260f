import { didYouMean } from "../scenario/suggest.ts";
import type { Scenario } from "../scenario/types.ts";
import type { OptionSpec, ParsedArguments } from "./command.ts";
import { usageError } from "./errors.ts";
import { parsePartyId } from "./scenario-file.ts";
import { quoted } from "./text/terminal.ts";

/** The option by which a command is told how a party is, instead of drawing it. */
export const DISPOSITION_OPTION: OptionSpec = {
  value: "PARTY=ID",
  repeatable: true,
  about: "The party has this disposition of the file's, such as russia=wants_time; the others are drawn",
};

/**
 * The dispositions that were typed, by party id.
 * @throws CliError (exit 2) for what does not read PARTY=ID, for a party or disposition that is not there, or two for one party
 */
export function dispositionsOption(given: ParsedArguments, scenario: Scenario): Record<string, string> {
  const named: Record<string, string> = {};
  for (const text of given.options.get("disposition") ?? []) {
    const equals = text.indexOf("=");
    if (equals < 1) {
      throw usageError(`--disposition reads PARTY=ID, such as russia=wants_time, not ${quoted(text)}.`);
    }
    const [id, disposition] = [text.slice(0, equals), text.slice(equals + 1)];
    const there = scenario.parties[parsePartyId(scenario, id)]?.dispositions.map((one) => one.id) ?? [];
    if (there.length === 0) throw usageError(`${id} has no dispositions in this file: leave --disposition out.`);
    if (!there.includes(disposition)) {
      const choices = didYouMean(disposition, there, "Dispositions");
      throw usageError(`${id} has no disposition ${quoted(disposition)}. ${choices}`);
    }
    if (Object.hasOwn(named, id)) throw usageError(`--disposition gives ${id} two dispositions.`);
    named[id] = disposition;
  }
  return named;
}
