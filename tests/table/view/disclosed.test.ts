import { describe, expect, test } from "vitest";
import { openPlay, type Play } from "../../../src/play/play.ts";
import { disclosedTo } from "../../../src/table/view/disclosed.ts";
import { MUNICH } from "../../setup/shipped.ts";

function opened(): Play {
  return openPlay({ scenario: MUNICH, seed: "facts", seats: { us: { by: "human" } } });
}

describe("what the file says about what was said aloud", () => {
  test("is nothing before anybody has spoken, and one's own side always", () => {
    const play = opened();
    const disclosed = disclosedTo(MUNICH, play.view("us"));
    const russia = MUNICH.parties.findIndex(({ id }) => id === "russia");
    const us = MUNICH.parties.findIndex(({ id }) => id === "us");
    expect(MUNICH.parties[russia]?.positions.map((_, at) => disclosed.position(russia, at))).toEqual(
      MUNICH.parties[russia]?.positions.map(() => null),
    );
    expect(disclosed.position(us, 0)).toEqual(MUNICH.parties[us]?.positions[0]?.label);
    expect(disclosed.lever(russia, 0)).toBeNull();
    expect(disclosed.redLine(russia, 0)).toBeNull();
    expect(disclosed.interest(russia, 0)).toBeNull();
    expect(MUNICH.events.map((_, at) => disclosed.news(at))).toEqual(MUNICH.events.map(() => null));
  });

  test("is the position under which a party has spoken, and no other", () => {
    const play = opened();
    play.advance();
    const view = play.view("us");
    const russia = MUNICH.parties.findIndex(({ id }) => id === "russia");
    const disclosed = disclosedTo(MUNICH, view);
    const known = MUNICH.parties[russia]?.positions.flatMap((_, at) => (disclosed.position(russia, at) ? [at] : []));
    expect(known).toEqual([view.parties[russia]?.position]);
  });

  test("is the interest behind an issue once it was named in a refusal", () => {
    const play = opened();
    play.advance();
    play.act("us", { kind: "answer", accepts: false, named: ["start"] });
    play.advance();
    const us = MUNICH.parties.findIndex(({ id }) => id === "us");
    const start = MUNICH.issues.findIndex(({ id }) => id === "start");
    const talks = MUNICH.issues.findIndex(({ id }) => id === "talks");
    const others = disclosedTo(MUNICH, play.view("turkey"));
    expect(others.interest(us, start)?.text).toEqual(MUNICH.parties[us]?.interests[0]?.text);
    expect(others.interest(us, talks)).toBeNull();
  });

  test("is everything once all is open", () => {
    const play = openPlay({ scenario: MUNICH, seed: "facts" });
    play.advance();
    const disclosed = disclosedTo(MUNICH, play.view(null, true));
    for (const [index, party] of MUNICH.parties.entries()) {
      expect(party.positions.map((_, at) => disclosed.position(index, at))).toEqual(
        party.positions.map(({ label }) => label),
      );
    }
  });
});
