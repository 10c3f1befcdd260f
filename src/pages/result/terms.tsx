import type { HistoryEntry } from "../../scenario/types.ts";
import { usePresenter } from "../parts/presenter.tsx";
import { FactLine } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { ColumnHeads } from "../parts/tables.tsx";

/** The signed text beside what history decided. Either may be missing. */
export function TermsBesideHistory({ history }: { history: HistoryEntry | null }) {
  const presenter = usePresenter();
  const { facts, view } = presenter;
  const signed = view.signed >= 0;
  return (
    <table class="terms-table">
      <caption class="hidden">
        <Message k="result.terms" />
      </caption>
      <thead>
        <tr>
          <ColumnHeads keys={["result.issue"]} />
          {signed && <ColumnHeads keys={["result.yours"]} />}
          {history && <ColumnHeads keys={["result.history"]} />}
        </tr>
      </thead>
      <tbody>
        {facts.issues.map(({ id, title }, issue) => {
          const theirs = history?.terms[issue] ?? null;
          const ours = signed ? presenter.optionOf(view.signed, issue) : null;
          const same = theirs !== null && ours === presenter.option(issue, theirs);
          return (
            <tr key={id} class={same ? "same" : ""}>
              <th scope="row">
                <Words of={title} />
              </th>
              {ours !== null && (
                <td>
                  <strong>
                    <bdi>{ours}</bdi>
                  </strong>
                </td>
              )}
              {history && <td>{theirs === null ? "–" : <bdi>{presenter.option(issue, theirs)}</bdi>}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What history did, in words and with its sources. */
export function History({ entry }: { entry: HistoryEntry }) {
  const { facts } = usePresenter();
  return (
    <div class="history">
      {entry.text && (
        <p>
          <Words of={entry.text} />
        </p>
      )}
      {entry.aftermath && (
        <p>
          <Message k={`aftermath.${entry.aftermath}`} />
        </p>
      )}
      {entry.grounds.cite.length > 0 && (
        <ul class="cited">
          {entry.grounds.cite.map((cite) => (
            <li key={cite}>
              <FactLine cite={cite} sources={facts.sources} />
            </li>
          ))}
        </ul>
      )}
      {entry.grounds.why && (
        <p class="judgement">
          <Words of={entry.grounds.why} />
        </p>
      )}
    </div>
  );
}
