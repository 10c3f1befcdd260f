import { useEffect, useState } from "preact/hooks";
import type { Facts } from "../../table/view/facts.ts";
import { screens } from "../app/screens.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { Message, useSpeaker, useText, Words } from "../parts/speaker.tsx";
import { type Preset, SEED_LIMIT, WATCH_SEAT } from "../store/address.ts";
import type { OfferedFacts, Session } from "../store/session.ts";
import { FileDiagnostics, FileOpener } from "./files.tsx";
import { ReplaceDialog, SavedPlayNotice } from "./saved-play.tsx";
import { NO_SEAT, SeatPicker } from "./seat-picker.tsx";
import { ShareLinks } from "./share-links.tsx";
import { Year } from "./year.tsx";

interface MachinesBesideStartProps {
  readonly actions: Pick<Session, "simulate" | "notFetched">;
  readonly facts: Facts;
  readonly seed: string;
}

/** Beside one play to look at: a thousand at once. Fetched when it is first wanted: few who come to the start want it. */
function MachinesBesideStart({ actions, facts, seed }: MachinesBesideStartProps) {
  const [parts, setParts] = useState<Awaited<ReturnType<typeof screens.load>> | null>(null);
  useEffect(() => {
    const fetchThem = (): void => {
      screens.load().then(setParts, () => actions.notFetched(fetchThem));
    };
    fetchThem();
  }, [actions]);
  return parts && <parts.MachinesPart facts={facts} seed={seed} prepare={actions.simulate} />;
}

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
            <Message k="start.opened" v={{ file }} />
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
        <Message k="start.rounds" v={{ rounds }} />
        {roundIs && (
          <>
            {t.say("start.comma")}
            <Message k="start.round_is" v={{ time: text(roundIs) }} />
          </>
        )}
        {facts.minutes !== null && (
          <>
            {" · "}
            <Message k="start.minutes" v={{ minutes: facts.minutes }} />
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
        <Message k="start.more" />
      </summary>
      {seat !== NO_SEAT && (
        <fieldset class="others">
          <legend>
            <Message k="start.others" />
          </legend>
          <p class="quiet">
            <Message k="start.others.note" />
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
                <PartyMarkIcon mark={mark} size="s" />
                <Words of={name} />
              </label>
            ))}
        </fieldset>
      )}
      <label class="field">
        <span>
          <Message k="start.seed" />
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
          <Message k="start.seed.note" />
        </span>
      </label>
    </details>
  );
}

/** The seat that the address asks for, else the first that negotiates. */
function firstSeat({ parties }: Facts, { seat }: Preset): string {
  if (seat === WATCH_SEAT) return NO_SEAT;
  return seat ?? parties.find(({ role }) => role === "party")?.id ?? NO_SEAT;
}

interface OfferedProps extends OfferedFacts {
  readonly session: Session;
  readonly preset: Preset;
}

function Offered({ session, facts, file, preset }: OfferedProps) {
  const [seat, setSeat] = useState(() => firstSeat(facts, preset));
  const [others, setOthers] = useState<readonly string[]>(preset.others);
  const [seed, setSeed] = useState(preset.seed ?? freshSeed);
  const [openAll, setOpenAll] = useState(preset.openAll);
  const humans = seat === NO_SEAT ? [] : [seat, ...others.filter((id) => id !== seat)];
  const go = humans.length === 0 ? "start.go.watch" : humans.length > 1 ? "start.go.several" : "start.go";
  return (
    <>
      <div class="about-and-notice">
        <About facts={facts} file={file} />
        {facts.notice && (
          <p class="notice-words">
            <strong>
              <Message k="start.notice" />
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
        <SeatPicker facts={facts} chosen={seat} onChoose={setSeat} />
        {seat === NO_SEAT && (
          <label class="switch watch-open">
            <input type="checkbox" checked={openAll} onChange={(event) => setOpenAll(event.currentTarget.checked)} />
            <Message k="start.seat.open" />
          </label>
        )}
        <More facts={facts} seat={seat} others={others} onOthers={setOthers} seed={seed} onSeed={setSeed} />
        <div class="next-step">
          <button type="submit" class="button button-first button-large">
            <Message k={go} />
          </button>
        </div>
      </form>
      {seat === NO_SEAT && <MachinesBesideStart actions={session} facts={facts} seed={seed.trim() || "1"} />}
      {file === null && (
        <ShareLinks
          preset={{
            scenario: facts.id,
            seat: seat === NO_SEAT ? WATCH_SEAT : seat,
            others: humans.slice(1),
            seed: seed.trim() || null,
            openAll: seat === NO_SEAT && openAll,
          }}
        />
      )}
    </>
  );
}

/** Where everybody begins: the year, the scenario, the seats, files. */
export function StartScreen({ session }: { session: Session }) {
  const { offered, check, preset, savedPlay, replacing } = session.state;
  return (
    <main id="main" class="start" tabIndex={-1}>
      <div class="start-band">
        <div class="start-band-inner">
          <p class="start-lead">
            <Message k="start.lead" />
          </p>
          <Year offered={offered?.file === null ? offered.facts.id : null} />
        </div>
      </div>
      <div class="page">
        {savedPlay && <SavedPlayNotice actions={session} savedPlay={savedPlay} />}
        {savedPlay && replacing && <ReplaceDialog actions={session} />}
        {check && <FileDiagnostics check={check} />}
        {offered ? (
          <Offered
            key={`${offered.facts.id} ${offered.file} ${JSON.stringify(preset)}`}
            session={session}
            facts={offered.facts}
            file={offered.file}
            preset={preset}
          />
        ) : (
          <p class="loading">
            <Message k="frame.loading" />
          </p>
        )}
        <FileOpener actions={session} opened={offered?.file ?? null} />
      </div>
    </main>
  );
}
