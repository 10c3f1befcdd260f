import { slotIn } from "../bargaining/slots.ts";
import { meets } from "../bargaining/space.ts";
import { inUnits, type Units, unitsFor } from "../bargaining/utility.ts";
import type { Terms } from "../scenario/types.ts";
import type { Estimate } from "../table/party/estimate.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";
import { ownWorth } from "./appraise.ts";
import { Multipliers } from "./multipliers.ts";
import { byLastIssue, type OfferRoom, roomOf } from "./offer-room.ts";

/** What an offer is looked for with. */
export interface OfferQuestion {
  /** The least that it must be worth to the own side, in the scenario's scale. */
  readonly target: number;
  /** What those whom it should suit are believed to get from it. */
  readonly estimates: readonly Estimate[];
  /** Combinations that they have called red lines. */
  readonly called: readonly Terms[];
  /** What the party stands for: while that is as good as asked, nothing of it is taken back. −1: nothing. */
  readonly standing: number;
}

/** Shares of estimates as whole units of a whole of 1. */
const ESTIMATE_UNITS = unitsFor(1, 1);

/** Far more than rounding can do to a bound of many terms, and far less than what counts as equal. */
const BOUND_SLACK = 1e-12;

/** The same for all sums that count as equal: how many times what counts as equal they hold. */
function gradeOf({ equal }: Units, sum: number): number {
  return Math.floor(sum / equal + 0.5);
}

/** The search through one room. Each branch settles one issue more; sums of what is settled stand beside its number. */
class OfferSearch {
  private readonly room: OfferRoom;
  private readonly parties: number;
  private readonly multipliers: Multipliers;
  /** By party and slot, in units. */
  private readonly estimates: Float64Array;
  /** By slot: estimates and own worth in one weighed sum. */
  private readonly weighed: Float64Array;
  /** The open slots, in each issue those of the largest weighed sum first. */
  private readonly order: Int32Array;
  /** By issue and party: the estimate of what is settled before the issue, and the most that is left from it on. */
  private readonly settled: Float64Array;
  private readonly left: Float64Array;
  /** From an issue on: the most that the weighed sum can still gain. */
  private readonly weighedLeft: Float64Array;
  /** Least sum of each estimate: what the standing offer gives. */
  private readonly atLeast: Float64Array;

  private called: readonly Terms[] = [];
  private barred: readonly (readonly Terms[])[];
  private isWorth: (pack: number) => boolean = () => true;
  private target = 0;
  private slack = 0;
  private best = -1;
  private bestGrade = -Infinity;
  private bestWorth = -Infinity;

  constructor(room: OfferRoom, parties: number) {
    const { space, open } = room;
    const issues = space.sizes.length;
    this.room = room;
    this.parties = parties;
    this.barred = room.redLines;
    this.multipliers = new Multipliers(parties);
    this.estimates = new Float64Array(parties * space.slots);
    this.weighed = new Float64Array(space.slots);
    this.order = open.slice();
    this.settled = new Float64Array((issues + 1) * parties);
    this.left = new Float64Array((issues + 1) * parties);
    this.weighedLeft = new Float64Array(issues + 1);
    this.atLeast = new Float64Array(parties);
  }

  find({ target, estimates, called, standing }: OfferQuestion, worthOf: (pack: number) => number): number {
    const { room, multipliers } = this;
    const { units, space } = room;
    this.isWorth = (pack) => worthOf(pack) >= target;
    this.target = inUnits(units, target) - units.equal;
    for (let i = 0; i < estimates.length; i++) {
      const shares = estimates[i] as Estimate;
      for (let slot = 0; slot < space.slots; slot++) {
        this.estimates[i * space.slots + slot] = inUnits(ESTIMATE_UNITS, shares[slot] as number);
      }
    }
    this.bar(called);
    const whole = ESTIMATE_UNITS.perWorth;
    multipliers.descend(room, this.estimates, this.target, whole);
    this.slack = BOUND_SLACK * (whole + multipliers.price * (Math.abs(this.target) + units.whole));
    this.weigh();
    this.best = -1;
    this.bestGrade = -Infinity;
    this.bestWorth = -Infinity;
    this.atLeast.fill(-Infinity);
    if (standing >= 0) this.startFrom(standing);
    this.walk(0, 0, 0, 0);
    return this.best;
  }

