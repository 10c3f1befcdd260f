import { sumOverSlots } from "../../../bargaining/slots.ts";
import { meets } from "../../../bargaining/space.ts";
import { pow } from "../../../exact/math.ts";
import { elapsed } from "../../../table/rules/worth.ts";
import { REPLY } from "../../../table/state.ts";
import type { View } from "../../../table/view/view.ts";
import { type Character, charactersOf } from "./characters.ts";

/** Least worths that a party may hold out for at the end, as shares of the scale: what is not known is spread over them. */
const FLOORS = Array.from({ length: 15 }, (_, i) => 0.25 + 0.05 * i);

/** How far, as a share of the scale, a bar that one reckons may be off: at the deadline, and the more so the earlier it is. */
const UNSURE = { late: 0.025, early: 0.075 };

/** A judgement is never worth nothing: what is believed of a party may be wrong altogether. */
const SURPRISE = 0.04;

/** The floor that a party speaks of early lies above its last one by so much of what separates that from its best. */
const YET_TO_FALL = 0.5;

/** How much of what one gives first is given back, where nobody has said. */
const USUAL_RECIPROCITY = 0.2;

/** Where in a play a package is judged: 0 in the first round, 1 in the last; `final`: at the last vote. */
export interface Moment {
  readonly elapsed: number;
  readonly final: boolean;
}

/** The moment of a round; the one after the last is the final vote. */
export function momentOf({ rules }: View, round: number): Moment {
  return {
    elapsed: elapsed(rules.protocol, Math.min(round, rules.protocol.rounds)),
    final: round > rules.protocol.rounds,
  };
}

/** One way the party may be, and what is believed of its floor while it is so. */
interface Guess extends Character {
  /** Best that it could get. */
  readonly top: number;
  /** By entry of {@link FLOORS}: how likely it is; they sum to 1. */
  readonly floors: Float64Array;
  /** How well it explains what the party has said so far, beside the other guesses. */
  fit: number;
  /** By moment and own worth in steps of a hundredth of the scale: how likely it signs; NaN: not reckoned yet. */
  readonly curves: Map<number, Float64Array>;
}

/** Worths are told apart in so many steps. */
const STEPS = 200;

function square(x: number): number {
  return x * x;
}

/** 0–1: how likely something is that needs `ahead` to be above nothing, when one may be off by `unsure`. */
function ramp(ahead: number, unsure: number): number {
  return Math.min(1, Math.max(0, 0.5 + ahead / (4 * unsure)));
}

/**
 * What a policy makes of one other voter, from its view alone: what a package is worth to it, and how likely it would sign it. Where
 * its dispositions state numbers they are used, weighted with the beliefs of the view; otherwise the estimate of the view.
 * How low it would go is learnt from what it accepts, refuses, offers and replies.
 */
export class Other {
  readonly party: number;
  private scale = 1;
  private guesses: Guess[] = [];
  /** What the seat opened with; −1: nothing yet. */
  private opening = -1;
  private heard = 0;

  constructor(party: number) {
    this.party = party;
  }

  /** Brings everything up to date. @param drawn the disposition that it is known to have; −1: not known */
  learn(view: View, drawn: number): void {
    this.scale = view.rules.scale;
    const characters = charactersOf(view, this.party, drawn);
    this.guesses = characters.map((character, index) => ({
      ...character,
      top: topOf(view, character.worth),
      floors: this.guesses[index]?.floors ?? this.before(character),
      fit: this.guesses[index]?.fit ?? 1,
      curves: new Map<number, Float64Array>(),
    }));
    const lines = view.log.slice(this.heard);
    this.heard += lines.length;
    for (const line of lines) {
      const at = momentOf(view, line.round);
      if (line.kind === "statement" && line.package >= 0) {
        if (line.party === view.seat && this.opening < 0) this.opening = line.package;
        if (line.party === this.party) this.judge(view, line.package, at, REPLY.would_sign);
      } else if (line.kind === "answers") {
        const said = line.answers.find(({ party, bound, absent }) => party === this.party && !bound && !absent);
        const when = line.final ? { ...at, final: true } : at;
        if (said && said.red.length === 0) this.judge(view, line.package, when, said.accepts ? REPLY.would_sign : 0);
      } else if (line.kind === "sounding" && line.party === view.seat && line.of === this.party && line.package >= 0) {
        if (line.reply > 0 && line.reply <= REPLY.never) this.judge(view, line.package, at, line.reply);
      }
    }
    const total = this.guesses.reduce((sum, { chance, fit }) => sum + chance * fit, 0);
    this.guesses = this.guesses.map((guess) => ({
      ...guess,
      chance: (guess.chance * guess.fit) / total,
      curves: new Map(),
    }));
  }

