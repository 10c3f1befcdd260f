import { useDesk } from "../desk.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { SPEEDS, type Speed } from "../session/pace.ts";

/** How fast the others act: a preference, kept from one play to the next. */
function Pace() {
  const { session, t } = useDesk();
  return (
    <label class="pace">
      <span>
        <Say k="table.pace" />
      </span>
      <select value={session.speed} onChange={(event) => session.setSpeed(event.currentTarget.value as Speed)}>
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
export function Head() {
  const { facts, view, t } = useDesk();
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
        <Pace />
        <p class="table-round">
          <strong>
            <Say k="table.round" v={{ round: view.round, rounds }} />
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
