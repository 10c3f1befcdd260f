import { Component, type ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import {
  arabicDigits,
  type Digits,
  directionOf,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
} from "../../language/languages.ts";
import { type Speaker, speaker, withDigits } from "../../language/speaker.ts";
import { type Text, textIn } from "../../scenario/types.ts";
import { isEnded } from "../../table/state.ts";
import { Help, PracticeProvider } from "../guide/help.tsx";
import { SaveRecord } from "../parts/save-record.tsx";
import { Message, SpeakerContext, useSpeaker } from "../parts/speaker.tsx";
import { DropAnywhere } from "../start/files.tsx";
import { StartScreen } from "../start/start.tsx";
import type { ScreenState, Session } from "../store/session.ts";
import type { ShownPlay } from "../store/shown-play.ts";
import { messageOf } from "../store/store.ts";
import { screens } from "./screens.ts";
import { NewVersion, type Versions } from "./versions.tsx";

/** Invisible marks that keep names apart from the direction around them: in the frame of a window some systems draw them as boxes. */
const ISOLATES = /[\u2066-\u2069]/g;

/** How the talks stand for the player before the screen. */
function atTheTable({ view, watched, running }: ShownPlay, t: Speaker): string {
  const { floor, round } = view;
  if (isEnded(floor)) return t.say(`result.${floor}`, { round });
  if (watched) return t.say("title.watch", { round });
  if (running) return t.say("title.others", { round });
  return t.say(view.owesAnswer ? "title.answer" : "title.turn", { round });
}

function ofThePlay({ screen }: ScreenState, play: ShownPlay, t: Speaker): string {
  if (play.curtain) return t.say("curtain.title", { party: textIn(play.curtain.name, t.language) });
  return screen === "mandate" ? t.say("mandate.yours") : atTheTable(play, t);
}

function scenarioTitle({ play, stored, offered }: ScreenState): Text | undefined {
  if (play) return play.facts.title;
  return stored ? stored.record.acts[0]?.scenario.title : offered?.facts.title;
}

function nameOf(state: ScreenState, t: Speaker): string | null {
  const { taken, play, stored, offered } = state;
  if (taken) return t.say("title.taken");
  if (play) return ofThePlay(state, play, t);
  if (stored) return t.say("stored.title");
  return offered && t.say("start.seat");
}

/**
 * What the window is called: the screen first, so that tabs side by side and a history can be told apart, then the scenario, then
 * Parley (WCAG 2.4.2).
 */
export function titleOf(state: ScreenState, t: Speaker): string {
  const title = scenarioTitle(state);
  const parts = [nameOf(state, t), title ? textIn(title, t.language) : null, t.say("frame.name")];
  return t.shown(parts.filter(Boolean).join(" · ").replaceAll(ISOLATES, ""));
}

interface LanguageChoice {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly digits: Digits;
  readonly onDigits: (digits: Digits) => void;
}

/** Latin digits are usual in the press of the region; who reads the others can have them. */
function DigitSwitch({ digits, onDigits }: Pick<LanguageChoice, "digits" | "onDigits">) {
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

function Languages({ language, onLanguage, digits, onDigits }: LanguageChoice) {
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
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
      {language === "ar" && <DigitSwitch digits={digits} onDigits={onDigits} />}
    </nav>
  );
}

function Leave({ onLeave, onSave }: { onLeave: () => void; onSave: () => void }) {
  const [asking, setAsking] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (asking) dialog.current?.showModal();
  }, [asking]);
  return (
    <>
      <button type="button" class="quiet-button" onClick={() => setAsking(true)}>
        <Message k="frame.leave" />
      </button>
      {asking && (
        <dialog ref={dialog} aria-labelledby="leave-sure" onClose={() => setAsking(false)}>
          <p id="leave-sure">
            <Message k="frame.leave.sure" />
          </p>
          <div class="buttons">
            <button type="button" class="button button-first" onClick={() => dialog.current?.close()}>
              <Message k="frame.leave.no" />
            </button>
            <SaveRecord onSave={onSave} />
            <button type="button" class="button button-grave" onClick={onLeave}>
              <Message k="frame.leave.yes" />
            </button>
          </div>
        </dialog>
      )}
    </>
  );
}

