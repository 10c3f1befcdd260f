import { draw, PURPOSE, type RunSeed } from "../../exact/chance.ts";
import type { Party, Scenario } from "../../scenario/types.ts";
import type { Compiled } from "../../table/batch.ts";
import type { TableContext, TableState } from "../../table/context.ts";
import { estimatedWeights } from "../../table/estimate.ts";
import { type Mandate, type TableModel, tableModel } from "../../table/model.ts";
import { compileFrom, resume } from "../../table/resume.ts";
import type { Runner } from "../../table/runner.ts";
import type { OwnSide, View } from "../../table/view.ts";
import type { Assumptions } from "./assumptions.ts";
import { type Guess, genericParty } from "./generic.ts";
import { calledTerms, knownContext } from "./known.ts";
import { pastEvents } from "./public.ts";

/** What a seat knows, worked out for drawing the rest. */
export interface Knowledge {
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
 * @param open the public side of the scenario
 * @param view of the seat, with its record
 */
export function knowledgeOf(open: Scenario, view: View, assumptions: Assumptions): Knowledge {
  const { own } = view;
  if (!own) throw new RangeError("an onlooker has no side to forecast for");
  const red = calledTerms(view);
  const parties = open.parties.map((party, index): Party => {
    if (index === view.seat) return own.mandate.party;
    const redLines = (red[index] ?? []).map((when) => ({ title: null, when, grounds: { cite: [], why: null } }));
    return { ...party, redLines };
  });
  const scenario = { ...open, parties, events: pastEvents(view.happened) };
  const blank = tableModel(scenario);
  // The very mandate of the seat, so that what hangs on it is worked out once for all worlds.
  const mandates = blank.mandates.map((mandate, index) => (index === view.seat ? own.mandate : mandate));
  const model = { ...blank, mandates };
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
export function drawWorld(known: Knowledge, words: RunSeed): Compiled {
  const { scenario, model, guesses, assumptions } = known;
  const parties = scenario.parties.map((party, index) => {
    const guess = guesses[index];
    return guess ? genericParty(party, index, guess, model.space, scenario.scale, assumptions, words) : party;
  });
  // Only the mandates of those that are drawn are worked out anew: that is most of what a world costs.
  const drawn = parties.filter((_, index) => guesses[index]);
  const fresh = drawn.length > 0 ? tableModel({ ...scenario, parties: drawn }).mandates : [];
  const mandates = model.mandates.map((mandate, index): Mandate => {
    const one = guesses[index] ? fresh[drawn.indexOf(parties[index] as Party)] : undefined;
    return one ? { ...one, index } : mandate;
  });
  return compileFrom({ ...model, scenario: { ...scenario, parties }, mandates }, stateIn(known));
}

/** Begins one run in a world: walk-aways and exponents are drawn for it. */
export function beginRun(known: Knowledge, world: Compiled, words: RunSeed): Runner {
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
