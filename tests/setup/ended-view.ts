import { openPlay } from "../../src/play/play.ts";
import type { View } from "../../src/table/view/view.ts";
import { MUNICH } from "./shipped.ts";

/** Munich at its end, all open: of machines, or with the United States accepting everything or refusing everything. */
export function endedView(seed: string, us: "machine" | "accepts" | "refuses" = "machine"): View {
  const seats = us === "machine" ? {} : { us: { by: "human" as const } };
  const play = openPlay({ scenario: MUNICH, seed, seats, runner: "batch" });
  while (play.advance().kind !== "over") {
    play.act("us", play.view("us").owesAnswer ? { kind: "answer", accepts: us === "accepts" } : { kind: "pass" });
  }
  return play.view("us", true);
}
