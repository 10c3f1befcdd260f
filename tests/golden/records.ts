import type { PlayRecord } from "../../src/play/record.ts";
import type { Scenario } from "../../src/scenario/types.ts";

/**
 * The golden records, put together: one scenario (Munich as it was when they were made) is kept once, in `scenario.json`, for all
 * of them. `make.ts` writes the files.
 */
const files = import.meta.glob<{ default: unknown }>("./*.json", { eager: true });

const SCENARIO = "./scenario.json";

function golden(): readonly (readonly [string, PlayRecord])[] {
  const scenario = files[SCENARIO]?.default as Scenario;
  return Object.entries(files)
    .filter(([path]) => path !== SCENARIO)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { default: kept }]) => {
      const record = kept as PlayRecord;
      const acts = record.acts.map((act) => ({ ...act, scenario }));
      return [path.slice(2, -5), { ...record, acts }] as const;
    });
}

/** Name and record, by name. */
export const GOLDEN = golden();
