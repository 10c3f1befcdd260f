import type { Disposition } from "../../scenario/types.ts";
import type { PartyFacts } from "../../table/view/facts.ts";
import { ownSideOf, type Presenter, usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { NamedParty } from "../parts/tables.tsx";
import { type Level, MandatePart } from "./part.tsx";

/** What a disposition lays down, in words: that it says nothing of the rest is said by what is left out. */
function changesOf({ t, issue }: Presenter, { stated: { values, walkAway, tactic } }: Disposition): string {
  const issues = values.flatMap((value, index) => (value ? [issue(index)] : []));
  return t.list([
    ...(issues.length > 0 ? [t.say("tonight.changes.worths", { issues: t.list(issues), count: issues.length })] : []),
    ...(walkAway.at !== null || walkAway.driftPerRound !== null ? [t.say("tonight.changes.walk_away")] : []),
    ...(tactic ? [t.say("tonight.changes.tactic")] : []),
  ]);
}

/** What the seat's capital has told it for this evening: its briefing, and the disposition that was drawn for it. */
export function TonightInstructions({ level }: { level: Level }) {
  const presenter = usePresenter();
  const { partyModel, disposition } = ownSideOf(presenter);
  const { briefing, dispositions } = partyModel.party;
  const drawn = dispositions[disposition] ?? null;
  if (!drawn && !briefing) return null;
  const changes = drawn ? changesOf(presenter, drawn) : "";
  return (
    <MandatePart k="tonight.own" level={level}>
      {drawn && (
        <p class="tonight-label">
          <strong>
            <Words of={drawn.label} />
          </strong>
        </p>
      )}
      {drawn?.briefing && (
        <p>
          <Words of={drawn.briefing} />
        </p>
      )}
      {briefing && (
        <p>
          <Words of={briefing} />
        </p>
      )}
      {changes && (
        <p class="quiet">
          <Message k="tonight.changes" v={{ what: changes }} />
        </p>
      )}
      {drawn && (
        <>
          <p class="quiet">
            <Message k="tonight.own.note" />
          </p>
          <GroundsNote of={drawn.grounds} sources={presenter.facts.sources} />
        </>
      )}
    </MandatePart>
  );
}

function MayBe({ party }: { party: PartyFacts }) {
  const { facts, t } = usePresenter();
  return (
    <div class="tonight-party">
      <h4 class="tonight-name">
        <NamedParty party={party} />
      </h4>
      <ul>
        {party.dispositions.map(({ id, label, chance, grounds }) => (
          <li key={id} class="tonight-may">
            <bdi class="tonight-share">{t.say("tonight.percent", { share: chance })}</bdi>
            <div>
              <Words of={label} /> <GroundsNote of={grounds} sources={facts.sources} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How each other party may be tonight, by the file: what everybody knows before the talks. */
export function MayBeTonight({ level }: { level: Level }) {
  const { facts, view } = usePresenter();
  const others = facts.parties.filter(({ index, dispositions }) => index !== view.seat && dispositions.length > 0);
  if (others.length === 0) return null;
  return (
    <MandatePart k="tonight.others" level={level} later>
      <p class="quiet">
        <Message k="tonight.others.note" />
      </p>
      {others.map((party) => (
        <MayBe key={party.id} party={party} />
      ))}
    </MandatePart>
  );
}
