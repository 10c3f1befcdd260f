import { CliError } from "./errors.ts";
import { processHost } from "./host.ts";
import { parley } from "./parley.ts";
import { escapeControls } from "./text/terminal.ts";

/** The reader of a pipe may stop reading (`parley … | head`): that is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
});
process.stderr.on("error", () => process.exit());

const host = processHost();
try {
  const { stdout, stderr, exit } = await parley(process.argv.slice(2), host);
  process.exitCode = exit;
  if (stderr) process.stderr.write(escapeControls(stderr));
  if (stdout) await host.write(stdout);
} catch (fault) {
  process.exitCode = 1;
  const message = fault instanceof Error ? fault.message : String(fault);
  const report = "This is a fault of Parley, please report it with the file and what you typed: ";
  process.stderr.write(escapeControls(`${fault instanceof CliError ? "" : report}${message}\n`));
  if (process.env.PARLEY_TRACE && fault instanceof Error) process.stderr.write(`${fault.stack}\n`);
}
