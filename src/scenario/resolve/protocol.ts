import type { Path } from "../diagnostics.ts";
import type { scenarioFileShape } from "../shape/file.ts";
import type { DeepPartial } from "../shape/partial.ts";
import { listed, quote } from "../suggest.ts";
import type { Protocol } from "../types.ts";
import { type Context, partyAt, partyKey } from "./context.ts";
import { groundsOf, textOf } from "./texts.ts";

type RawProtocol = DeepPartial<NonNullable<scenarioFileShape["protocol"]>>;

const PATH: Path = ["protocol"];

function voters(context: Context): number[] {
  return context.names.parties.list.flatMap((_, index) => (context.names.mediators[index] ? [] : [index]));
}

function defaultOrder(context: Context): number[] {
  const mediators = context.names.parties.list.flatMap((_, index) => (context.names.mediators[index] ? [index] : []));
  return [...voters(context), ...mediators];
}

function orderOf(context: Context, raw: RawProtocol): number[] {
  if (!raw.order) return defaultOrder(context);
  const path = [...PATH, "order"];
  const order = raw.order.map((id, index) => partyAt(context, id, [...path, index]));
  const name = (index: number) => context.names.parties.list[index] ?? "";
  for (const [place, party] of order.entries()) {
    if (party >= 0 && order.indexOf(party) < place) {
      context.diagnostics.error(
        "bad-order",
        [...path, place],
        `${quote(name(party))} is there twice. Name every party once.`,
      );
    }
  }
  const missing = defaultOrder(context).filter((party) => !order.includes(party));
  if (missing.length > 0) {
    context.diagnostics.error(
      "bad-order",
      path,
      `The order leaves out ${listed(missing.map(name))}. Name every party once.`,
    );
  }
  const mediatorPlace = order.findIndex((party) => context.names.mediators[party]);
  if (mediatorPlace >= 0 && mediatorPlace < order.length - 1) {
    const message = `The mediator ${quote(name(order[mediatorPlace] ?? -1))} speaks last. Move it to the end.`;
    context.diagnostics.error("bad-order", [...path, mediatorPlace], message);
  }
  return order;
}

function refuseMediator(context: Context, party: number, path: Path, atKey: boolean): void {
  if (!context.names.mediators[party]) return;
  const message = `${quote(context.names.parties.list[party])} is a mediator and has no vote. Take it away here, or make its role party.`;
  if (atKey) context.diagnostics.errorAtKey("mediator-votes", path, message);
  else context.diagnostics.error("mediator-votes", path, message);
}

function weightsOf(context: Context, raw: DeepPartial<NonNullable<RawProtocol["binding"]>>): number[] {
  const weights: number[] = context.names.parties.list.map((_, index) => (context.names.mediators[index] ? 0 : 1));
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
  // Who asks for a sum alone means a majority: nobody in particular is needed.
  const byDefault = binding.at_least === undefined ? voters(context) : [];
  return {
    needs: [...new Set(needs ?? byDefault)].sort((a, b) => a - b),
    atLeast,
    weights,
    grounds: groundsOf(context, raw.binding, path),
  };
}

function checkMediators(context: Context): number {
  const { parties, mediators } = context.names;
  const all = mediators.flatMap((isOne, index) => (isOne ? [index] : []));
  for (const extra of all.slice(1)) {
    const message = `${quote(parties.list[all[0] ?? 0])} is the mediator already; a table has one at most. Change one of the roles to party.`;
    context.diagnostics.error("two-mediators", ["parties", parties.list[extra] ?? "", "role"], message);
  }
  return all[0] ?? -1;
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
  } else if (party >= 0 && !context.names.mediators[party]) {
    const message = `${quote(context.names.parties.list[party])} has a vote, so it cannot mediate. Give it the role mediator.`;
    context.diagnostics.error("no-mediator", [...path, "party"], message);
  }
  return { party, asks: mediator?.asks ?? 2, textFrom: mediator?.text_from ?? context.rounds };
}

function checkKind(context: Context, protocol: Protocol): void {
  const path = [...PATH, "kind"];
  const count = voters(context).length;
  if (count < 2) {
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
