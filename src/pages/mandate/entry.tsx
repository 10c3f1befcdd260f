import type { ComponentChildren } from "preact";
import type { Grounds as GroundsOf, Terms, Text } from "../../scenario/types.ts";
import { useDesk } from "../desk.tsx";
import { Grounds } from "../parts/grounds.tsx";
import { Say, Words } from "../parts/speaker.tsx";

/** Options of some issues, in words: "Start: 1 March or no date". */
function TermsInWords({ of }: { of: Terms }) {
  const desk = useDesk();
  return (
    <ul class="terms-words">
      {of.map(({ issue, options }) => (
        <li key={issue}>
          <span class="quiet">
            <bdi>{desk.issue(issue)}</bdi>
          </span>{" "}
          {options.map((option, index) => (
            <span key={option}>
              {index > 0 && <Say k="mandate.or" />}
              <bdi>{desk.option(issue, option)}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly title: Text | null;
  /** Beside the title. */
  readonly badge?: ComponentChildren;
  /** The options that it is about. */
  readonly terms?: Terms;
  readonly grounds: GroundsOf;
  /** What more there is to say, in one line. */
  readonly children?: ComponentChildren;
}

/** One thing that the capital has laid down: what it is called, the options it is about, and what it rests on. */
export function Entry({ title, badge, terms = [], grounds, children }: EntryProps) {
  const { facts } = useDesk();
  return (
    <div class="entry">
      <div class="entry-head">
        {title && (
          <strong>
            <Words of={title} />
          </strong>
        )}
        {badge}
        <Grounds of={grounds} sources={facts.sources} />
      </div>
      {terms.length > 0 && <TermsInWords of={terms} />}
      {children && <p class="entry-note quiet">{children}</p>}
    </div>
  );
}
