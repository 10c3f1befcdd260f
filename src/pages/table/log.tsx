import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Told, ToldAnswer } from "../../table/log.ts";
import { useDesk } from "../desk.tsx";
import type { Disclosed } from "../facts.ts";
import { Grounds } from "../parts/grounds.tsx";
import { Mark } from "../parts/mark.tsx";
import { Say, useText, Words } from "../parts/speaker.tsx";
import { ALL, Filter, isShown } from "./filter.tsx";
import { differing } from "./packages.ts";
import { NearMiss, Reasons } from "./reasons.tsx";
import { answerWords, sentencesOf, standingBefore, statementKey } from "./told.ts";

function Terms({ pack, issues }: { pack: number; issues: readonly number[] }) {
  const desk = useDesk();
  return (
    <ul class="log-terms">
      {issues.map((issue) => (
        <li key={issue}>
          <span class="quiet">
            <bdi>{desk.issue(issue)}</bdi>
          </span>{" "}
          <strong>
            <bdi>{desk.optionOf(pack, issue)}</bdi>
          </strong>
        </li>
      ))}
    </ul>
  );
}

/** A line said by one party: its mark, its name, what it did. */
function Line({ party, children, kind = "" }: { party: number; children: ComponentChildren; kind?: string }) {
  const desk = useDesk();
  const facts = desk.party(party);
  return (
    <div class={`line hue-${facts.mark.colour} ${kind}`}>
      <Mark mark={facts.mark} size="s" />
      <div class="line-body">{children}</div>
    </div>
  );
}

function Statement({ told, at }: { told: Told & { kind: "statement" }; at: number }) {
  const desk = useDesk();
  const before = standingBefore(desk.view.log, at, told.party);
  const changed = told.package >= 0 ? differing(desk, told.package, before) : [];
  const { party } = told;
  const v = { party: desk.name(party), of: told.of >= 0 ? desk.name(told.of) : "" };
  return (
    <Line party={party}>
      <p>
        <Say k={statementKey(desk, told)} v={v} />
      </p>
      {(told.says === "OFFER" || told.says === "TEXT") && <Terms pack={told.package} issues={changed} />}
    </Line>
  );
}

/** The interests behind what a party has said of these issues, each once with the issues that it stands behind. */
function Behind({ party, issues }: { party: number; issues: readonly number[] }) {
  const { disclosed, facts, t, issue: title } = useDesk();
  const found: { interest: NonNullable<ReturnType<Disclosed["interest"]>>; behind: number[] }[] = [];
  for (const issue of issues) {
    const interest = disclosed.interest(party, issue);
    const known = found.find((one) => one.interest.text === interest?.text);
    if (known) known.behind.push(issue);
    else if (interest) found.push({ interest, behind: [issue] });
  }
  return (
    <>
      {found.map(({ interest, behind }) => (
        <div key={behind[0]} class="log-note">
          <Say k="record.behind" v={{ issue: t.list(behind.map(title)) }} /> <Words of={interest.text} />{" "}
          <Grounds of={interest.grounds} sources={facts.sources} />
        </div>
      ))}
    </>
  );
}

function Refusal({ answer }: { answer: ToldAnswer }) {
  const { disclosed, view } = useDesk();
  const text = useText();
  const side = view.sides[answer.party] ?? (answer.party === view.seat ? view.own : null);
  return (
    <>
      {answer.red.map((line) => {
        const title = disclosed.redLine(answer.party, line)?.title;
        return (
          <p key={line} class="log-note">
            <Say k="record.red" v={{ line: title ? text(title) : "" }} />
          </p>
        );
      })}
      <Behind party={answer.party} issues={answer.named} />
      {answer.reasons && side && !answer.accepts && (
        <p class="log-note near-miss">
          <NearMiss of={answer.reasons} side={side} />
        </p>
      )}
      {answer.reasons && side && (
        <details class="fold">
          <summary>
            <Say k="reasons.title" />
          </summary>
          <Reasons of={answer.reasons} side={side} />
        </details>
      )}
    </>
  );
}

function Answers({ told }: { told: Told & { kind: "answers" } }) {
  const desk = useDesk();
  return (
    <div class="answers">
      {told.final && (
        <p class="log-note">
          <Say k="record.final" />
        </p>
      )}
      {told.answers.map((answer) => (
        <Line key={answer.party} party={answer.party} kind={answer.accepts ? "accepts" : "refuses"}>
          <p>
            <Say {...answerWords(desk, answer)} />
          </p>
          <Refusal answer={answer} />
        </Line>
      ))}
    </div>
  );
}

function News({ event }: { event: number }) {
  const { disclosed, facts } = useDesk();
  const news = disclosed.news(event);
  if (!news) return null;
  return (
    <div class={news.historical ? "news news-historical" : "news news-simulated"}>
      <p class="news-badge">
        <Say k={news.historical ? "record.badge.historical" : "record.badge.simulated"} />
      </p>
      <p>
        <Words of={news.text} />
      </p>
      <Grounds of={news.grounds} sources={facts.sources} />
    </div>
  );
}

function Entry({ told, at }: { told: Told; at: number }) {
  const desk = useDesk();
  switch (told.kind) {
    case "statement":
      return <Statement told={told} at={at} />;
    case "answers":
      return <Answers told={told} />;
    case "news":
      return <News event={told.event} />;
    case "end":
      return (
        <p class={`log-end log-end-${told.outcome}`}>
          <Say k={`record.end.${told.outcome}`} />
        </p>
      );
    default: {
      const party = told.kind === "sounding" ? told.by : told.party;
      return (
        <Line party={party} kind={told.kind}>
          {sentencesOf(desk, told, at).map((sentence) => (
            <p key={sentence.k}>
              <Say {...sentence} />
            </p>
          ))}
          {told.kind === "sounding" && told.issue >= 0 && <Behind party={told.of} issues={[told.issue]} />}
        </Line>
      );
    }
  }
}

/** The record of the table as this seat may read it, the newest round first: what has just happened is what one looks for. */
export function Log() {
  const { view } = useDesk();
  const [chosen, setChosen] = useState(ALL);
  const shown = view.log.filter((told) => isShown(told, chosen)).length;
  const rounds = new Map<number, { told: Told; at: number }[]>();
  for (const [at, told] of view.log.entries()) {
    if (!isShown(told, chosen)) continue;
    const lines = rounds.get(told.round) ?? [];
    lines.push({ told, at });
    rounds.set(told.round, lines);
  }
  return (
    <section class="log" aria-labelledby="log-title">
      <h2 id="log-title">
        <Say k="record.title" />
      </h2>
      {view.log.length === 0 && (
        <p class="quiet">
          <Say k="record.empty" />
        </p>
      )}
      {view.log.length > 0 && <Filter chosen={chosen} onChoose={setChosen} shown={shown} all={view.log.length} />}
      {[...rounds].reverse().map(([round, lines]) => (
        <section key={round} class="log-round">
          <h3>
            <Say k="record.round" v={{ round }} />
          </h3>
          <ol>
            {lines.map(({ told, at }) => (
              <li key={at} class={`log-${told.kind}`}>
                <Entry told={told} at={at} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
