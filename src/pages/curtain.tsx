import { textIn } from "../scenario/text.ts";
import { factsOf } from "./facts.ts";
import { Mark } from "./parts/mark.tsx";
import { Say, useSpeaker } from "./parts/speaker.tsx";
import type { Session } from "./session/session.ts";
import type { Sitting } from "./session/state.ts";

/** Between two people at one screen: nothing of either side is on it. */
export function Curtain({ session, sitting }: { session: Session; sitting: Sitting }) {
  const { language } = useSpeaker();
  const party = factsOf(sitting.play.scenario).parties.find(({ id }) => id === sitting.curtain);
  if (!party) return null;
  const name = textIn(party.name, language);
  return (
    <main id="main" class="curtain" tabIndex={-1}>
      <Mark mark={party.mark} size="l" />
      <h1>
        <Say k="curtain.title" v={{ party: name }} />
      </h1>
      <p>
        <Say k="curtain.note" />
      </p>
      <button type="button" class="button button-first button-large" onClick={session.liftCurtain}>
        <Say k="curtain.lift" v={{ party: name }} />
      </button>
    </main>
  );
}
