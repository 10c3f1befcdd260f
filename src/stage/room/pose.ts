import { arriving, between, passed, softly } from "../easing.ts";
import type { Picture, StageMove } from "../picture.ts";

/** A chair and who sits on it; all 0–1. */
interface Chair {
  /** It is this party's turn. */
  readonly lit: number;
  /** Pushed back from the table: its party has gone. */
  readonly back: number;
}

/** A party's package on paper. `way`: 0 before its own seat, 1 in the middle of the table. */
interface Sheet {
  readonly party: number;
  readonly shown: number;
  readonly way: number;
}

/** An answer in its envelope; numbers 0–1. */
export interface SealedAnswer {
  readonly party: number;
  readonly shown: number;
  /** 0: sealed. */
  readonly open: number;
  /** How far what is in it can be seen. */
  readonly told: number;
  readonly accepts: boolean;
}

/** How much one party trusts another, 0–1. */
interface DrawnBond {
  readonly from: number;
  readonly of: number;
  readonly trust: number;
}

/** How everything in the room stands. */
export interface RoomPose {
  /** How much of the evening has passed, 0–1. */
  readonly time: number;
  /** By party. */
  readonly chairs: readonly Chair[];
  readonly sheets: readonly Sheet[];
  readonly envelopes: readonly SealedAnswer[];
  readonly bonds: readonly DrawnBond[];
  /** How far the text that was signed lies open in the middle, 0–1. */
  readonly signed: number;
}

/** In milliseconds. */
const PUT_TIME = 120;
export const PUSH_TIME = 300;
const SETTLE_TIME = 220;
const SEAL_TIME = 160;
/** A chair, the clock and warmth between seats: all of them at once take no longer than this. */
export const ROOM_TIME = 600;
export const OPENING_TIME = 420;

/** Where everything in the room comes to rest. */
export function roomAtRest({ marks, lines, signed, answers, room }: Picture): RoomPose {
  const sealed = room.asked.map(
    (party): SealedAnswer => ({ party, shown: 1, open: party === room.own ? 1 : 0, told: 0, accepts: false }),
  );
  const opened = answers.map(({ party, accepts }): SealedAnswer => ({ party, accepts, shown: 1, open: 1, told: 1 }));
  return {
    time: room.time,
    chairs: marks.map((_, party) => ({
      lit: room.speaking === party ? 1 : 0,
      back: room.gone.includes(party) ? 1 : 0,
    })),
    sheets: lines.map(({ party }) => ({ party, shown: signed ? 0 : 1, way: room.floor === party ? 1 : 0 })),
    envelopes: sealed.length > 0 ? sealed : opened,
    bonds: room.bonds,
    signed: signed ? 1 : 0,
  };
}

/** Whether something in the room takes its time: a chair, the clock, warmth between seats. */
export function roomIsSlow(from: RoomPose, to: RoomPose): boolean {
  return (
    from.time !== to.time ||
    to.chairs.some(({ back }, party) => back !== (from.chairs[party]?.back ?? back)) ||
    to.bonds.some(({ trust }, index) => trust !== (from.bonds[index]?.trust ?? trust))
  );
}

function sheetBetween(from: Sheet | undefined, to: Sheet, put: boolean, now: number): Sheet {
  // A paper is put down first and pushed across then; one that has had its hour goes back at once.
  const pushed = put ? passed(now, PUT_TIME, PUSH_TIME) : passed(now, 0, SETTLE_TIME);
  const fresh = !from || (put && from.way === 0);
  return {
    party: to.party,
    shown: between(from?.shown ?? 0, to.shown, arriving(passed(now, 0, fresh ? PUT_TIME : SETTLE_TIME))),
    way: between(from?.way ?? 0, to.way, softly(pushed)),
  };
}

function envelopeBetween(from: SealedAnswer | undefined, to: SealedAnswer, after: number, now: number): SealedAnswer {
  const here = from?.shown ?? 0;
  const laid = here > 0 ? after : after + SEAL_TIME;
  return {
    party: to.party,
    accepts: to.accepts,
    shown: between(here, to.shown, arriving(passed(now, after, SEAL_TIME))),
    open: between(from?.open ?? 0, to.open, softly(passed(now, laid, OPENING_TIME - SEAL_TIME - 60))),
    told: between(from?.told ?? 0, to.told, arriving(passed(now, laid + 60, OPENING_TIME - SEAL_TIME - 60))),
  };
}

/**
 * The room on its way from one pose to another.
 * @param now milliseconds since it set out
 */
export function roomBetween(from: RoomPose, to: RoomPose, moves: readonly StageMove[], now: number): RoomPose {
  const whole = softly(passed(now, 0, ROOM_TIME));
  const soft = softly(passed(now, 0, SETTLE_TIME));
  const puts = (party: number): boolean =>
    moves.some((move) => (move.kind === "offer" || move.kind === "text") && move.party === party);
  const after = to.sheets.some(({ party, way }) => way === 1 && puts(party)) ? PUT_TIME + PUSH_TIME - 60 : 0;
  return {
    time: between(from.time, to.time, whole),
    chairs: to.chairs.map(({ lit, back }, party) => ({
      lit: between(from.chairs[party]?.lit ?? 0, lit, soft),
      back: between(from.chairs[party]?.back ?? 0, back, whole),
    })),
    sheets: to.sheets.map((sheet) =>
      sheetBetween(
        from.sheets.find(({ party }) => party === sheet.party),
        sheet,
        puts(sheet.party),
        now,
      ),
    ),
    envelopes: [
      ...to.envelopes.map((envelope) =>
        envelopeBetween(
          from.envelopes.find(({ party }) => party === envelope.party),
          envelope,
          after,
          now,
        ),
      ),
      ...from.envelopes.flatMap((envelope) =>
        to.envelopes.some(({ party }) => party === envelope.party) || soft >= 1
          ? []
          : [{ ...envelope, shown: envelope.shown * (1 - soft) }],
      ),
    ],
    bonds: to.bonds.map((bond, index) => ({
      ...bond,
      trust: between(from.bonds[index]?.trust ?? bond.trust, bond.trust, whole),
    })),
    signed: between(from.signed, to.signed, whole),
  };
}
