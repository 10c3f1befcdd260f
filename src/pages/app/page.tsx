import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DIGITS, type Digits, directionOf, LANGUAGES, type Language, loadSpeaker } from "../../language/speaker.ts";
import { asksForAPlay, readAddress, withLanguage, withoutPlay } from "../store/address.ts";
import { browserPace } from "../store/pace.ts";
import { createSession, type Session } from "../store/session.ts";
import { browserPlayStorage } from "../store/storage.ts";
import { App } from "./app.tsx";
import { screens } from "./screens.ts";
import { isUnderWay, tellOthers, type Versions, watchVersions } from "./versions.tsx";

const REMEMBERED = { language: "parley.language", digits: "parley.digits" };

function isLanguage(tag: string | null): tag is Language {
  return LANGUAGES.some((one) => one === tag);
}

function remembered(what: keyof typeof REMEMBERED): string | null {
  try {
    return localStorage.getItem(REMEMBERED[what]);
  } catch {
    return null;
  }
}

function remember(what: keyof typeof REMEMBERED, word: string): void {
  try {
    localStorage.setItem(REMEMBERED[what], word);
  } catch {
    // The next visit begins as the first one did.
  }
}

/** The address may ask for a language, then what was chosen here before, then what the browser prefers. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  const before = remembered("language");
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
  const [digits, setDigits] = useState<Digits>(() => DIGITS.find((one) => one === remembered("digits")) ?? "latn");
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
    remember("language", chosen);
  };
  const write = (chosen: Digits): void => {
    setDigits(chosen);
    remember("digits", chosen);
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

/** Puts the pages into an element of the document and opens the play that was kept, or the start. */
export function openPages(room: Element): Session {
  const tab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const session = createSession(browserPlayStorage(window), browserPace(window), tab, screens.load);
  const first = firstLanguage();
  const versions = watchVersions(window, () => !isUnderWay(session.state));
  loadSpeaker(first).then(
    () => render(<Page session={session} versions={versions} first={first} />, room),
    unreachable,
  );
  tellOthers(session, navigator.locks);
  window.addEventListener("unhandledrejection", ({ reason }) => session.report(reason));
  window.addEventListener("error", ({ error }) => error && session.report(error));
  const asked = readAddress(location.search);
  // Once a play has begun the address asks for none any more, so that a reload goes on with it.
  session.subscribe(() => {
    if (session.state.openPlay && asksForAPlay(readAddress(location.search))) {
      history.replaceState(history.state, "", withoutPlay(location.href));
    }
  });
  // Everything is kept for use without a network only after what this visit needs has been fetched.
  void session.open(asked).finally(() => versions.keep());
  return session;
}