  /** What was called the last time is mostly what was called before it. */
  private bar(called: readonly Terms[]): void {
    const { space, redLines } = this.room;
    if (called.length === this.called.length && called.every((terms, index) => terms === this.called[index])) return;
    this.called = called;
    const sorted = byLastIssue(space.sizes.length, called, (terms) => terms);
    this.barred = redLines.map((own, issue) => [...own, ...(sorted[issue] ?? [])]);
  }

  /** Weighs each open option, puts the heaviest first, and sums up what is left from each issue on. */
  private weigh(): void {
    const { space, net, open, firstOpen } = this.room;
    const { parties, estimates, weighed, order, left, weighedLeft } = this;
    const { shares, price } = this.multipliers;
    for (let issue = space.sizes.length - 1; issue >= 0; issue--) {
      const from = firstOpen[issue] as number;
      const end = firstOpen[issue + 1] as number;
      const here = issue * parties;
      for (let i = 0; i < parties; i++) left[here + i] = -Infinity;
      for (let place = from; place < end; place++) {
        const slot = open[place] as number;
        let sum = price * (net[slot] as number);
        for (let i = 0; i < parties; i++) {
          const estimate = estimates[i * space.slots + slot] as number;
          sum += (shares[i] as number) * estimate;
          if (estimate > (left[here + i] as number)) left[here + i] = estimate;
        }
        weighed[slot] = sum;
        let to = place;
        for (; to > from && (weighed[order[to - 1] as number] as number) < sum; to--)
          order[to] = order[to - 1] as number;
        order[to] = slot;
      }
      for (let i = 0; i < parties; i++)
        left[here + i] = (left[here + i] as number) + (left[here + parties + i] as number);
      weighedLeft[issue] = (weighedLeft[issue + 1] as number) + (weighed[order[from] as number] as number);
    }
  }

  /** Begins with the standing offer in hand, where it is one of those that are looked through. */
  private startFrom(standing: number): void {
    const { space, units, worth, cost, cap, linkages, isOpen } = this.room;
    const { atLeast, estimates, parties } = this;
    const issues = space.sizes.length;
    for (let issue = 0; issue < issues; issue++) {
      if (isOpen[slotIn(space, standing, issue)] !== 1 || this.isBarred(issue, standing)) return;
    }
    if (!this.isWorth(standing)) return;
    let gross = 0;
    let costs = 0;
    atLeast.fill(0);
    for (let issue = 0; issue < issues; issue++) {
      const slot = slotIn(space, standing, issue);
      for (let i = 0; i < parties; i++) {
        atLeast[i] = (atLeast[i] as number) + (estimates[i * space.slots + slot] as number);
      }
      gross += worth[slot] as number;
      costs += cost[slot] as number;
      for (const linkage of linkages[issue] as OfferRoom["linkages"][number]) {
        if (meets(space, linkage.when, standing)) gross += linkage.worth;
      }
    }
    this.best = standing;
    this.bestGrade = gradeOf(ESTIMATE_UNITS, Math.min(...atLeast));
    this.bestWorth = gradeOf(units, Math.min(cap, gross) - costs);
  }

  private isBarred(issue: number, pack: number): boolean {
    for (const terms of this.barred[issue] as readonly Terms[]) if (meets(this.room.space, terms, pack)) return true;
    return false;
  }

  /** Settles an option for everyone; the least estimate that is still within reach. −Infinity: the standing offer gave more. */
  private settle(issue: number, slot: number): number {
    const { parties, settled, left, estimates, atLeast } = this;
    const { slots } = this.room.space;
    const here = issue * parties;
    const next = here + parties;
    let least = Infinity;
    for (let i = 0; i < parties; i++) {
      const sum = (settled[here + i] as number) + (estimates[i * slots + slot] as number);
      settled[next + i] = sum;
      const most = sum + (left[next + i] as number);
      if (most < (atLeast[i] as number)) return -Infinity;
      if (most < least) least = most;
    }
    return least;
  }

