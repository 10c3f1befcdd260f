import { useId } from "preact/hooks";
import { optionWorth } from "../../bargaining/utility.ts";
import { ownSideOf, usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { type Level, MandateItem, MandatePart } from "./part.tsx";

function IssueWorth({ issue }: { issue: number }) {
  const presenter = usePresenter();
  const name = useId();
  const { party } = ownSideOf(presenter).partyModel;
  const found = presenter.facts.issues[issue];
  const values = party.values[issue];
  if (!found || !values) return null;
  const worths = found.options.map((_, option) =>
    presenter.points(optionWorth(party, presenter.facts.scale, issue, option)),
  );
  const most = Math.max(...worths.map(Math.abs), 1);
  return (
    <div class="issue-worth">
      <div class="entry-head">
        <strong id={name}>
          <bdi>{presenter.issue(issue)}</bdi>
        </strong>
        {found.note && (
          <span class="entry-note quiet">
            <Words of={found.note} />
          </span>
        )}
        <GroundsNote of={values.grounds} sources={presenter.facts.sources} />
      </div>
      <table class="worths" aria-labelledby={name}>
        <tbody>
          {found.options.map(({ id, title }, option) => {
            const worth = worths[option] ?? 0;
            return (
              <tr key={id}>
                <th scope="row">
                  <Words of={title} />
                  {option === found.statusQuo && (
                    <span class="quiet">
                      {" "}
                      <Message k="mandate.status_quo" />
                    </span>
                  )}
                </th>
                <td class="bar-cell">
                  <span class="bar" style={{ inlineSize: `${(Math.abs(worth) / most) * 100}%` }} />
                </td>
                <td class="number">
                  <bdi>{presenter.t.number(worth)}</bdi>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What each option is worth to the seat, issue by issue. */
export function Options({ level }: { level: Level }) {
  const { facts } = usePresenter();
  return (
    <MandatePart k="mandate.options" level={level} later>
      <p class="quiet">
        <Message k="mandate.options.note" />
      </p>
      <div class="worth-tables">
        {facts.issues.map(({ id }, issue) => (
          <IssueWorth key={id} issue={issue} />
        ))}
      </div>
    </MandatePart>
  );
}

/** Combinations that are worth more or less than their parts. */
export function Linkages({ level }: { level: Level }) {
  const presenter = usePresenter();
  const { linkages } = ownSideOf(presenter).partyModel.party;
  if (linkages.length === 0) return null;
  return (
    <MandatePart k="mandate.linkages" level={level} term="linkage" later>
      <ul class="linkages">
        {linkages.map(({ title, when, worth, grounds }, index) => (
          <li key={index}>
            <span class={worth < 0 ? "points minus" : "points plus"}>
              <bdi dir="ltr">{presenter.t.signed(presenter.points(worth))}</bdi>
            </span>
            <MandateItem title={title} terms={when} grounds={grounds} />
          </li>
        ))}
      </ul>
    </MandatePart>
  );
}
