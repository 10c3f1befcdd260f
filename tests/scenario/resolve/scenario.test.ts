import { describe, expect, test } from "vitest";
import { parseScenario } from "../../../src/scenario/read.ts";
import { changed, expectFault, marked, SAMPLE, scenarioOf } from "../sample.ts";

describe("ids that do not exist", () => {
  test.each([
    ["a party", "on: south, eff", "on: ▸suoth, eff", "unknown-party"],
    ["a party as a key", "{ north: 0.1 }", "{ ▸nort: 0.1 }", "unknown-party"],
    ["a party that is a word of JavaScript", "on: south, eff", "on: ▸toString, eff", "unknown-party"],
    ["who asks", "asked: { by: south", "asked: { by: ▸sout", "unknown-party"],
    ["a patron", "patron: south", "patron: ▸sout", "unknown-party"],
    ["an issue in terms", "{ start: now, days: { from", "{ start: now, ▸day: { from", "unknown-issue"],
    ["an issue in a list", "issues: [days]", "issues: [▸day]", "unknown-issue"],
    ["an option", "asks: { start: now }", "asks: { start: ▸nwo }", "unknown-option"],
    ["an option in a list", "days: [3, 5]", "days: [3, ▸4]", "unknown-option"],
    [
      "an option in values",
      "{ now: 100, soon: 50, late: 0 }",
      "{ now: 100, soon: 50, late: 0, ▸latr: 1 }",
      "unknown-option",
    ],
    ["a knot that is no number", "{ 3: 0, 9: 90 }", "{ 3: 0, 9: 90, ▸ten: 1 }", "unknown-option"],
    ["a status quo", "status_quo: late", "status_quo: ▸lately", "unknown-option"],
    ["a status quo between steps", "status_quo: 5", "status_quo: ▸6", "unknown-option"],
    ["an option in history", "{ start: soon, days: 7 }", "{ start: soon, days: ▸8 }", "unknown-option"],
    ["an option that goes", "{ days: 3 }", "{ days: ▸2 }", "unknown-option"],
    ["an event", "event: flood", "event: ▸flod", "unknown-event"],
    ["a lever", "press: aid_offer", "press: ▸aid", "unknown-lever"],
    ["a source", "cite: report#2", "cite: ▸repot#2", "unknown-source"],
    ["a fact", "cite: report#2", "cite: ▸report#3", "unknown-fact"],
    ["a fact in a list", "[report#1, report#2]", "[report#1, ▸report#9]", "unknown-fact"],
  ])("%s", (_, from, to, code) => {
    expectFault(code, changed(from, to));
  });

  test("a position, in a move and in an effect", () => {
    expectFault("unknown-position", changed("to: second", "to: ▸secnd"));
    const { message } = expectFault("unknown-position", changed("move: { south: angry }", "move: { south: ▸angri }"));
    expect(message).toContain('Did you mean "angry"?');
  });

  test("the message lists what there is", () => {
    const { message } = expectFault("unknown-party", changed("on: south, eff", "on: ▸xxxxxxxx, eff"));
    expect(message).toBe('There is no party "xxxxxxxx". Parties: north, south, envoy.');
  });
});

describe("options and issues", () => {
  test("an option without a value", () => {
    const { message } = expectFault(
      "missing-option",
      changed("{ now: 100, soon: 50, late: 0 }", "▸XX").replace("options: ▸XX", "▸options: { now: 100, late: 0 }"),
    );
    expect(message).toContain("soon");
    expectFault("missing-option", changed("options: { 3: 0, 9: 90 }", "▸options: {}"));
  });

  test("an issue without options, with one, and with neither list nor numbers", () => {
    const more = (issue: string) =>
      changed("parties:\n", `  ${issue}\nparties:\n`).replace("days: 7 }", "days: 7, more: null }");
    expectFault("empty-issue", more("more: { title: More, ▸options: {} }"));
    expectFault("empty-issue", more("more: { title: More, ▸options: { one: One } }"), "warning");
    expectFault("missing-key", more("▸more: { title: More, from: 1 }"));
    expectFault("two-kinds-of-issue", more("▸more: { title: More, options: { a: A, b: B }, from: 1 }"));
  });

  test("numbers that make no list", () => {
    const codes = (bounds: string) =>
      parseScenario(changed("from: 3, to: 9, step: 2", bounds)).diagnostics.map(({ code, line }) => `${line} ${code}`);
    expect(codes("from: 9, to: 3, step: 2")).toContain("19 bad-range");
    expect(codes("from: 3, to: 9, step: 4")).toContain("19 bad-range");
    expect(codes("from: 0, to: 20000, step: 1")).toContain("19 too-many-options");
  });

  test("ids with a meaning of their own", () => {
    for (const id of ["by", "party", "of", "all", "any", "not", "true"]) {
      const text = SAMPLE.replace("  days: {", `  ▸${id}: { title: More, options: { a: A, b: B } }\n  days: {`);
      expectFault("bad-id", text.replace("days: 7 }", `days: 7, ${id}: a }`));
    }
    expectFault(
      "bad-id",
      changed("  envoy:\n    role", "  ▸anyone:\n    role")
        .replace("order: [south, north, envoy]", "order: [south, north, anyone]")
        .replace("party: envoy", "party: anyone"),
    );
  });

  test("no issue at all", () => {
    const { diagnostics } = parseScenario(
      "parley: 1\nid: a\ntitle: A\nissues: {}\nparties: { a: { values: {} }, b: { values: {} } }\n",
    );
    expect(
      diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ line, column, code }) => `${line}:${column} ${code}`),
    ).toEqual(["4:1 no-issues"]);
  });
});

