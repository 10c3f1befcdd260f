import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BindingRule, bindingRuleOf, binds } from "../../../src/bargaining/zone/binding.ts";
import { anyScenario } from "../../setup/scenarios.ts";

const rule: BindingRule = { needs: [2], voters: [0, 1, 2], weights: [0.1, 0.2, 0.3, 9], atLeast: 0.1 + 0.2 + 0.3 };

describe("what binds", () => {
  it("is the acceptance of everyone needed and enough weight, up to the last bit of the sum in file order", () => {
    expect(rule.atLeast).not.toBe(0.3 + 0.2 + 0.1);
    expect(binds(rule, () => true)).toBe(true);
    expect(binds({ ...rule, atLeast: 0.61 }, () => true)).toBe(false);
    expect(binds({ ...rule, atLeast: 0 }, (member) => member !== 2)).toBe(false);
  });

  it("counts nothing but votes: the weight of a member without one adds nothing", () => {
    expect(binds({ ...rule, needs: [], atLeast: 1 }, () => true)).toBe(false);
  });

  it("never stops binding when one more accepts", () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(63), fc.nat(5), (scenario, set, one) => {
        const asked = bindingRuleOf(scenario);
        const accepts = (member: number): boolean => ((set >> member) & 1) === 1;
        if (binds(asked, accepts)) expect(binds(asked, (member) => member === one || accepts(member))).toBe(true);
      }),
    );
  });
});
