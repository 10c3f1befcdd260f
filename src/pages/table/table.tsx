import { useEffect, useRef, useState } from "preact/hooks";
import type { Key } from "../../language/speaker.ts";
import type { Action } from "../../play/action.ts";
import { isEnded, MOVED_AS } from "../../table/state.ts";
import { AidesForecast, type ForecastChoice } from "../futures/forecast.tsx";
import { MandateBody } from "../mandate/body.tsx";
import { packageInIds, usePresenter } from "../parts/presenter.tsx";
import { SourceList } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { type Tab, Tabs } from "../parts/tabs.tsx";
import { useBeside } from "../parts/use-narrow.ts";
import { isSpeed, SPEEDS } from "../store/pace.ts";
import { AdviceNote } from "./advice.tsx";
import { Aides, MediatorAides } from "./aides.tsx";
import { AnswerPanel } from "./answer.tsx";
import { Latest } from "./latest.tsx";
import { Log } from "./log.tsx";
import { OthersTonight } from "./others-tonight.tsx";
import { Rails, RailsToRead } from "./rails.tsx";
import { ReplyPanel } from "./reply.tsx";
import { Room } from "./room.tsx";
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

/** What answers are awaited to, by what the package on the floor came as. */
function awaitedAnswers(as: number | undefined): Key {
  if (as === MOVED_AS.offer) return "floor.answers";
  return as === MOVED_AS.take_up ? "floor.answers.take_up" : "floor.answers.text";
}

/** Others act, one step after another; one may stop them, or go on to what is asked of oneself. */
function Running() {
  const { actions, view, name, whose, me, paused } = usePresenter();
  const by = view.onFloor?.by ?? view.mover;
  const k = view.floor === "answers" ? awaitedAnswers(view.onFloor?.as) : (`floor.${view.floor}` as const);
  return (
    <section class="turn running" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Message k={k} v={{ party: name(by), whose: whose(by) }} />
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
      {phase === "reply" && <ReplyPanel />}
      {phase === "turn" && draft !== null ? <Turn draft={draft} /> : <Lines />}
    </div>
  );
}

function DraftForecast({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const kind = presenter.me?.role === "mediator" ? "text" : "offer";
  const action: Action = { kind, package: packageInIds(presenter, draft) };
  const choices: ForecastChoice[] = [
    { k: "forecast.hold", action, afterwards: "hold" },
    { k: "forecast.follow", action, afterwards: "instructions" },
  ];
  return <AidesForecast choices={choices} ask="forecast.ask" level={3} />;
}

function DraftWorth({ draft }: { draft: number }) {
  const phase = usePhase();
  const mediator = usePresenter().me?.role === "mediator";
  return (
    <section class="draft-worth" aria-labelledby="worth-title">
      <h2 id="worth-title">
        <Message k={mediator ? "aides.mediator.title" : "table.worth"} />
      </h2>
      {mediator ? (
        <MediatorAides draft={draft} />
      ) : (
        <>
          <WorthBar pack={draft} label="draft" />
          <AdviceNote pack={draft} as="offer" />
          <Aides draft={draft} />
        </>
      )}
      <OthersTonight />
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
  const beside = useBeside();
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
        <Room />
        {!me && !over && <OpenAll />}
        <Now />
      </div>
      <div class="paper">
        {beside && phase === "turn" && <Latest sight={3} />}
        {draft !== null && view.own && !over && phase !== "answer" && <DraftWorth draft={draft} />}
        {!view.own && !over && <OthersTonight />}
        <Tabs tabs={tabs} chosen={tab} onChoose={setTab} />
      </div>
    </main>
  );
}
