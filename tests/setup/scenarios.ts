import fc from "fast-check";
import type {
  Condition,
  Effects,
  Grounds,
  Issue,
  Lever,
  Linkage,
  Party,
  Position,
  RedLine,
  Scenario,
  ScenarioEvent,
  ScheduledMove,
  Terms,
} from "../../src/scenario/types.ts";

/** Checked scenarios for tests: small ones by hand, and arbitrary ones for properties. */
export const NO_GROUNDS: Grounds = { cite: [], why: null };
export const NO_EFFECTS: Effects = { pressure: [], walkAway: [], removeOptions: [], releaseCommitments: [], moves: [] };

export function issueOf(id: string, options: readonly string[]): Issue {
  return {
    id,
    title: { en: id },
    note: null,
    options: options.map((option) => ({ id: option, title: { en: option } })),
    statusQuo: options.length - 1,
    integer: null,
    grounds: NO_GROUNDS,
  };
}

export function partyOf(id: string, worths: readonly (readonly number[])[], more: Partial<Party> = {}): Party {
  const weight = 100 / worths.length;
  return {
    id,
    name: { en: id },
    delegate: null,
    role: "party",
    mark: { colour: "blue", shape: "circle", letters: id.slice(0, 2).toUpperCase() },
    interests: [],
    values: worths.map((options) => ({ weight, options, grounds: NO_GROUNDS })),
    linkages: [],
    redLines: [],
    walkAway: { at: 0, driftPerRound: 0, means: null, grounds: NO_GROUNDS },
    cap: null,
    discount: 1,
    tactic: { kind: "linear", exponent: [1, 1] },
    positions: [positionOf("open")],
    stakes: {},
    audienceCost: 0,
    levers: [],
    ...more,
  };
}

export function positionOf(id: string, more: Partial<Position> = {}): Position {
  return { id, label: { en: id }, asks: [], holdsAtLeast: null, moves: [], does: [], grounds: NO_GROUNDS, ...more };
}

export function scenarioOf(
  issues: readonly Issue[],
  parties: readonly Party[],
  more: Partial<Scenario> = {},
): Scenario {
  const mediator = parties.findIndex(({ role }) => role === "mediator");
  const voters = parties.flatMap(({ role }, index) => (role === "party" ? [index] : []));
  return {
    parley: 1,
    id: "test",
    title: { en: "Test" },
    summary: null,
    notice: null,
    minutes: null,
    place: null,
    when: null,
    scale: 100,
    sources: [],
    issues,
    parties,
    actors: [],
    protocol: {
      kind: "plenary",
      rounds: 6,
      roundIs: null,
      order: mediator < 0 ? voters : [...voters, mediator],
      binding: {
        needs: voters,
        atLeast: voters.length,
        weights: parties.map(({ role }) => (role === "party" ? 1 : 0)),
        grounds: NO_GROUNDS,
      },
      mediator: mediator < 0 ? null : { party: mediator, asks: 2, textFrom: 6 },
      leak: 0,
    },
    events: [],
    aftermath: null,
    questions: [],
    history: [],
    ...more,
  };
}

interface Frame {
  readonly sizes: readonly number[];
  readonly parties: number;
  readonly positions: readonly number[];
  readonly events: number;
}

const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);

function option(frame: Frame): fc.Arbitrary<{ issue: number; option: number }> {
  return upTo(frame.sizes.length - 1).chain((issue) =>
    upTo((frame.sizes[issue] as number) - 1).map((chosen) => ({ issue, option: chosen })),
  );
}

function terms(frame: Frame, max = 2): fc.Arbitrary<Terms> {
  const term = upTo(frame.sizes.length - 1).chain((issue) =>
    fc
      .uniqueArray(upTo((frame.sizes[issue] as number) - 1), { minLength: 1 })
      .map((options) => ({ issue, options: options.sort((a, b) => a - b) })),
  );
  return fc.uniqueArray(term, { selector: ({ issue }) => issue, minLength: 1, maxLength: max });
}

