import { useEffect, useRef, useState } from "preact/hooks";
import { isEnded } from "../../table/state.ts";
import { AidesForecast } from "../futures/forecast.tsx";
import { MandateBody } from "../mandate/body.tsx";
import { packageInIds, usePresenter } from "../parts/presenter.tsx";
import { SourceList } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { type Tab, Tabs } from "../parts/tabs.tsx";
import { isSpeed, SPEEDS } from "../store/pace.ts";
import { Aides } from "./aides.tsx";
import { AnswerPanel } from "./answer.tsx";
import { Delegations } from "./delegations.tsx";
import { InstructionsNote } from "./instructions.tsx";
import { Log } from "./log.tsx";
import { Rails, RailsToRead } from "./rails.tsx";
import { draftOnRails, type Phase, phaseOf } from "./stage-bridge.ts";
import { Turn } from "./turn.tsx";
import { WorthBar } from "./worth-bar.tsx";

/** How fast the others act: a preference, remembered from one play to the next. */
function PaceSelect() {
  const { actions, t } = usePresenter();
  const choose = (word: string): void => {
    if (isSpeed(word)) actions.setSpeed(word);
  };
  return (
    <label class="pace">
      <span>
        <Message k="table.pace" />
      </span>
      <select value={actions.speed} onChange={(event) => choose(event.currentTarget.value)}>
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {t.say(`pace.${speed}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where the table stands: what it is about, which round it is, and how fast the others act. */
function TableHead() {
  const { facts, view, t } = usePresenter();
  const { rounds } = facts.protocol;
  return (
    <header class="table-head">
      <div class="table-title">
        <h1>
          <Words of={facts.title} />
        </h1>
        {facts.when && <p>{t.day(facts.when)}</p>}
      </div>
      <div class="table-state">
        <PaceSelect />
        <p class="table-round">
          <strong>
            <Message k="table.round" v={{ round: view.round, rounds }} />
          </strong>
        </p>
      </div>
      <progress
        class="rounds"
        max={rounds}
        value={view.round}
        aria-label={t.say("table.round", { round: view.round, rounds })}
      />
    </header>
  );
}

/** Others act, one step after another; one may stop them, or go on to what is asked of oneself. */
function Running() {
  const { actions, view, name, me, paused } = usePresenter();
  const party = name(view.onFloor?.by ?? view.mover);
  return (
    <section class="turn running" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Message k={`floor.${view.floor}`} v={{ party }} />
      </h2>
      <div class="buttons">
        <button type="button" class="button" onClick={actions.skip}>
          <Message k={me ? "table.skip" : "table.skip.end"} />
        </button>
        <button type="button" class="button" data-pause onClick={() => actions.pause(!paused)}>
          <Message k={paused ? "table.resume" : "table.pause"} />
        </button>
      </div>
    </section>
  );
}

function Over() {
  const { actions, view } = usePresenter();
  if (!isEnded(view.floor)) return null;
  return (
    <section class="turn over" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Message k={`record.end.${view.floor}`} />
      </h2>
      <p class="turn-note">
        <Message k="table.over" />
      </p>
      <button type="button" class="button button-first" onClick={actions.toResult}>
        <Message k="table.to_result" />
      </button>
    </section>
  );
}

function usePhase(): Phase {
  const { view, running } = usePresenter();
  return phaseOf(view, running);
}

function Lines() {
  const { draft, running, view } = usePresenter();
  const own = draftOnRails(view, running, draft);
  return own === null ? <RailsToRead /> : <Rails draft={own} />;
}

/** What is asked of this seat now. Its heading takes the focus whenever that changes, so that the player need not look for it. */
function Now() {
  const { draft, view } = usePresenter();
  const phase = usePhase();
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(`${phase} ${view.turn}`);
  useEffect(() => {
    const now = `${phase} ${view.turn}`;
    if (shown.current === now) return;
    shown.current = now;
    // While others act nothing is asked of the seat; the focus is only caught when its button has gone.
    if (phase === "running" && document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>("#turn-title")?.focus();
  }, [phase, view.turn]);
  return (
    <div ref={place} class="phase" data-phase={phase}>
      {phase === "running" && <Running />}
      {phase === "over" && <Over />}
      {phase === "answer" && <AnswerPanel />}
      {phase === "turn" && draft !== null ? <Turn draft={draft} /> : <Lines />}
    </div>
  );
}

function DraftForecast({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const kind = presenter.me?.role === "mediator" ? "text" : "offer";
  const choices = [{ k: "table.draft", action: { kind, package: packageInIds(presenter, draft) } }] as const;
  return <AidesForecast choices={choices} ask="forecast.ask" level={3} />;
}

function DraftWorth({ draft }: { draft: number }) {
  const phase = usePhase();
  return (
    <section class="draft-worth" aria-labelledby="worth-title">
      <h2 id="worth-title">
        <Message k="table.worth" />
      </h2>
      <WorthBar pack={draft} label="draft" />
      <InstructionsNote pack={draft} />
      <Aides draft={draft} />
      {phase === "turn" && <DraftForecast draft={draft} />}
    </section>
  );
}

function OpenAll() {
  const { actions, view } = usePresenter();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={view.sides.length > 0}
        onChange={(event) => actions.openAll(event.currentTarget.checked)}
      />
      <Message k="table.open_all" />
    </label>
  );
}

/** The table: on the left what is negotiated and what one can do, on the right what has been said. */
export function TableScreen() {
  const { draft, facts, me, view } = usePresenter();
  const [tab, setTab] = useState("log");
  const tabs: Tab[] = [
    { id: "log", k: "record.title", body: <Log /> },
    ...(me ? [{ id: "mandate", k: "mandate.yours", body: <MandateBody level={3} /> } as const] : []),
    { id: "sources", k: "sources.title", body: <SourceList sources={facts.sources} /> },
  ];
  const phase = usePhase();
  const over = phase === "over";
  return (
    <main id="main" class="table" tabIndex={-1}>
      <div class="stage">
        <TableHead />
        <Delegations />
        {!me && !over && <OpenAll />}
        <Now />
      </div>
      <div class="paper">
        {draft !== null && view.own && !over && phase !== "answer" && <DraftWorth draft={draft} />}
        <Tabs tabs={tabs} chosen={tab} onChoose={setTab} />
      </div>
    </main>
  );
}
