import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { optionIn } from "../bargaining/space.ts";
import type { Speaker } from "../language/speak.ts";
import { textIn } from "../scenario/text.ts";
import type { OwnSide, View } from "../table/view.ts";
import { ownWorth } from "../tactics/believe.ts";
import { type Disclosed, disclosedTo, type Facts, factsOf, type PartyFacts } from "./facts.ts";
import { viewOf } from "./session/seats.ts";
import type { Session } from "./session/session.ts";
import type { Sitting } from "./session/state.ts";

/**
 * What the screens of a play are made of: the public part of the file, one seat's view, and the words for both. Components
 * read nothing else, so that none of them can show what another party privately wants.
 */
export interface Desk {
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

/** Set by the screens of a play; read it through {@link useDesk}. */
export const DeskContext = createContext<Desk | null>(null);

/** @throws Error outside the screens of a play */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("no play is under way");
  return desk;
}

/** The seat's own side. @throws Error for an onlooker */
export function ownSideOf(desk: Desk): OwnSide {
  if (!desk.view.own) throw new Error("an onlooker has no side");
  return desk.view.own;
}

/** Lays a desk for a sitting. */
export function deskOf(session: Session, sitting: Sitting, t: Speaker): Desk {
  const { scenario } = sitting.play;
  const facts = factsOf(scenario);
  const view = viewOf(sitting);
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
    draft: sitting.draft,
    running: sitting.running,
    paused: sitting.paused,
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
