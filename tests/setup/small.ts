import type { Party, Protocol, Scenario, ScenarioEvent } from "../../src/scenario/types.ts";
import { issueOf, NO_EFFECTS, NO_GROUNDS, partyOf, scenarioOf } from "./scenarios.ts";

/**
 * A table small enough to reckon by hand. Issues `start` (immediately, one_week, first_march) and `aid` (all, some, none), the
 * last being the status quo. Worth of a package = half the value of its start and half that of its aid:
 * us 100/50/0 on both, russia 0/50/100 on both, turkey 100/50/0 on the start and 0/50/100 on aid. No walk-away, no cost.
 */
export interface Small {
  readonly us?: Partial<Party>;
  readonly russia?: Partial<Party>;
  /** null: does not sit at the table. */
  readonly turkey?: Partial<Party> | null;
  /** Left out or null: there is no mediator. */
  readonly un?: Partial<Party> | null;
  readonly protocol?: Partial<Omit<Protocol, "binding">> & { readonly binding?: Partial<Protocol["binding"]> };
  readonly events?: readonly ScenarioEvent[];
}

export const US = 0;
export const RUSSIA = 1;
export const TURKEY = 2;
export const START = 0;
export const AID = 1;

const FALLS = [100, 50, 0];
const RISES = [0, 50, 100];

/** Party order, and the order at the table: us, russia, turkey, un. */
export function small({ us, russia, turkey, un, protocol = {}, events = [] }: Small = {}): Scenario {
  const parties = [partyOf("us", [FALLS, FALLS], us), partyOf("russia", [RISES, RISES], russia)];
  if (turkey !== null) parties.push(partyOf("turkey", [FALLS, RISES], turkey));
  if (un) parties.push(partyOf("un", [RISES, FALLS], { role: "mediator", ...un }));
  const issues = [
    issueOf("start", ["immediately", "one_week", "first_march"]),
    issueOf("aid", ["all", "some", "none"]),
  ];
  const bare = scenarioOf(issues, parties, { events });
  const { binding, ...rest } = protocol;
  return {
    ...bare,
    protocol: { ...bare.protocol, ...rest, binding: { ...bare.protocol.binding, ...binding } },
  };
}

/** An event that is certain to happen before round 2, unless something else is said. */
export function eventOf(
  id: string,
  more: Partial<Omit<ScenarioEvent, "effects">> & { effects?: Partial<ScenarioEvent["effects"]> } = {},
): ScenarioEvent {
  const { effects, ...rest } = more;
  return {
    id,
    news: { en: id },
    historical: false,
    when: { kind: "always" },
    chance: 1,
    effects: { ...NO_EFFECTS, ...effects },
    grounds: NO_GROUNDS,
    ...rest,
  };
}

/** The walk-away of a party that has one. */
export function walkAwayAt(at: number, driftPerRound = 0): Party["walkAway"] {
  return { at, driftPerRound, means: null, grounds: NO_GROUNDS };
}
