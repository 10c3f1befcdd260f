import { processHost } from "./host.ts";
import { parley } from "./parley.ts";
import { plain } from "./plain.ts";

/** Who reads may stop reading (`parley … | head`): that is no error of anyone. */
function onStreamError(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  if (process.exitCode !== 1) process.exitCode = 1;
  process.stderr.write(`The result cannot be written: ${error.message}.\n`);
}

process.stdout.on("error", onStreamError);
process.stderr.on("error", () => process.exit());

try {
  const { stdout, stderr, exit } = await parley(process.argv.slice(2), processHost());
  process.exitCode = exit;
  if (stderr) process.stderr.write(plain(stderr));
  if (stdout) process.stdout.write(stdout);
} catch (fault) {
  process.exitCode = 1;
  const about = fault instanceof Error ? fault.message : String(fault);
  process.stderr.write(
    plain(`This is a fault of Parley, please report it with the file and what you typed: ${about}\n`),
  );
  if (process.env.PARLEY_TRACE && fault instanceof Error) process.stderr.write(`${fault.stack}\n`);
}
