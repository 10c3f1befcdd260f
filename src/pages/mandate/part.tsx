import type { ComponentChildren } from "preact";
import type { Key } from "../../language/speak.ts";
import type { Terms } from "../../scenario/types.ts";
import { useDesk } from "../desk.tsx";
import { Term } from "../glossary/term.tsx";
import type { TermId } from "../glossary/terms.ts";
import { Say } from "../parts/speaker.tsx";

/** Options of some issues, in words: "Start: 1 March or no date". */
export function TermsInWords({ of }: { of: Terms }) {
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

/** How deep the headings stand: a mandate is a screen of its own, and a tab beside the table. */
export type Level = 2 | 3;

interface PartProps {
  readonly k: Key;
  readonly level: Level;
  /** A word of the field that the heading explains. */
  readonly term?: TermId;
  readonly children: ComponentChildren;
}

/** One heading of a mandate with what stands under it. */
export function Part({ k, level, term, children }: PartProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class="mandate-part">
      <Heading>
        {term ? (
          <Term id={term}>
            <Say k={k} />
          </Term>
        ) : (
          <Say k={k} />
        )}
      </Heading>
      {children}
    </section>
  );
}
