import { optionIn } from "../bargaining/space.ts";
import { at } from "../exact/at.ts";
import { exp, log } from "../exact/math.ts";
import type { Sign, WeighedSign } from "../table/party/disposition-belief.ts";
import type { LogLine } from "../table/view/log.ts";
import type { View } from "../table/view/view.ts";

/** What was seen of a party that speaks for one of its dispositions more than for the others. */
export interface TellingSign {
  readonly sign: Sign;
  /** How many times likelier it makes the disposition it speaks for than the others in the mean, as a log; > 0. */
  readonly weight: number;
  /** The round in which it was last seen; 0 where it is of no single moment. */
  readonly round: number;
  /** The seat has not made a statement since it was last seen. */
  readonly fresh: boolean;
}

/** One way that a party may be tonight, as the seat's aides reckon it. */
export interface LikelyDisposition {
  /** Its place in the list of the file. */
  readonly disposition: number;
  /** 0–1 */
  readonly likely: number;
  /** The same without what was seen since the seat last made a statement. */
  readonly before: number;
  /** What speaks for it more than for any other, the strongest first. */
  readonly signs: readonly TellingSign[];
}

/** What a seat's aides reckon of how a party is tonight, by the order of the file. */
export interface TonightGuess {
  readonly party: number;
  readonly dispositions: readonly LikelyDisposition[];
}

/** What makes a disposition less than this much likelier than the others tells nothing: a log of odds. */
const TELLS = 0.1;

/** How many refusals in this line of the log name an issue, or whether it shows the sign: 0 or 1. */
function shownIn(view: View, party: number, sign: Sign, line: LogLine): number {
  const { space } = view.rules;
  switch (sign.kind) {
    case "offered": {
      const { issue, option } = sign;
      if (line.kind === "statement")
        return Number(line.party === party && line.package >= 0 && optionIn(space, line.package, issue) === option);
      return Number(
        line.kind === "commitment" && line.party === party && line.issue === issue && line.option === option,
      );
    }
    case "named":
      if (line.kind !== "answers") return 0;
      return line.answers.filter((one) => one.party === party && !one.accepts && one.named.includes(sign.issue)).length;
    case "replied":
      if (line.kind !== "sounding" || line.party !== view.seat || line.of !== party) return 0;
      return Number(line.issue === sign.issue && line.option === sign.option && line.reply === sign.word);
    default:
      return 0;
  }
}

/** A sign with the share of it, 0–1, that was there before the seat last made a statement. */
interface SeenSign extends WeighedSign {
  readonly round: number;
  readonly old: number;
}

function seenSign(view: View, party: number, weighed: WeighedSign): SeenSign {
  const spoke = view.log.findLastIndex((line) => line.kind === "statement" && line.party === view.seat);
  const shown = view.log.map((line) => shownIn(view, party, weighed.sign, line));
  const all = shown.reduce((sum, times) => sum + times, 0);
  const earlier = shown.slice(0, spoke + 1).reduce((sum, times) => sum + times, 0);
  const last = view.log[shown.findLastIndex((times) => times > 0)];
  // What is repeated is no news, but for refusals: each that names an issue tells more.
  const old = weighed.sign.kind === "named" && all > 0 ? earlier / all : Number(earlier > 0 || all === 0);
  return { ...weighed, round: last?.round ?? 0, old: view.seat < 0 ? 1 : old };
}

function without(likely: readonly number[], seen: readonly SeenSign[]): number[] {
  const odds = likely.map(
    (one, place) =>
      log(Math.max(one, 1e-12)) - seen.reduce((sum, { fits, old }) => sum + (1 - old) * at(fits, place), 0),
  );
  const most = Math.max(...odds);
  const shares = odds.map((one) => exp(one - most));
  const total = shares.reduce((sum, one) => sum + one, 0);
  return shares.map((one) => one / total);
}

/** By how much a sign makes one disposition likelier than the others in the mean, as a log of odds. */
function speaksFor({ fits }: WeighedSign, disposition: number): number {
  const others = fits.filter((_, place) => place !== disposition);
  return at(fits, disposition) - others.reduce((sum, fit) => sum + fit, 0) / Math.max(1, others.length);
}

/** The signs that make a disposition likelier than the others, the strongest first. @param alone whether it must fit best of all */
function signsFor(seen: readonly SeenSign[], disposition: number, alone: boolean): TellingSign[] {
  return seen
    .filter(({ fits }) => !alone || at(fits, disposition) === Math.max(...fits))
    .map((one) => ({ sign: one.sign, weight: speaksFor(one, disposition), round: one.round, fresh: one.old < 1 }))
    .filter(({ weight }) => weight > TELLS)
    .sort((a, b) => b.weight - a.weight);
}

/** How each other party may be tonight, for those of which the file has dispositions: reckoned from the seat's own view alone. */
export function tonightGuesses(view: View): TonightGuess[] {
  return view.beliefs.flatMap((belief, party): TonightGuess[] => {
    if (!belief) return [];
    const seen = belief.signs.map((weighed) => seenSign(view, party, weighed));
    const before = without(belief.likely, seen);
    const dispositions = belief.likely.map((likely, disposition) => ({
      disposition,
      likely,
      before: at(before, disposition),
      signs: signsFor(seen, disposition, true),
    }));
    return [{ party, dispositions }];
  });
}

/** What spoke for the disposition that a party turned out to have, the strongest first. */
export function signsThatTold(view: View, party: number, disposition: number): TellingSign[] {
  const signs = view.beliefs[party]?.signs ?? [];
  return signsFor(
    signs.map((weighed) => seenSign(view, party, weighed)),
    disposition,
    false,
  );
}

/** In what words a likelihood is told, the surest first, each from its lowest. */
export const LIKELY_WORDS = [
  { word: "sure", from: 0.9 },
  { word: "probable", from: 0.6 },
  { word: "possible", from: 0.3 },
  { word: "doubtful", from: 0.1 },
  { word: "hardly", from: 0 },
] as const;

/** In what words trust is told, the most first, each from its lowest. */
export const TRUST_WORDS = [
  { word: "full", from: 0.8 },
  { word: "good", from: 0.6 },
  { word: "some", from: 0.4 },
  { word: "little", from: 0.2 },
  { word: "none", from: 0 },
] as const;

/** The word for a share, 0–1: the first that it reaches. */
export function wordFor<Word>(words: readonly { readonly word: Word; readonly from: number }[], share: number): Word {
  const found = words.find(({ from }) => share >= from) ?? at(words, words.length - 1);
  return found.word;
}

/** The last change of the seat's own trust in another party; null: it has not changed. */
export function lastTrustChange({ log: lines, seat }: View, of: number): (LogLine & { kind: "trust" }) | null {
  const found = lines.findLast((line) => line.kind === "trust" && line.from === seat && line.of === of);
  return found?.kind === "trust" ? found : null;
}