  /**
   * Whether a branch can hold something better than the best so far.
   * @param least the least estimate within reach
   * @param net own worth of what is settled, less costs
   * @param worth the most that own worth can become
   */
  private canBeBetter(next: number, pack: number, least: number, net: number, worth: number): boolean {
    const { parties, settled } = this;
    const { equal } = ESTIMATE_UNITS;
    const { shares, price } = this.multipliers;
    const { linkageLeft, indexLeft, units } = this.room;
    if (worth < this.target) return false;
    let weighed = price * (net + (linkageLeft[next] as number) - this.target);
    for (let i = 0; i < parties; i++) weighed += (shares[i] as number) * (settled[next * parties + i] as number);
    weighed += (this.weighedLeft[next] as number) + this.slack;
    const bound = Math.min(least, weighed);
    if (bound >= (this.bestGrade + 0.5) * equal - 1) return true;
    // It can be as good for the others at most: then own worth decides, and then the number.
    const asGood = (this.bestGrade - 0.5) * equal - 1;
    if (bound < asGood) return false;
    const grade = gradeOf(units, worth);
    if (grade < this.bestWorth) return false;
    if (grade === this.bestWorth && pack + (indexLeft[next] as number) >= this.best) return false;
    const missing = (this.bestWorth - 0.5) * units.equal - this.target;
    return weighed - price * missing >= asGood;
  }

  private take(pack: number, least: number, worth: number): void {
    const grade = gradeOf(ESTIMATE_UNITS, least);
    if (grade < this.bestGrade) return;
    const worthGrade = gradeOf(this.room.units, worth);
    if (grade === this.bestGrade) {
      if (worthGrade < this.bestWorth || (worthGrade === this.bestWorth && pack >= this.best)) return;
    }
    if (!this.isWorth(pack)) return;
    this.best = pack;
    this.bestGrade = grade;
    this.bestWorth = worthGrade;
  }

  /** Goes through the options of an issue, and of those after it where that can lead to something better. */
  private walk(issue: number, pack: number, gross: number, cost: number): void {
    const { space, firstOpen, worth, cost: costs, cap, netLeft, linkageLeft, costLeft, linkages } = this.room;
    const first = space.firstSlot[issue] as number;
    const stride = space.strides[issue] as number;
    const next = issue + 1;
    const end = firstOpen[next] as number;
    for (let place = firstOpen[issue] as number; place < end; place++) {
      const slot = this.order[place] as number;
      const packNow = pack + (slot - first) * stride;
      const least = this.settle(issue, slot);
      if (least === -Infinity || this.isBarred(issue, packNow)) continue;
      let grossNow = gross + (worth[slot] as number);
      for (const linkage of linkages[issue] as OfferRoom["linkages"][number]) {
        if (meets(space, linkage.when, packNow)) grossNow += linkage.worth;
      }
      const costNow = cost + (costs[slot] as number);
      const net = grossNow - costNow;
      const most = Math.min(
        net + (netLeft[next] as number) + (linkageLeft[next] as number),
        cap - costNow - (costLeft[next] as number),
      );
      if (!this.canBeBetter(next, packNow, least, net, most)) continue;
      if (next === space.sizes.length) this.take(packNow, least, most);
      else this.walk(next, packNow, grossNow, costNow);
    }
  }
}

/** For each room, a search for each number of others: it keeps nothing of the last but its lists, and where weights began. */
const searches = new WeakMap<OfferRoom, OfferSearch[]>();

function searchOf(room: OfferRoom, parties: number): OfferSearch {
  let known = searches.get(room);
  if (!known) {
    known = [];
    searches.set(room, known);
  }
  known[parties] ??= new OfferSearch(room, parties);
  return known[parties] as OfferSearch;
}

/**
 * Of all packages that meet what a position asks, are worth the target, cross no own red line and none that the others have called,
 * and hold nothing that is off the table: the one whose least estimate is largest, then the one worth more to the own side, then
 * the lower index. What is equal to nine digits is equal. None that gives any of the others less than a standing offer which is
 * itself among them. −1: there is none.
 *
 * Branch and bound, issue by issue: a branch is left out when neither the most that its open issues could give each party, nor a
 * weighed sum of all that they could give together while the target is met, reaches the best in hand. Sums are whole
 * numbers of small units, so that bounds are exact and what is found does not depend on the order of the search.
 */
export function bestOffer(view: View, own: OwnSide, question: OfferQuestion): number {
  const room = roomOf(view, own);
  if (room.size === 0) return -1;
  const { estimates } = question;
  // Where nobody is left to be suited, all packages suit alike.
  const others = estimates.length > 0 ? estimates : [new Float64Array(room.space.slots)];
  const search = searchOf(room, others.length);
  return search.find({ ...question, estimates: others }, (pack) => ownWorth(view, own, pack));
}
