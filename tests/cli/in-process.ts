import type { Command } from "../../src/cli/command.ts";
import { CliError } from "../../src/cli/errors.ts";
import { collectingHost } from "../../src/cli/host.ts";
import { parseCommandLine } from "../../src/cli/parse.ts";

/** Runs one command within the test: what it shows, what it says beside, how it ends. */
export async function ran(
  command: Command,
  ...args: readonly string[]
): Promise<{ readonly result: string; readonly problems: string; readonly exit: number }> {
  try {
    const given = parseCommandLine(command, args);
    if (!given) throw new Error("asks for help");
    const { result, problems, exit } = await command.run(given, collectingHost());
    return { result: result ?? "", problems: problems.join("\n"), exit };
  } catch (halt) {
    if (!(halt instanceof CliError)) throw halt;
    return { result: "", problems: halt.message, exit: halt.exit };
  }
}
