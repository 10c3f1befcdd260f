import { useRef, useState } from "preact/hooks";
import { MachinesPart } from "../futures/machines.tsx";
import { prepareJob } from "../futures/prepare-job.ts";
import { usePossible, WasPossible } from "../futures/was-possible.tsx";
import { type AskedStep, WhatIfPart } from "../futures/what-if.tsx";
import { OwnNotes } from "../mandate/notes.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { SaveRecord } from "../parts/save-record.tsx";
import { Message, useText, Words } from "../parts/speaker.tsx";
import type { Session } from "../store/session.ts";
import type { EndedPlay } from "../store/shown-play.ts";
import { Log } from "../table/log.tsx";
import { PlayAgain } from "./again.tsx";
import { History, TermsBesideHistory } from "./terms.tsx";
import { SidesTable, VerdictCard } from "./verdict.tsx";
import { WhoMoved } from "./who-moved.tsx";

/** Where more than one person played at this screen, or none: from whose seat the result is shown. */
function SeenFrom({ humans, onLook }: { humans: readonly string[]; onLook: (party: string | null) => void }) {
  const { facts, me, t } = usePresenter();
  const text = useText();
  if (humans.length === 1) return null;
  const seats = facts.parties.filter(({ id }) => humans.length === 0 || humans.includes(id));
  return (
    <label class="field seen-from">
      <span>
        <Message k="result.seen_from" />
      </span>
      <select value={me?.id ?? ""} onChange={(event) => onLook(event.currentTarget.value || null)}>
        <option value="">{t.say("result.seen_from.nobody")}</option>
        {seats.map(({ id, name }) => (
          <option key={id} value={id}>
            {text(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The whole log with the reasons of everyone, which can be unfolded all at once. */
function WholeLog() {
  const place = useRef<HTMLDetailsElement>(null);
  const unfold = (): void => {
    const folds = place.current?.querySelectorAll<HTMLDetailsElement>("details.fold") ?? [];
    const open = [...folds].some((fold) => !fold.open);
    for (const fold of folds) fold.open = open;
  };
  return (
    <details class="fold open-log" ref={place}>
      <summary>
        <Message k="result.log" />
      </summary>
      <button type="button" class="button unfold" onClick={unfold}>
        <Message k="result.log.unfold" />
      </button>
      <Log />
    </details>
  );
}

interface ResultScreenProps {
  readonly ended: EndedPlay;
  readonly actions: Pick<Session, "again" | "look" | "downloadRecord">;
}

/** What it came to: all is open now. */
export function ResultScreen({ ended, actions }: ResultScreenProps) {
  const { facts, view, me } = usePresenter();
  const { scenario, seed, seal, humans, outcome } = ended;
  const { history, questions } = scenario;
  const past = history[0] ?? null;
  const possible = usePossible(ended);
  const [from, setFrom] = useState<AskedStep | null>(null);
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
          <Message k={`result.${outcome}`} v={{ round: view.round }} />
        </h1>
        <VerdictCard ended={ended} of={possible} />
        <div class="buttons">
          <a class="button button-first" href="#again-title">
            <Message k="again.title" />
          </a>
          <SaveRecord onSave={actions.downloadRecord} />
          <button type="button" class="button" data-print onClick={() => window.print()}>
            <Message k="result.print" />
          </button>
        </div>
        <SeenFrom humans={humans} onLook={actions.look} />
      </header>
      {(view.signed >= 0 || past) && (
        <section aria-labelledby="beside-title">
          <h2 id="beside-title">
            <Message k={view.signed >= 0 ? "result.beside" : "result.instead"} />
          </h2>
          <TermsBesideHistory history={past} />
          {past && <History entry={past} />}
        </section>
      )}
      <section aria-labelledby="sides-title">
        <h2 id="sides-title">
          <Message k="result.sides" />
        </h2>
        <p class="quiet">
          <Message k="result.sides.note" />
        </p>
        <SidesTable sides={ended.sides} />
      </section>
      <WasPossible of={possible} />
      <WhoMoved onWhatIf={(party, round) => setFrom({ party, round })} />
      <WhatIfPart ended={ended} from={from} />
      {humans.length === 0 && (
        <MachinesPart
          facts={facts}
          seed={seed}
          prepare={(again, runs) => prepareJob<"machines">({ kind: "machines", scenario, seed: again, runs })}
        />
      )}
      <OwnNotes />
      {questions.length > 0 && (
        <section aria-labelledby="questions-title">
          <h2 id="questions-title">
            <Message k="result.questions" />
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
      <PlayAgain seed={seed} onAgain={actions.again} />
      <WholeLog />
      <p class="seal quiet">
        <Message k="result.seal" /> <code dir="ltr">{seal}</code>
      </p>
    </main>
  );
}
