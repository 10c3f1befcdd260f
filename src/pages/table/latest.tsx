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
 * What has happened since the seat last spoke, the newest first, before anything that it may do. The newest is in sight, what
 * came before it a press away.
 * @param sight how many things are in sight
 */
export function Latest({ sight }: { sight: number }) {
  const presenter = usePresenter();
  const told = sinceLastSpoke(presenter.view)
    .map(({ line, at }) => sentencesOf(presenter, line, at))
    .filter((sentences) => sentences.length > 0)
    .reverse();
  if (told.length === 0) return null;
  const newest = told.slice(0, sight).flat();
  const before = told.slice(sight).flat();
  return (
    <section class="latest" aria-labelledby="latest-title">
      <div class="latest-newest">
        <h3 id="latest-title">
          <Message k="table.latest" />
        </h3>
        <div>
          <Lines lines={newest} />
        </div>
      </div>
      {before.length > 0 && (
        <details class="fold">
          <summary>
            <Message k="table.latest.earlier" v={{ lines: before.length }} />
          </summary>
          <div class="latest-earlier">
            <Lines lines={before} />
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
