import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { Asides } from "./asides.tsx";
import { Brief, Deeds } from "./deeds.tsx";
import { Latest } from "./latest.tsx";
import { Rails } from "./rails.tsx";

/** Everything that a seat may do in its turn: up to two asides, then one statement. */
export function Turn({ draft }: { draft: number }) {
  const mediator = useDesk().me?.role === "mediator";
  return (
    <section class="turn" aria-labelledby="turn-title">
      <header class="turn-head">
        <h2 id="turn-title" tabIndex={-1}>
          <Say k="table.your_turn" />
        </h2>
        <p class="turn-note">
          <Say k={mediator ? "table.your_turn.mediator" : "table.your_turn.note"} />
        </p>
        <Brief draft={draft} />
      </header>
      <Asides draft={draft} />
      <Latest />
      <Rails draft={draft} />
      <Deeds draft={draft} />
    </section>
  );
}
