import "./table-matchers.ts";
import type { Action, PackageIds } from "../../src/play/action.ts";
import { openPlay, type Play } from "../../src/play/play.ts";
import type { Seat } from "../../src/play/seats.ts";
import { partyIndex } from "../../src/play/seats.ts";
import type { TranscriptEntry } from "../../src/table/run/runner.ts";
import type { ReplyWord } from "../../src/table/state.ts";
import { REPLY } from "../../src/table/state.ts";
import type { LogLine } from "../../src/table/view/log.ts";
import type { View } from "../../src/table/view/view.ts";

/** Who sits where, and by whose chance. */
export interface Seating {
  /** "test" by default. */
  readonly seed?: string;
  /** Ids of the parties that the test plays; everyone by default. The others are machines. */
  readonly humans?: readonly string[];
  /** Seats that are neither: scripts, or machines with another tactic. */
  readonly seats?: Readonly<Record<string, Seat>>;
  readonly runner?: "live" | "batch";
}

/** One party at the table, as a test speaks of it. Every deed is done and the table goes on until a human is needed. */
export interface Delegate {
  /** Puts a package on the floor. Issues that are left out hold their status quo. */
  offers(terms: PackageIds): Table;
  takesUp(of: string): Table;
  /** The mediator's text; issues that are left out hold their status quo. */
  puts(terms: PackageIds): Table;
  asksForText(): Table;
  passes(): Table;
  walksOut(): Table;
  /** Asks in private about one option, or about a whole package when every issue is named. */
  soundsOut(of: string, about: PackageIds): Table;
  commitsTo(option: PackageIds): Table;
  presses(lever: string): Table;
  /** `named` and `red`: what a refusal says in public; left out: what weighs most by the party's own instructions. */
  answers(word: "accept" | "refuse", says?: { named?: readonly string[]; red?: readonly number[] }): Table;
  /** Any action, in the ids of the scenario. */
  does(action: Action): Table;
  /** Whether the rules close an action now, and why. */
  closed(action: Action): string | null;
  /** What the seat may see. */
  view(open?: boolean): View;
  /** The last reply that this party got to a sounding. */
  heard(): ReplyWord | null;
}

/** A play that a test conducts in domain words. */
export interface Table {
  readonly play: Play;
  as(party: string): Delegate;
  /** Everyone who still owes an answer to what is on the floor gives this one. */
  allAnswer(word: "accept" | "refuse"): Table;
  /** Whoever is awaited passes, until the round (1, 2, …) begins or the table closes. Owed answers are refusals that name nothing. */
  untilRound(round: number): Table;
  /** As {@link untilRound}, to the end. */
  toTheEnd(): Table;
  /** Lines of the record of this kind, as an onlooker may read them; `open`: all of it. */
  told<K extends LogLine["kind"]>(kind: K, open?: boolean): Extract<LogLine, { kind: K }>[];
  /** Every entry of the full transcript for this kind of event. */
  sent(type: TranscriptEntry["event"]["type"]): TranscriptEntry[];
}

function complete(play: Play, terms: PackageIds): PackageIds {
  const rest = play.scenario.issues.map(({ id, options, statusQuo }) => [id, options[statusQuo]?.id ?? ""]);
  return { ...Object.fromEntries(rest), ...terms };
}

/** Seats a table: humans are played by the test, everyone else by machines, and the table goes on to the first human. */
export function seat(
  scenario: Play["scenario"],
  { seed = "test", humans, seats = {}, runner = "live" }: Seating = {},
): Table {
  const people = humans ?? scenario.parties.map(({ id }) => id);
  const human = Object.fromEntries(people.map((id) => [id, { by: "human" as const }]));
  return conduct(openPlay({ scenario, seed, seats: { ...human, ...seats }, runner }));
}

/** Takes over a play that was opened or branched elsewhere. */
export function conduct(play: Play): Table {
  play.advance();
  const idOf = (party: number): string => play.scenario.parties[party]?.id ?? "";
  const awaited = (): readonly number[] => {
    const { waiting } = play;
    return !waiting || waiting.kind === "over" ? [] : waiting.parties;
  };
  const passUntil = (done: () => boolean): Table => {
    while (!done()) {
      const [first] = awaited();
      if (first === undefined) break;
      if (play.waiting?.kind === "answers") table.as(idOf(first)).answers("refuse", { named: [], red: [] });
      else table.as(idOf(first)).passes();
    }
    return table;
  };
  const as = (party: string): Delegate => {
    const does = (action: Action): Table => {
      const closed = play.act(party, action);
      if (closed) throw new Error(`${party} cannot ${JSON.stringify(action)}: ${closed}`);
      play.advance();
      return table;
    };
    return {
      does,
      offers: (terms) => does({ kind: "offer", package: complete(play, terms) }),
      takesUp: (of) => does({ kind: "take_up", of }),
      puts: (terms) => does({ kind: "text", package: complete(play, terms) }),
      asksForText: () => does({ kind: "ask_text" }),
      passes: () => does({ kind: "pass" }),
      walksOut: () => does({ kind: "walk_out" }),
      soundsOut: (of, about) => {
        const whole = Object.keys(about).length === play.scenario.issues.length;
        return does(whole ? { kind: "sound_out", of, package: about } : { kind: "sound_out", of, option: about });
      },
      commitsTo: (option) => does({ kind: "commit", option }),
      presses: (lever) => does({ kind: "press", lever }),
      answers: (word, says = {}) => does({ kind: "answer", accepts: word === "accept", ...says }),
      closed: (action) => play.closed(party, action),
      view: (open) => play.view(party, open),
      heard: () => {
        const asked = play
          .view(party)
          .log.filter((line) => line.kind === "sounding" && line.party === partyIndex(play.scenario, party));
        const last = asked[asked.length - 1];
        const words = Object.keys(REPLY) as (keyof typeof REPLY)[];
        const word = last?.kind === "sounding" ? words.find((one) => REPLY[one] === last.reply) : undefined;
        return word && word !== "none" ? word : null;
      },
    };
  };
  const table: Table = {
    play,
    as,
    allAnswer(word) {
      const { turn } = play.state.context;
      while (play.waiting?.kind === "answers" && play.state.context.turn === turn) {
        as(idOf(awaited()[0] ?? -1)).answers(word);
      }
      return table;
    },
    untilRound: (round) => passUntil(() => play.state.context.round >= round),
    toTheEnd: () => passUntil(() => false),
    told(kind, open = false) {
      return play
        .view(null, open)
        .log.filter((line): line is Extract<LogLine, { kind: typeof kind }> => line.kind === kind);
    },
    sent: (type) => play.entries.filter(({ event }) => event.type === type),
  };
  return table;
}
