import type { Diagnostics, Path } from "../diagnostics.ts";
import { listed, quote } from "../suggest.ts";
import type { Party, Scenario, Tactic } from "../types.ts";

/** Tactics that answer others in a way of their own: nothing reads their reciprocity. */
const ANSWERING: ReadonlySet<Tactic["kind"]> = new Set(["micro", "tit_for_tat"]);

function lintReciprocity({ kind, reciprocity }: Tactic, path: Path, diagnostics: Diagnostics): void {
  if (reciprocity === 0 || !ANSWERING.has(kind)) return;
  const message = `The tactic ${quote(kind)} answers others in its own way, so reciprocity changes nothing. Take it away, or choose another tactic.`;
  diagnostics.warn("reciprocity-unused", [...path, "reciprocity"], message);
}

/** What outsiders hear of one disposition they cannot weigh against one that is silent: it looks flat to them. */
function lintStated({ issues }: Scenario, { dispositions }: Party, path: Path, diagnostics: Diagnostics): void {
  for (const [issue, { id }] of issues.entries()) {
    const silent = dispositions.filter(({ stated }) => !stated.values[issue]).map((one) => one.id);
    if (silent.length === 0 || silent.length === dispositions.length) continue;
    const message =
      `Some dispositions state what ${quote(id)} is worth; ${listed(silent)} does not. The others at the table compare what is stated: ` +
      "state the values of this issue in all of them.";
    diagnostics.warn("disposition-silent", path, message);
  }
}

/** Dispositions that others cannot tell apart, and numbers of tactics that change nothing. */
export function lintDispositions(scenario: Scenario, diagnostics: Diagnostics): void {
  for (const party of scenario.parties) {
    const path = ["parties", party.id];
    lintReciprocity(party.tactic, [...path, "tactic"], diagnostics);
    lintStated(scenario, party, [...path, "dispositions"], diagnostics);
    for (const { id, stated } of party.dispositions) {
      if (stated.tactic) lintReciprocity(stated.tactic, [...path, "dispositions", id, "tactic"], diagnostics);
    }
  }
}
