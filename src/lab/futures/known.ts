import { at } from "../../exact/at.ts";
import type { Scenario, ScheduledMove, Terms } from "../../scenario/types.ts";
import { byIssue, byPair, type TableModel } from "../../table/model.ts";
import { changeTrust } from "../../table/party/trust.ts";
import { type AsideLine, changeByAside, isAsideLine, recalledAside } from "../../table/rules/asides.ts";
import { isBoundTo } from "../../table/rules/binding.ts";
import { type Recipes, recipesOf } from "../../table/rules/recipes.ts";
import { ANSWER, MOVED_AS, openingContext, REPLY, type TableContext } from "../../table/state.ts";
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
  return view.parties.map(({ redCalled }) => [...redCalled]);
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
  if (pack >= 0) recipes.trust(draft, { type: "OFFER", party, package: pack, position: -1 }, PARAMS);
  if (line.says === "TEXT") recipes.text(draft, { type: "TEXT", party, package: pack, position: -1 }, PARAMS);
  else if (pack >= 0) recipes.offer(draft, { type: "OFFER", party, package: pack, position: -1 }, PARAMS);
  else if (line.says === "WALK_OUT") {
    recipes.walk_out(draft, { type: "WALK_OUT", party, position: -1, deed: -1 }, PARAMS);
  }
}

/** The replies that a line tells of, each with who gave it. */
function repliesIn(line: AsideLine): { readonly of: number; readonly word: number }[] {
  if (line.kind === "sounding") return [{ of: line.of, word: line.reply }];
  return line.kind === "non_paper" ? line.to.map((of, place) => ({ of, word: at(line.replies, place) })) : [];
}

/** Takes up an aside, with the replies to it as far as they are known. */
function replayAside(line: LogLine & AsideLine, draft: TableContext, { recipes, leaking, quiet }: LogReplay): void {
  // What a lever of the seat's own does to trust; those of others are not in the model, and its view shows the rest.
  if (line.kind === "press") {
    recipes.trust(draft, { type: "PRESS", party: line.party, lever: line.lever, deed: -1 }, PARAMS);
  }
  const aside = recalledAside(line);
  if (!aside) return;
  const model = line.kind === "sounding" && line.leaked ? leaking : quiet;
  changeTrust(model, draft, aside);
  changeByAside(model, draft, aside);
  for (const { of, word } of repliesIn(line)) {
    if (word > REPLY.none) recipes.reply(draft, { type: "REPLY", party: of, word }, PARAMS);
  }
}

function replayLine(line: LogLine, draft: TableContext, telling: LogReplay): void {
  const { view, called, recipes } = telling;
  Object.assign(draft, { turn: line.turn, round: line.round });
  if (line.kind === "statement") replayStatement(line, draft, recipes);
  if (isAsideLine(line)) replayAside(line, draft, telling);
  if (line.kind === "answers") {
    draft.floorPackage = line.package;
    draft.floorBy = line.by;
    for (const { party, accepts, absent, named, red } of line.answers) {
      if (absent) continue;
      const lines = red.map((one) => lineInModel(view, called, party, one)).filter((one) => one >= 0);
      recipes.answer(draft, { type: "ANSWER", party, accepts, named, red: lines }, PARAMS);
    }
    recipes.trust(draft, { type: "COUNT" }, PARAMS);
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
        line.option === move.option &&
        line.givenIssue === (move.given?.issue ?? -1) &&
        line.givenOption === (move.given?.option ?? -1)
      );
    case "commit":
      return (
        line.kind === "commitment" && line.party === seat && line.issue === move.issue && line.option === move.option
      );
    case "press":
      return line.kind === "press" && line.party === seat && line.lever === move.lever;
    case "ask_text":
      return line.kind === "statement" && line.party === seat && line.says === "ASK_TEXT";
    case "non_paper":
      return line.kind === "non_paper" && line.party === seat && String(line.to) === String(move.to);
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

/** The question that awaits a reply now, if the seat has put it or is asked. */
function questionNow({ sounding, parties }: View): Partial<TableContext> {
  return {
    soundedBy: sounding?.by ?? -1,
    soundedOf: sounding?.of ?? -1,
    soundedIssue: sounding?.issue ?? -1,
    soundedOption: sounding?.option ?? -1,
    soundedGivenIssue: sounding?.givenIssue ?? -1,
    soundedGivenOption: sounding?.givenOption ?? -1,
    soundedPackage: sounding?.package ?? -1,
    soundedLeak: 0,
    shownTo: parties.map(({ index }) => (sounding?.shownTo.includes(index) ? 1 : 0)),
  };
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
  for (const [of, trust] of own.trust.entries()) context.trust[byPair(model, seat, of)] = trust;
  context.spent[seat] = own.spent;
  for (const event of view.happened) context.happened[event] = 1;
  for (const [slot, removed] of view.removed.entries()) context.removed[slot] = removed;
  const place = view.rules.protocol.order.indexOf(view.mover);
  const asides = asidesUsed(view);
  return Object.assign(context, questionNow(view), {
    round: view.round,
    turn: view.turn,
    place,
    mover: view.mover,
    asides: asides.length,
    soundings: asides.filter(({ kind }) => kind === "sounding" || kind === "non_paper").length,
    final: view.finalVote ? 1 : 0,
    floorPackage: onFloor?.package ?? -1,
    floorBy: onFloor?.by ?? -1,
    floorAs: onFloor?.as ?? MOVED_AS.offer,
    lastText: view.lastText,
  });
}