function Frame({
  session,
  tongue,
  children,
}: {
  session: Session;
  tongue: LanguageChoice;
  children: ComponentChildren;
}) {
  const { notice, taken, play, stored, screen, fetching } = session.state;
  return (
    <>
      <a class="skip" href="#main">
        <Message k="frame.skip" />
      </a>
      <header class="frame">
        <p class="brand">
          <Message k="frame.name" />
        </p>
        <div class="frame-tools">
          {play && !taken && screen === "table" && <SaveRecord onSave={session.downloadRecord} quiet />}
          {play && !taken && <Leave onLeave={session.leave} onSave={session.downloadRecord} />}
          {stored && (
            <button type="button" class="quiet-button" onClick={session.leave}>
              <Message k="frame.back" />
            </button>
          )}
          <Help />
          <Languages {...tongue} />
        </div>
      </header>
      {notice && (
        <div class="notice" role="alert">
          <p>
            <Message k={notice.key} v={notice.values} />
          </p>
          {notice.retry && (
            <button type="button" class="button button-first" onClick={notice.retry}>
              <Message k="frame.retry" />
            </button>
          )}
          <button type="button" class="button" onClick={session.dismiss}>
            <Message k="frame.close" />
          </button>
        </div>
      )}
      {fetching && (
        <p class="notice" role="status">
          <Message k="frame.loading" />
        </p>
      )}
      {children}
    </>
  );
}

function TakenScreen({ onTakeOver }: { onTakeOver: () => void }) {
  return (
    <main id="main" class="curtain" tabIndex={-1}>
      <p role="alert">
        <Message k="notice.other_tab" />
      </p>
      <button type="button" class="button button-first" onClick={onTakeOver}>
        <Message k="notice.other_tab.here" />
      </button>
    </main>
  );
}

function Screens({ session }: { session: Session }) {
  const { play, stored, taken } = session.state;
  if (taken) return <TakenScreen onTakeOver={() => void session.takeOver()} />;
  if (play || stored) {
    const { Playing, ShownRecordScreen } = screens.get();
    if (play) return <Playing session={session} play={play} />;
    if (stored) return <ShownRecordScreen shown={stored} />;
  }
  return <StartScreen session={session} />;
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
function Title({ state }: { state: ScreenState }) {
  const title = titleOf(state, useSpeaker());
  // Before the focus goes to the new screen: a screen reader then says what the window is called by now.
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

interface ErrorBoundaryProps {
  /** Hands the record of the play on the screen to the browser; null: there is none. */
  readonly onSave: (() => void) | null;
  readonly children: ComponentChildren;
}

/** A fault of the program itself takes one screen with it, never the play: that is saved, and a reload goes on with it. */
class ErrorBoundary extends Component<ErrorBoundaryProps, { message: string | null }> {
  override state = { message: null };

  static override getDerivedStateFromError(problem: unknown): { message: string } {
    return { message: messageOf(problem) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main id="main" class="page" tabIndex={-1}>
        <p role="alert">
          <Message k="notice.failed" v={{ message }} />
        </p>
        <div class="buttons">
          <button type="button" class="button button-first" onClick={() => location.reload()}>
            <Message k="frame.reload" />
          </button>
          {this.props.onSave && <SaveRecord onSave={this.props.onSave} />}
        </div>
      </main>
    );
  }
}

interface AppProps extends LanguageChoice {
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
  const { screen, play, stored } = session.state;
  useArrival(play?.curtain ? `curtain ${play.curtain.id}` : play ? screen : stored ? "stored" : "start");
  return (
    <SpeakerContext.Provider value={t}>
      <PracticeProvider>
        <DropAnywhere onDrop={session.drop} playing={play !== null} />
        <Frame session={session} tongue={tongue}>
          {versions && <NewVersion state={session.state} versions={versions} />}
          <ErrorBoundary key={screen} onSave={play && session.downloadRecord}>
            <Title state={session.state} />
            <Screens session={session} />
          </ErrorBoundary>
        </Frame>
      </PracticeProvider>
    </SpeakerContext.Provider>
  );
}
