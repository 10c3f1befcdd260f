import { useState } from "preact/hooks";
import { useDesk } from "../desk.tsx";
import { Say, useText } from "../parts/speaker.tsx";
import { sentencesOf } from "../table/told.ts";

/** Plays again: as it was, from another seat, or from any turn of this play. */
export function Again({ seed }: { seed: string }) {
  const desk = useDesk();
  const text = useText();
  const { session, view, facts, me, t } = desk;
  const [seat, setSeat] = useState(facts.parties.find(({ id }) => id !== me?.id && id !== "")?.id ?? "");
  const turns = view.log.flatMap((told, at) => {
    const [sentence] = told.kind === "statement" ? sentencesOf(desk, told, at) : [];
    return sentence ? [{ turn: told.turn, round: told.round, words: t.say(sentence.k, sentence.v) }] : [];
  });
  const [turn, setTurn] = useState(String(turns[0]?.turn ?? 1));
  return (
    <section class="again" aria-labelledby="again-title">
      <h2 id="again-title">
        <Say k="again.title" />
      </h2>
      <p class="quiet">
        <Say k="again.seed" v={{ seed }} />
      </p>
      <div class="fields">
        <button type="button" class="button" onClick={() => session.again({})}>
          <Say k="again.same" />
        </button>
      </div>
      <div class="fields">
        <label class="field">
          <span>
            <Say k="again.seat" />
          </span>
          <select value={seat} onChange={(event) => setSeat(event.currentTarget.value)}>
            {facts.parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {text(name)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => session.again({ humans: [seat] })}>
          <Say k="again.seat.do" />
        </button>
      </div>
      <div class="fields">
        <label class="field field-wide">
          <span>
            <Say k="again.turn" />
          </span>
          <select value={turn} onChange={(event) => setTurn(event.currentTarget.value)}>
            {turns.map((one) => (
              <option key={one.turn} value={one.turn}>
                {t.say("again.turn.at", { round: one.round, what: one.words })}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => session.again({ turn: Number(turn) })}>
          <Say k="again.turn.do" />
        </button>
      </div>
    </section>
  );
}
