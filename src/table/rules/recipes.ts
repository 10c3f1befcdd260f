import { slotIn } from "../../bargaining/slots.ts";
import { optionIn } from "../../bargaining/space.ts";
import { draw, PURPOSE } from "../../exact/chance.ts";
import type { ScenarioEvent } from "../../scenario/types.ts";
import { byAsideName, isStatement, type Statement, type TableEvent } from "../events.ts";
import { byIssue, byPairAndSlot, bySlot, type TableModel } from "../model.ts";
import { ANSWER, MOVED_AS, REPLY, seedOf, type TableContext } from "../state.ts";
import { changeByAside, soundedSlots } from "./asides.ts";
import { isBoundTo } from "./binding.ts";
import { applyEffects } from "./effects.ts";
import { holds, nextPlace, packagePut } from "./holds.ts";

/** What a transition says of a recipe: one small number, where it needs one. */
export interface RecipeParams {
  readonly index: number;
}

/**
 * One change of what the table remembers. Written for a draft, so that Immer can run it on a frozen context and batch on a
 * private one. It must copy what it takes from an event: a kept reference would be shared between runs.
 */
export type Recipe = (draft: TableContext, event: TableEvent, params: RecipeParams) => void;

/** Share of pressure that is left after an interval. */
const PRESSURE_LEFT = 0.9;

/** Notes what an offer tells of its author, and makes it the standing one. */
function makeStanding(model: TableModel, draft: TableContext, party: number, pack: number): void {
  const before = draft.standing[party] as number;
  for (let issue = 0; issue < model.issues; issue++) {
    const at = byIssue(model, party, issue);
    if (before >= 0) {
      const step = optionIn(model.space, pack, issue) - optionIn(model.space, before, issue);
      draft.moved[at] = (draft.moved[at] as number) + Math.abs(step);
    }
    draft.offered[bySlot(model, party, slotIn(model.space, pack, issue))] = 1;
  }
  if (draft.firstOffer[party] === -1) draft.firstOffer[party] = pack;
  // What stands already is never put again: that is a pass.
  draft.offers[party] = (draft.offers[party] as number) + 1;
  draft.standing[party] = pack;
}

/** Opens the floor for answers: those bound by a standing offer of their own have answered already. */
function openFloor(model: TableModel, draft: TableContext, pack: number, mover: number, as: number): void {
  draft.floorPackage = pack;
  draft.floorBy = mover;
  draft.floorAs = as;
  for (let party = 0; party < model.parties; party++) {
    draft.answers[party] = isBoundTo(draft, party, pack, mover) ? ANSWER.accepts : ANSWER.none;
  }
}

/** The position under which a statement is made is known from then on; an entry of `does:` that it carries out is done. */
function announcePosition(draft: TableContext, event: Statement): void {
  if (event.position >= 0) draft.announced[event.party] = event.position;
  if ("deed" in event && event.deed >= 0) draft.deedsDone[event.deed] = 1;
}

function beginTurn(model: TableModel, draft: TableContext, place: number): void {
  draft.place = place;
  draft.mover = model.scenario.protocol.order[place] as number;
  draft.turn += 1;
  draft.asides = 0;
  draft.soundings = 0;
  draft.floorPackage = -1;
}

