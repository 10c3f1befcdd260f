import type { Speaker } from "../language/speak.ts";
import { textIn } from "../scenario/text.ts";
import type { Scenario } from "../scenario/types.ts";
import type { SessionState, Sitting } from "./session/state.ts";

/** Invisible marks that keep names apart from the direction around them: in the frame of a window some systems draw them as boxes. */
const ISOLATES = /[\u2066-\u2069]/g;

/** How the talks stand for whoever sits before the screen. */
function atTheTable({ play, humans, running }: Sitting, t: Speaker): string {
  const { context, floor } = play.state;
  const { round } = context;
  if (floor === "signed" || floor === "broken") return t.say(`result.${floor}`, { round });
  if (floor === "expired") return t.say("result.expired");
  if (humans.length === 0) return t.say("title.watch", { round });
  if (running) return t.say("title.others", { round });
  return t.say(play.waiting?.kind === "answers" ? "title.answer" : "title.turn", { round });
}

function ofThePlay({ screen }: SessionState, sitting: Sitting, t: Speaker): string {
  const { scenario } = sitting.play;
  const behind = scenario.parties.find(({ id }) => id === sitting.curtain);
  if (behind) return t.say("curtain.title", { party: textIn(behind.name, t.language) });
  return screen === "mandate" ? t.say("mandate.yours") : atTheTable(sitting, t);
}

function scenarioOf({ sitting, stored, offered }: SessionState): Scenario | undefined {
  if (sitting) return sitting.play.scenario;
  return stored ? stored.record.acts[0]?.scenario : offered?.scenario;
}

function nameOf(state: SessionState, t: Speaker): string | null {
  const { taken, sitting, stored, offered } = state;
  if (taken) return t.say("title.taken");
  if (sitting) return ofThePlay(state, sitting, t);
  if (stored) return t.say("stored.title");
  return offered && t.say("start.seat");
}

/**
 * What the window is called: the screen first, so that tabs side by side and a history can be told apart, then the scenario, then
 * Parley (WCAG 2.4.2).
 */
export function titleOf(state: SessionState, t: Speaker): string {
  const scenario = scenarioOf(state);
  const parts = [nameOf(state, t), scenario ? textIn(scenario.title, t.language) : null, t.say("frame.name")];
  return t.shown(parts.filter(Boolean).join(" · ").replaceAll(ISOLATES, ""));
}
