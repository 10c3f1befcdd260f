import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/exact/json.ts";
import { mediatorAmong, orderFaults, votersAmong } from "../../src/scenario/party-rules.ts";
import { parseScenario } from "../../src/scenario/read.ts";
import { parseStored } from "../../src/scenario/stored/parse.ts";
import { changed, SAMPLE, scenarioOf } from "./sample.ts";

test("an order names every party once, or its faults are told", () => {
  expect(orderFaults([2, 0, 1], 3)).toEqual({ repeated: [], missing: [] });
  expect(orderFaults([0, 1, 0], 3)).toEqual({ repeated: [2], missing: [2] });
  // Parties that do not exist are told elsewhere, and are no repetition of each other.
  expect(orderFaults([-1, -1, 0], 2)).toEqual({ repeated: [], missing: [1] });
});

test("a table has voters and at most one mediator", () => {
  expect(votersAmong(["party", "mediator", "party"])).toEqual([0, 2]);
  expect(mediatorAmong(["party", "mediator", "mediator"])).toEqual({ mediator: 1, surplus: [2] });
  expect(mediatorAmong(["party"])).toEqual({ mediator: null, surplus: [] });
});

const IDS = ["north", "south", "envoy"];
const STORED = canonicalJson(scenarioOf(SAMPLE));

test("a file and a stored scenario are refused for the same orders", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(IDS.length - 1), { maxLength: 4 }), (order) => {
      const ids = order.map((party) => IDS[party]).join(", ");
      const { diagnostics } = parseScenario(changed("order: [south, north, envoy]", `order: [${ids}]`));
      // That the mediator speaks last is asked of a file alone.
      const inFile = diagnostics.some(({ code, message }) => code === "bad-order" && !message.includes("speaks last"));
      const stored = JSON.parse(STORED);
      stored.protocol.order = order;
      const read = parseStored(stored);
      expect("problems" in read && read.problems.some((told) => told.startsWith("/protocol/order"))).toBe(inFile);
    }),
  );
});
