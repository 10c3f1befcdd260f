import { useId, useState } from "preact/hooks";
import { typedNumber } from "../../language/typed-number.ts";
import type { SeatNotes } from "../../play/record.ts";
import { NOTE_LIMIT } from "../../play/seats.ts";
import { wholeOrTenths } from "../parts/figures.ts";
import { ownSideOf, usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { type Level, MandatePart } from "./part.tsx";

/** 0–100, or null where a text is no such number. */
function targetIn(text: string): number | null {
  const target = typedNumber(text);
  return target >= 0 && target <= 100 ? target : null;
}

/** Leaves out what has been emptied, so that a record holds only what the player wrote. */
function without({ target, plan, notes }: { target: number | null; plan: string; notes: string }): SeatNotes {
  return {
    ...(target === null ? {} : { target }),
    ...(plan === "" ? {} : { plan }),
    ...(notes === "" ? {} : { notes }),
  };
}

function Target({ written, onTarget }: { written: number | undefined; onTarget: (target: number | null) => void }) {
  const presenter = usePresenter();
  const own = ownSideOf(presenter);
  const id = useId();
  const [text, setText] = useState(written === undefined ? "" : String(written));
  const bad = text.trim() !== "" && targetIn(text) === null;
  const figures = {
    walkAway: presenter.t.number(presenter.points(own.walkAway)),
    top: presenter.t.number(presenter.points(own.top)),
  };
  return (
    <label class="field">
      <span>
        <Message k="notes.target" />
      </span>
      <input
        type="text"
        inputMode="decimal"
        dir="ltr"
        class="own-target"
        data-note="target"
        autocomplete="off"
        value={text}
        aria-invalid={bad}
        aria-describedby={id}
        onInput={(event) => {
          setText(event.currentTarget.value);
          onTarget(targetIn(event.currentTarget.value));
        }}
      />
      <span id={id} class="quiet">
        {bad ? (
          <Message k="notes.target.bad" />
        ) : presenter.me?.role === "mediator" ? (
          <Message k="notes.target.note.mediator" />
        ) : (
          <Message k="notes.target.note" v={figures} />
        )}
      </span>
    </label>
  );
}

/** Where the seat writes down its own target, plan and notes; everything is saved with every letter. */
export function NotesForm({ level }: { level: Level }) {
  const { actions, me, notes: written } = usePresenter();
  const write = (more: { target?: number | null; plan?: string; notes?: string }): void =>
    actions.note(
      without({ target: written.target ?? null, plan: written.plan ?? "", notes: written.notes ?? "", ...more }),
    );
  return (
    <MandatePart k="notes.title" level={level} later>
      <p class="quiet">
        <Message k="notes.note" />
      </p>
      <div class="own-notes-form">
        <Target key={me?.id} written={written.target} onTarget={(target) => write({ target })} />
        <label class="field">
          <span>
            <Message k="notes.plan" />
          </span>
          <textarea
            rows={3}
            dir="auto"
            data-note="plan"
            maxLength={NOTE_LIMIT.plan}
            value={written.plan ?? ""}
            onInput={(event) => write({ plan: event.currentTarget.value })}
          />
          <span class="quiet">
            <Message k="notes.plan.note" />
          </span>
        </label>
        <label class="field">
          <span>
            <Message k="notes.notes" />
          </span>
          <textarea
            rows={3}
            dir="auto"
            data-note="notes"
            maxLength={NOTE_LIMIT.notes}
            value={written.notes ?? ""}
            onInput={(event) => write({ notes: event.currentTarget.value })}
          />
        </label>
      </div>
    </MandatePart>
  );
}

/** What the seat wrote down, to be read beside what came of it; nothing where it wrote nothing. */
export function OwnNotes() {
  const presenter = usePresenter();
  const { target, plan, notes } = presenter.notes;
  if (target === undefined && !plan && !notes) return null;
  return (
    <section class="own-notes" aria-labelledby="own-notes-title">
      <h2 id="own-notes-title">
        <Message k="notes.written" />
      </h2>
      {target !== undefined && (
        <p>
          <Message k="notes.written.target" v={{ target: wholeOrTenths(presenter.t, target) }} />
        </p>
      )}
      {plan && (
        <>
          <h3>
            <Message k="notes.plan" />
          </h3>
          <p class="own-words" dir="auto">
            {plan}
          </p>
        </>
      )}
      {notes && (
        <>
          <h3>
            <Message k="notes.notes" />
          </h3>
          <p class="own-words" dir="auto">
            {notes}
          </p>
        </>
      )}
    </section>
  );
}
