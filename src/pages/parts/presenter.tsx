import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { optionIn, optionsIn } from "../../bargaining/space.ts";
import type { Speaker } from "../../language/speaker.ts";
import type { PackageIds } from "../../play/action.ts";
import { textIn } from "../../scenario/types.ts";
import { type Disclosed, disclosedTo, type Facts, factsOf, type PartyFacts } from "../../table/view/facts.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import type { View } from "../../table/view/view.ts";
import { ownWorth } from "../../tactics/appraise.ts";
import type { Session } from "../store/session.ts";
import { type OpenPlay, viewOfOpenPlay } from "../store/store.ts";

/**
 * What the screens of a play are made of: the public part of the file, one seat's view, and the words for both. Components
 * read nothing else, so that none of them can show what another party privately wants.
 */
export interface Presenter {
  readonly facts: Facts;
  readonly view: View;
  readonly disclosed: Disclosed;
  readonly session: Session;
  readonly draft: number | null;
  readonly running: boolean;
  /** Others wait until somebody lets them go on. */
  readonly paused: boolean;
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

/** Lays a presenter for a openPlay. */
export function presenterOf(session: Session, openPlay: OpenPlay, t: Speaker): Presenter {
  const { scenario } = openPlay.play;
  const facts = factsOf(scenario);
  const view = viewOfOpenPlay(openPlay);
  const party = (index: number): PartyFacts => facts.parties[index] as PartyFacts;
  const option = (issue: number, index: number): string => {
    const found = facts.issues[issue]?.options[index];
    return found ? t.shown(textIn(found.title, t.language)) : "";
  };
  const points = (worth: number): number => (worth * 100) / facts.scale;
  return {
    facts,
    view,
    disclosed: disclosedTo(scenario, view),
    session,
    draft: openPlay.draft,
    running: openPlay.running,
    paused: openPlay.paused,
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
  const options = optionsIn(view.rules.space, pack);
  return Object.fromEntries(
    facts.issues.map(({ id, options: known }, issue) => [id, known[options[issue] as number]?.id ?? ""]),
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

/** Parties with a package of their own on the table, the seat's own among them: index and package. */
export function standingOffers({ view }: Presenter): { party: number; pack: number }[] {
  return view.parties.flatMap(({ index, standing }) => (standing >= 0 ? [{ party: index, pack: standing }] : []));
}
