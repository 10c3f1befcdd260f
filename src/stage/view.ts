import { optionsIn } from "../bargaining/space.ts";
import { at } from "../exact/at.ts";
import type { Mark } from "../scenario/types.ts";
import { isEnded } from "../table/state.ts";
import type { LogLine } from "../table/view/log.ts";
import type { OwnSide } from "../table/view/own-side.ts";
import type { View } from "../table/view/view.ts";
import type { Picture, ShownAnswer, StageMove } from "./picture.ts";

function moveOf(line: LogLine): StageMove[] {
  if (line.kind === "answers") return [{ kind: "answers" }];
  if (line.kind === "sounding") return [{ kind: "note", party: line.party, to: line.of }];
  if (line.kind === "non_paper") return line.to.map((to) => ({ kind: "note", party: line.party, to }));
  if (line.kind === "statement" && line.says === "WALK_OUT") return [{ kind: "walk_out", party: line.party }];
  if (line.kind !== "statement" || line.package < 0) return [];
  return [{ kind: line.says === "TEXT" ? "text" : "offer", party: line.party }];
}

function shownAnswersIn(log: readonly LogLine[]): ShownAnswer[] {
  for (let at = log.length - 1; at >= 0; at--) {
    const line = log[at];
    if (line?.kind === "statement") return [];
    if (line?.kind === "answers") {
      return line.answers.flatMap(({ party, accepts, absent }) => (absent ? [] : [{ party, accepts }]));
    }
  }
  return [];
}

/** Whose package everyone is asked about; a final vote is about the mediator's text. −1: nobody is asked. */
function onTheFloor({ onFloor, rules }: View): number {
  if (!onFloor) return -1;
  return onFloor.by >= 0 ? onFloor.by : rules.mediator;
}

/** Who is asked what is on the floor: an empty chair is not, nor is a party that stands for it already. */
function askedIn({ floor, onFloor, rules, parties }: View): number[] {
  if (floor !== "answers" || !onFloor) return [];
  return rules.voters.filter(
    (party) => party !== onFloor.by && parties[party]?.gone === false && parties[party]?.standing !== onFloor.package,
  );
}

/** A seat knows how far its own side trusts; who may see all knows it of every side. */
function bondsIn({ own, sides, seat, parties }: View): Picture["room"]["bonds"] {
  const truster = (side: OwnSide, from: number) =>
    parties.flatMap(({ index: of }) => (of === from ? [] : [{ from, of, trust: at(side.trust, of) }]));
  return sides.length > 0 ? sides.flatMap(truster) : own ? truster(own, seat) : [];
}

function roomOf(view: View): Picture["room"] {
  const { rules, parties, floor, seat, round, mover } = view;
  const ended = isEnded(floor);
  return {
    time: floor === "expired" ? 1 : (round - 1) / rules.protocol.rounds,
    own: seat,
    speaking: ended ? -1 : mover,
    floor: onTheFloor(view),
    asked: askedIn(view),
    gone: parties.flatMap(({ gone, index }) => (gone ? [index] : [])),
    commitments: parties.map(({ commitments }) => commitments.filter((option) => option >= 0).length),
    bonds: bondsIn(view),
  };
}

interface SeatPicture {
  readonly scene: string;
  readonly view: View;
  readonly marks: readonly Mark[];
  /** The package being put together; null: the seat puts none together. */
  readonly draft: number | null;
}

/** The picture of a table as one seat sees it. */
export function pictureOf({ scene, view, marks, draft }: SeatPicture): Picture {
  const { space } = view.rules;
  const { onFloor, signed, log } = view;
  return {
    scene,
    marks,
    stops: space.sizes,
    lines: view.parties.flatMap(({ index, standing }) => {
      const pack = onFloor?.by === index ? onFloor.package : standing;
      return pack < 0 ? [] : [{ party: index, options: optionsIn(space, pack), onFloor: onFloor?.by === index }];
    }),
    draft: draft === null ? null : optionsIn(space, draft),
    signed: signed < 0 ? null : optionsIn(space, signed),
    answers: shownAnswersIn(log),
    room: roomOf(view),
    story: log.flatMap(moveOf),
  };
}