describe("terms", () => {
  test.each([
    ["a range backwards", "days: { from: 5, to: 9 }", "▸days: { from: 9, to: 5 }", "bad-range"],
    ["no option", "asks: { start: now }", "asks: { ▸start: [] }", "empty-terms"],
    ["no issue in a red line", "when: { start: late, days: [3, 5] }", "▸when: {}", "empty-terms"],
    ["no issue asked about", "asked: { by: south, start: soon }", "▸asked: { by: south }", "empty-terms"],
    ["one of nothing", "not: { refused: { by: north, issues: [days] } }", "▸any: []", "empty-any"],
    [
      "two options to sound out",
      "{ sound_out: { party: south, option: { start: soon } }, when",
      "{ sound_out: { party: south, ▸option: { start: soon, days: 3 } }, when",
      "one-option",
    ],
  ])("%s", (_, from, to, code) => {
    expectFault(code, changed(from, to));
  });

  test("name options one by one, in lists and in ranges, in the order of the issue", () => {
    const { parties } = scenarioOf(
      changed("asks: { start: [now, soon] }", "asks: { days: [9, 3, 9], start: [soon, now] }"),
    );
    expect(parties[0]?.linkages[0]?.when).toEqual([
      { issue: 0, options: [0] },
      { issue: 1, options: [1, 2, 3] },
    ]);
    expect(parties[0]?.positions[1]?.asks).toEqual([
      { issue: 0, options: [0, 1] },
      { issue: 1, options: [0, 3] },
    ]);
  });
});

describe("deeds, moves and conditions", () => {
  test.each([
    ["two deeds in one", "- { press: aid_offer }", "- ▸{ press: aid_offer, ask_text: true }", "one-deed"],
    ["no deed", "- { press: aid_offer }", "- ▸{ why: Nothing }", "one-deed"],
    ["an empty deed", "- { press: aid_offer }", "- ▸{}", "one-deed"],
    ["sounding oneself out", "sound_out: { party: south", "sound_out: { party: ▸north", "deed-on-self"],
    [
      "moving on the spot",
      "text_asked: anyone }, why: Asked }]",
      "text_asked: anyone }, why: Asked }, { to: ▸listens, why: x }]",
      "move-to-self",
    ],
    ["asked, for an event", "when: { event: flood }", "when: { ▸asked: { by: north, start: now } }", "wrong-place"],
    ["worth, for an event", "when: { event: flood }", "when: { worth_offered: ▸50 }", "wrong-place"],
    ["pressure of nobody", "when: { event: flood }", "when: { pressure_above: ▸0.5 }", "wrong-place"],
    ["pressure on nobody", "pressure: { north: 0.1 }", "pressure: ▸0.1", "wrong-place"],
    ["an event twice", "id: rain", "id: ▸flood", "duplicate-id"],
    ["influence downwards", "influence: [0.2, 0.5]", "▸influence: [0.5, 0.2]", "bad-range"],
    ["a tactic downwards", "exponent: [0.2, 0.4]", "▸exponent: [0.4, 0.2]", "bad-range"],
  ])("%s", (_, from, to, code) => {
    expectFault(code, changed(from, to));
  });

  test("several keys hold together, and pressure is the owner's", () => {
    const { parties } = scenarioOf(SAMPLE);
    expect(parties[1]?.positions[0]?.moves[0]?.when).toEqual({
      kind: "all",
      of: [
        { kind: "offered", by: 0, terms: [{ issue: 0, options: [1] }] },
        { kind: "pressure_above", party: 1, level: 0.2 },
      ],
    });
    expect(parties[0]?.positions[0]?.moves[0]?.when).toEqual({
      kind: "any",
      of: [
        { kind: "round_from", round: 3 },
        { kind: "asked", by: 1, owner: 0, terms: [{ issue: 0, options: [1] }] },
      ],
    });
  });
});

