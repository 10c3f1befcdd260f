import type { HistoryEntry } from "../../scenario/types.ts";
import { useDesk } from "../desk.tsx";
import { Fact } from "../parts/grounds.tsx";
import { Say, Words } from "../parts/speaker.tsx";

/** The signed text beside what history decided. Either may be missing. */
export function TermsBesideHistory({ history }: { history: HistoryEntry | null }) {
  const desk = useDesk();
  const { facts, view } = desk;
  const signed = view.signed >= 0;
  return (
    <table class="terms-table">
      <caption class="hidden">
        <Say k="result.terms" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Say k="result.issue" />
          </th>
          {signed && (
            <th scope="col">
              <Say k="result.yours" />
            </th>
          )}
          {history && (
            <th scope="col">
              <Say k="result.history" />
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {facts.issues.map(({ id, title }, issue) => {
          const theirs = history?.terms[issue] ?? null;
          const ours = signed ? desk.optionOf(view.signed, issue) : null;
          const same = theirs !== null && ours === desk.option(issue, theirs);
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
              {history && <td>{theirs === null ? "–" : <bdi>{desk.option(issue, theirs)}</bdi>}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What history did, in words and with its sources. */
export function History({ entry }: { entry: HistoryEntry }) {
  const { facts } = useDesk();
  return (
    <div class="history">
      {entry.text && (
        <p>
          <Words of={entry.text} />
        </p>
      )}
      {entry.aftermath && (
        <p>
          <Say k={`aftermath.${entry.aftermath}`} />
        </p>
      )}
      {entry.grounds.cite.length > 0 && (
        <ul class="cited">
          {entry.grounds.cite.map((cite) => (
            <li key={cite}>
              <Fact cite={cite} sources={facts.sources} />
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
