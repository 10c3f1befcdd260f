import type { Path } from "../diagnostics.ts";
import { FEWEST_VOTERS, mediatorAmong, orderFaults, votersAmong } from "../party-rules.ts";
import type { ScenarioFile } from "../shape/file.ts";
import type { DeepPartial } from "../shape/partial.ts";
import { listed, quote } from "../suggest.ts";
import type { Protocol } from "../types.ts";
import { type Context, partyAt, partyKey } from "./context.ts";
import { groundsOf, textOf } from "./texts.ts";

type RawProtocol = DeepPartial<NonNullable<ScenarioFile["protocol"]>>;

const PATH: Path = ["protocol"];

function isMediator(context: Context, party: number | undefined): boolean {
  return party !== undefined && context.names.roles[party] === "mediator";
}

/** Parties in the order of the file, but those without a vote after those with one. */
function mediatorsLast(context: Context, parties: readonly number[]): number[] {
  return [...parties].sort((a, b) => Number(isMediator(context, a)) - Number(isMediator(context, b)));
}

function orderOf(context: Context, raw: RawProtocol): number[] {
  if (!raw.order) return mediatorsLast(context, [...context.names.roles.keys()]);
  const path = [...PATH, "order"];
  const order = raw.order.map((id, index) => partyAt(context, id, [...path, index]));
  const nameAt = (place: number) => context.names.parties.list[order[place] ?? -1] ?? "";
  const { repeated, missing } = orderFaults(order, context.names.roles.length);
  for (const place of repeated) {
    context.diagnostics.error(
      "bad-order",
      [...path, place],
      `${quote(nameAt(place))} is there twice. Name every party once.`,
    );
  }
  if (missing.length > 0) {
    const names = mediatorsLast(context, missing).map((party) => context.names.parties.list[party] ?? "");
    context.diagnostics.error("bad-order", path, `The order leaves out ${listed(names)}. Name every party once.`);
  }
  const mediatorPlace = order.findIndex((party) => isMediator(context, party));
  if (mediatorPlace >= 0 && mediatorPlace < order.length - 1) {
    const message = `The mediator ${quote(nameAt(mediatorPlace))} speaks last. Move it to the end.`;
    context.diagnostics.error("bad-order", [...path, mediatorPlace], message);
  }
  return order;
}

function refuseMediator(context: Context, party: number, path: Path, atKey: boolean): void {
  if (!isMediator(context, party)) return;
  const message = `${quote(context.names.parties.list[party])} is a mediator and has no vote. Take it away here, or make its role party.`;
  if (atKey) context.diagnostics.errorAtKey("mediator-votes", path, message);
  else context.diagnostics.error("mediator-votes", path, message);
}

function weightsOf(context: Context, raw: DeepPartial<NonNullable<RawProtocol["binding"]>>): number[] {
  const weights: number[] = context.names.roles.map((role) => (role === "mediator" ? 0 : 1));
  for (const [id, weight] of Object.entries(raw.weights ?? {})) {
    const path = [...PATH, "binding", "weights", id];
    const party = partyKey(context, id, path);
    refuseMediator(context, party, path, true);
    if (party >= 0 && weight !== undefined) weights[party] = weight;
  }
  return weights;
}

function bindingOf(context: Context, raw: RawProtocol): Protocol["binding"] {
  const path = [...PATH, "binding"];
  const binding = raw.binding ?? {};
  const weights = weightsOf(context, binding);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const atLeast = binding.at_least ?? sum;
  if (atLeast > sum) {
    const message = `${atLeast} can never be reached: all parties together weigh ${sum}. Ask for ${sum} at most.`;
    context.diagnostics.error("binding-out-of-reach", [...path, "at_least"], message);
  }
  const needs = binding.needs?.map((id, index) => {
    const party = partyAt(context, id, [...path, "needs", index]);
    refuseMediator(context, party, [...path, "needs", index], false);
    return party;
  });
  // A file that asks for a sum alone means a majority: no party in particular is needed.
  const byDefault = binding.at_least === undefined ? votersAmong(context.names.roles) : [];
  return {
    needs: [...new Set(needs ?? byDefault)].sort((a, b) => a - b),
    atLeast,
    weights,
    grounds: groundsOf(context, raw.binding, path),
  };
}

function checkMediators(context: Context): number {
  const { parties, roles } = context.names;
  const { mediator, surplus } = mediatorAmong(roles);
  for (const extra of surplus) {
    const message = `${quote(parties.list[mediator ?? 0])} is the mediator already; a table has one at most. Change one of the roles to party.`;
    context.diagnostics.error("two-mediators", ["parties", parties.list[extra] ?? "", "role"], message);
  }
  return mediator ?? -1;
}

function mediatorOf(context: Context, raw: RawProtocol): Protocol["mediator"] {
  const path = [...PATH, "mediator"];
  const byRole = checkMediators(context);
  const { mediator } = raw;
  if (!mediator && byRole < 0) return null;
  groundsOf(context, mediator, path);
  const party = mediator?.party === undefined ? byRole : partyAt(context, mediator.party, [...path, "party"]);
  if (mediator && mediator.party === undefined && byRole < 0) {
    const message = "No party is the mediator. Give one the role mediator, or take this away.";
    context.diagnostics.error("no-mediator", path, message);
  } else if (party >= 0 && !isMediator(context, party)) {
    const message = `${quote(context.names.parties.list[party])} has a vote, so it cannot mediate. Give it the role mediator.`;
    context.diagnostics.error("no-mediator", [...path, "party"], message);
  }
  return { party, asks: mediator?.asks ?? 2, textFrom: mediator?.text_from ?? context.rounds };
}

function checkKind(context: Context, protocol: Protocol): void {
  const path = [...PATH, "kind"];
  const count = votersAmong(context.names.roles).length;
  if (count < FEWEST_VOTERS) {
    context.diagnostics.error(
      "too-few-parties",
      ["parties"],
      `A negotiation needs two parties with a vote; this has ${count}. Add one.`,
    );
  } else if (protocol.kind === "alternating" && count !== 2) {
    const message = `Alternating offers are for two parties with a vote; this table has ${count}. Use plenary.`;
    context.diagnostics.error("wrong-protocol", path, message);
  }
  if (protocol.kind === "single_text" && !protocol.mediator) {
    context.diagnostics.error(
      "wrong-protocol",
      path,
      "A single text needs somebody to write it. Give one party the role mediator, or use plenary.",
    );
  }
}

/** How the table works, with every default filled in. */
export function protocolOf(context: Context, raw: RawProtocol | undefined): Protocol {
  const given = raw ?? {};
  groundsOf(context, given, PATH);
  const protocol: Protocol = {
    kind: given.kind ?? "plenary",
    rounds: context.rounds,
    roundIs: textOf(context, given.round_is, [...PATH, "round_is"]),
    order: orderOf(context, given),
    binding: bindingOf(context, given),
    mediator: mediatorOf(context, given),
    leak: given.leak ?? 0,
  };
  checkKind(context, protocol);
  return protocol;
}
