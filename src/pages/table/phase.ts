import type { View } from "../../table/view.ts";

export type Phase = "running" | "over" | "answer" | "turn" | "watch";

/** What is asked of whoever sits before a table; `running`: others are acting, one visible step after another. */
export function phaseOf(view: View, running: boolean): Phase {
  if (view.floor === "signed" || view.floor === "broken" || view.floor === "expired") return "over";
  if (running) return "running";
  if (view.seat < 0) return "watch";
  return view.owesAnswer ? "answer" : "turn";
}

/** The draft as far as it lies on the rails: not while one reads another's offer there, nor when all is over. */
export function draftOnRails(view: View, running: boolean, draft: number | null): number | null {
  const phase = phaseOf(view, running);
  return phase === "running" || phase === "turn" ? draft : null;
}
