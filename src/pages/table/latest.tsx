import { usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { type Sentence, sentencesOf, sinceLastSpoke } from "./sentences.ts";

function Lines({ lines }: { lines: readonly Sentence[] }) {
  return (
    <>
      {lines.map((sentence, index) => (
        <p key={index}>
          <Message {...sentence} />
        </p>
      ))}
    </>
  );
}

/**
 * What has happened since the seat last spoke, where the log is not beside it: on a narrow screen the log is
 * far below what the seat has to decide. The last line is in sight, what came before it a press away.
 */
export function Latest() {
  const presenter = usePresenter();
  const lines = sinceLastSpoke(presenter.view).flatMap(({ line, at }) => sentencesOf(presenter, line, at));
  if (lines.length === 0) return null;
  const earlier = lines.slice(0, -1);
  return (
    <section class="latest" aria-labelledby="latest-title">
      <div class="latest-last">
        <h3 id="latest-title">
          <Message k="table.latest" />
        </h3>
        <Lines lines={lines.slice(-1)} />
      </div>
      {earlier.length > 0 && (
        <details class="fold">
          <summary>
            <Message k="table.latest.earlier" v={{ lines: earlier.length }} />
          </summary>
          <div class="latest-earlier">
            <Lines lines={earlier} />
          </div>
        </details>
      )}
    </section>
  );
}

/** Reads out what has just happened: one sentence for each offer, answer and event, politely. */
export function Announcer({ from }: { from: number }) {
  const presenter = usePresenter();
  const lines = presenter.view.log
    .slice(from)
    .flatMap((line, index) =>
      sentencesOf(presenter, line, from + index).map((sentence, n) => ({ key: `${from + index}/${n}`, sentence })),
    );
  return (
    <div class="hidden" aria-live="polite" data-announcer>
      {lines.map(({ key, sentence }) => (
        <p key={key}>{presenter.t.say(sentence.k, sentence.v)}</p>
      ))}
    </div>
  );
}
