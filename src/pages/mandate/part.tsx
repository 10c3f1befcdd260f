import type { ComponentChildren } from "preact";
import type { Key } from "../../language/speak.ts";
import { Term } from "../glossary/term.tsx";
import type { TermId } from "../glossary/terms.ts";
import { useNarrow } from "../parts/narrow.ts";
import { Say } from "../parts/speaker.tsx";

/** How deep the headings stand: a mandate is a screen of its own, and a tab beside the table. */
export type Level = 2 | 3;

interface PartProps {
  readonly k: Key;
  readonly level: Level;
  /** A word of the field that the heading explains. */
  readonly term?: TermId;
  /** On a phone only its heading is shown until somebody asks for more. */
  readonly later?: boolean;
  readonly children: ComponentChildren;
}

/** A button inside what opens a fold would be two controls in one: there the word explains itself under the heading. */
function Folded({ k, level, term, children }: PartProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <details class="mandate-part mandate-fold">
      <summary>
        <Heading>
          <Say k={k} />
        </Heading>
      </summary>
      {term && (
        <p class="quiet">
          <Term id={term} />
        </p>
      )}
      {children}
    </details>
  );
}

/** One heading of a mandate with what stands under it. */
export function Part(props: PartProps) {
  const narrow = useNarrow();
  const { k, level, term, later, children } = props;
  const Heading = level === 2 ? "h2" : "h3";
  if (narrow && later) return <Folded {...props} />;
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