describe("the protocol", () => {
  test.each([
    ["a mediator among those needed", "needs: [north, south]", "needs: [north, ▸envoy]", "mediator-votes"],
    ["a mediator with a weight", "weights: { north: 1 }", "weights: { north: 1, ▸envoy: 1 }", "mediator-votes"],
    ["a sum out of reach", "at_least: 2", "at_least: ▸3", "binding-out-of-reach"],
    ["a party twice", "order: [south, north, envoy]", "order: [south, north, ▸south, envoy]", "bad-order"],
    ["a party left out", "order: [south, north, envoy]", "▸order: [south, envoy]", "bad-order"],
    ["a mediator first", "order: [south, north, envoy]", "order: [▸envoy, south, north]", "bad-order"],
    ["a mediator with a vote", "mediator: { party: envoy", "mediator: { party: ▸north", "no-mediator"],
  ])("%s", (_, from, to, code) => {
    expectFault(code, changed(from, to));
  });

  test("two mediators", () => {
    const second = changed("actors:\n", "  judge: { role: ▸mediator, values: {} }\nactors:\n");
    const { text: plain, places } = marked(second);
    const told = parseScenario(plain).diagnostics.filter(({ code }) => code === "two-mediators");
    expect(told).toMatchObject(places);
  });

  test("protocols that the parties do not fit", () => {
    const alone =
      "parley: 1\nid: a\ntitle: A\nissues: { i: { title: I, options: { x: X, y: Y } } }\nprotocol: { kind: KIND }\nparties:\n";
    const party = (id: string) => `  ${id}: { values: { i: { weight: 100, options: { x: 1, y: 2 } } } }\n`;
    expectFault("wrong-protocol", `${alone.replace("KIND", "▸single_text")}${party("a")}${party("b")}`);
    expectFault("wrong-protocol", `${alone.replace("KIND", "▸alternating")}${party("a")}${party("b")}${party("c")}`);
    expectFault("too-few-parties", `${alone.replace("KIND", "plenary").replace("parties", "▸parties")}${party("a")}`);
  });

  test("what the file leaves out", () => {
    const { protocol, parties, scale } = scenarioOf(
      "parley: 1\nid: a\ntitle: A\nissues: { i: { title: I, options: { x: X, y: Y } } }\nparties:\n  m: { role: mediator, values: {} }\n  alpha: { values: { i: { weight: 100, options: { x: 1, y: 2 } } } }\n  alps: { values: { i: { weight: 100, options: { x: 2, y: 1 } } } }\n",
    );
    expect(scale).toBe(100);
    expect(protocol).toMatchObject({ kind: "plenary", rounds: 10, order: [1, 2, 0], leak: 0 });
    expect(protocol.binding).toMatchObject({ needs: [1, 2], atLeast: 2, weights: [0, 1, 1] });
    expect(protocol.mediator).toEqual({ party: 0, asks: 2, textFrom: 10 });
    expect(parties[1]).toMatchObject({
      role: "party",
      discount: 1,
      cap: null,
      tactic: { kind: "linear", exponent: [1, 1] },
    });
    expect(parties[1]?.positions).toMatchObject([{ id: "open", asks: [], holdsAtLeast: null, moves: [] }]);
    expect(new Set(parties.map(({ mark }) => mark.letters)).size).toBe(3);
  });

  test("a sum alone needs nobody in particular", () => {
    const { protocol } = scenarioOf(changed("needs: [north, south], at_least: 2", "at_least: 1"));
    expect(protocol.binding).toMatchObject({ needs: [], atLeast: 1 });
  });
});

describe("values", () => {
  test("numbers between the given ones lie on a straight line", () => {
    const { issues, parties } = scenarioOf(changed("{ 3: 100, 9: 0 }", "{ 5: 80, 7: 20 }"));
    expect(issues[1]?.options.map(({ id, title }) => [id, title.en])).toEqual([
      ["3", "3 days"],
      ["5", "5 days"],
      ["7", "7 days"],
      ["9", "9 days"],
    ]);
    expect(issues[1]?.statusQuo).toBe(1);
    expect(parties[0]?.values[1]?.options).toEqual([0, 30, 60, 90]);
    expect(parties[1]?.values[1]?.options).toEqual([80, 80, 20, 20]);
  });

  test("an issue left out weighs nothing", () => {
    expect(scenarioOf(SAMPLE).parties[2]?.values).toEqual([
      { weight: 0, options: [0, 0, 0], grounds: { cite: [], why: null } },
      { weight: 0, options: [0, 0, 0, 0], grounds: { cite: [], why: null } },
    ]);
  });

  test("weights that miss the scale, and a value above it", () => {
    expectFault(
      "weight-sum",
      changed("values:\n      start: { weight: 60", "▸values:\n      start: { weight: 50"),
      "warning",
    );
    expectFault("value-above-scale", changed("{ now: 100, soon: 50", "{ now: ▸120, soon: 50"), "warning");
  });
});

