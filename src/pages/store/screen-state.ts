import type { PlayRecord, SeatNotes } from "../../play/record.ts";
import type { Scenario } from "../../scenario/types.ts";
import { type Disclosed, disclosedTo, type Facts, factsOf, type PartyFacts } from "../../table/view/facts.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import type { View } from "../../table/view/view.ts";
import { playEngine } from "./lazy.ts";
import {
  isOver,
  type OpenPlay,
  type SavedPlaySummary,
  type SessionState,
  type Store,
  viewOfOpenPlay,
} from "./store.ts";

/** What the start screen offers: of the scenario only what everyone may know. */
export interface OfferedFacts {
  readonly facts: Facts;
  /** The file that it was read from; null: it comes with the site. */
  readonly file: string | null;
}

/**
 * A play that is over, with all that was private in it: the whole file, the seed and the record. It is built after the end and
 * never before, and only what tells of the end takes it.
 */
export interface EndedPlay {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seal: string;
  /** Without notes: those are for their own seats, after the end too. */
  readonly record: PlayRecord;
  /** Every side as it was at the end, by party. */
  readonly sides: readonly OwnSide[];
  /** Parties played by people at this screen, by id. */
  readonly humans: readonly string[];
}

/** A play as the seat before the screen may know it. */
export interface ShownPlay {
  readonly facts: Facts;
  readonly view: View;
  readonly disclosed: Disclosed;
  /** The screen waits behind a curtain for this party; null: it is up. */
  readonly curtain: PartyFacts | null;
  /** Nobody at this screen plays. */
  readonly watched: boolean;
  /** The package being put together; null before the seat has one. */
  readonly draft: number | null;
  /** Others are acting, one visible step after another. */
  readonly running: boolean;
  /** Others wait until the player lets them go on. */
  readonly paused: boolean;
  /** What the player of this seat has written down; of the other seats nothing. */
  readonly notes: SeatNotes;
  /** Another word for another play or another seat before the screen. */
  readonly scene: string;
  /** null before the end. */
  readonly ended: EndedPlay | null;
}

/** All that a screen may read of a session. What a party privately wants is in none of it, but in the view of that party. */
export interface ScreenState
  extends Pick<SessionState, "screen" | "preset" | "check" | "stored" | "notice" | "taken" | "fetching" | "heardFrom"> {
  readonly offered: OfferedFacts | null;
  readonly savedPlay: SavedPlaySummary | null;
  /** Something waits to take the place of the saved play: the player is asked whether it may. */
  readonly replacing: boolean;
  readonly play: ShownPlay | null;
}

/** Works a value out when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function endedPlayOf({ play, humans }: OpenPlay, view: () => View): EndedPlay {
  const { scenario, seed, seal } = play;
  const record = once(() => playEngine.get().recordOf(play));
  return {
    scenario,
    seed,
    seal,
    get record() {
      return record();
    },
    get sides() {
      return view().sides;
    },
    humans,
  };
}

function shownPlayOf(openPlay: OpenPlay): ShownPlay {
  const { play, humans, eyes, curtain, draft, running, paused, notes } = openPlay;
  const { scenario, seed } = play;
  const facts = factsOf(scenario);
  const view = once(() => viewOfOpenPlay(openPlay));
  const ended = isOver(play) ? endedPlayOf(openPlay, view) : null;
  return {
    facts,
    get view() {
      return view();
    },
    get disclosed() {
      return disclosedTo(scenario, view());
    },
    curtain: facts.parties.find(({ id }) => id === curtain) ?? null,
    watched: humans.length === 0,
    draft,
    running,
    paused,
    notes: (eyes !== null && notes[eyes]) || {},
    scene: `${scenario.id} ${seed} ${eyes}`,
    ended,
  };
}

/** What the screen may read of a state. */
export function screenStateOf(state: SessionState): ScreenState {
  const { screen, offered, preset, savedPlay, replacing, check, openPlay, stored } = state;
  const { notice, taken, fetching, heardFrom } = state;
  return {
    screen,
    offered: offered && { facts: factsOf(offered.scenario), file: offered.file },
    preset,
    savedPlay: savedPlay && { title: savedPlay.title, seats: savedPlay.seats },
    replacing: replacing !== null,
    check,
    play: openPlay && shownPlayOf(openPlay),
    stored,
    notice,
    taken,
    fetching,
    heardFrom,
  };
}

/** What the screen may read of a store: worked out once for each state, and again where the play itself has gone on. */
export function screenStateIn(store: Store): () => ScreenState {
  let known: { readonly of: SessionState; readonly entries: number; readonly shown: ScreenState } | null = null;
  return () => {
    const { state } = store;
    const entries = state.openPlay?.play.entries.length ?? 0;
    if (known?.of !== state || known.entries !== entries) known = { of: state, entries, shown: screenStateOf(state) };
    return known.shown;
  };
}
