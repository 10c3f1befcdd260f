import type { PartyFacts } from "../../table/view/facts.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";

function Delegation({ party }: { party: PartyFacts }) {
  const { view, disclosed, facts } = usePresenter();
  const known = view.parties[party.index];
  if (!known) return null;
  const position = known.position >= 0 ? disclosed.position(party.index, known.position) : null;
  const mine = party.index === view.seat;
  const speaking = view.mover === party.index;
  const bound = known.commitments.flatMap((option, issue) => (option >= 0 ? [{ issue, option }] : []));
  return (
    <li class={`delegation hue-${party.mark.colour}${mine ? " mine" : ""}${speaking ? " speaking" : ""}`}>
      <PartyMarkIcon mark={party.mark} size="l" />
      <div class="delegation-body">
        <h3>
          <Words of={party.name} />{" "}
          {mine && (
            <span class="you">
              <Message k="record.you" />
            </span>
          )}
        </h3>
        {party.delegate && (
          <p class="delegation-note delegate">
            <Words of={party.delegate} />
          </p>
        )}
        <div class="delegation-says">
          <p class="delegation-position">
            {known.gone ? (
              <Message k="table.gone" />
            ) : position ? (
              <Words of={position} />
            ) : (
              <span class="quiet">
                <Message k="table.silent" />
              </span>
            )}
          </p>
          <p class="delegation-note">
            <Message k={`pressure.${known.pressure}`} />
            {known.askedText && (
              <>
                {" · "}
                <Message k="table.asked_text" />
              </>
            )}
          </p>
        </div>
        {bound.map(({ issue, option }) => (
          <p key={issue} class="delegation-note">
            <Message k="table.committed" />{" "}
            {facts.issues[issue]?.options[option] && <Words of={facts.issues[issue].options[option].title} />}
          </p>
        ))}
      </div>
    </li>
  );
}

/** The parties at the table, what each last announced, and how much it is pushed. */
export function Delegations() {
  const { facts } = usePresenter();
  return (
    <section class="delegations" aria-labelledby="delegations-title">
      <h2 id="delegations-title" class="hidden">
        <Message k="table.delegations" />
      </h2>
      <ul>
        {facts.protocol.order.map((index) => {
          const party = facts.parties[index];
          return party && <Delegation key={party.id} party={party} />;
        })}
      </ul>
    </section>
  );
}
