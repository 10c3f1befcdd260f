import { useState } from "preact/hooks";
import type { HistoryEntry, Text } from "../../scenario/types.ts";
import { useDesk } from "../desk.tsx";
import { Machines } from "../futures/machines.tsx";
import { WasPossible } from "../futures/was-possible.tsx";
import { type Step, WhatIfPart } from "../futures/what-if.tsx";
import { OwnNotes } from "../mandate/notes.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { Again } from "./again.tsx";
import { WhoMoved } from "./moved.tsx";
import { SaveRecord } from "./save.tsx";
import { SeenFrom } from "./seen-from.tsx";
import { Sides } from "./sides.tsx";
import { History, TermsBesideHistory } from "./terms.tsx";
import { Verdict } from "./verdict.tsx";
import { WholeLog } from "./whole-log.tsx";

interface ResultProps {
  readonly history: readonly HistoryEntry[];
  readonly questions: readonly Text[];
  readonly seed: string;
  readonly seal: string;
}

/** What it came to: all is open now. */
export function Result({ history, questions, seed, seal }: ResultProps) {
  const { facts, view, session, me } = useDesk();
  const outcome = view.floor === "signed" || view.floor === "broken" ? view.floor : "expired";
  const past = history[0] ?? null;
  const { sitting } = session.state;
  const [from, setFrom] = useState<Step | null>(null);
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
          <a class="button button-first" href="#again-title">
            <Say k="again.title" />
          </a>
          <SaveRecord session={session} />
          <button type="button" class="button" data-print onClick={() => window.print()}>
            <Say k="result.print" />
          </button>
        </div>
        <SeenFrom />
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
      <WasPossible />
      <WhoMoved onWhatIf={(party, round) => setFrom({ party, round })} />
      <WhatIfPart from={from} />
      {sitting && sitting.humans.length === 0 && <Machines scenario={sitting.play.scenario} seed={seed} />}
      <OwnNotes />
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
      <WholeLog />
      <p class="seal quiet">
        <Say k="result.seal" /> <code dir="ltr">{seal}</code>
      </p>
    </main>
  );
}
