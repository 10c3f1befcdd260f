import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { sentencesOf } from "./told.ts";

/**
 * What has happened since the seat last spoke, where the record of the table is not beside it: on a narrow screen the record is
 * far below what the seat has to decide.
 */
export function Latest() {
  const desk = useDesk();
  const { log, seat } = desk.view;
  const last = log.findLastIndex((told) => told.kind === "statement" && told.party === seat);
  const lines = log.slice(last + 1).flatMap((told, index) => sentencesOf(desk, told, last + 1 + index));
  if (lines.length === 0) return null;
  return (
    <section class="latest" aria-labelledby="latest-title">
      <h3 id="latest-title">
        <Say k="table.latest" />
      </h3>
      {lines.map((sentence, index) => (
        <p key={index}>
          <Say {...sentence} />
        </p>
      ))}
    </section>
  );
}
