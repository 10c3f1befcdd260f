import { useDesk } from "../desk.tsx";
import { Term } from "../glossary/term.tsx";
import { useDoor } from "../guide/door.tsx";
import { Mark } from "../parts/mark.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { MandateBody } from "./body.tsx";
import { Part } from "./part.tsx";

/** How the table works, in four sentences: enough to begin with. */
function Rules() {
  const { facts } = useDesk();
  const { rounds, binding, mediator } = facts.protocol;
  const needs = binding.needs.map((index) => facts.parties[index]).filter((party) => party !== undefined);
  return (
    <Part k="mandate.rules" level={2} later>
      <ul class="rules">
        <li>
          <Say k="mandate.rules.turns" v={{ rounds }} />
        </li>
        <li>
          <Say k="mandate.rules.floor" />
        </li>
        <li>
          <Say k="mandate.rules.binding" v={{ atLeast: binding.atLeast }} />{" "}
          {needs.map((party) => (
            <span key={party.id} class="needs">
              <Mark mark={party.mark} size="s" /> <Words of={party.name} />
            </span>
          ))}
        </li>
        {mediator && (
          <li>
            <Say k="mandate.rules.mediator" v={{ asks: mediator.asks, from: mediator.textFrom }} />
          </li>
        )}
      </ul>
      <p class="rules-terms quiet">
        <Say k="mandate.rules.words" /> <Term id="package" /> <Term id="standing_offer" /> <Term id="take_up" />{" "}
        <Term id="text" /> <Term id="binding" /> <Term id="sounding" /> <Term id="commitment" /> <Term id="pressure" />
      </p>
    </Part>
  );
}

/** What the seat must know before it sits down. */
export function Mandate() {
  const { facts, me, session, view, t } = useDesk();
  const door = useDoor();
  if (!me) return null;
  const begun = view.log.length > 0;
  return (
    <main id="main" class="page mandate" tabIndex={-1}>
      <header class="page-head">
        <p class="kicker">
          <Words of={facts.title} />
          {facts.when && (
            <>
              {" · "}
              <time dateTime={facts.when}>{t.day(facts.when)}</time>
            </>
          )}
        </p>
        <h1 class="with-mark">
          <Mark mark={me.mark} size="l" />
          <Words of={me.name} />
        </h1>
        {me.delegate && (
          <p class="lead">
            <Say k="mandate.delegate" /> <Words of={me.delegate} />
          </p>
        )}
        <p class="quiet">
          <Say k="start.rounds" v={{ rounds: facts.protocol.rounds }} />
          {facts.minutes !== null && (
            <>
              {" · "}
              <Say k="start.minutes" v={{ minutes: facts.minutes }} />
            </>
          )}
        </p>
        {facts.summary && (
          <p>
            <Words of={facts.summary} />
          </p>
        )}
        {facts.notice && (
          <p class="notice-words">
            <Words of={facts.notice} />
          </p>
        )}
      </header>
      <MandateBody level={2} rules={<Rules />} />
      <div class="next-step">
        <button type="button" class="button button-first button-large" onClick={() => door.first(session.toTable)}>
          <Say k={begun ? "mandate.back" : "mandate.go"} />
        </button>
        <p class="quiet">
          <Say k="mandate.go.note" />
        </p>
      </div>
    </main>
  );
}
