import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.tsx";
import { AidesForecast } from "../futures/forecast.tsx";
import { MandateBody } from "../mandate/body.tsx";
import { Sources } from "../parts/sources.tsx";
import { Say } from "../parts/speaker.tsx";
import { type Tab, Tabs } from "../parts/tabs.tsx";
import { Aides } from "./aides.tsx";
import { Answer } from "./answer.tsx";
import { Delegations } from "./delegations.tsx";
import { Head } from "./head.tsx";
import { InstructionsNote } from "./instructions.tsx";
import { Log } from "./log.tsx";
import { idsOf } from "./packages.ts";
import { draftOnRails, type Phase, phaseOf } from "./phase.ts";
import { Rails, RailsToRead } from "./rails.tsx";
import { Turn } from "./turn.tsx";
import { WorthBar } from "./worth-bar.tsx";

/** Others act, one step after another; one may stop them, or go on to what is asked of oneself. */
function Running() {
  const { session, view, name, me, paused } = useDesk();
  const party = name(view.onFloor?.by ?? view.mover);
  return (
    <section class="turn running" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Say k={`floor.${view.floor}`} v={{ party }} />
      </h2>
      <div class="buttons">
        <button type="button" class="button" onClick={session.skip}>
          <Say k={me ? "table.skip" : "table.skip.end"} />
        </button>
        <button type="button" class="button" data-pause onClick={() => session.pause(!paused)}>
          <Say k={paused ? "table.resume" : "table.pause"} />
        </button>
      </div>
    </section>
  );
}

function Over() {
  const { session, view } = useDesk();
  const outcome = view.floor === "signed" || view.floor === "broken" ? view.floor : "expired";
  return (
    <section class="turn over" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Say k={`record.end.${outcome}`} />
      </h2>
      <p class="turn-note">
        <Say k="table.over" />
      </p>
      <button type="button" class="button button-first" onClick={session.toResult}>
        <Say k="table.to_result" />
      </button>
    </section>
  );
}

function usePhase(): Phase {
  const { view, running } = useDesk();
  return phaseOf(view, running);
}

function Lines() {
  const { draft, running, view } = useDesk();
  const own = draftOnRails(view, running, draft);
  return own === null ? <RailsToRead /> : <Rails draft={own} />;
}

/** What is asked of this seat now. Its heading takes the focus whenever that changes, so that nobody has to look for it. */
function Now() {
  const { draft, view } = useDesk();
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
      {phase === "answer" && <Answer />}
      {phase === "turn" && draft !== null ? <Turn draft={draft} /> : <Lines />}
    </div>
  );
}

function DraftForecast({ draft }: { draft: number }) {
  const desk = useDesk();
  const kind = desk.me?.role === "mediator" ? "text" : "offer";
  const choices = [{ k: "table.draft", action: { kind, package: idsOf(desk, draft) } }] as const;
  return <AidesForecast choices={choices} ask="forecast.ask" level={3} />;
}

function DraftWorth({ draft }: { draft: number }) {
  const phase = usePhase();
  return (
    <section class="draft-worth" aria-labelledby="worth-title">
      <h2 id="worth-title">
        <Say k="table.worth" />
      </h2>
      <WorthBar pack={draft} label="draft" />
      <InstructionsNote pack={draft} />
      <Aides draft={draft} />
      {phase === "turn" && <DraftForecast draft={draft} />}
    </section>
  );
}

function OpenAll() {
  const { session, view } = useDesk();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={view.sides.length > 0}
        onChange={(event) => session.openAll(event.currentTarget.checked)}
      />
      <Say k="table.open_all" />
    </label>
  );
}

/** The table: on the left what is negotiated and what one can do, on the right what has been said. */
export function Table() {
  const { draft, facts, me, view } = useDesk();
  const [tab, setTab] = useState("log");
  const tabs: Tab[] = [
    { id: "log", k: "record.title", body: <Log /> },
    ...(me ? [{ id: "mandate", k: "mandate.yours", body: <MandateBody level={3} /> } as const] : []),
    { id: "sources", k: "sources.title", body: <Sources sources={facts.sources} /> },
  ];
  const phase = usePhase();
  const over = phase === "over";
  return (
    <main id="main" class="table" tabIndex={-1}>
      <div class="stage">
        <Head />
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
