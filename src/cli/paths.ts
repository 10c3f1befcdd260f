import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Where a name leads to; of a file that does not exist yet, where it would be. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
