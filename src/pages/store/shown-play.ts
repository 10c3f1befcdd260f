import type { TableEnd } from "../../play/end.ts";
import { type PlayRecord, recordOf, type SeatNotes } from "../../play/record.ts";
import type { Outcome } from "../../scenario/codes.ts";
import type { Scenario } from "../../scenario/types.ts";
import { isEnded } from "../../table/state.ts";
import { type Disclosed, disclosedTo } from "../../table/view/disclosed.ts";
import { type Facts, factsOf, type PartyFacts } from "../../table/view/facts.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import type { View } from "../../table/view/view.ts";
import { type CurrentPlay, viewOfCurrentPlay } from "./store.ts";

/**
 * A play that is over, with all that was private in it: the whole file, the seed and the record. It is built after the end and
 * never before, and only what tells of the end takes it.
 */
export interface EndedPlay {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seal: string;
  readonly outcome: Outcome;
  /** Without notes: those are for their own seats, after the end too. */
  readonly record: PlayRecord;
  /** Every side as it was at the end, by party. */
  readonly sides: readonly OwnSide[];
  /** How it ended, as far as what it could have signed depends on it. */
  readonly end: TableEnd;
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
  /** No player at this screen: an onlooker watches the machines. */
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

/** Works a value out when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function endedPlayOf({ play, humans }: CurrentPlay, view: () => View): EndedPlay | null {
  const { scenario, seed, seal, state } = play;
  if (!isEnded(state.floor)) return null;
  const { walkAway, removed, signed } = state.context;
  const record = once(() => recordOf(play));
  return {
    scenario,
    seed,
    seal,
    outcome: state.floor,
    get record() {
      return record();
    },
    get sides() {
      return view().sides;
    },
    end: { walkAways: [...walkAway], removed: [...removed], signed },
    humans,
  };
}

/** A play as the seat before its screen may know it now. */
export function shownPlayOf(currentPlay: CurrentPlay): ShownPlay {
  const { play, humans, eyes, curtain, draft, running, paused, notes } = currentPlay;
  const { scenario, seed } = play;
  const facts = factsOf(scenario);
  const view = once(() => viewOfCurrentPlay(currentPlay));
  const ended = endedPlayOf(currentPlay, view);
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
