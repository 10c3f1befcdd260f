import type { Disclosed } from "../../table/view/disclosed.ts";
import type { LogAnswer } from "../../table/view/log.ts";
import { usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, useText, Words } from "../parts/speaker.tsx";
import { NearMiss, ReasonsList } from "./reasons.tsx";

/** The interests behind what a party has said of these issues, each once with the issues that it stands behind. */
export function Behind({ party, issues }: { party: number; issues: readonly number[] }) {
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
          {behind.length === issues.length ? (
            <Message k="guide.behind" />
          ) : (
            <Message k="record.behind" v={{ issue: t.list(behind.map(title)) }} />
          )}{" "}
          <Words of={interest.text} /> <GroundsNote of={interest.grounds} sources={facts.sources} />
        </div>
      ))}
    </>
  );
}

/** What a party has let be known of its refusal: red lines, the interests behind it and, to its own side, the reasons. */
export function Refusal({ answer }: { answer: LogAnswer }) {
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
