import { at } from "../exact/at.ts";
import { runSeed } from "../exact/chance.ts";
import type { Scenario } from "../scenario/types.ts";
import type { PartyEvent } from "../table/events.ts";
import { type TableModel, tableModel } from "../table/model.ts";
import type { Closed } from "../table/rules/closed.ts";
import { awaited, closedBecause } from "../table/rules/legality.ts";
import { compileTable, startBatch } from "../table/run/batch.ts";
import { startLive } from "../table/run/live.ts";
import type { Runner, TranscriptEntry } from "../table/run/runner.ts";
import { keepView } from "../table/view/keep.ts";
import { logFor } from "../table/view/log.ts";
import { type View, viewFor } from "../table/view/view.ts";
import { type Action, type GivenAction, type RecordedAction, toAction, toEvent, type WaitingAnswer } from "./action.ts";
import { type Envelope, type NextStep, nextStep, sendEvent, settle, type Waiting } from "./conduct.ts";
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

/** One whole play, as a page, a program or a test holds it. */
export interface Play {
  readonly model: TableModel;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: readonly Seat[];
  /** Everything that was sent, in order. */
  readonly entries: readonly TranscriptEntry[];
  readonly actions: readonly RecordedAction[];
  /** Answers that have been given but not been told to the table yet, in party order. */
  readonly envelopes: readonly WaitingAnswer[];
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
  /**
   * Does a human's action; returns why not, if the rules close it. Nothing changes then. Answers may come in any order and are
   * told to the table in party order: until those of earlier parties are in, one stands in `envelopes`, not in `actions`.
   * @throws UnknownName
   */
  act(party: string, action: Action, by?: WaitingAnswer["by"]): Closed | null;
  /** Does at once what a record says was done, in the order of the record. As {@link act} otherwise. */
  enter(given: GivenAction): Closed | null;
  /** Lets the clerk act until a party is awaited, or the play is over; returns what is awaited. */
  settle(): ReturnType<typeof settle>;
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
  const envelopes = new Map<number, Envelope & Pick<WaitingAnswer, "by">>();
  const table = { model, runner, seats, envelopes, note };

  const partyId = (party: number): string => at(scenario.parties, party).id;

  const record = (event: PartyEvent, by: SeatKind): void => {
    waiting = null;
    if (event.type === "ANSWER") envelopes.delete(event.party);
    const { turn } = runner.state.context;
    const action = toAction(model, event);
    sendEvent(table, event);
    actions.push({ act: 0, turn, party: partyId(event.party), by, action, seal });
  };

  /** Tells the table the answers whose turn it is. */
  const feed = (): void => {
    for (;;) {
      const waits = awaited(model, runner.state);
      const next = waits.kind === "answers" ? waits.parties[0] : undefined;
      const given = next === undefined ? undefined : envelopes.get(next);
      if (!given) return;
      record(given.event, given.by);
    }
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
    feed();
    return true;
  };

  const closedTo = (event: PartyEvent): Closed | null =>
    event.type === "ANSWER" && envelopes.has(event.party)
      ? "no_answer_awaited"
      : closedBecause(model, runner.state, event);

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
    get envelopes() {
      return [...envelopes]
        .sort(([a], [b]) => a - b)
        .map(([party, { event, by }]) => ({ party: partyId(party), by, action: toAction(model, event) }));
    },
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
      return closedTo(eventOf(party, action));
    },
    act(party, action, by = "human") {
      const event = eventOf(party, action);
      const closed = closedTo(event);
      if (closed) return closed;
      waiting = null;
      if (event.type === "ANSWER") {
        envelopes.set(event.party, { event, by });
        feed();
      } else record(event, by);
      return null;
    },
    enter({ party, action, by }) {
      const event = eventOf(party, action);
      const closed = closedBecause(model, runner.state, event);
      if (!closed) record(event, by);
      return closed;
    },
    settle: () => settle(table),
    view(party, open = false) {
      return keepView(viewFor(model, runner.state, seatOf(party), entries, open));
    },
    logLength: (party, open = false) => logFor(model, entries, seatOf(party), open).length,
  };
}
