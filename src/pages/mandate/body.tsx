import type { ComponentChildren } from "preact";
import { optionWorth } from "../../bargaining/utility.ts";
import type { Key } from "../../language/speak.ts";
import type { Terms } from "../../scenario/types.ts";
import { ownSideOf, useDesk } from "../desk.tsx";
import { Grounds } from "../parts/grounds.tsx";
import { Say, Words } from "../parts/speaker.tsx";

/** Options of some issues, in words: "Start: 1 March or no date". */
export function TermsInWords({ of }: { of: Terms }) {
  const desk = useDesk();
  return (
    <ul class="terms-words">
      {of.map(({ issue, options }) => (
        <li key={issue}>
          <span class="quiet">
            <bdi>{desk.issue(issue)}</bdi>
          </span>{" "}
          {options.map((option, index) => (
            <span key={option}>
              {index > 0 && <Say k="mandate.or" />}
              <bdi>{desk.option(issue, option)}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

type Level = 2 | 3;

function Part({ k, level, children }: { k: Key; level: Level; children: ComponentChildren }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class="mandate-part">
      <Heading>
        <Say k={k} />
      </Heading>
      {children}
    </section>
  );
}

function Interests({ level }: { level: Level }) {
  const desk = useDesk();
  const { interests } = ownSideOf(desk).mandate.party;
  if (interests.length === 0) return null;
  return (
    <Part k="mandate.interests" level={level}>
      <ul class="interests">
        {interests.map(({ text, grounds }, index) => (
          <li key={index}>
            <Words of={text} /> <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Positions({ level }: { level: Level }) {
  const desk = useDesk();
  const own = ownSideOf(desk);
  return (
    <Part k="mandate.positions" level={level}>
      <p class="quiet">
        <Say k="mandate.positions.note" />
      </p>
      <ol class="positions">
        {own.mandate.positions.map(({ id, label, asks, holdsAtLeast, grounds }, index) => (
          <li key={id} class={index === own.position ? "now" : ""} aria-current={index === own.position}>
            <strong>
              <Words of={label} />
            </strong>
            {index === own.position && (
              <span class="you">
                <Say k="mandate.now" />
              </span>
            )}
            {asks.length > 0 && <TermsInWords of={asks} />}
            {holdsAtLeast !== null && (
              <p class="quiet">
                <Say k="mandate.holds" v={{ worth: desk.t.number(desk.points(holdsAtLeast)) }} />
              </p>
            )}
            <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function IssueWorth({ issue }: { issue: number }) {
  const desk = useDesk();
  const { party } = ownSideOf(desk).mandate;
  const found = desk.facts.issues[issue];
  const values = party.values[issue];
  if (!found || !values) return null;
  const worths = found.options.map((_, option) => desk.points(optionWorth(party, desk.facts.scale, issue, option)));
  const most = Math.max(...worths.map(Math.abs), 1);
  return (
    <table class="worths">
      <caption>
        <bdi>{desk.issue(issue)}</bdi>
        {found.note && (
          <span class="quiet">
            <Words of={found.note} />
          </span>
        )}
      </caption>
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
      <tfoot>
        <tr>
          <td colSpan={3}>
            <Grounds of={values.grounds} sources={desk.facts.sources} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Options({ level }: { level: Level }) {
  const { facts } = useDesk();
  return (
    <Part k="mandate.options" level={level}>
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

function Linkages({ level }: { level: Level }) {
  const desk = useDesk();
  const { linkages } = ownSideOf(desk).mandate.party;
  if (linkages.length === 0) return null;
  return (
    <Part k="mandate.linkages" level={level}>
      <ul class="linkages">
        {linkages.map(({ title, when, worth, grounds }, index) => (
          <li key={index}>
            <span class={worth < 0 ? "points minus" : "points plus"}>
              <bdi dir="ltr">{desk.t.signed(desk.points(worth))}</bdi>
            </span>
            <div>
              {title && (
                <strong>
                  <Words of={title} />
                </strong>
              )}
              <TermsInWords of={when} />
              <Grounds of={grounds} sources={desk.facts.sources} />
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function RedLines({ level }: { level: Level }) {
  const desk = useDesk();
  const { redLines } = ownSideOf(desk).mandate.party;
  if (redLines.length === 0) return null;
  return (
    <Part k="mandate.red_lines" level={level}>
      <p class="quiet">
        <Say k="mandate.red_lines.note" />
      </p>
      <ul class="red-lines">
        {redLines.map(({ title, when, grounds }, index) => (
          <li key={index}>
            {title && (
              <strong>
                <Words of={title} />
              </strong>
            )}
            <TermsInWords of={when} />
            <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function NoDeal({ level }: { level: Level }) {
  const desk = useDesk();
  const own = ownSideOf(desk);
  const { walkAway, role } = own.mandate.party;
  if (role === "mediator") return null;
  const drift = desk.points(walkAway.driftPerRound);
  const drifts = drift === 0 ? "mandate.no_deal.steady" : drift < 0 ? "mandate.no_deal.falls" : "mandate.no_deal.rises";
  return (
    <Part k="mandate.no_deal" level={level}>
      <p class="no-deal">
        <span class="no-deal-figure">
          <bdi>{desk.t.number(desk.points(own.walkAway))}</bdi>
        </span>
        <span>{walkAway.means ? <Words of={walkAway.means} /> : <Say k="mandate.no_deal.unsaid" />}</span>
      </p>
      <p class="quiet">
        <Say k="mandate.no_deal.note" /> <Say k={drifts} v={{ drift: desk.t.number(Math.abs(drift), 1) }} />
      </p>
      <Grounds of={walkAway.grounds} sources={desk.facts.sources} />
    </Part>
  );
}

function Levers({ level }: { level: Level }) {
  const desk = useDesk();
  const { levers } = ownSideOf(desk).mandate.party;
  if (levers.length === 0) return null;
  return (
    <Part k="mandate.levers" level={level}>
      <ul class="levers">
        {levers.map(({ id, title, on, cost, uses, grounds }) => (
          <li key={id}>
            <strong>
              <Words of={title} />
            </strong>
            <p class="quiet">
              <Say k="mandate.lever" v={{ party: desk.name(on), cost: desk.t.number(desk.points(cost), 1), uses }} />
            </p>
            <Grounds of={grounds} sources={desk.facts.sources} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Everything that a seat's capital has told it. */
export function MandateBody({ level }: { level: Level }) {
  return (
    <div class="mandate-body">
      <Interests level={level} />
      <NoDeal level={level} />
      <Positions level={level} />
      <Options level={level} />
      <Linkages level={level} />
      <RedLines level={level} />
      <Levers level={level} />
    </div>
  );
}
