import { optionsIn, packageOf } from "../bargaining/space.ts";
import { at } from "../exact/at.ts";
import type { Inferred } from "../scenario/types.ts";
import { nameOfType, type PartyEvent, STATEMENT_TYPES } from "../table/events.ts";
import type { PartyModel, TableModel } from "../table/model.ts";
import { refusalOf } from "../table/party/answer.ts";
import { REPLY, REPLY_WORDS, type TableState } from "../table/state.ts";
import type { actionShape, recordShape } from "./stored.ts";

/**
 * What a party does, in the ids of the scenario: how people, programs and records write it. `position` is the position under
 * which it speaks (left out: the one it holds); `deed` marks what a machine did because its position says so; `named` of an
 * answer left out: what weighs most against the package, as the party's own instructions see it.
 */
export type Action = Inferred<typeof actionShape>;

/** An action as the record keeps it, with the seal of the transcript up to and with it. */
export type RecordedAction = Inferred<typeof recordShape>["actions"][number];

/** A package in ids: issue → option. */
export type PackageIds = Extract<Action, { kind: "offer" }>["package"];

/** An action and who did it. */
export type GivenAction = Pick<RecordedAction, "party" | "by" | "action">;

/** An answer that has been given but not been told to the table yet: those of earlier parties are still awaited. */
export type WaitingAnswer = NonNullable<Inferred<typeof recordShape>["envelopes"]>[number];

/** Whether actions of this kind are statements: a party makes one in its turn, and it ends it. */
export function isStatementKind(kind: Action["kind"]): boolean {
  return STATEMENT_TYPES.some((type) => nameOfType(type) === kind);
}

/** An action that names something the scenario does not have, and where in the action. */
export class UnknownName extends Error {
  readonly where: string;
  constructor(where: string, name: string, known: readonly string[]) {
    super(`there is no ${where} "${name}"; there are ${known.join(", ")}`);
    this.name = "UnknownName";
    this.where = where;
  }
}

function indexOfId(where: string, id: string, known: readonly { readonly id: string }[]): number {
  const index = known.findIndex((one) => one.id === id);
  if (index < 0)
    throw new UnknownName(
      where,
      id,
      known.map((one) => one.id),
    );
  return index;
}

/**
 * The number of a package.
 * @throws UnknownName for an issue or option that the scenario lacks, or an issue that the package lacks
 */
export function packageFromIds(model: TableModel, ids: PackageIds): number {
  const { issues } = model.scenario;
  for (const id of Object.keys(ids)) indexOfId("issue", id, issues);
  const options = issues.map((issue) => {
    const id = Object.hasOwn(ids, issue.id) ? ids[issue.id] : undefined;
    return indexOfId(`option of ${issue.id}`, id ?? "", issue.options);
  });
  return packageOf(model.space, options);
}

/** A package in ids. */
export function packageIds(model: TableModel, pack: number): PackageIds {
  const entries = optionsIn(model.space, pack).map((option, index) => {
    const issue = model.scenario.issues[index] as TableModel["scenario"]["issues"][number];
    return [issue.id, (issue.options[option] as (typeof issue.options)[number]).id] as const;
  });
  return Object.fromEntries(entries);
}

function optionFromIds(model: TableModel, ids: PackageIds): { issue: number; option: number } {
  const [pair, ...more] = Object.entries(ids);
  if (!pair || more.length > 0) throw new UnknownName("single option", JSON.stringify(ids), ["{ issue: option }"]);
  const issue = indexOfId("issue", pair[0], model.scenario.issues);
  const { id, options } = model.scenario.issues[issue] as TableModel["scenario"]["issues"][number];
  return { issue, option: indexOfId(`option of ${id}`, pair[1], options) };
}

function answerFromAction(
  model: TableModel,
  state: TableState,
  party: number,
  action: Action & { kind: "answer" },
): PartyEvent {
  const { accepts } = action;
  if (accepts) return { type: "ANSWER", party, accepts, named: [], red: [] };
  const pack = state.context.floorPackage;
  const refusal = pack >= 0 ? refusalOf(model, state, party, pack) : null;
  const named = action.named?.map((id) => indexOfId("issue", id, model.scenario.issues));
  return {
    type: "ANSWER",
    party,
    accepts,
    named: named ?? refusal?.named ?? [],
    red: action.red ?? refusal?.red ?? [],
  };
}

