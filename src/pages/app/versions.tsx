import { useEffect, useReducer, useState } from "preact/hooks";
import { Message } from "../parts/speaker.tsx";
import type { ScreenState, Session } from "../store/session.ts";

/** The versions of the site: the one that runs here, and one that has been fetched and waits. */
export interface Versions {
  /** A newer version is complete and waits to be taken up. */
  readonly waiting: boolean;
  subscribe(listener: () => void): () => void;
  /** Installs the site for use without a network, and watches out for newer versions. */
  install(): void;
  /** Asks the site whether there is a newer one; without a network there is none. */
  look(): void;
  /** Goes over to the one that waits: this page reloads. */
  take(): void;
}

/** Where pages are not installed for use without a network: in development, and in browsers that cannot. */
const NONE: Versions = { waiting: false, subscribe: () => () => {}, install: () => {}, look: () => {}, take: () => {} };

/**
 * Installs the whole site in the browser, so that it works without a network from the first visit on. A newer version is fetched
 * beside the one that runs and waits: parts of the running one that are still to be fetched stay where they are until
 * the player takes up the new one.
 * @param free whether this page may reload when another tab has taken up the new version
 */
export function watchVersions(place: Window, free: () => boolean): Versions {
  const { serviceWorker } = place.navigator;
  if (!serviceWorker || !import.meta.env.PROD) return NONE;
  let registration: ServiceWorkerRegistration | null = null;
  let waiting = false;
  let taking = false;
  // On a first visit the page comes under a worker only now, which is no change of version.
  let before = serviceWorker.controller;
  const listeners = new Set<() => void>();

  const see = (): void => {
    if (!registration?.waiting || !serviceWorker.controller) return;
    waiting = true;
    for (const listener of listeners) listener();
  };
  const arriving = (): void => {
    const worker = registration?.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && see());
  };
  serviceWorker.addEventListener("controllerchange", () => {
    if (before && (taking || free())) place.location.reload();
    before = serviceWorker.controller;
  });
  return {
    get waiting() {
      return waiting;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    install() {
      const watch = async (): Promise<void> => {
        registration = await serviceWorker.register("./sw.js", { scope: "./" });
        registration.addEventListener("updatefound", arriving);
        arriving();
        see();
      };
      // Forbidden here, as in some private windows: the site works as long as there is a network.
      watch().catch(() => {});
    },
    look: () => void registration?.update().catch(() => {}),
    take() {
      taking = true;
      if (registration?.waiting) registration.waiting.postMessage({ type: "SKIP_WAITING" });
      else place.location.reload();
    },
  };
}

const LOCK_NAME = "parley.under-way";

/** Whether a play is being played in this tab: neither before it nor at its end. */
export function isUnderWay({ play, taken }: ScreenState): boolean {
  return play !== null && !taken && play.ended === null;
}

/** Lets the other tabs know, for as long as a play is under way in this one. The browser forgets it with the tab. */
export function tellOthers(session: Pick<Session, "state" | "subscribe">, locks: LockManager | undefined): void {
  let end: (() => void) | null = null;
  const look = (): void => {
    const now = isUnderWay(session.state);
    if (now && !end) {
      const { promise, resolve } = Promise.withResolvers<void>();
      end = resolve;
      void locks?.request(LOCK_NAME, { mode: "shared" }, () => promise).catch(() => {});
    } else if (!now && end) {
      end();
      end = null;
    }
  };
  session.subscribe(look);
  look();
}

/** Whether a play is under way in any tab. */
async function isUnderWaySomewhere(locks: LockManager | undefined): Promise<boolean> {
  const { held } = (await locks?.query()) ?? {};
  return held?.some(({ name }) => name === LOCK_NAME) ?? false;
}

/** Says between plays, quietly, that there is a newer version, and changes to it when asked. */
export function NewVersion({ state, versions }: { state: ScreenState; versions: Versions }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [answer, setAnswer] = useState<"none" | "later" | "other tab">("none");
  useEffect(() => versions.subscribe(() => redraw(null)), [versions]);
  const between = !isUnderWay(state);
  useEffect(() => {
    if (between) versions.look();
  }, [between, versions]);
  if (!versions.waiting || !between || answer === "later") return null;
  const take = async (): Promise<void> => {
    if (await isUnderWaySomewhere(navigator.locks)) setAnswer("other tab");
    else versions.take();
  };
  return (
    <div class="notice" role="status" data-new-version>
      <p>
        <Message k={answer === "other tab" ? "notice.update.other_tab" : "notice.update"} />
      </p>
      <button type="button" class="button" onClick={() => void take()}>
        <Message k="notice.update.now" />
      </button>
      <button type="button" class="quiet-button" onClick={() => setAnswer("later")}>
        <Message k="notice.update.later" />
      </button>
    </div>
  );
}
