import { useDesk } from "../desk.tsx";
import { sentencesOf } from "./told.ts";

/** Reads out what has just happened: one sentence for each offer, answer and event, politely. */
export function Announcer({ from }: { from: number }) {
  const desk = useDesk();
  const lines = desk.view.log
    .slice(from)
    .flatMap((told, index) =>
      sentencesOf(desk, told, from + index).map((sentence, n) => ({ key: `${from + index}/${n}`, sentence })),
    );
  return (
    <div class="hidden" aria-live="polite" data-announcer>
      {lines.map(({ key, sentence }) => (
        <p key={key}>{desk.t.say(sentence.k, sentence.v)}</p>
      ))}
    </div>
  );
}
