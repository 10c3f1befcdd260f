import { NotFetched } from "./lazy.ts";
import { EMPTY, type Notice, type SessionState, type Sitting } from "./state.ts";

/** Holds the state of one session. Everything that a session does reads it here and changes it here. */
export interface Holder {
  readonly state: SessionState;
  subscribe(listener: () => void): () => void;
  set(more: Partial<SessionState>): void;
  /** Changes the sitting, where there is one. */
  sit(more: Partial<Sitting>): void;
  say(notice: Notice): void;
  /** Says what went wrong. @param again what to do once more where it failed for want of a part of the program */
  failed(problem: unknown, again?: () => void): false;
}

/** What an error says, in whatever language it comes. */
export function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** Holds a state that nothing has happened to yet. */
export function createHolder(): Holder {
  let state: SessionState = EMPTY;
  const listeners = new Set<() => void>();
  const set = (more: Partial<SessionState>): void => {
    state = { ...state, ...more };
    for (const listener of listeners) listener();
  };
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    sit(more) {
      if (state.sitting) set({ sitting: { ...state.sitting, ...more } });
    },
    say: (notice) => set({ notice }),
    failed(problem, again) {
      const lacking = problem instanceof NotFetched;
      const retry = (): void => {
        set({ notice: null });
        again?.();
      };
      const key = lacking ? "notice.not_fetched" : "notice.failed";
      set({ notice: { key, values: { message: messageOf(problem) }, ...(again && lacking ? { retry } : {}) } });
      return false;
    },
  };
}
