import { useId } from "preact/hooks";
import { optionWorth } from "../../bargaining/utility.ts";
import { ownSideOf, useDesk } from "../desk.tsx";
import { Grounds } from "../parts/grounds.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { Entry } from "./entry.tsx";
import { type Level, Part } from "./part.tsx";

function IssueWorth({ issue }: { issue: number }) {
  const desk = useDesk();
  const name = useId();
  const { party } = ownSideOf(desk).mandate;
  const found = desk.facts.issues[issue];
  const values = party.values[issue];
  if (!found || !values) return null;
  const worths = found.options.map((_, option) => desk.points(optionWorth(party, desk.facts.scale, issue, option)));
  const most = Math.max(...worths.map(Math.abs), 1);
  return (
    <div class="issue-worth">
      <div class="entry-head">
        <strong id={name}>
          <bdi>{desk.issue(issue)}</bdi>
        </strong>
        {found.note && (
          <span class="entry-note quiet">
            <Words of={found.note} />
          </span>
        )}
        <Grounds of={values.grounds} sources={desk.facts.sources} />
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
                      <Say k="mandate.status_quo" />
                    </span>
                  )}
                </th>
                <td class="bar-cell">
                  <span class="bar" style={{ inlineSize: `${(Math.abs(worth) / most) * 100}%` }} />
                </td>
                <td class="number">
                  <bdi>{desk.t.number(worth)}</bdi>
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
  const { facts } = useDesk();
  return (
    <Part k="mandate.options" level={level} later>
      <p class="quiet">
        <Say k="mandate.options.note" />
      </p>
      <div class="worth-tables">
        {facts.issues.map(({ id }, issue) => (
          <IssueWorth key={id} issue={issue} />
        ))}
      </div>
    </Part>
  );
}

/** Combinations that are worth more or less than their parts. */
export function Linkages({ level }: { level: Level }) {
  const desk = useDesk();
  const { linkages } = ownSideOf(desk).mandate.party;
  if (linkages.length === 0) return null;
  return (
    <Part k="mandate.linkages" level={level} term="linkage" later>
      <ul class="linkages">
        {linkages.map(({ title, when, worth, grounds }, index) => (
          <li key={index}>
            <span class={worth < 0 ? "points minus" : "points plus"}>
              <bdi dir="ltr">{desk.t.signed(desk.points(worth))}</bdi>
            </span>
            <Entry title={title} terms={when} grounds={grounds} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
