import { at } from "../../exact/at.ts";
import type { Scenario, ScheduledMove, Terms } from "../../scenario/types.ts";
import { byIssue, type TableModel } from "../../table/model.ts";
import { type AsideLine, changeByAside, isAsideLine, recalledAside } from "../../table/rules/asides.ts";
import { isBoundTo } from "../../table/rules/binding.ts";
import { type Recipes, recipesOf } from "../../table/rules/recipes.ts";
import { ANSWER, MOVED_AS, openingContext, type TableContext } from "../../table/state.ts";
import type { LogLine } from "../../table/view/log.ts";
import { pressureMeant } from "../../table/view/party-in-public.ts";
import type { View } from "../../table/view/view.ts";

/** By party: its red lines that were called in refusals, by their number in its file, rising. */
function calledBy(view: View): number[][] {
  const called = view.parties.map(() => new Set<number>());
  for (const line of view.log) {
    if (line.kind === "answers")
      for (const { party, red } of line.answers) for (const one of red) called[party]?.add(one);
  }
  return called.map((lines) => [...lines].sort((a, b) => a - b));
}

/** By party: the red lines of others as they were called; the seat knows its own. */
export function calledTerms(view: View): Terms[][] {
  let at = 0;
  return calledBy(view).map((lines) => lines.map(() => view.redCalled[at++] ?? []));
}

/** Where the seat's own red lines are its file's, those of others count only as they were called. */
function lineInModel(view: View, called: readonly (readonly number[])[], party: number, line: number): number {
  return party === view.seat ? line : (called[party]?.indexOf(line) ?? -1);
}

function withLeak(model: TableModel, leak: number): TableModel {
  const scenario: Scenario = { ...model.scenario, protocol: { ...model.scenario.protocol, leak } };
  return { ...model, scenario };
}

/** How the lines of a log are told: a leak is drawn by its recipe, but here it is known which soundings leaked. */
interface LogReplay {
  readonly view: View;
  readonly called: readonly (readonly number[])[];
  readonly recipes: Recipes;
  /** The model of a table where every sounding leaks, and of one where none does. */
  readonly leaking: TableModel;
  readonly quiet: TableModel;
}

const PARAMS = { index: 0 };

function replayStatement(line: LogLine & { kind: "statement" }, draft: TableContext, recipes: Recipes): void {
  const { party, package: pack } = line;
  if (line.says === "TEXT") recipes.text(draft, { type: "TEXT", party, package: pack, position: -1 }, PARAMS);
  else if (pack >= 0) recipes.offer(draft, { type: "OFFER", party, package: pack, position: -1 }, PARAMS);
  else if (line.says === "WALK_OUT") {
    recipes.walk_out(draft, { type: "WALK_OUT", party, position: -1, deed: -1 }, PARAMS);
  }
}

function replayLine(line: LogLine, draft: TableContext, { view, called, recipes, leaking, quiet }: LogReplay): void {
  if (line.kind === "statement") replayStatement(line, draft, recipes);
  if (isAsideLine(line)) {
    const leaked = line.kind === "sounding" && line.leaked;
    const aside = recalledAside(line);
    if (aside) changeByAside(leaked ? leaking : quiet, draft, aside);
    if (line.kind === "sounding" && line.reply > 0) {
      recipes.reply(draft, { type: "REPLY", party: line.of, word: line.reply }, PARAMS);
    }
  }
  if (line.kind === "answers") {
    for (const { party, accepts, named, red } of line.answers) {
      if (accepts) continue;
      const lines = red.map((one) => lineInModel(view, called, party, one)).filter((one) => one >= 0);
      recipes.answer(draft, { type: "ANSWER", party, accepts, named, red: lines }, PARAMS);
    }
    recipes.reveal(draft, { type: "COUNT" }, PARAMS);
  }
}

/**
 * Tells a context what the log of the table says, through the recipes that the table itself uses: what is remembered of
 * offers, refusals, commitments and soundings is then what the table would remember.
 */
function replayLog(model: TableModel, view: View, context: TableContext): void {
  const telling: LogReplay = {
    view,
    called: calledBy(view),
    recipes: recipesOf(model),
    leaking: withLeak(model, 1),
    quiet: withLeak(model, 0),
  };
  for (const line of view.log) replayLine(line, context, telling);
}

