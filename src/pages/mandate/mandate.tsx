import { usePractice } from "../guide/help.tsx";
import { Term } from "../guide/term.tsx";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { MandateBody } from "./body.tsx";
import { MandatePart } from "./part.tsx";

/** How the table works, in four sentences: enough to begin with. */
function Rules() {
  const { facts } = usePresenter();
  const { rounds, binding, mediator } = facts.protocol;
  const needs = binding.needs.map((index) => facts.parties[index]).filter((party) => party !== undefined);
  return (
    <MandatePart k="mandate.rules" level={2} later>
      <ul class="rules">
        <li>
          <Message k="mandate.rules.turns" v={{ rounds }} />
        </li>
        <li>
          <Message k="mandate.rules.floor" />
        </li>
        <li>
          <Message k="mandate.rules.binding" v={{ atLeast: binding.atLeast }} />{" "}
          {needs.map((party) => (
            <span key={party.id} class="needs">
              <PartyMarkIcon mark={party.mark} size="s" /> <Words of={party.name} />
            </span>
          ))}
        </li>
        {mediator && (
          <li>
            <Message k="mandate.rules.mediator" v={{ asks: mediator.asks, from: mediator.textFrom }} />
          </li>
        )}
      </ul>
      <p class="rules-terms quiet">
        <Message k="mandate.rules.words" /> <Term id="package" /> <Term id="standing_offer" /> <Term id="take_up" />{" "}
        <Term id="text" /> <Term id="binding" /> <Term id="sounding" /> <Term id="commitment" /> <Term id="pressure" />
      </p>
    </MandatePart>
  );
}

/** What the player must know before the talks begin. */
export function MandateScreen() {
  const { facts, me, actions, view, t } = usePresenter();
  const practice = usePractice();
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
          <PartyMarkIcon mark={me.mark} size="l" />
          <Words of={me.name} />
        </h1>
        {me.delegate && (
          <p class="lead">
            <Message k="mandate.delegate" /> <Words of={me.delegate} />
          </p>
        )}
        <p class="quiet">
          <Message k="start.rounds" v={{ rounds: facts.protocol.rounds }} />
          {facts.minutes !== null && (
            <>
              {" · "}
              <Message k="start.minutes" v={{ minutes: facts.minutes }} />
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
        <button type="button" class="button button-first button-large" onClick={() => practice.first(actions.toTable)}>
          <Message k={begun ? "mandate.back" : "mandate.go"} />
        </button>
        <p class="quiet">
          <Message k="mandate.go.note" />
        </p>
      </div>
    </main>
  );
}