/** `owner` −1: the condition of an event, which has no party of its own. */
function condition(frame: Frame, owner: number): fc.Arbitrary<Condition> {
  const by = fc.integer({ min: -1, max: frame.parties - 1 });
  const party = upTo(frame.parties - 1);
  const leaves: fc.Arbitrary<Condition>[] = [
    fc.record({ kind: fc.constant("round_from" as const), round: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ kind: fc.constant("offered" as const), by, terms: terms(frame) }),
    fc.record({ kind: fc.constant("committed" as const), by, terms: terms(frame) }),
    fc.record({ kind: fc.constant("refused" as const), by, issues: fc.tuple(upTo(frame.sizes.length - 1)) }),
    fc.record({ kind: fc.constant("text" as const), terms: fc.oneof(fc.constant([]), terms(frame)) }),
    fc.record({ kind: fc.constant("text_asked" as const), by }),
    fc.record({ kind: fc.constant("pressure_above" as const), party, level: fc.constantFrom(0.05, 0.2, 0.5) }),
    fc.record({ kind: fc.constant("walked_out" as const), party }),
    fc.constant({ kind: "always" as const }),
    fc.record({ kind: fc.constant("table" as const), outcome: fc.constantFrom("signed", "broken", "expired") }),
    fc.record({ kind: fc.constant("signed" as const), terms: terms(frame) }),
  ];
  if (frame.events > 0) {
    leaves.push(fc.record({ kind: fc.constant("event" as const), event: upTo(frame.events - 1) }));
  }
  if (owner >= 0) {
    leaves.push(
      fc.record({ kind: fc.constant("asked" as const), by, owner: fc.constant(owner), terms: terms(frame) }),
      fc.record({ kind: fc.constant("worth_offered" as const), owner: fc.constant(owner), worth: tenths(10, 90) }),
    );
  }
  const leaf = fc.oneof(...leaves);
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.array(leaf, { minLength: 1, maxLength: 2 }).map((of) => ({ kind: "all" as const, of })),
    },
    {
      weight: 1,
      arbitrary: fc.array(leaf, { minLength: 1, maxLength: 2 }).map((of) => ({ kind: "any" as const, of })),
    },
    { weight: 1, arbitrary: leaf.map((of) => ({ kind: "not" as const, of })) },
  );
}

function effects(frame: Frame): fc.Arbitrary<Effects> {
  const party = upTo(frame.parties - 1);
  const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 1 });
  return fc.record({
    pressure: some(fc.record({ party, by: fc.constantFrom(-0.2, 0.1, 0.3, 0.9) })),
    walkAway: some(fc.record({ party, by: fc.constantFrom(-5, 3) })),
    removeOptions: some(option(frame)),
    releaseCommitments: some(fc.record({ party, issue: upTo(frame.sizes.length - 1) })),
    moves: some(party.chain((one) => upTo((frame.positions[one] as number) - 1).map((to) => ({ party: one, to })))),
  });
}

function deed(frame: Frame, owner: number, levers: number): fc.Arbitrary<ScheduledMove> {
  const about = option(frame);
  const others = Array.from({ length: frame.parties }, (_, index) => index).filter((index) => index !== owner);
  const kinds: fc.Arbitrary<Record<string, unknown>>[] = [
    fc.tuple(fc.constantFrom(...others), about).map(([party, one]) => ({ kind: "sound_out", party, ...one })),
    about.map((one) => ({ kind: "commit", ...one })),
    fc.constant({ kind: "ask_text" }),
    fc.constant({ kind: "walk_out" }),
  ];
  if (levers > 0) kinds.push(upTo(levers - 1).map((lever) => ({ kind: "press", lever })));
  return fc
    .tuple(fc.oneof(...kinds), condition(frame, owner))
    .map(([what, when]) => ({ ...what, when, grounds: NO_GROUNDS }) as unknown as ScheduledMove);
}

