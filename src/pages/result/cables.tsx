import { usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { NamedParty } from "../parts/tables.tsx";

/** Every change of position of the evening, with what each capital gave as its reason: all of them are open now. */
export function Cables() {
  const { disclosed, facts, view } = usePresenter();
  const cables = view.log.flatMap((line, at) => {
    const cable = line.kind === "move" ? disclosed.cable(line.party, line.from, line.to) : null;
    return cable && line.kind === "move" ? [{ at, line, cable }] : [];
  });
  if (cables.length === 0) return null;
  return (
    <section aria-labelledby="cables-title">
      <h2 id="cables-title">
        <Message k="result.cables" />
      </h2>
      <p class="quiet">
        <Message k="result.cables.note" />
      </p>
      <ol class="cables">
        {cables.map(({ at, line, cable }) => {
          const party = facts.parties[line.party];
          const { why, cite } = cable.grounds;
          return (
            <li key={at} class="entry">
              <p class="entry-head">
                {party && <NamedParty party={party} />}{" "}
                <strong>
                  <Words of={cable.label} />
                </strong>{" "}
                <span class="quiet">
                  <Message k="record.round" v={{ round: line.round }} />
                </span>
              </p>
              {why && (
                <p>
                  <Words of={why} />
                </p>
              )}
              <GroundsNote of={{ cite, why: null }} sources={facts.sources} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
