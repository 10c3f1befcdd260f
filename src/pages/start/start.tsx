import { useState } from "preact/hooks";
import type { Scenario } from "../../scenario/types.ts";
import { type Facts, factsOf } from "../facts.ts";
import { Mark } from "../parts/mark.tsx";
import { Say, useSpeaker, useText, Words } from "../parts/speaker.tsx";
import type { Session } from "../session/session.ts";
import { type Preset, SEED_LIMIT, WATCHING } from "./address.ts";
import { Diagnostics } from "./diagnostics.tsx";
import { Files } from "./files.tsx";
import { MachinesToo } from "./machines-too.tsx";
import { Seats, WATCH } from "./seats.tsx";
import { Share } from "./share.tsx";
import { Replacing, UnderWay } from "./under-way.tsx";
import { Year } from "./year.tsx";

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
          maxLength={SEED_LIMIT}
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

/** The seat that the address asks for, else the first that negotiates. */
function firstSeat({ parties }: Facts, { seat }: Preset): string {
  if (seat === WATCHING) return WATCH;
  return seat ?? parties.find(({ role }) => role === "party")?.id ?? WATCH;
}

interface OfferedProps {
  readonly session: Session;
  readonly scenario: Scenario;
  readonly file: string | null;
  readonly preset: Preset;
}

function Offered({ session, scenario, file, preset }: OfferedProps) {
  const facts = factsOf(scenario);
  const [seat, setSeat] = useState(() => firstSeat(facts, preset));
  const [others, setOthers] = useState<readonly string[]>(preset.others);
  const [seed, setSeed] = useState(preset.seed ?? freshSeed);
  const [openAll, setOpenAll] = useState(preset.openAll);
  const humans = seat === WATCH ? [] : [seat, ...others.filter((id) => id !== seat)];
  const go = humans.length === 0 ? "start.go.watch" : humans.length > 1 ? "start.go.several" : "start.go";
  return (
    <>
      <div class="about-and-notice">
        <About facts={facts} file={file} />
        {facts.notice && (
          <p class="notice-words">
            <strong>
              <Say k="start.notice" />
            </strong>{" "}
            <Words of={facts.notice} />
          </p>
        )}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          session.begin(humans, seed.trim() === "" ? freshSeed() : seed, openAll);
        }}
      >
        <Seats facts={facts} chosen={seat} onChoose={setSeat} />
        {seat === WATCH && (
          <label class="switch watch-open">
            <input type="checkbox" checked={openAll} onChange={(event) => setOpenAll(event.currentTarget.checked)} />
            <Say k="start.seat.open" />
          </label>
        )}
        <More facts={facts} seat={seat} others={others} onOthers={setOthers} seed={seed} onSeed={setSeed} />
        <div class="next-step">
          <button type="submit" class="button button-first button-large">
            <Say k={go} />
          </button>
        </div>
      </form>
      {seat === WATCH && <MachinesToo session={session} scenario={scenario} seed={seed.trim() || "1"} />}
      {file === null && (
        <Share
          preset={{
            scenario: scenario.id,
            seat: seat === WATCH ? WATCHING : seat,
            others: humans.slice(1),
            seed: seed.trim() || null,
            openAll: seat === WATCH && openAll,
          }}
        />
      )}
    </>
  );
}

/** Where everybody begins: the year, the scenario, the seats, files. */
export function Start({ session }: { session: Session }) {
  const { offered, check, preset, underWay, replacing } = session.state;
  return (
    <main id="main" class="start" tabIndex={-1}>
      <div class="start-band">
        <div class="start-band-inner">
          <p class="start-lead">
            <Say k="start.lead" />
          </p>
          <Year offered={offered?.file === null ? offered.scenario.id : null} />
        </div>
      </div>
      <div class="page">
        {underWay && <UnderWay session={session} kept={underWay} />}
        {underWay && replacing && <Replacing session={session} kept={underWay} />}
        {check && <Diagnostics check={check} />}
        {offered ? (
          <Offered
            key={`${offered.scenario.id} ${offered.file} ${JSON.stringify(preset)}`}
            session={session}
            scenario={offered.scenario}
            file={offered.file}
            preset={preset}
          />
        ) : (
          <p class="loading">
            <Say k="frame.loading" />
          </p>
        )}
        <Files session={session} opened={offered?.file ?? null} />
      </div>
    </main>
  );
}