function party(frame: Frame, index: number, mediator: boolean): fc.Arbitrary<Party> {
  const levers = fc.array(
    fc.record({
      on: upTo(frame.parties - 1),
      effects: effects(frame),
      cost: tenths(0, 5),
      uses: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 2 },
  );
  return levers.chain((list) => {
    const positions = fc.tuple(
      ...Array.from({ length: frame.positions[index] as number }, (_, at) =>
        fc.record({
          asks: fc.oneof(fc.constant([] as Terms), terms(frame)),
          holdsAtLeast: fc.oneof(fc.constant(null), tenths(10, 90)),
          moves: fc.array(
            fc.record({
              to: upTo((frame.positions[index] as number) - 1).filter(
                (to) => to !== at || frame.positions[index] === 1,
              ),
              when: condition(frame, index),
              grounds: fc.constant(NO_GROUNDS),
            }),
            { maxLength: 2 },
          ),
          does: fc.array(deed(frame, index, list.length), { maxLength: 2 }),
        }),
      ),
    );
    const values = fc.tuple(
      ...frame.sizes.map((size) =>
        fc.record({
          weight: upTo(50),
          options: fc.array(upTo(100), { minLength: size, maxLength: size }),
          grounds: fc.constant(NO_GROUNDS),
        }),
      ),
    );
    const linkage: fc.Arbitrary<Linkage> = fc.record({
      title: fc.constant(null),
      when: terms(frame, 3),
      worth: tenths(-20, 20),
      grounds: fc.constant(NO_GROUNDS),
    });
    const redLine: fc.Arbitrary<RedLine> = fc.record({
      title: fc.constant(null),
      when: terms(frame, 3),
      grounds: fc.constant(NO_GROUNDS),
    });
    return fc
      .record({
        values,
        positions,
        linkages: fc.array(linkage, { maxLength: 2 }),
        redLines: fc.array(redLine, { maxLength: 2 }),
        at: tenths(0, 60),
        driftPerRound: tenths(-2, 1),
        cap: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: tenths(30, 100) }),
        discount: fc.constantFrom(1, 1, 0.8),
        tactic: fc.record({
          kind: fc.constantFrom("boulware", "linear", "conceder", "tit_for_tat", "micro"),
          exponent: fc.constantFrom([0.15, 0.4] as const, [1, 1] as const, [2, 5] as const),
        }),
        audienceCost: fc.constantFrom(0, 6),
      })
      .map(({ values: worths, positions: charts, at, driftPerRound, ...rest }) =>
        partyOf(`p${index}`, [], {
          ...rest,
          role: mediator ? "mediator" : "party",
          values: worths,
          walkAway: { at, driftPerRound, means: null, grounds: NO_GROUNDS },
          positions: charts.map((chart, position) => positionOf(`s${position}`, chart)),
          levers: list.map(
            (lever, one): Lever => ({ id: `l${one}`, title: { en: `l${one}` }, grounds: NO_GROUNDS, ...lever }),
          ),
        }),
      );
  });
}

function event(frame: Frame, index: number): fc.Arbitrary<ScenarioEvent> {
  return fc.record({
    id: fc.constant(`e${index}`),
    news: fc.constant({ en: `News ${index}` }),
    historical: fc.boolean(),
    when: condition(frame, -1),
    chance: fc.constantFrom(1, 0.5),
    effects: effects(frame),
    grounds: fc.constant(NO_GROUNDS),
  });
}

function completed(frame: Frame, mediator: number, rounds: number): fc.Arbitrary<Scenario> {
  const parties = fc.tuple(
    ...Array.from({ length: frame.parties }, (_, index) => party(frame, index, index === mediator)),
  );
  const events = fc.tuple(...Array.from({ length: frame.events }, (_, index) => event(frame, index)));
  const issues = frame.sizes.map((size, index) =>
    issueOf(
      `i${index}`,
      Array.from({ length: size }, (_, chosen) => `o${chosen}`),
    ),
  );
  const voters = Array.from({ length: frame.parties }, (_, index) => index).filter((index) => index !== mediator);
  return fc
    .record({
      parties,
      events,
      needs: fc.subarray(voters),
      atLeast: fc.integer({ min: 1, max: voters.length }),
      asks: fc.integer({ min: 1, max: 3 }),
      textFrom: fc.integer({ min: 1, max: rounds }),
      leak: fc.constantFrom(0, 0.5, 1),
    })
    .map(({ parties: list, events: happenings, needs, atLeast, asks, textFrom, leak }) => {
      const bare = scenarioOf(issues, list, { events: happenings });
      return {
        ...bare,
        protocol: {
          ...bare.protocol,
          rounds,
          leak,
          binding: { ...bare.protocol.binding, needs, atLeast },
          mediator: mediator < 0 ? null : { party: mediator, asks, textFrom },
        },
      };
    });
}

/** Any playable scenario: 2–5 parties, 1–6 issues, positions, linkages, red lines, levers, deeds and events. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
    parties: fc.integer({ min: 2, max: 5 }),
    mediated: fc.boolean(),
    positions: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
    events: upTo(3),
    rounds: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ sizes, parties, mediated, positions, events, rounds }) =>
    completed({ sizes, parties, positions, events }, mediated && parties > 2 ? parties - 1 : -1, rounds),
  );
