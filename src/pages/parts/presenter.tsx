import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { optionIn } from "../../bargaining/space.ts";
import { at } from "../../exact/at.ts";
import type { Speaker } from "../../language/speaker.ts";
import type { PackageIds } from "../../play/action.ts";
import { shownWorth, textIn } from "../../scenario/types.ts";
import type { PartyFacts } from "../../table/view/facts.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import { ownWorth } from "../../tactics/appraise.ts";
import type { Session } from "../store/session.ts";
import type { ShownPlay } from "../store/shown-play.ts";

/** What the seat before the screen may do, and how its screen goes on. */
export type PlayActions = Pick<
  Session,
  | "closed"
  | "act"
  | "draft"
  | "note"
  | "forecast"
  | "openAll"
  | "speed"
  | "setSpeed"
  | "skip"
  | "pause"
  | "toTable"
  | "toResult"
>;

/**
 * What the screens of a play are made of: the public part of the file, one seat's view, what that seat may do, and the words
 * for all three. Components get nothing else, so that none of them can show what another party privately wants.
 */
export interface Presenter
  extends Pick<ShownPlay, "facts" | "view" | "disclosed" | "draft" | "running" | "paused" | "notes"> {
  readonly actions: PlayActions;
  readonly t: Speaker;
  /** The party before this screen; null: an onlooker. */
  readonly me: PartyFacts | null;
  party(index: number): PartyFacts;
  name(index: number): string;
  issue(index: number): string;
  option(issue: number, option: number): string;
  /** The option of a package, in words. */
  optionOf(pack: number, issue: number): string;
  /** A worth in the file's scale as the screens show it: 0–100. */
  points(worth: number): number;
  /** Worth of a package to the seat's own side now, 0–100. */
  worth(pack: number): number;
}

/** Set by the screens of a play; read it through {@link usePresenter}. */
export const PresenterContext = createContext<Presenter | null>(null);

/** @throws Error outside the screens of a play */
export function usePresenter(): Presenter {
  const presenter = useContext(PresenterContext);
  if (!presenter) throw new Error("no play is under way");
  return presenter;
}

/** The seat's own side. @throws Error for an onlooker */
export function ownSideOf(presenter: Presenter): OwnSide {
  if (!presenter.view.own) throw new Error("an onlooker has no side");
  return presenter.view.own;
}

/** What a screen shows of a play, in one language. */
export function presenterOf(shown: ShownPlay, actions: PlayActions, t: Speaker): Presenter {
  const { facts, view, disclosed, draft, running, paused, notes } = shown;
  const party = (index: number): PartyFacts => at(facts.parties, index);
  const option = (issue: number, index: number): string => {
    const found = facts.issues[issue]?.options[index];
    return found ? t.shown(textIn(found.title, t.language)) : "";
  };
  const points = (worth: number): number => shownWorth(worth, facts.scale);
  return {
    facts,
    view,
    disclosed,
    draft,
    running,
    paused,
    notes,
    actions,
    t,
    me: view.seat >= 0 ? party(view.seat) : null,
    party,
    name: (index) => t.shown(textIn(party(index).name, t.language)),
    issue: (index) => t.shown(textIn(facts.issues[index]?.title ?? {}, t.language)),
    option,
    optionOf: (pack, issue) => option(issue, optionIn(view.rules.space, pack, issue)),
    points,
    worth: (pack) => (view.own ? points(ownWorth(view, view.own, pack)) : 0),
  };
}

/** A package in the ids that actions are written in. */
export function packageInIds({ facts, view }: Presenter, pack: number): PackageIds {
  const { space } = view.rules;
  return Object.fromEntries(
    facts.issues.map(({ id, options }, issue) => [id, at(options, optionIn(space, pack, issue)).id]),
  );
}

/** One option in the ids that actions are written in. */
export function optionInIds({ facts }: Presenter, issue: number, option: number): PackageIds {
  const found = facts.issues[issue];
  return found ? { [found.id]: found.options[option]?.id ?? "" } : {};
}

/** Issues on which two packages differ; all issues where there is no other package (−1). */
export function differing({ facts, view }: Presenter, pack: number, other: number): number[] {
  const { space } = view.rules;
  return facts.issues.flatMap((_, issue) =>
    other < 0 || optionIn(space, pack, issue) !== optionIn(space, other, issue) ? [issue] : [],
  );
}

/** A package that a party, by index, stands for. */
interface StandingOffer {
  readonly party: number;
  readonly pack: number;
}

/** Parties with a package of their own on the table, the seat's own among them. */
export function standingOffers({ view }: Presenter): StandingOffer[] {
  return view.parties.flatMap(({ index, standing }) => (standing >= 0 ? [{ party: index, pack: standing }] : []));
}

/** The same without the seat itself. */
export function offersOfOthers(presenter: Presenter): StandingOffer[] {
  return standingOffers(presenter).filter(({ party }) => party !== presenter.view.seat);
}