/**
 * Turns an action into the event that the table understands, filling in what was left out.
 * @throws UnknownName for ids that the scenario lacks
 */
export function toEvent(model: TableModel, state: TableState, party: number, action: Action): PartyEvent {
  const { parties } = model.scenario;
  const partyModel = model.partyModels[party] as PartyModel;
  const position =
    "position" in action && action.position !== undefined
      ? indexOfId("position", action.position, partyModel.positions)
      : (state.positions[party] as number);
  const deed = "deed" in action && action.deed !== undefined ? action.deed : -1;
  switch (action.kind) {
    case "offer":
      return { type: "OFFER", party, package: packageFromIds(model, action.package), position };
    case "text":
      return { type: "TEXT", party, package: packageFromIds(model, action.package), position };
    case "take_up":
      return { type: "TAKE_UP", party, of: indexOfId("party", action.of, parties), position };
    case "ask_text":
      return { type: "ASK_TEXT", party, position, deed };
    case "pass":
      return { type: "PASS", party, position };
    case "walk_out":
      return { type: "WALK_OUT", party, position, deed };
    case "sound_out": {
      const of = indexOfId("party", action.of, parties);
      if ("package" in action) {
        const pack = packageFromIds(model, action.package);
        return { type: "SOUND_OUT", party, of, issue: -1, option: -1, package: pack, deed };
      }
      return { type: "SOUND_OUT", party, of, ...optionFromIds(model, action.option), package: -1, deed };
    }
    case "commit":
      return { type: "COMMIT", party, ...optionFromIds(model, action.option), deed };
    case "press":
      return { type: "PRESS", party, lever: indexOfId("lever", action.lever, partyModel.party.levers), deed };
    case "reply":
      return { type: "REPLY", party, word: REPLY[action.word] };
    case "answer":
      return answerFromAction(model, state, party, action);
  }
}

/** The action that an event stands for: what goes into a record. Nothing is left out. */
export function toAction(model: TableModel, event: PartyEvent): Action {
  const { issues, parties } = model.scenario;
  const partyModel = model.partyModels[event.party] as PartyModel;
  const spoken = "position" in event ? { position: partyModel.positions[event.position]?.id ?? "" } : {};
  const done = "deed" in event && event.deed >= 0 ? { deed: event.deed } : {};
  const option = (issue: number, index: number): PackageIds => {
    const found = issues[issue] as (typeof issues)[number];
    return { [found.id]: (found.options[index] as (typeof found.options)[number]).id };
  };
  const partyId = (index: number): string => (parties[index] as (typeof parties)[number]).id;
  switch (event.type) {
    case "OFFER":
      return { kind: "offer", package: packageIds(model, event.package), ...spoken };
    case "TEXT":
      return { kind: "text", package: packageIds(model, event.package), ...spoken };
    case "TAKE_UP":
      return { kind: "take_up", of: partyId(event.of), ...spoken };
    case "ASK_TEXT":
      return { kind: "ask_text", ...spoken, ...done };
    case "PASS":
      return { kind: "pass", ...spoken };
    case "WALK_OUT":
      return { kind: "walk_out", ...spoken, ...done };
    case "SOUND_OUT":
      return event.package >= 0
        ? { kind: "sound_out", of: partyId(event.of), package: packageIds(model, event.package), ...done }
        : { kind: "sound_out", of: partyId(event.of), option: option(event.issue, event.option), ...done };
    case "COMMIT":
      return { kind: "commit", option: option(event.issue, event.option), ...done };
    case "PRESS":
      return { kind: "press", lever: partyModel.party.levers[event.lever]?.id ?? "", ...done };
    case "REPLY":
      return { kind: "reply", word: at(REPLY_WORDS, event.word - 1) };
    case "ANSWER":
      return {
        kind: "answer",
        accepts: event.accepts,
        named: event.named.map((issue) => (issues[issue] as (typeof issues)[number]).id),
        red: [...event.red],
      };
  }
}