describe("texts and grounds", () => {
  test("a text without a language of the title", () => {
    const arabic = (title: string) => changed("title: Two rivers", title);
    const { diagnostics } = parseScenario(arabic("title: { en: Two rivers, ar: نهران }"));
    expect(new Set(diagnostics.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
      new Set(["warning missing-language"]),
    );
    const { line, column } = diagnostics[0] as (typeof diagnostics)[number];
    expect([line, column]).toEqual([7, 12]);
  });

  test.each([
    ["an opening position", "        cite: report#1\n        moves", "        moves", "      first:"],
    ["a later position", "label: Give, why: A step", "label: Give", "      give: {"],
    ["a move", ", when: { text_asked: anyone }, why: Asked }", ", when: { text_asked: anyone } }", "{ to: writes"],
    ["values", "late: 0 }, why: It says so }", "late: 0 } }", "      start: { weight: 60"],
    ["a linkage", ", why: Both together }", " }", "{ when: { start: now"],
    ["a red line", ", why: Too little }", " }", "{ when: { start: late"],
    ["a lever", ", why: It helps }", " }", "      aid_offer: {"],
    ["an event", ", why: Made up }", " }", "{ id: rain"],
    ["a walk-away", ", why: A guess }", " }", "    walk_away: {"],
  ])("%s that rests on nothing is a warning, where the file has sources", (_, from, to, where) => {
    const at = where.replace(/^ */, (spaces) => `${spaces}▸`);
    const text = changed(from, to);
    expectFault("no-grounds", changed(where, at, text), "warning");
  });

  test("a file without sources is not asked for grounds", () => {
    const bare = SAMPLE.replace(/sources:[\s\S]*?issues:/, "issues:")
      .replace(/, cite: (\[.*?\]|[a-z]+#\d)/g, "")
      .replace(/ +cite: .*\n/g, "");
    expect(parseScenario(bare).diagnostics).toEqual([]);
  });

  test("nobody at the table knows what came later; history does", () => {
    expectFault("cite-after-table", changed("cite: report#2", "cite: ▸later#1"));
    const { diagnostics } = parseScenario(changed("date: 2016-02-10", "date: 2016-02-10\n    covers: 2016-03-02"));
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["cite-after-table"]));
    // Without a day of the table nothing is too late for it.
    expect(
      parseScenario(changed("when: 2016-02-11\n", "").replace("cite: report#2", "cite: later#1")).diagnostics,
    ).toEqual([]);
  });

  test("a report of the next day on the day of the table can be cited", () => {
    expect(scenarioOf(changed("date: 2016-02-10", "date: 2016-02-12\n    covers: 2016-02-11")).sources[0]?.covers).toBe(
      "2016-02-11",
    );
  });
});

describe("history", () => {
  test("terms that are no package", () => {
    const { message } = expectFault(
      "history-terms",
      changed("terms: { start: soon, days: 7 }", "▸terms: { start: soon }"),
    );
    expect(message).toContain("days");
    expectFault(
      "history-terms",
      changed("- { table: signed, terms: { start: soon, days: 7 }, aftermath", "- ▸{ table: signed, aftermath"),
    );
    expectFault("history-terms", changed("table: signed, terms:", "table: broken, ▸terms:"));
    expectFault("wrong-type", changed("{ start: soon, days: 7 }", "{ ▸start: [soon, now], days: 7 }"));
  });

  test("an issue that was left open", () => {
    expect(scenarioOf(changed("{ start: soon, days: 7 }", "{ start: soon, days: null }")).history[0]?.terms).toEqual([
      1,
      null,
    ]);
  });

  test("events are historical when they cite something and are not called simulated", () => {
    const historical = (text: string) => scenarioOf(text).events.map((event) => event.historical);
    expect(historical(SAMPLE)).toEqual([true, false]);
    expect(historical(changed("id: flood,", "id: flood, simulated: true,"))).toEqual([false, false]);
  });
});
