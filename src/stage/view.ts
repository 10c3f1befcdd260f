import { optionsIn } from "../bargaining/space.ts";
import type { Mark } from "../scenario/types.ts";
import type { LogLine } from "../table/view/log.ts";
import type { View } from "../table/view/view.ts";
import type { Picture, ShownAnswer, StageMove } from "./picture.ts";

function moveOf(line: LogLine): StageMove[] {
  if (line.kind === "answers") return [{ kind: "answers" }];
  if (line.kind !== "statement" || line.package < 0) return [];
  return [{ kind: line.says === "TEXT" ? "text" : "offer", party: line.party }];
}

function shownAnswersIn(log: readonly LogLine[]): ShownAnswer[] {
  for (let at = log.length - 1; at >= 0; at--) {
    const line = log[at];
    if (line?.kind === "statement") return [];
    if (line?.kind === "answers") return line.answers.map(({ party, accepts }) => ({ party, accepts }));
  }
  return [];
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
    story: log.flatMap(moveOf),
  };
}
