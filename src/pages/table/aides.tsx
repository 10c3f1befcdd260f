import { useDesk } from "../desk.tsx";
import { Mark } from "../parts/mark.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { type Guess, guesses } from "./guesses.ts";

function Believed({ guess }: { guess: Guess }) {
  const desk = useDesk();
  const party = desk.party(guess.party);
  return (
    <li class={`guess hue-${party.mark.colour}`}>
      <Mark mark={party.mark} size="s" />
      <p>
        <strong>
          <Words of={party.name} />
        </strong>
        <span class={`near near-${guess.near}`}>
          <Say k={`aides.${guess.near}`} />
        </span>
        {guess.near !== "unknown" && (
          <span class="quiet">
            {guess.fights >= 0 && <Say k="aides.fights" v={{ issue: desk.issue(guess.fights) }} />}{" "}
            {guess.moves === 0 ? <Say k="aides.moved.never" /> : <Say k="aides.moved" v={{ times: guess.moves }} />}
            {guess.movedOn >= 0 && (
              <>
                {" "}
                <Say k="aides.moved.on" v={{ issue: desk.issue(guess.movedOn) }} />
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
  const found = guesses(useDesk().view, draft);
  if (found.length === 0) return null;
  return (
    <section class="aides" aria-labelledby="aides-title">
      <h3 id="aides-title">
        <Say k="aides.title" />
      </h3>
      <ul>
        {found.map((guess) => (
          <Believed key={guess.party} guess={guess} />
        ))}
      </ul>
      <p class="quiet aides-note">
        <Say k="aides.note" />
      </p>
    </section>
  );
}
