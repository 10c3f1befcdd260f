import type { OfferRoom } from "./offer-room.ts";

/** Rooms up to this size are gone through faster than good weights are found. */
const SMALL_ROOM = 20_000;
const STEPS_IN_SMALL = 3;
const STEPS = 24;

/**
 * Weighs estimates, and own worth above a target, into one sum that bounds what the open issues leave possible: no package that is
 * worth the target has a least estimate above its weighed sum (a Lagrangian bound). Any weights bound it; a few steps of
 * descent bring the bound near its least. They begin where the last search of the room has ended, since the next is much like
 * it: what is found does not depend on them, only how soon.
 */
export class Multipliers {
  /** Of each estimate; they sum to 1. */
  readonly shares: Float64Array;
  /** Of own worth above the target. */
  price: number;

  private readonly tried: Float64Array;
  private readonly got: Float64Array;

  constructor(parties: number) {
    this.shares = new Float64Array(parties).fill(1 / parties);
    this.tried = new Float64Array(parties);
    this.got = new Float64Array(parties);
    this.price = 0.25;
  }

  /**
   * @param estimates by party and slot, in units
   * @param target in units of the room
   * @param whole units of the whole of an estimate
   */
  descend(room: OfferRoom, estimates: Float64Array, target: number, whole: number): void {
    const { tried, got, shares } = this;
    const parties = shares.length;
    const exchange = whole / room.units.whole;
    let price = this.price;
    let lowest = Infinity;
    tried.set(shares);
    const steps = room.size > SMALL_ROOM ? STEPS : STEPS_IN_SMALL;
    for (let step = 0; step < steps; step++) {
      const bound = this.bound(room, estimates, target, price);
      if (bound < lowest) {
        lowest = bound;
        shares.set(tried);
        this.price = price;
      }
      const pace = 1 / (1 + step / 2);
      price = Math.max(0, price - pace * exchange * (this.own / room.units.whole));
      let mean = 0;
      for (let i = 0; i < parties; i++) mean += (got[i] as number) / parties;
      let total = 0;
      for (let i = 0; i < parties; i++) {
        const share = Math.max(0, (tried[i] as number) - (pace * ((got[i] as number) - mean)) / whole);
        tried[i] = share;
        total += share;
      }
      for (let i = 0; i < parties; i++) tried[i] = total > 0 ? (tried[i] as number) / total : 1 / parties;
    }
  }

  private own = 0;

  /** The bound with the weights that are tried; leaves what its package gives each party, and the own side above the target. */
  private bound(room: OfferRoom, estimates: Float64Array, target: number, price: number): number {
    const { space, open, firstOpen, net, linkageLeft } = room;
    const { tried, got } = this;
    const parties = tried.length;
    this.own = (linkageLeft[0] as number) - target;
    let bound = price * this.own;
    got.fill(0);
    for (let issue = 0; issue < space.sizes.length; issue++) {
      const end = firstOpen[issue + 1] as number;
      let most = -Infinity;
      let best = 0;
      for (let place = firstOpen[issue] as number; place < end; place++) {
        const slot = open[place] as number;
        let sum = price * (net[slot] as number);
        for (let i = 0; i < parties; i++) sum += (tried[i] as number) * (estimates[i * space.slots + slot] as number);
        if (sum > most) {
          most = sum;
          best = slot;
        }
      }
      bound += most;
      this.own += net[best] as number;
      for (let i = 0; i < parties; i++) got[i] = (got[i] as number) + (estimates[i * space.slots + best] as number);
    }
    return bound;
  }
}
