import { useState } from "preact/hooks";
import type { Scenario } from "../../scenario/types.ts";
import { type Facts, factsOf } from "../facts.ts";
import { Mark } from "../parts/mark.tsx";
import { Say, useSpeaker, useText, Words } from "../parts/speaker.tsx";
import type { Session } from "../session/session.ts";
import { Diagnostics } from "./diagnostics.tsx";
import { Files } from "./files.tsx";
import { Seats, WATCH } from "./seats.tsx";

/** Seeds are typed and read aloud in class rooms: short, and no letters that look like digits. */
function freshSeed(): string {
  const letters = "abcdefghkmnpqrstuvwxyz";
  return Array.from({ length: 5 }, () => letters[Math.floor(Math.random() * letters.length)]).join("");
}

function About({ facts, file }: { facts: Facts; file: string | null }) {
  const t = useSpeaker();
  const text = useText();
  const { rounds, roundIs } = facts.protocol;
  return (
    <header class="about">
      <p class="kicker">
        {facts.place && (
          <>
            <Words of={facts.place} />
            {facts.when && " · "}
          </>
        )}
        {facts.when && t.day(facts.when)}
        {file && (
          <>
            {" "}
            <Say k="start.opened" v={{ file }} />
          </>
        )}
      </p>
      <h1>
        <Words of={facts.title} />
      </h1>
      {facts.summary && (
        <p class="lead">
          <Words of={facts.summary} />
        </p>
      )}
      <p class="about-length">
        <Say k="start.rounds" v={{ rounds }} />
        {roundIs && (
          <>
            {t.say("start.comma")}
            <Say k="start.round_is" v={{ time: text(roundIs) }} />
          </>
        )}
        {facts.minutes !== null && (
          <>
            {" · "}
            <Say k="start.minutes" v={{ minutes: facts.minutes }} />
          </>
        )}
      </p>
    </header>
  );
}

interface MoreProps {
  readonly facts: Facts;
  readonly seat: string;
  readonly others: readonly string[];
  readonly onOthers: (others: readonly string[]) => void;
  readonly seed: string;
  readonly onSeed: (seed: string) => void;
}

/** What most plays leave as it is. */
function More({ facts, seat, others, onOthers, seed, onSeed }: MoreProps) {
  return (
    <details class="more">
      <summary>
        <Say k="start.more" />
      </summary>
      {seat !== WATCH && (
        <fieldset class="others">
          <legend>
            <Say k="start.others" />
          </legend>
          <p class="quiet">
            <Say k="start.others.note" />
          </p>
          {facts.parties
            .filter(({ id }) => id !== seat)
            .map(({ id, name, mark }) => (
              <label key={id} class="switch">
                <input
                  type="checkbox"
                  checked={others.includes(id)}
                  onChange={(event) =>
                    onOthers(event.currentTarget.checked ? [...others, id] : others.filter((one) => one !== id))
                  }
                />
                <Mark mark={mark} size="s" />
                <Words of={name} />
              </label>
            ))}
        </fieldset>
      )}
      <label class="field">
        <span>
          <Say k="start.seed" />
        </span>
        <input
          type="text"
          dir="ltr"
          value={seed}
          maxLength={100}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onSeed(event.currentTarget.value)}
        />
        <span class="quiet">
          <Say k="start.seed.note" />
        </span>
      </label>
    </details>
  );
}

function Offered({ session, scenario, file }: { session: Session; scenario: Scenario; file: string | null }) {
  const facts = factsOf(scenario);
  const first = facts.parties.find(({ role }) => role === "party");
  const [seat, setSeat] = useState(first?.id ?? WATCH);
  const [others, setOthers] = useState<readonly string[]>([]);
  const [seed, setSeed] = useState(freshSeed);
  const humans = seat === WATCH ? [] : [seat, ...others.filter((id) => id !== seat)];
  const go = humans.length === 0 ? "start.go.watch" : humans.length > 1 ? "start.go.several" : "start.go";
  return (
    <>
      <About facts={facts} file={file} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          session.begin(humans, seed.trim() === "" ? freshSeed() : seed);
        }}
      >
        <Seats facts={facts} chosen={seat} onChoose={setSeat} />
        <More facts={facts} seat={seat} others={others} onOthers={setOthers} seed={seed} onSeed={setSeed} />
        <div class="next-step">
          <button type="submit" class="button button-first button-large">
            <Say k={go} />
          </button>
        </div>
      </form>
      {facts.notice && (
        <p class="notice-words">
          <Words of={facts.notice} />
        </p>
      )}
    </>
  );
}

/** Where everybody begins: the scenario, the seats, files. */
export function Start({ session }: { session: Session }) {
  const { offered, check } = session.state;
  return (
    <main id="main" class="page start" tabIndex={-1}>
      <p class="start-lead">
        <Say k="start.lead" />
      </p>
      {check && <Diagnostics check={check} />}
      {offered ? (
        <Offered
          key={`${offered.scenario.id} ${offered.file}`}
          session={session}
          scenario={offered.scenario}
          file={offered.file}
        />
      ) : (
        <p class="loading">
          <Say k="frame.loading" />
        </p>
      )}
      <Files session={session} opened={offered?.file ?? null} />
    </main>
  );
}
