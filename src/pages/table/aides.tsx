import { optionIn } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import { equalWithin } from "../../exact/tolerance.ts";
import type { View } from "../../table/view/view.ts";
import { estimatedWorth } from "../../tactics/appraise.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";

/** What a seat's aides make of another party, from nothing but what was said at the table. */
interface AidesGuess {
  readonly party: number;
  /** How near a package seems to be to what the party wants; `unknown` before it has made an offer. */
  readonly near: "near" | "reach" | "far" | "unknown";
  /** The issue that seems to weigh most for it; −1 where none stands out. */
  readonly fights: number;
  /** How often it has changed its offer. */
  readonly moves: number;
  /** The issue on which it has changed it most often; −1: none. */
  readonly movedOn: number;
}

/** Estimated worth, 0–1, from which a package counts as near, and from which it is within reach. */
const NEAR = 0.85;
const REACH = 0.6;

/** The index of the largest, if it is larger than all others; −1 otherwise. */
function standsOut(values: readonly number[]): number {
  const most = Math.max(...values);
  const found = values.flatMap((value, index) => (value > most - equalWithin(1) ? [index] : []));
  const [only, more] = found;
  return only !== undefined && more === undefined && most > 0 ? only : -1;
}

function movesOf(view: View, party: number): { moves: number; byIssue: number[] } {
  const { space } = view.rules;
  const byIssue = Array.from(space.sizes, () => 0);
  let moves = 0;
  let last = -1;
  for (const line of view.log) {
    if (line.kind !== "statement" || line.party !== party || line.says !== "OFFER") continue;
    if (last >= 0 && line.package !== last) moves++;
    for (const issue of byIssue.keys()) {
      if (last >= 0 && optionIn(space, line.package, issue) !== optionIn(space, last, issue)) {
        byIssue[issue] = (byIssue[issue] ?? 0) + 1;
      }
    }
    last = line.package;
  }
  return { moves, byIssue };
}

/** What the aides say of each other voter before a package is put forward. */
export function aidesGuesses(view: View, pack: number): AidesGuess[] {
  const { space } = view.rules;
  return view.estimates.flatMap((estimate, party) => {
    if (!estimate || view.parties[party]?.gone) return [];
    const weights = Array.from(space.sizes, (size, issue) => {
      const first = at(space.firstSlot, issue);
      return Math.max(...estimate.slice(first, first + size));
    });
    const best = weights.reduce((sum, weight) => sum + weight, 0);
    const share = best > 0 ? estimatedWorth(view, party, pack) / best : 0;
    const spoken = (view.parties[party]?.standing ?? -1) >= 0;
    const { moves, byIssue } = movesOf(view, party);
    return [
      {
        party,
        near: !spoken ? "unknown" : share >= NEAR ? "near" : share >= REACH ? "reach" : "far",
        fights: spoken ? standsOut(weights) : -1,
        moves,
        movedOn: standsOut(byIssue),
      },
    ];
  });
}

function Believed({ guess }: { guess: AidesGuess }) {
  const presenter = usePresenter();
  const party = presenter.party(guess.party);
  return (
    <li class={`guess hue-${party.mark.colour}`}>
      <PartyMarkIcon mark={party.mark} size="s" />
      <p>
        <strong>
          <Words of={party.name} />
        </strong>
        <span class={`near near-${guess.near}`}>
          <Message k={`aides.${guess.near}`} />
        </span>
        {guess.near !== "unknown" && (
          <span class="quiet">
            {guess.fights >= 0 && <Message k="aides.fights" v={{ issue: presenter.issue(guess.fights) }} />}{" "}
            {guess.moves === 0 ? (
              <Message k="aides.moved.never" />
            ) : (
              <Message k="aides.moved" v={{ times: guess.moves }} />
            )}
            {guess.movedOn >= 0 && (
              <>
                {" "}
                <Message k="aides.moved.on" v={{ issue: presenter.issue(guess.movedOn) }} />
              </>
            )}
          </span>
        )}
      </p>
    </li>
  );
}

/** What the seat's aides guess of the others before this draft. In words: there is no figure that anyone could know. */
export function Aides({ draft }: { draft: number }) {
  const found = aidesGuesses(usePresenter().view, draft);
  if (found.length === 0) return null;
  return (
    <section class="aides" aria-labelledby="aides-title">
      <h3 id="aides-title">
        <Message k="aides.title" />
      </h3>
      <ul>
        {found.map((guess) => (
          <Believed key={guess.party} guess={guess} />
        ))}
      </ul>
      <p class="quiet aides-note">
        <Message k="aides.note" />
      </p>
    </section>
  );
}