/** All recipes of a table, by name. The floor's transitions name them; nothing else changes a context. */
export function recipesOf(model: TableModel) {
  return {
    /** An offer is put on the floor and stands from now on. */
    offer(draft, event) {
      if (event.type !== "OFFER") return;
      announcePosition(draft, event);
      openFloor(model, draft, event.package, event.party, MOVED_AS.offer);
      makeStanding(model, draft, event.party, event.package);
    },
    /** Another's standing offer is put on the floor; it becomes the mover's own too. */
    take_up(draft, event) {
      if (event.type !== "TAKE_UP") return;
      announcePosition(draft, event);
      const pack = packagePut(draft.standing, event);
      openFloor(model, draft, pack, event.party, MOVED_AS.take_up);
      makeStanding(model, draft, event.party, pack);
    },
    /** The mediator's text is put on the floor; those who asked for one have been heard. */
    text(draft, event) {
      if (event.type !== "TEXT") return;
      announcePosition(draft, event);
      openFloor(model, draft, event.package, event.party, MOVED_AS.text);
      draft.standing[event.party] = event.package;
      draft.lastText = event.package;
      draft.texts += 1;
      draft.textAsked.fill(0);
    },
    ask_text(draft, event) {
      if (event.type !== "ASK_TEXT") return;
      announcePosition(draft, event);
      draft.textAsked[event.party] = 1;
    },
    /** Also what an offer of the package that stands already comes to. */
    pass(draft, event) {
      if (isStatement(event)) announcePosition(draft, event);
    },
    walk_out(draft, event) {
      if (event.type !== "WALK_OUT") return;
      announcePosition(draft, event);
      draft.gone[event.party] = 1;
      draft.standing[event.party] = -1;
      draft.textAsked[event.party] = 0;
    },
    ...byAsideName(
      (type): Recipe =>
        (draft, event) => {
          if (event.type === type) changeByAside(model, draft, event);
        },
    ),
    /** The reply is remembered by the asker. Of a refused package one cannot say which option was at fault. */
    reply(draft, event) {
      if (event.type !== "REPLY") return;
      const about = byPairAndSlot(model, draft.soundedBy, event.party, 0);
      const { soundedIssue, soundedOption, soundedPackage } = draft;
      const friendly = event.word === REPLY.would_sign || event.word === REPLY.could_live_with;
      if (soundedPackage >= 0 && !friendly) return;
      const word = soundedPackage >= 0 ? REPLY.could_live_with : event.word;
      for (const slot of soundedSlots(model, soundedIssue, soundedOption, soundedPackage)) {
        draft.replies[about + slot] = word;
      }
    },
    /** An answer stays sealed until all are in: what it names is set aside. */
    answer(draft, event) {
      if (event.type !== "ANSWER") return;
      draft.answers[event.party] = event.accepts ? ANSWER.accepts : ANSWER.refuses;
      for (const issue of event.named) draft.sealedNames[byIssue(model, event.party, issue)] = 1;
      for (const line of event.red) draft.sealedRed[(model.firstRedLine[event.party] as number) + line] = 1;
    },
    /** The answers are opened together. */
    reveal(draft) {
      for (let at = 0; at < draft.sealedNames.length; at++) {
        draft.named[at] = (draft.named[at] as number) + (draft.sealedNames[at] as number);
      }
      for (let at = 0; at < draft.sealedRed.length; at++) {
        if (draft.sealedRed[at] === 1) draft.redCalled[at] = 1;
      }
      draft.sealedNames.fill(0);
      draft.sealedRed.fill(0);
    },
    sign(draft) {
      draft.signed = draft.floorPackage;
    },
    next_turn(draft) {
      beginTurn(model, draft, nextPlace(model, draft, draft.place));
    },
    next_round(draft) {
      draft.round += 1;
    },
    /** One event of the file, once, if its condition holds and chance has it so. */
    happen(draft, event, { index }) {
      const spec = model.scenario.events[index] as ScenarioEvent;
      if (draft.happened[index] === 1 || !holds(model, draft, event, spec.when)) return;
      if (spec.chance < 1 && draw(seedOf(draft), PURPOSE.event, -1, draft.round, index) >= spec.chance) return;
      draft.happened[index] = 1;
      applyEffects(model, draft, spec.effects);
    },
    /** Round by round, and not by `reservationIn`: events and levers have moved the walk-away from where the file put it. */
    drift(draft) {
      for (const { index, party } of model.partyModels) {
        draft.walkAway[index] = (draft.walkAway[index] as number) + party.walkAway.driftPerRound;
      }
    },
    decay(draft) {
      for (let party = 0; party < model.parties; party++) {
        draft.pressure[party] = (draft.pressure[party] as number) * PRESSURE_LEFT;
      }
    },
    open_round(draft) {
      beginTurn(model, draft, nextPlace(model, draft, -1));
    },
    /** After the last round the mediator's last text is put to a vote of its own. */
    call_final_vote(draft) {
      draft.final = 1;
      draft.turn += 1;
      draft.mover = model.mediator;
      draft.asides = 0;
      draft.soundings = 0;
    },
    put_final_text(draft) {
      openFloor(model, draft, draft.lastText, model.mediator, MOVED_AS.final);
    },
    /** The position that an event sent the party to has been taken. */
    obey(draft, _event, { index }) {
      draft.forced[index] = -1;
    },
  } satisfies Record<string, Recipe>;
}

/** The registry: what each name of a recipe does. */
export type Recipes = Readonly<Record<keyof ReturnType<typeof recipesOf>, Recipe>>;
export type RecipeName = keyof Recipes;
