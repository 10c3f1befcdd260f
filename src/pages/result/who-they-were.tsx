import { at } from "../../exact/at.ts";
import { signsThatTold } from "../../tactics/tonight.ts";
import { usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, useText, Words } from "../parts/speaker.tsx";
import { NamedParty } from "../parts/tables.tsx";
import type { EndedPlay } from "../store/shown-play.ts";
import { SignList } from "../table/others-tonight.tsx";

/** How the seat's aides had it in the end: right, or what they took for likelier. */
function Reckoned({ party, drawn }: { party: number; drawn: number }) {
  const presenter = usePresenter();
  const text = useText();
  const { view, me } = presenter;
  const belief = view.beliefs[party];
  if (!belief) {
    return (
      <p>
        <Message k="tonight.were.yours" />
      </p>
    );
  }
  const likely = at(belief.likely, drawn);
  const most = belief.likely.indexOf(Math.max(...belief.likely));
  const signs = signsThatTold(view, party, drawn);
  return (
    <>
      <p>
        <Message k={me ? "tonight.were.aides" : "tonight.were.onlooker"} v={{ likely }} />{" "}
        {at(belief.likely, most) > likely && (
          <Message
            k="tonight.were.mistaken"
            v={{ label: text(at(presenter.party(party).dispositions, most).label), likely: at(belief.likely, most) }}
          />
        )}
      </p>
      {signs.length > 0 ? (
        <>
          <p class="quiet">
            <Message k="tonight.were.told" />
          </p>
          <SignList party={party} signs={signs} rounds />
        </>
      ) : (
        <p class="quiet">
          <Message k="tonight.were.silent" />
        </p>
      )}
    </>
  );
}

/** Who the parties were tonight: what was drawn for each, how the seat's aides had it in the end, and what told. */
export function WhoTheyWere({ ended: { dispositions } }: { ended: EndedPlay }) {
  const { facts } = usePresenter();
  const drawn = facts.parties.flatMap((party) => {
    const disposition = party.dispositions[at(dispositions, party.index)];
    return disposition ? [{ party, disposition }] : [];
  });
  if (drawn.length === 0) return null;
  return (
    <section aria-labelledby="were-title">
      <h2 id="were-title">
        <Message k="tonight.were" />
      </h2>
      <p class="quiet">
        <Message k="tonight.were.note" />
      </p>
      <ul class="were">
        {drawn.map(({ party, disposition }) => (
          <li key={party.id}>
            <NamedParty party={party} />
            <p>
              <strong>
                <Words of={disposition.label} />
              </strong>
            </p>
            <p class="quiet">
              <Message k="tonight.were.chance" v={{ chance: disposition.chance }} />
            </p>
            <GroundsNote of={disposition.grounds} sources={facts.sources} />
            <Reckoned party={party.index} drawn={at(dispositions, party.index)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
