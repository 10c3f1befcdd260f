import { withOption } from "../../src/bargaining/space.ts";
import { toAction } from "../../src/play/action.ts";
import type { Play } from "../../src/play/play.ts";
import { EVENT_TYPES, type PartyEvent, type TableEvent } from "../../src/table/events.ts";
import type { PartyModel, TableModel } from "../../src/table/model.ts";
import { type Awaited, awaited, closedBecause } from "../../src/table/rules/legality.ts";
import { REPLY, type TableState } from "../../src/table/state.ts";
import type { Dice } from "./dice.ts";

/** A package that somebody might think of: any, or one that stands with one issue changed. */
function somePackage(model: TableModel, { context }: TableState, dice: Dice): number {
  const standing = context.standing.filter((pack) => pack >= 0);
  if (standing.length === 0 || dice.chance(0.4)) return dice.below(model.space.size);
  const pack = dice.pick(standing);
  if (dice.chance(0.3)) return pack;
  const issue = dice.below(model.issues);
  return withOption(model.space, pack, issue, dice.below(model.space.sizes[issue] as number));
}

/** Mostly none, at times one of the party's own: a deed is marked by whoever says that he carries it out. */
function someDeed(model: TableModel, party: number, dice: Dice): number {
  const first = model.firstScheduled[party] as number;
  const end = model.firstScheduled[party + 1] ?? model.scheduledMoves;
  return end > first && dice.chance(0.1) ? first + dice.below(end - first) : -1;
}

const SAID = [
  ...["OFFER", "OFFER", "OFFER", "OFFER", "OFFER", "OFFER", "TAKE_UP", "TAKE_UP", "TEXT", "TEXT", "TEXT"],
  ...["ASK_TEXT", "PASS", "SOUND_OUT", "SOUND_OUT", "COMMIT", "PRESS"],
] as const;

function someStatement(model: TableModel, state: TableState, party: number, dice: Dice): PartyEvent {
  const { positions, party: own } = model.partyModels[party] as PartyModel;
  const position = dice.chance(0.9) ? (state.positions[party] as number) : dice.below(positions.length);
  const deed = someDeed(model, party, dice);
  // Most tables sit long, some lose their parties early.
  const impatience = state.context.seedA % 4 === 0 ? 0.06 : 0.005;
  const type = dice.chance(impatience) ? "WALK_OUT" : dice.pick(SAID);
  switch (type) {
    case "OFFER":
    case "TEXT":
      return { type, party, package: somePackage(model, state, dice), position };
    case "TAKE_UP":
      return { type, party, of: dice.below(model.parties), position };
    case "PASS":
      return { type, party, position };
    case "ASK_TEXT":
    case "WALK_OUT":
      return { type, party, position, deed };
    case "SOUND_OUT": {
      const of = dice.below(model.parties);
      const issue = dice.below(model.issues);
      if (dice.chance(0.4)) {
        return { type, party, of, issue: -1, option: -1, package: somePackage(model, state, dice), deed };
      }
      return { type, party, of, issue, option: dice.below(model.space.sizes[issue] as number), package: -1, deed };
    }
    case "COMMIT": {
      const issue = dice.below(model.issues);
      return { type, party, issue, option: dice.below(model.space.sizes[issue] as number), deed };
    }
    case "PRESS":
      return { type, party, lever: dice.below(Math.max(1, own.levers.length)), deed };
  }
}

function someAnswer(model: TableModel, party: number, dice: Dice): PartyEvent {
  if (dice.chance(0.3)) return { type: "ANSWER", party, accepts: true, named: [], red: [] };
  const some = (end: number, most: number): number[] =>
    Array.from({ length: end }, (_, index) => index)
      .filter(() => dice.chance(0.4))
      .slice(0, most);
  const lines = (model.partyModels[party] as PartyModel).party.redLines.length;
  return { type: "ANSWER", party, accepts: false, named: some(model.issues, 2), red: some(lines, lines) };
}

/** What a party that follows no sense but the rules does when something is awaited of it. */
export function legalEvent(model: TableModel, state: TableState, party: number, dice: Dice): PartyEvent {
  if (state.floor === "answers") return someAnswer(model, party, dice);
  if (state.floor === "sounded") return { type: "REPLY", party, word: 1 + dice.below(REPLY.never) };
  for (let tries = 0; tries < 20; tries++) {
    const event = someStatement(model, state, party, dice);
    if (closedBecause(model, state, event) === null) return event;
  }
  return { type: "PASS", party, position: state.positions[party] as number };
}

/** A number that may lie outside its list, between two entries, or nowhere at all. */
function wild(end: number, dice: Dice): number {
  if (dice.chance(0.1)) return dice.pick([-1, -7, end, 0.5, 1e9, Number.NaN]);
  return dice.below(end);
}

/** Any event at all, from anyone, with any numbers in it: most are illegal. */
export function wildEvent(model: TableModel, dice: Dice): TableEvent {
  const type = dice.pick(EVENT_TYPES);
  const party = wild(model.parties, dice);
  const issue = wild(model.issues, dice);
  const option = wild(model.space.sizes[issue] ?? 3, dice);
  const pack = dice.chance(0.3) ? -1 : wild(model.space.size, dice);
  const position = wild(3, dice);
  const of = wild(model.parties, dice);
  const deed = dice.chance(0.7) ? -1 : wild(model.scheduledMoves, dice);
  switch (type) {
    case "OFFER":
    case "TEXT":
      return { type, party, package: pack, position };
    case "TAKE_UP":
      return { type, party, of, position };
    case "ASK_TEXT":
    case "WALK_OUT":
      return { type, party, position, deed };
    case "PASS":
      return { type, party, position };
    case "SOUND_OUT":
      return {
        type,
        party,
        of,
        ...dice.pick([
          { issue, option },
          { issue: -1, option: -1 },
        ]),
        package: pack,
        deed,
      };
    case "COMMIT":
      return { type, party, issue, option, deed };
    case "COUNT":
    case "NEXT":
    case "INTERVAL":
      return { type };
    case "RECONSIDER":
      return { type, party };
    case "REPLY":
      return { type, party, word: wild(6, dice) };
    case "PRESS":
      return { type, party, lever: wild(3, dice), deed };
    case "ANSWER": {
      const list = (): number[] => Array.from({ length: dice.below(4) }, () => wild(model.issues, dice));
      return { type, party, accepts: dice.chance(0.5), named: list(), red: list() };
    }
  }
}

function partyAwaited(waits: Exclude<Awaited, { kind: "clerk" | "over" }>, dice: Dice): number {
  return waits.kind === "answers" ? dice.pick(waits.parties) : waits.party;
}

/** What may be sent next: mostly what is awaited, at times (with the given probability) anything. */
export function nextEvent(model: TableModel, state: TableState, dice: Dice, wildness = 0.3): TableEvent {
  const waits = awaited(model, state);
  if (waits.kind === "over" || dice.chance(wildness)) return wildEvent(model, dice);
  return waits.kind === "clerk" ? waits.event : legalEvent(model, state, partyAwaited(waits, dice), dice);
}

/** Plays on to the end, with dice in the seats of humans. `after` is called after each of their actions. */
export function playOut(play: Play, dice: Dice, after: () => void = () => {}): void {
  for (;;) {
    const waiting = play.advance();
    if (waiting.kind === "over") return;
    const party = dice.pick(waiting.parties);
    const event = legalEvent(play.model, play.state, party, dice);
    const closed = play.act(play.scenario.parties[party]?.id ?? "", toAction(play.model, event));
    if (closed) throw new Error(`${JSON.stringify(event)} is closed: ${closed}`);
    after();
  }
}
