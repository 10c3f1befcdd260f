import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { type Sentence, sentencesOf } from "./told.ts";

function Lines({ lines }: { lines: readonly Sentence[] }) {
  return (
    <>
      {lines.map((sentence, index) => (
        <p key={index}>
          <Say {...sentence} />
        </p>
      ))}
    </>
  );
}

/**
 * What has happened since the seat last spoke, where the record of the table is not beside it: on a narrow screen the record is
 * far below what the seat has to decide. The last line is in sight, what came before it a press away.
 */
export function Latest() {
  const desk = useDesk();
  const { log, seat } = desk.view;
  const last = log.findLastIndex((told) => told.kind === "statement" && told.party === seat);
  const lines = log.slice(last + 1).flatMap((told, index) => sentencesOf(desk, told, last + 1 + index));
  if (lines.length === 0) return null;
  const earlier = lines.slice(0, -1);
  return (
    <section class="latest" aria-labelledby="latest-title">
      <div class="latest-last">
        <h3 id="latest-title">
          <Say k="table.latest" />
        </h3>
        <Lines lines={lines.slice(-1)} />
      </div>
      {earlier.length > 0 && (
        <details class="fold">
          <summary>
            <Say k="table.latest.earlier" v={{ lines: earlier.length }} />
          </summary>
          <div class="latest-earlier">
            <Lines lines={earlier} />
          </div>
        </details>
      )}
    </section>
  );
}
