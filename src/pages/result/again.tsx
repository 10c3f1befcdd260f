import { useState } from "preact/hooks";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";
import type { Session } from "../store/session.ts";
import { sentencesOf } from "../table/sentences.ts";

/** Plays again: as it was, from another seat, or from any turn of this play. */
export function PlayAgain({ seed, onAgain }: { seed: string; onAgain: Session["again"] }) {
  const presenter = usePresenter();
  const text = useText();
  const { view, facts, me, t } = presenter;
  const [seat, setSeat] = useState(facts.parties.find(({ id }) => id !== me?.id && id !== "")?.id ?? "");
  const turns = view.log.flatMap((line, at) => {
    const [sentence] = line.kind === "statement" ? sentencesOf(presenter, line, at) : [];
    return sentence ? [{ turn: line.turn, round: line.round, words: t.say(sentence.k, sentence.v) }] : [];
  });
  const [turn, setTurn] = useState(String(turns[0]?.turn ?? 1));
  return (
    <section class="again" aria-labelledby="again-title">
      <h2 id="again-title">
        <Message k="again.title" />
      </h2>
      <p class="quiet">
        <Message k="again.seed" v={{ seed }} />
      </p>
      <div class="fields">
        <button type="button" class="button" onClick={() => onAgain({})}>
          <Message k="again.same" />
        </button>
      </div>
      <div class="fields">
        <label class="field">
          <span>
            <Message k="again.seat" />
          </span>
          <select value={seat} onChange={(event) => setSeat(event.currentTarget.value)}>
            {facts.parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {text(name)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => onAgain({ humans: [seat] })}>
          <Message k="again.seat.do" />
        </button>
      </div>
      <div class="fields">
        <label class="field field-wide">
          <span>
            <Message k="again.turn" />
          </span>
          <select value={turn} onChange={(event) => setTurn(event.currentTarget.value)}>
            {turns.map((one) => (
              <option key={one.turn} value={one.turn}>
                {t.say("again.turn.at", { round: one.round, what: one.words })}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => onAgain({ turn: Number(turn) })}>
          <Message k="again.turn.do" />
        </button>
      </div>
    </section>
  );
}
