import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { arabicDigits, type Digits, withDigits } from "../language/digits.ts";
import { directionOf, LANGUAGES, type Language, type Speaker, speaker } from "../language/speak.ts";
import { GuideDoor } from "./guide/door.tsx";
import { Help } from "./guide/help.tsx";
import { Guard } from "./parts/guard.tsx";
import { Say, SpeakerContext, useSpeaker } from "./parts/speaker.tsx";
import { SaveRecord } from "./result/save.tsx";
import { screens } from "./screens.ts";
import type { Session } from "./session/session.ts";
import { DropAnywhere } from "./start/drop.tsx";
import { Start } from "./start/start.tsx";
import { titleOf } from "./title.ts";
import { NewVersion } from "./version/new-version.tsx";
import type { Versions } from "./version/watch.ts";

const NAMES: Readonly<Record<Language, string>> = { en: "English", ar: "العربية" };

interface Tongue {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly digits: Digits;
  readonly onDigits: (digits: Digits) => void;
}

/** Latin digits are usual in the press of the region; who reads the others can have them. */
function DigitSwitch({ digits, onDigits }: Pick<Tongue, "digits" | "onDigits">) {
  const sample = arabicDigits("123");
  return (
    <button
      type="button"
      aria-label={speaker("ar").say("frame.digits", { sample })}
      aria-pressed={digits === "arab"}
      onClick={() => onDigits(digits === "arab" ? "latn" : "arab")}
    >
      {sample}
    </button>
  );
}

function Languages({ language, onLanguage, digits, onDigits }: Tongue) {
  return (
    <nav class="languages" aria-label={speaker(language).say("frame.language")}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          dir={directionOf(one)}
          aria-pressed={one === language}
          onClick={() => onLanguage(one)}
        >
          {NAMES[one]}
        </button>
      ))}
      {language === "ar" && <DigitSwitch digits={digits} onDigits={onDigits} />}
    </nav>
  );
}

function Leave({ session }: { session: Session }) {
  const [asking, setAsking] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (asking) dialog.current?.showModal();
  }, [asking]);
  return (
    <>
      <button type="button" class="quiet-button" onClick={() => setAsking(true)}>
        <Say k="frame.leave" />
      </button>
      {asking && (
        <dialog ref={dialog} aria-labelledby="leave-sure" onClose={() => setAsking(false)}>
          <p id="leave-sure">
            <Say k="frame.leave.sure" />
          </p>
          <div class="buttons">
            <button type="button" class="button button-first" onClick={() => dialog.current?.close()}>
              <Say k="frame.leave.no" />
            </button>
            <SaveRecord session={session} />
            <button type="button" class="button button-grave" onClick={session.leave}>
              <Say k="frame.leave.yes" />
            </button>
          </div>
        </dialog>
      )}
    </>
  );
}

function Frame({ session, tongue, children }: { session: Session; tongue: Tongue; children: ComponentChildren }) {
  const { notice, taken, sitting, stored, screen, fetching } = session.state;
  return (
    <>
      <a class="skip" href="#main">
        <Say k="frame.skip" />
      </a>
      <header class="frame">
        <p class="brand">
          <Say k="frame.name" />
        </p>
        <div class="frame-tools">
          {sitting && !taken && screen === "table" && <SaveRecord session={session} quiet />}
          {sitting && !taken && <Leave session={session} />}
          {stored && (
            <button type="button" class="quiet-button" onClick={session.leave}>
              <Say k="frame.back" />
            </button>
          )}
          <Help />
          <Languages {...tongue} />
        </div>
      </header>
      {notice && (
        <div class="notice" role="alert">
          <p>
            <Say k={notice.key} v={notice.values} />
          </p>
          {notice.retry && (
            <button type="button" class="button button-first" onClick={notice.retry}>
              <Say k="frame.retry" />
            </button>
          )}
          <button type="button" class="button" onClick={session.dismiss}>
            <Say k="frame.close" />
          </button>
        </div>
      )}
      {fetching && (
        <p class="notice" role="status">
          <Say k="frame.loading" />
        </p>
      )}
      {children}
    </>
  );
}

function Taken({ session }: { session: Session }) {
  return (
    <main id="main" class="curtain" tabIndex={-1}>
      <p role="alert">
        <Say k="notice.other_tab" />
      </p>
      <button type="button" class="button button-first" onClick={() => void session.takeOver()}>
        <Say k="notice.other_tab.here" />
      </button>
    </main>
  );
}

function Screens({ session }: { session: Session }) {
  const { sitting, stored, taken } = session.state;
  if (taken) return <Taken session={session} />;
  if (sitting || stored) {
    const { Playing, Stored } = screens.get();
    if (sitting) return <Playing session={session} sitting={sitting} />;
    if (stored) return <Stored stored={stored} />;
  }
  return <Start session={session} />;
}

/** A new screen takes the focus and shows its beginning; the first one after loading is left to the browser. */
function useArrival(name: string): void {
  const last = useRef(name);
  useEffect(() => {
    if (last.current === name) return;
    last.current = name;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }, [name]);
}

/** Names the window. A part of the screen, so that a fault in it is caught where those of the screen are. */
function Title({ session }: { session: Session }) {
  const title = titleOf(session.state, useSpeaker());
  // Before the focus goes to the new screen: a screen reader then says what the window is called by now.
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

interface AppProps extends Tongue {
  readonly session: Session;
  /** Left out: there is only one. */
  readonly versions?: Versions;
}

/** The whole page. */
export function App({ session, versions, ...tongue }: AppProps) {
  const { language, digits } = tongue;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Before anything can happen: a session that opens faster than the page is painted would go unheard.
  useLayoutEffect(() => session.subscribe(() => redraw(null)), [session]);
  const t: Speaker = useMemo(() => withDigits(speaker(language), digits), [language, digits]);
  const { screen, sitting } = session.state;
  useArrival(
    sitting?.curtain ? `curtain ${sitting.curtain}` : sitting ? screen : session.state.stored ? "stored" : "start",
  );
  return (
    <SpeakerContext.Provider value={t}>
      <GuideDoor>
        <DropAnywhere session={session} />
        <Frame session={session} tongue={tongue}>
          {versions && <NewVersion session={session} versions={versions} />}
          <Guard key={session.state.screen} session={session}>
            <Title session={session} />
            <Screens session={session} />
          </Guard>
        </Frame>
      </GuideDoor>
    </SpeakerContext.Provider>
  );
}