  /** Before anything was heard: nearer to what is stated of its walk-away, or somewhere in the middle. */
  private before({ walkAway }: Character): Float64Array {
    const weights = FLOORS.map((floor) => {
      if (walkAway === null) return 1 / (1 + square((floor - 0.5) / 0.18));
      const over = floor - walkAway / this.scale - 0.02;
      return 1 / (1 + square(over / (over < 0 ? 0.035 : 0.07)));
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from(weights, (weight) => weight / total);
  }

  /** The worth that it would hold out for at a moment, if it goes down to this floor in the end. */
  private bar(guess: Guess, floor: number, worth: number, opened: number, at: Moment): number {
    if (at.final || guess.top <= floor) return floor;
    const byTime = floor + (guess.top - floor) * (1 - pow(at.elapsed, 1 / (guess.exponent ?? 1)));
    const given = Math.max(0, worth - opened);
    const inTurn = Math.min(guess.top, Math.max(floor, guess.top - given));
    const share = guess.reciprocity ?? USUAL_RECIPROCITY;
    return (1 - share) * byTime + share * inTurn;
  }

  private unsure(at: Moment): number {
    return this.scale * (UNSURE.late + (at.final ? 0 : UNSURE.early * (1 - at.elapsed)));
  }

  /** Takes in what it said of a package: one of the words of a reply, or 0: it refused. */
  private judge(view: View, pack: number, at: Moment, word: number): void {
    const unsure = this.unsure(at);
    for (const guess of this.guesses) {
      const worth = sumOverSlots(view.rules.space, pack, guess.worth);
      const opened = this.opening < 0 ? worth : sumOverSlots(view.rules.space, this.opening, guess.worth);
      let total = 0;
      for (const [index, share] of FLOORS.entries()) {
        const floor = share * this.scale;
        const signs = ramp(worth - this.bar(guess, floor, worth, opened, at), unsure);
        const floorNow = at.final ? floor : floor + (guess.top - floor) * YET_TO_FALL * (1 - at.elapsed);
        const lives = Math.max(signs, ramp(worth - floorNow, unsure));
        const bears = Math.max(
          lives,
          guess.walkAway === null ? lives : ramp(worth - guess.walkAway, this.scale * UNSURE.late),
        );
        let likely = 1 - signs;
        if (word === REPLY.would_sign) likely = signs;
        else if (word === REPLY.could_live_with) likely = lives - signs;
        else if (word === REPLY.hard) likely = (guess.walkAway === null ? 1 : bears) - lives;
        else if (word === REPLY.never) likely = 1 - bears;
        guess.floors[index] = (guess.floors[index] as number) * (SURPRISE + (1 - SURPRISE) * likely);
        total += guess.floors[index];
      }
      for (const [index, value] of guess.floors.entries()) guess.floors[index] = value / total;
      guess.fit *= total;
    }
  }

  private reckoned(guess: Guess, worth: number, opened: number, at: Moment): number {
    const unsure = this.unsure(at);
    let chance = 0;
    for (let index = 0; index < FLOORS.length; index++) {
      const likely = guess.floors[index] as number;
      if (likely < 0.01) continue;
      chance +=
        likely * ramp(worth - this.bar(guess, (FLOORS[index] as number) * this.scale, worth, opened, at), unsure);
    }
    return chance;
  }

  /** How likely it would sign a package at a moment, 0–1. */
  signs(view: View, pack: number, at: Moment): number {
    const { space } = view.rules;
    const moment = at.final ? -1 : at.elapsed;
    let chance = 0;
    for (const guess of this.guesses) {
      if (guess.chance < 0.01 || guess.never.some((terms) => meets(space, terms, pack))) continue;
      const worth = sumOverSlots(space, pack, guess.worth);
      if (this.opening < 0) {
        chance += guess.chance * this.reckoned(guess, worth, worth, at);
        continue;
      }
      let curve = guess.curves.get(moment);
      if (!curve) {
        curve = new Float64Array(STEPS + 1).fill(Number.NaN);
        guess.curves.set(moment, curve);
      }
      const step = Math.min(STEPS, Math.max(0, Math.round((worth / this.scale) * STEPS)));
      if (Number.isNaN(curve[step])) {
        const opened = sumOverSlots(space, this.opening, guess.worth);
        curve[step] = this.reckoned(guess, (step / STEPS) * this.scale, opened, at);
      }
      chance += guess.chance * (curve[step] as number);
    }
    return chance;
  }

  /** What a package is worth to it, as far as one can tell. */
  worthOf(view: View, pack: number): number {
    return this.guesses.reduce(
      (sum, { chance, worth }) => sum + chance * sumOverSlots(view.rules.space, pack, worth),
      0,
    );
  }

  /** What packages are worth to it in each way that it may be, by slot, less the floor that is expected of it then. */
  get leanings(): readonly { readonly worth: Float64Array; readonly floor: number; readonly chance: number }[] {
    return this.guesses.map(({ worth, floors, chance }) => ({
      worth,
      chance,
      floor: this.scale * FLOORS.reduce((sum, floor, index) => sum + floor * (floors[index] as number), 0),
    }));
  }
}

function topOf({ rules: { space } }: View, worth: Float64Array): number {
  let top = 0;
  for (const [issue, first] of space.firstSlot.entries()) {
    top += Math.max(...worth.subarray(first, first + (space.sizes[issue] as number)));
  }
  return top;
}
