import type { OwnSide } from "./own-side.ts";
import type { PartyInPublic } from "./party-in-public.ts";
import type { View } from "./view.ts";

/** Freezes plain data, all the way down; a list of numbers of a fixed type cannot be frozen, and stays as it is. */
function frozen<T>(data: T): T {
  if (typeof data !== "object" || data === null || ArrayBuffer.isView(data) || Object.isFrozen(data)) return data;
  for (const part of Object.values(data)) frozen(part);
  return Object.freeze(data);
}

function keepParty({
  index,
  standing,
  position,
  pressure,
  gone,
  askedText,
  commitments,
}: PartyInPublic): PartyInPublic {
  return frozen({ index, standing, position, pressure, gone, askedText, commitments });
}

/** The side of the file and the candidates are shared: they belong to the model, and nothing in them changes. */
function keepSide(side: OwnSide): OwnSide {
  return Object.freeze({
    walkAway: side.walkAway,
    floor: side.floor,
    top: side.top,
    target: side.target,
    microIndex: side.microIndex,
    partyModel: side.partyModel,
    position: side.position,
    pressure: side.pressure,
    spent: side.spent,
    commitments: frozen(side.commitments),
    leverUses: frozen(side.leverUses),
    candidates: side.candidates,
    heldAgainst: side.heldAgainst,
    due: Object.freeze(side.due.map(({ move, index }) => Object.freeze({ move, index }))),
    answer: frozen(side.answer),
    advice: frozen(side.advice),
  });
}

/**
 * A view to keep: complete, the same however the table goes on, and frozen. What belongs to the model is shared, not copied
 * (the rules, a side's part of the file, its candidates, the terms of red lines).
 */
export function keepView(view: View): View {
  return Object.freeze({
    seat: view.seat,
    rules: view.rules,
    round: view.round,
    turn: view.turn,
    floor: view.floor,
    mover: view.mover,
    finalVote: view.finalVote,
    onFloor: frozen(view.onFloor),
    sounding: frozen(view.sounding),
    owesAnswer: view.owesAnswer,
    parties: Object.freeze(view.parties.map(keepParty)),
    lastText: view.lastText,
    textDue: view.textDue,
    redCalled: Object.freeze([...view.redCalled]),
    happened: frozen(view.happened),
    removed: frozen([...view.removed]),
    signed: view.signed,
    estimates: Object.freeze(view.estimates.map((estimate) => estimate?.slice() ?? null)),
    own: view.own && keepSide(view.own),
    sides: Object.freeze(view.sides.map(keepSide)),
    log: frozen(view.log),
  });
}
