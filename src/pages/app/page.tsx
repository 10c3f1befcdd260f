import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DIGITS, type Digits, directionOf, LANGUAGES, type Language } from "../../language/languages.ts";
import { loadSpeaker } from "../../language/speaker.ts";
import { asksForAPlay, readAddress, withLanguage, withoutPlay } from "../store/address.ts";
import { browserPace } from "../store/pace.ts";
import { createSession, type Session } from "../store/session.ts";
import { browserDownload, browserPlayStorage, browserTextStorage } from "../store/storage.ts";
import { type StageBridge, StageBridgeContext } from "../table/stage-bridge.ts";
import { App } from "./app.tsx";
import { screens } from "./screens.ts";
import { isUnderWay, tellOthers, type Versions, watchVersions } from "./versions.tsx";

const storedLanguage = browserTextStorage(() => localStorage, "parley.language");
const storedDigits = browserTextStorage(() => localStorage, "parley.digits");

function isLanguage(tag: string | null): tag is Language {
  return LANGUAGES.some((one) => one === tag);
}

/** The address may ask for a language, then what was chosen here before, then what the browser prefers. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  const before = storedLanguage.read();
  if (isLanguage(before)) return before;
  return navigator.languages.map((tag) => tag.split("-")[0] ?? null).find(isLanguage) ?? "en";
}

interface PageProps {
  readonly session: Session;
  readonly versions: Versions;
  readonly first: Language;
}

function Page({ session, versions, first }: PageProps) {
  const [language, setLanguage] = useState(first);
  const [digits, setDigits] = useState<Digits>(() => {
    const before = storedDigits.read();
    return DIGITS.find((one) => one === before) ?? "latn";
  });
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const choose = (chosen: Language): void => {
    const change = async (): Promise<void> => {
      await loadSpeaker(chosen);
      setLanguage(chosen);
      history.replaceState(history.state, "", withLanguage(location.href, chosen));
    };
    change().catch(() => session.notFetched(() => choose(chosen)));
    storedLanguage.write(chosen);
  };
  const write = (chosen: Digits): void => {
    setDigits(chosen);
    storedDigits.write(chosen);
  };
  return (
    <App
      session={session}
      versions={versions}
      language={language}
      onLanguage={choose}
      digits={digits}
      onDigits={write}
    />
  );
}

/** Without its words no screen can say what is wrong: the document says it, in both languages. */
function unreachable(): void {
  const words = document.querySelector<HTMLElement>("#unreachable");
  if (words) words.hidden = false;
}

/**
 * Puts the pages into an element of the document and opens the saved play, or the start.
 * @param bridge to what draws behind them; null: nothing does
 */
export function openPages(room: Element, bridge: StageBridge | null): void {
  const tab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const session = createSession({
    storage: browserPlayStorage(window),
    pace: browserPace(window),
    tab,
    fetchScreens: screens.load,
    download: browserDownload,
  });
  const first = firstLanguage();
  const versions = watchVersions(window, () => !isUnderWay(session.state));
  const page = (
    <StageBridgeContext.Provider value={bridge}>
      <Page session={session} versions={versions} first={first} />
    </StageBridgeContext.Provider>
  );
  loadSpeaker(first).then(() => render(page, room), unreachable);
  tellOthers(session, navigator.locks);
  window.addEventListener("unhandledrejection", ({ reason }) => session.report(reason));
  window.addEventListener("error", ({ error }) => error && session.report(error));
  const asked = readAddress(location.search);
  if (bridge) {
    session.subscribe(() => {
      const { play } = session.state;
      if (play) bridge.show(play, session.speed === "at_once");
    });
  }
  // Once a play has begun the address asks for none any more, so that a reload goes on with it.
  session.subscribe(() => {
    if (session.state.play && asksForAPlay(readAddress(location.search))) {
      history.replaceState(history.state, "", withoutPlay(location.href));
    }
  });
  // The whole site is fetched for use without a network only after what this visit needs.
  void session.open(asked).finally(() => versions.install());
}
