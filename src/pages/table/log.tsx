import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Disclosed } from "../../table/view/disclosed.ts";
import type { LogAnswer, LogLine } from "../../table/view/log.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { differing, usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, useText, Words } from "../parts/speaker.tsx";
import { TermList } from "../parts/term-list.tsx";
import { ALL, Filter, isShown } from "./filter.tsx";
import { NearMiss, ReasonsList } from "./reasons.tsx";
import { answerWords, sentencesOf, standingBefore, statementKey } from "./sentences.ts";

function Terms({ pack, issues }: { pack: number; issues: readonly number[] }) {
  const presenter = usePresenter();
  const terms = issues.map((issue) => ({
    id: issue,
    issue: <bdi>{presenter.issue(issue)}</bdi>,
    option: (
      <strong>
        <bdi>{presenter.optionOf(pack, issue)}</bdi>
      </strong>
    ),
  }));
  return <TermList of={terms} />;
}

/** A line said by one party: its mark, its name, what it did. */
function Line({ party, children, kind = "" }: { party: number; children: ComponentChildren; kind?: string }) {
  const presenter = usePresenter();
  const facts = presenter.party(party);
  return (
    <div class={`line hue-${facts.mark.colour} ${kind}`}>
      <PartyMarkIcon mark={facts.mark} size="s" />
      <div class="line-body">{children}</div>
    </div>
  );
}

function Statement({ line, at }: { line: LogLine & { kind: "statement" }; at: number }) {
  const presenter = usePresenter();
  const before = standingBefore(presenter.view.log, at, line.party);
  const changed = line.package >= 0 ? differing(presenter, line.package, before) : [];
  const { party } = line;
  const v = { party: presenter.name(party), of: line.of >= 0 ? presenter.name(line.of) : "" };
  return (
    <Line party={party}>
      <p>
        <Message k={statementKey(presenter, line)} v={v} />
      </p>
      {(line.says === "OFFER" || line.says === "TEXT") && <Terms pack={line.package} issues={changed} />}
    </Line>
  );
}

/** The interests behind what a party has said of these issues, each once with the issues that it stands behind. */
function Behind({ party, issues }: { party: number; issues: readonly number[] }) {
  const { disclosed, facts, t, issue: title } = usePresenter();
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
          <Message k="record.behind" v={{ issue: t.list(behind.map(title)) }} /> <Words of={interest.text} />{" "}
          <GroundsNote of={interest.grounds} sources={facts.sources} />
        </div>
      ))}
    </>
  );
}

function Refusal({ answer }: { answer: LogAnswer }) {
  const { disclosed, view } = usePresenter();
  const text = useText();
  const side = view.sides[answer.party] ?? (answer.party === view.seat ? view.own : null);
  return (
    <>
      {answer.red.map((line) => {
        const title = disclosed.redLine(answer.party, line)?.title;
        return (
          <p key={line} class="log-note">
            <Message k="record.red" v={{ line: title ? text(title) : "" }} />
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
            <Message k="reasons.title" />
          </summary>
          <ReasonsList of={answer.reasons} side={side} />
        </details>
      )}
    </>
  );
}

function Answers({ line }: { line: LogLine & { kind: "answers" } }) {
  const presenter = usePresenter();
  return (
    <div class="answers">
      {line.final && (
        <p class="log-note">
          <Message k="record.final" />
        </p>
      )}
      {line.answers.map((answer) => (
        <Line key={answer.party} party={answer.party} kind={answer.accepts ? "accepts" : "refuses"}>
          <p>
            <Message {...answerWords(presenter, answer)} />
          </p>
          <Refusal answer={answer} />
        </Line>
      ))}
    </div>
  );
}

function News({ event }: { event: number }) {
  const { disclosed, facts } = usePresenter();
  const news = disclosed.news(event);
  if (!news) return null;
  return (
    <div class={news.historical ? "news news-historical" : "news news-simulated"}>
      <p class="news-badge">
        <Message k={news.historical ? "record.badge.historical" : "record.badge.simulated"} />
      </p>
      <p>
        <Words of={news.text} />
      </p>
      <GroundsNote of={news.grounds} sources={facts.sources} />
    </div>
  );
}

function Entry({ line, at }: { line: LogLine; at: number }) {
  const presenter = usePresenter();
  switch (line.kind) {
    case "statement":
      return <Statement line={line} at={at} />;
    case "answers":
      return <Answers line={line} />;
    case "news":
      return <News event={line.event} />;
    case "end":
      return (
        <p class={`log-end log-end-${line.outcome}`}>
          <Message k={`record.end.${line.outcome}`} />
        </p>
      );
    default: {
      return (
        <Line party={line.party} kind={line.kind}>
          {sentencesOf(presenter, line, at).map((sentence) => (
            <p key={sentence.k}>
              <Message {...sentence} />
            </p>
          ))}
          {line.kind === "sounding" && line.issue >= 0 && <Behind party={line.of} issues={[line.issue]} />}
        </Line>
      );
    }
  }
}

/** The log as this seat may read it, the newest round first: what has just happened is what one looks for. */
export function Log() {
  const { view } = usePresenter();
  const [chosen, setChosen] = useState(ALL);
  const shown = view.log.filter((line) => isShown(line, chosen)).length;
  const rounds = new Map<number, { line: LogLine; at: number }[]>();
  for (const [at, line] of view.log.entries()) {
    if (!isShown(line, chosen)) continue;
    const lines = rounds.get(line.round) ?? [];
    lines.push({ line, at });
    rounds.set(line.round, lines);
  }
  return (
    <section class="log" aria-labelledby="log-title">
      <h2 id="log-title">
        <Message k="record.title" />
      </h2>
      {view.log.length === 0 && (
        <p class="quiet">
          <Message k="record.empty" />
        </p>
      )}
      {view.log.length > 0 && <Filter chosen={chosen} onChoose={setChosen} shown={shown} all={view.log.length} />}
      {[...rounds].reverse().map(([round, lines]) => (
        <section key={round} class="log-round">
          <h3>
            <Message k="record.round" v={{ round }} />
          </h3>
          <ol>
            {lines.map(({ line, at }) => (
              <li key={at} class={`log-${line.kind}`}>
                <Entry line={line} at={at} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
