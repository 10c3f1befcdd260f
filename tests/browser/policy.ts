import { optionIn, withOption } from "../../src/bargaining/space.ts";
import { firstDraft } from "../../src/pages/store/store.ts";
import { packageIds } from "../../src/play/action.ts";
import { openPlay, type Play } from "../../src/play/play.ts";
import type { Scenario } from "../../src/scenario/types.ts";

/**
 * How the tests play by hand: a first offer with the first issue one option on, then whatever is on the table first is taken up,
 * and everything is accepted. The pages are driven by the same three rules.
 */
function playByThePolicy(play: Play, party: string): void {
  for (;;) {
    const waiting = play.advance();
    if (waiting.kind === "over") return;
    if (waiting.kind === "answers") {
      play.act(party, { kind: "answer", accepts: true });
      continue;
    }
    const view = play.view(party);
    const other = view.parties.find(({ index, standing }) => index !== view.seat && standing >= 0);
    if ((view.parties[view.seat]?.standing ?? -1) >= 0 && other) {
      play.act(party, { kind: "take_up", of: play.scenario.parties[other.index]?.id ?? "" });
      continue;
    }
    const draft = firstDraft(view) ?? 0;
    const { space } = view.rules;
    const next = withOption(space, draft, 0, (optionIn(space, draft, 0) + 1) % (space.sizes[0] ?? 1));
    play.act(party, { kind: "offer", package: packageIds(play.model, next) });
  }
}

/** A seed with which playing by these rules ends in a signature after some rounds; the content of the file may change. */
export function seedThatSigns(
  scenario: Scenario,
  party: string,
): { seed: string; seal: string; signed: readonly string[] } {
  for (let n = 0; n < 500; n++) {
    const seed = `class-${n}`;
    const play = openPlay({ scenario, seed, seats: { [party]: { by: "human" } }, runner: "batch" });
    playByThePolicy(play, party);
    const view = play.view(party, true);
    const own = play.actions.filter(({ by }) => by === "human").length;
    if (view.signed < 0 || own < 5 || own > 16) continue;
    const signed = scenario.issues.map(
      ({ options }, issue) => options[optionIn(view.rules.space, view.signed, issue)]?.title.en ?? "",
    );
    return { seed, seal: play.seal, signed };
  }
  throw new Error("no seed leads to a signature by these rules");
}
