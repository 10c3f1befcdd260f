import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import type { TermId } from "./glossary.tsx";

/** Between word and note, and between note and the edge of the window, in CSS pixels. */
const GAP = 8;

/** Puts the note below its word, or above it where there is no room below; never beyond the window's edges. */
function place(note: HTMLElement, word: HTMLElement): void {
  const at = word.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const start = document.documentElement.dir === "rtl" ? at.right - width : at.left;
  const left = Math.max(GAP, Math.min(start, clientWidth - width - GAP));
  const below = at.bottom + GAP + height <= clientHeight || at.top < height + GAP;
  const top = below ? at.bottom + GAP : at.top - height - GAP;
  // Of the page, not of the window, so that the note goes along when the player scrolls or zooms to read it.
  note.style.left = `${left + window.scrollX}px`;
  note.style.top = `${top + window.scrollY}px`;
}

interface TermProps {
  readonly id: TermId;
  /** The word as it stands in the sentence; left out: as the glossary has it. */
  readonly children?: ComponentChildren;
}

/**
 * A word of the field that explains itself: a button in the sentence, and a note that stays until Escape, a press elsewhere or
 * a second press on the word (WCAG 1.4.13). The focus never leaves the word.
 */
export function Term({ id, children }: TermProps) {
  const t = useSpeaker();
  const name = useId();
  const word = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  return (
    <span class="term">
      <button
        type="button"
        ref={word}
        class="term-word"
        popovertarget={name}
        aria-describedby={`${name}-what`}
        data-term={id}
      >
        {children ?? t.say(`glossary.${id}.term`)}
      </button>
      <span id={`${name}-what`} hidden>
        <Message k="glossary.what" />
      </span>
      <span
        id={name}
        ref={note}
        popover="auto"
        role="note"
        class="term-note"
        onToggle={(event) => {
          if (event.newState === "open" && note.current && word.current) place(note.current, word.current);
        }}
      >
        <strong>
          <Message k={`glossary.${id}.term`} />
        </strong>{" "}
        <span>
          <Message k={`glossary.${id}.means`} />
        </span>{" "}
        <span class="term-known">
          <Message k="glossary.literature" v={{ name: t.say(`glossary.${id}.known`) }} />
        </span>
      </span>
    </span>
  );
}
