import type { HistoryEntry, Text } from "../../scenario/types.ts";
import { useDesk } from "../desk.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { Log } from "../table/log.tsx";
import { Again } from "./again.tsx";
import { SaveRecord } from "./save.tsx";
import { Sides } from "./sides.tsx";
import { History, TermsBesideHistory } from "./terms.tsx";
import { resultOf } from "./worth.ts";

interface ResultProps {
  readonly history: readonly HistoryEntry[];
  readonly questions: readonly Text[];
  readonly seed: string;
  readonly seal: string;
}

/** The result in one sentence, and the figure behind it. */
function Verdict() {
  const desk = useDesk();
  const { view, t, me } = desk;
  const { own } = view;
  if (!own || !me || me.role === "mediator") return null;
  const worth = desk.points(resultOf(view, own));
  const walkAway = desk.points(own.walkAway);
  const better = worth - walkAway;
  const k = view.signed < 0 ? "result.no_deal" : better >= 0 ? "result.better" : "result.worse";
  return (
    <p class="verdict">
      <span class="verdict-figure">
        <bdi>{t.number(worth)}</bdi>
      </span>
      <span>
        <Say k={k} v={{ walkAway: t.number(walkAway), by: t.number(Math.abs(better)) }} />
      </span>
    </p>
  );
}

/** What it came to: all is open now. */
export function Result({ history, questions, seed, seal }: ResultProps) {
  const { facts, view, session, me } = useDesk();
  const outcome = view.floor === "signed" || view.floor === "broken" ? view.floor : "expired";
  const past = history[0] ?? null;
  return (
    <main id="main" class="page result" tabIndex={-1}>
      <header class="page-head">
        <p class="kicker">
          <Words of={facts.title} />
          {me && (
            <>
              {" · "}
              <Words of={me.name} />
            </>
          )}
        </p>
        <h1>
          <Say k={`result.${outcome}`} v={{ round: view.round }} />
        </h1>
        <Verdict />
        <div class="buttons">
          <SaveRecord session={session} />
          <a class="button" href="#again-title">
            <Say k="again.title" />
          </a>
        </div>
      </header>
      {(view.signed >= 0 || past) && (
        <section aria-labelledby="beside-title">
          <h2 id="beside-title">
            <Say k={view.signed >= 0 ? "result.beside" : "result.instead"} />
          </h2>
          <TermsBesideHistory history={past} />
          {past && <History entry={past} />}
        </section>
      )}
      <section aria-labelledby="sides-title">
        <h2 id="sides-title">
          <Say k="result.sides" />
        </h2>
        <p class="quiet">
          <Say k="result.sides.note" />
        </p>
        <Sides />
      </section>
      {questions.length > 0 && (
        <section aria-labelledby="questions-title">
          <h2 id="questions-title">
            <Say k="result.questions" />
          </h2>
          <ol class="questions">
            {questions.map((question, index) => (
              <li key={index}>
                <Words of={question} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <Again seed={seed} />
      <details class="fold open-log">
        <summary>
          <Say k="result.log" />
        </summary>
        <Log />
      </details>
      <p class="seal quiet">
        <Say k="result.seal" /> <code dir="ltr">{seal}</code>
      </p>
    </main>
  );
}
