import type { Rough } from "../rough.ts";
import { MARK_COLOURS, MARK_SHAPES, type Mark } from "../types.ts";

/** Up to three signs of an id that nobody else has: initials of its words, else its first letters. */
function lettersOf(id: string, taken: ReadonlySet<string>): string {
  const words = id.split(/[-_]/).filter((word) => word.length > 0);
  const initials = words.map((word) => word[0]).join("");
  const whole = words.join("");
  const candidates = [
    ...(words.length > 1 ? [initials.slice(0, 3)] : []),
    whole.slice(0, 2),
    ...Array.from(whole.slice(2), (letter) => `${whole[0]}${letter}`),
    ...Array.from({ length: 99 }, (_, index) => `${whole[0]}${index + 1}`),
  ];
  return (candidates.find((letters) => !taken.has(letters.toUpperCase())) ?? whole.slice(0, 3)).toUpperCase();
}

/** The marks of all parties: what the file says, and for the rest colours and shapes by place and letters by id. */
export function marksOf(parties: readonly (readonly [id: string, mark: Rough<Mark> | undefined])[]): Mark[] {
  const taken = new Set(parties.flatMap(([, mark]) => (mark?.letters ? [mark.letters.toUpperCase()] : [])));
  return parties.map(([id, mark], index) => {
    const letters = mark?.letters ?? lettersOf(id, taken);
    taken.add(letters.toUpperCase());
    return {
      colour: mark?.colour ?? (MARK_COLOURS[index % MARK_COLOURS.length] as Mark["colour"]),
      shape: mark?.shape ?? (MARK_SHAPES[index % MARK_SHAPES.length] as Mark["shape"]),
      letters,
    };
  });
}