function carriesOut(line: LogLine, seat: number, move: ScheduledMove): boolean {
  switch (move.kind) {
    case "sound_out":
      return (
        line.kind === "sounding" &&
        line.party === seat &&
        line.of === move.party &&
        line.issue === move.issue &&
        line.option === move.option
      );
    case "commit":
      return (
        line.kind === "commitment" && line.party === seat && line.issue === move.issue && line.option === move.option
      );
    case "press":
      return line.kind === "press" && line.party === seat && line.lever === move.lever;
    case "ask_text":
      return line.kind === "statement" && line.party === seat && line.says === "ASK_TEXT";
    case "walk_out":
      return line.kind === "statement" && line.party === seat && line.says === "WALK_OUT";
  }
}

/** Marks the scheduled moves of the seat that its own lines of the log carried out, one for each line. */
function markScheduledMoves(model: TableModel, view: View, context: TableContext): void {
  const scheduled = at(model.partyModels, view.seat).positions.flatMap(({ does }) => does);
  const first = at(model.firstScheduled, view.seat);
  for (const line of view.log) {
    const index = scheduled.findIndex(
      (move, place) => context.deedsDone[first + place] === 0 && carriesOut(line, view.seat, move),
    );
    if (index >= 0) context.deedsDone[first + index] = 1;
  }
}

/** The asides that the seat has used in the turn that is its own now. */
function asidesUsed(view: View): AsideLine[] {
  if (view.mover !== view.seat) return [];
  return view.log.flatMap((line) => {
    if (line.turn !== view.turn || !isAsideLine(line)) return [];
    return line.party === view.seat ? [line] : [];
  });
}

/**
 * What a table would remember that stands where a seat sees its table stand: exactly what is public and what is the seat's own;
 * the pressure of others in the middle of its word; their walk-aways and exponents are still to be drawn.
 * @param model with the seat's own side and the others' public sides
 * @param view of a seat at the table, with its log
 */
export function knownContext(model: TableModel, view: View): TableContext {
  const { seat, own, onFloor } = view;
  if (!own) throw new RangeError("an onlooker has no side to forecast for");
  const context = openingContext(model, [0, 0]);
  replayLog(model, view, context);
  markScheduledMoves(model, view, context);
  const levers = at(model.firstLever, seat);
  for (const [index, uses] of own.leverUses.entries()) context.leverUses[levers + index] = uses;
  for (const { index, standing, position, pressure, gone, askedText, commitments } of view.parties) {
    const mine = index === seat;
    context.standing[index] = standing;
    context.announced[index] = mine ? position : Math.min(0, position);
    context.pressure[index] = mine ? own.pressure : pressureMeant(pressure);
    context.gone[index] = gone ? 1 : 0;
    context.textAsked[index] = askedText ? 1 : 0;
    for (const [issue, option] of commitments.entries()) context.commitments[byIssue(model, index, issue)] = option;
    const bound = onFloor && isBoundTo(context, index, onFloor.package, onFloor.by);
    context.answers[index] = bound ? ANSWER.accepts : ANSWER.none;
  }
  context.walkAway[seat] = own.walkAway;
  context.spent[seat] = own.spent;
  for (const event of view.happened) context.happened[event] = 1;
  for (const [slot, removed] of view.removed.entries()) context.removed[slot] = removed;
  const place = view.rules.protocol.order.indexOf(view.mover);
  const asides = asidesUsed(view);
  const sounding = {
    soundedBy: -1,
    soundedOf: -1,
    soundedIssue: -1,
    soundedOption: -1,
    soundedPackage: -1,
    soundedLeak: 0,
  };
  return Object.assign(context, sounding, {
    round: view.round,
    turn: view.turn,
    place,
    mover: view.mover,
    asides: asides.length,
    soundings: asides.filter(({ kind }) => kind === "sounding").length,
    final: view.finalVote ? 1 : 0,
    floorPackage: onFloor?.package ?? -1,
    floorBy: onFloor?.by ?? -1,
    floorAs: onFloor?.as ?? MOVED_AS.offer,
    lastText: view.lastText,
  });
}
