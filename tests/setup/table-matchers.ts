import { expect } from "vitest";
import { type Action, type PackageIds, packageIds } from "../../src/play/action.ts";
import type { Play } from "../../src/play/play.ts";
import { partyIndex } from "../../src/play/seats.ts";
import type { Closed } from "../../src/table/rules/closed.ts";

/** What the matchers look at: a play, or whatever holds one. */
type Holder = Play | { readonly play: Play };

interface TableMatchers<R> {
  /** The table signed a package that holds (at least) these options. */
  toHaveSigned(terms?: PackageIds): R;
  toHaveBroken(): R;
  toHaveExpired(): R;
  /** Exactly these parties are awaited, for a statement or for answers. */
  toAwait(...parties: readonly string[]): R;
  /** The standing offer (of a mediator: its last text) holds these options; null: there is none. */
  toHaveStanding(party: string, terms: PackageIds | null): R;
  toHavePosition(party: string, position: string): R;
  /** The rules close the action to the party now, for this reason. */
  toBeClosed(party: string, action: Action, because: Closed): R;
  /** The rules leave the action open to the party now. */
  toBeOpen(party: string, action: Action): R;
  toBeInRound(round: number): R;
}

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends TableMatchers<R> {
    /** Only so that the type parameters are those of Vitest. */
    readonly __received?: T;
  }
}

interface Verdict {
  pass: boolean;
  message: () => string;
}

function playOf(held: Holder): Play {
  return "play" in held ? held.play : held;
}

function verdict(pass: boolean, wanted: string, found: string): Verdict {
  return { pass, message: () => (pass ? `expected not: ${wanted}` : `expected ${wanted}; found ${found}`) };
}

function holdsTerms(pack: PackageIds, terms: PackageIds): boolean {
  return Object.entries(terms).every(([issue, option]) => pack[issue] === option);
}

function where(play: Play): string {
  const { floor, context } = play.state;
  const signed = context.signed >= 0 ? ` ${JSON.stringify(packageIds(play.model, context.signed))}` : "";
  return `the table is at "${floor}"${signed} in round ${context.round}`;
}

function ended(held: Holder, outcome: string): Verdict {
  const play = playOf(held);
  return verdict(play.state.floor === outcome, `the table to be ${outcome}`, where(play));
}

expect.extend({
  toHaveSigned(held: Holder, terms: PackageIds = {}) {
    const play = playOf(held);
    const { signed } = play.state.context;
    const pass = play.state.floor === "signed" && holdsTerms(packageIds(play.model, signed), terms);
    return verdict(pass, `the table to have signed ${JSON.stringify(terms)}`, where(play));
  },
  toHaveBroken: (held: Holder) => ended(held, "broken"),
  toHaveExpired: (held: Holder) => ended(held, "expired"),
  toAwait(held: Holder, ...parties: readonly string[]) {
    const play = playOf(held);
    const { waiting } = play;
    const awaited = !waiting || waiting.kind === "over" ? [] : waiting.parties;
    const ids = awaited.map((party) => play.scenario.parties[party]?.id ?? "");
    const pass = ids.length === parties.length && parties.every((id) => ids.includes(id));
    return verdict(
      pass,
      `${parties.join(", ") || "nobody"} to be awaited`,
      `${ids.join(", ") || "nobody"}; ${where(play)}`,
    );
  },
  toHaveStanding(held: Holder, party: string, terms: PackageIds | null) {
    const play = playOf(held);
    const standing = play.state.context.standing[partyIndex(play.scenario, party)] as number;
    const ids = standing >= 0 ? packageIds(play.model, standing) : null;
    const pass = terms === null ? ids === null : ids !== null && holdsTerms(ids, terms);
    return verdict(pass, `${party} to stand for ${JSON.stringify(terms)}`, JSON.stringify(ids));
  },
  toHavePosition(held: Holder, party: string, position: string) {
    const play = playOf(held);
    const index = partyIndex(play.scenario, party);
    const id = play.scenario.parties[index]?.positions[play.state.positions[index] as number]?.id;
    return verdict(id === position, `${party} to hold "${position}"`, `"${id}"`);
  },
  toBeClosed(held: Holder, party: string, action: Action, because: Closed) {
    const closed = playOf(held).closed(party, action);
    return verdict(closed === because, `${JSON.stringify(action)} to be closed to ${party}: ${because}`, `${closed}`);
  },
  toBeOpen(held: Holder, party: string, action: Action) {
    const closed = playOf(held).closed(party, action);
    return verdict(closed === null, `${JSON.stringify(action)} to be open to ${party}`, `${closed}`);
  },
  toBeInRound(held: Holder, round: number) {
    const play = playOf(held);
    return verdict(play.state.context.round === round, `round ${round}`, where(play));
  },
});
