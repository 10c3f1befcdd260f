import { at } from "../../exact/at.ts";
import { draw, PURPOSE, type RunSeed } from "../../exact/chance.ts";
import { type Effects, NO_GROUNDS, type Party, type Position, type Scenario } from "../../scenario/types.ts";
import { type PartyModel, type TableModel, tableModel } from "../../table/model.ts";
import { estimatedWeights } from "../../table/party/estimate.ts";
import { type CompiledTable, compileFrom, resume } from "../../table/run/batch.ts";
import type { Runner } from "../../table/run/runner.ts";
import type { TableContext, TableState } from "../../table/state.ts";
import type { Facts, PartyFacts } from "../../table/view/facts.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import type { View } from "../../table/view/view.ts";
import { type Assumptions, type Guess, genericParty } from "./generic-party.ts";
import { calledTerms, knownContext } from "./known.ts";

const NO_EFFECTS: Effects = { pressure: [], walkAway: [], removeOptions: [], releaseCommitments: [], moves: [] };

/** The one position of a generic party: it asks for nothing in particular. */
const OPEN: Position = {
  id: "open",
  label: { en: "Open" },
  asks: [],
  holdsAtLeast: null,
  moves: [],
  does: [],
  grounds: NO_GROUNDS,
};

/** A party of which nothing but name and role is known: all packages are worth nothing to it. */
function blankParty({ id, name, delegate, role, mark }: PartyFacts, sizes: readonly number[]): Party {
  return {
    id,
    name,
    delegate,
    role,
    mark,
    interests: [],
    values: sizes.map((size) => ({ weight: 0, options: new Array<number>(size).fill(0), grounds: NO_GROUNDS })),
    linkages: [],
    redLines: [],
    walkAway: { at: 0, driftPerRound: 0, means: null, grounds: NO_GROUNDS },
    cap: null,
    discount: 1,
    tactic: { kind: "linear", exponent: [1, 1] },
    positions: [OPEN],
    stakes: {},
    audienceCost: 0,
    levers: [],
  };
}

/**
 * A scenario that can be worked out for play from what is public alone: issues, parties by name and role, and the protocol.
 * Nothing that a party wants, no events to come (their author alone knows them), no history.
 */
export function publicScenario({ id, title, minutes, place, when, scale, issues, parties, protocol }: Facts): Scenario {
  const sizes = issues.map(({ options }) => options.length);
  return {
    parley: 1,
    id,
    title,
    summary: null,
    notice: null,
    minutes,
    place,
    when,
    scale,
    sources: [],
    issues,
    parties: parties.map((party) => blankParty(party, sizes)),
    actors: [],
    protocol,
    events: [],
    aftermath: null,
    questions: [],
    history: [],
  };
}

/** As many events as are known to have happened; none of them happens again. */
function pastEvents(happened: readonly number[]): Scenario["events"] {
  return Array.from({ length: Math.max(-1, ...happened) + 1 }, (_, index) => ({
    id: `past-${index}`,
    news: { en: "" },
    historical: false,
    when: { kind: "not", of: { kind: "always" } } as const,
    chance: 1,
    effects: NO_EFFECTS,
    grounds: NO_GROUNDS,
  }));
}

/** What a seat knows, worked out for drawing the rest. */
interface Knowledge {
  readonly view: View;
  readonly own: OwnSide;
  /** With the seat's own party, the others' public sides and their called red lines. */
  readonly scenario: Scenario;
  readonly model: TableModel;
  readonly context: TableContext;
  /** By party; null for the seat itself and a mediator, whose wants decide nothing. */
  readonly guesses: readonly (Guess | null)[];
  readonly assumptions: Assumptions;
}

/**
 * Takes together what a seat knows.
 * @param open the public part of the scenario
 * @param view of the seat, with its log
 */
export function knowledgeOf(open: Scenario, view: View, assumptions: Assumptions): Knowledge {
  const { own } = view;
  if (!own) throw new RangeError("an onlooker has no side to forecast for");
  const red = calledTerms(view);
  const parties = open.parties.map((party, index): Party => {
    if (index === view.seat) return own.partyModel.party;
    const redLines = (red[index] ?? []).map((when) => ({ title: null, when, grounds: NO_GROUNDS }));
    return { ...party, redLines };
  });
  const scenario = { ...open, parties, events: pastEvents(view.happened) };
  const blank = tableModel(scenario);
  // The very side of the seat, so that what hangs on it is worked out once for all worlds.
  const partyModels = blank.partyModels.map((side, index) => (index === view.seat ? own.partyModel : side));
  const model: TableModel = { ...blank, partyModels };
  const context = knownContext(model, view);
  const guesses = view.estimates.map((shares, party) =>
    shares ? { weights: estimatedWeights(model, context, party), shares, redLines: red[party] ?? [] } : null,
  );
  return { view, own, scenario, model, context, guesses, assumptions };
}

/** Where the table stands, with walk-aways and exponents still to be drawn: generic parties have one position. */
export function stateIn({ view, own, scenario, context }: Knowledge): TableState {
  const positions = scenario.parties.map((_, index) => (index === view.seat ? own.position : 0));
  return { floor: view.floor, positions, context };
}

/** Draws what the others want: a world, ready to be played from where the table stands. */
export function drawWorld(known: Knowledge, words: RunSeed): CompiledTable {
  const { scenario, model, guesses, assumptions } = known;
  const parties = scenario.parties.map((party, index) => {
    const guess = guesses[index];
    return guess ? genericParty(party, index, guess, model.space, scenario.scale, assumptions, words) : party;
  });
  // Only the sides of those that are drawn are worked out anew: that is most of what a world costs.
  const drawn = parties.filter((_, index) => guesses[index]);
  const fresh = drawn.length > 0 ? tableModel({ ...scenario, parties: drawn }).partyModels : [];
  let next = 0;
  const partyModels = model.partyModels.map((side, index): PartyModel => {
    return guesses[index] ? { ...at(fresh, next++), index } : side;
  });
  return compileFrom({ ...model, scenario: { ...scenario, parties }, partyModels }, stateIn(known));
}

/** Begins one run in a world: walk-aways and exponents are drawn for it. */
export function beginRun(known: Knowledge, world: CompiledTable, words: RunSeed): Runner {
  const { context, guesses, assumptions, scenario } = known;
  const [low, high] = assumptions.walkAway;
  const walkAway = context.walkAway.map((now, party) => {
    if (!guesses[party]) return now;
    // Beside the exponent, which is the run's first draw for a party.
    const share = low + (high - low) * draw(words, PURPOSE.exponent, party, 0, 1);
    return share * scenario.scale;
  });
  return resume(world, { ...context, walkAway }, words, (drawn) => [...drawn]);
}
