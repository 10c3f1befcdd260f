import { runSeed } from "../exact/chance.ts";
import type { Scenario } from "../scenario/types.ts";
import type { PartyEvent } from "../table/events.ts";
import { type TableModel, tableModel } from "../table/model.ts";
import type { Closed } from "../table/rules/closed.ts";
import { closedBecause } from "../table/rules/legality.ts";
import { compileTable, startBatch } from "../table/run/batch.ts";
import { startLive } from "../table/run/live.ts";
import type { Runner, TranscriptEntry } from "../table/run/runner.ts";
import { keepView } from "../table/view/keep.ts";
import { logFor } from "../table/view/log.ts";
import { type View, viewFor } from "../table/view/view.ts";
import { type Action, type RecordedAction, toAction, toEvent } from "./action.ts";
import { type NextStep, nextStep, sendEvent, type Waiting } from "./conduct.ts";
import { extendSeal, openSeal, scenarioHash } from "./seal.ts";
import { partyIndex, type Seat, type SeatKind, type Seats, seatsOf, withTactics } from "./seats.ts";

/** What a play begins with. */
export interface Setup {
  readonly scenario: Scenario;
  readonly seed: string;
  /** By party id; a party that is left out is a machine. */
  readonly seats?: Seats;
  /** `live` (an XState actor with immutable snapshots) unless batch is asked for; both play the same. */
  readonly runner?: "live" | "batch";
}

/** One whole play, held by whoever conducts it: a page, a program or a test. */
export interface Play {
  readonly model: TableModel;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: readonly Seat[];
  /** Everything that was sent, in order. */
  readonly entries: readonly TranscriptEntry[];
  readonly actions: readonly RecordedAction[];
  /** The seal of the transcript so far. */
  readonly seal: string;
  readonly state: Runner["state"];
  /** What the play waits for now: run {@link Play.step} or {@link Play.advance} first. */
  readonly waiting: Waiting | null;
  /** What comes next; changes nothing. */
  upcoming(): NextStep;
  /** Does one thing that needs no human; false when a human's decision is awaited or the play is over. */
  step(): boolean;
  /** Steps until a human is needed or the play is over. */
  advance(): Waiting;
  /** Why an action is closed to a party now; null: it is open. */
  closed(party: string, action: Action): Closed | null;
  /** Does a human's action; returns why not, if the rules close it. Nothing changes then. @throws UnknownName */
  act(party: string, action: Action, by?: SeatKind): Closed | null;
  /** What a seat may see, by party id; null: an onlooker. A copy to keep. `open` only after the play, or for an onlooker. */
  view(party: string | null, open?: boolean): View;
  /** How many lines the log of that view has. */
  logLength(party: string | null, open?: boolean): number;
}

/**
 * Opens a play. Nothing has happened yet: call `advance`.
 * @throws RangeError when the scenario cannot be played, or a seat names no party of it
 */
export function openPlay(setup: Setup): Play {
  const { scenario, seed } = setup;
  const seats = seatsOf(scenario, setup.seats);
  const model = withTactics(tableModel(scenario), seats);
  const words = runSeed(seed);
  const runner = setup.runner === "batch" ? startBatch(compileTable(model), words) : startLive(model, words);
  const entries: TranscriptEntry[] = [];
  const actions: RecordedAction[] = [];
  let seal = openSeal(scenarioHash(scenario), seed);
  let waiting: Waiting | null = null;
  const note = (entry: TranscriptEntry): void => {
    entries.push(entry);
    seal = extendSeal(seal, entry, runner.state);
  };
  const table = { model, runner, seats, note };

  const record = (event: PartyEvent, by: SeatKind): void => {
    const { turn } = runner.state.context;
    const action = toAction(model, event);
    const party = (scenario.parties[event.party] as Scenario["parties"][number]).id;
    sendEvent(table, event);
    actions.push({ act: 0, turn, party, by, action, seal });
  };

  const step = (): boolean => {
    const upcoming = nextStep(table);
    if (upcoming.kind === "waiting") {
      waiting = upcoming.waiting;
      return false;
    }
    waiting = null;
    if (upcoming.kind === "clerk") sendEvent(table, upcoming.event);
    else record(upcoming.event, upcoming.by);
    return true;
  };

  const seatOf = (party: string | null): number => (party === null ? -1 : partyIndex(scenario, party));

  const eventOf = (party: string, action: Action): PartyEvent =>
    toEvent(model, runner.state, partyIndex(scenario, party), action);

  return {
    model,
    scenario,
    seed,
    seats,
    entries,
    actions,
    get seal() {
      return seal;
    },
    get state() {
      return runner.state;
    },
    get waiting() {
      return waiting;
    },
    upcoming: () => nextStep(table),
    step,
    advance() {
      while (step());
      return waiting as unknown as Waiting;
    },
    closed(party, action) {
      return closedBecause(model, runner.state, eventOf(party, action));
    },
    act(party, action, by = "human") {
      const event = eventOf(party, action);
      const closed = closedBecause(model, runner.state, event);
      if (closed) return closed;
      waiting = null;
      record(event, by);
      return null;
    },
    view(party, open = false) {
      return keepView(viewFor(model, runner.state, seatOf(party), entries, open));
    },
    logLength: (party, open = false) => logFor(model, entries, seatOf(party), open).length,
  };
}
