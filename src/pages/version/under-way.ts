import { isOver } from "../session/seats.ts";
import type { Session } from "../session/session.ts";
import type { SessionState } from "../session/state.ts";

const NAME = "parley.under-way";

/** Whether a play is being played in this tab: neither before it nor at its end. */
export function isUnderWay({ sitting, taken }: SessionState): boolean {
  return sitting !== null && !taken && !isOver(sitting.play);
}

/** Lets the other tabs know, for as long as a play is under way in this one. The browser forgets it with the tab. */
export function tellOthers(session: Session, locks: LockManager | undefined): void {
  let end: (() => void) | null = null;
  const look = (): void => {
    const now = isUnderWay(session.state);
    if (now && !end) {
      const { promise, resolve } = Promise.withResolvers<void>();
      end = resolve;
      void locks?.request(NAME, { mode: "shared" }, () => promise).catch(() => {});
    } else if (!now && end) {
      end();
      end = null;
    }
  };
  session.subscribe(look);
  look();
}

/** Whether a play is under way in any tab. */
export async function isUnderWaySomewhere(locks: LockManager | undefined): Promise<boolean> {
  const { held } = (await locks?.query()) ?? {};
  return held?.some(({ name }) => name === NAME) ?? false;
}
