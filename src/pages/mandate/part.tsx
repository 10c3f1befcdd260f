import type { ComponentChildren } from "preact";
import type { Key } from "../../language/speaker.ts";
import type { Grounds as GroundsOf, Terms, Text } from "../../scenario/types.ts";
import type { TermId } from "../guide/glossary.tsx";
import { Term } from "../guide/term.tsx";
import { usePresenter } from "../parts/presenter.tsx";
import { GroundsNote } from "../parts/sources.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { useNarrow } from "../parts/use-narrow.ts";

/** How deep the headings stand: a mandate is a screen of its own, and a tab beside the table. */
export type Level = 2 | 3;

interface MandatePartProps {
  readonly k: Key;
  readonly level: Level;
  /** A word of the field that the heading explains. */
  readonly term?: TermId;
  /** On a phone only its heading is shown until the player asks for more. */
  readonly later?: boolean;
  readonly children: ComponentChildren;
}

/** A button inside what opens a fold would be two controls in one: there the word explains itself under the heading. */
function Folded({ k, level, term, children }: MandatePartProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <details class="mandate-part mandate-fold">
      <summary>
        <Heading>
          <Message k={k} />
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
export function MandatePart(props: MandatePartProps) {
  const narrow = useNarrow();
  const { k, level, term, later, children } = props;
  const Heading = level === 2 ? "h2" : "h3";
  if (narrow && later) return <Folded {...props} />;
  return (
    <section class="mandate-part">
      <Heading>
        {term ? (
          <Term id={term}>
            <Message k={k} />
          </Term>
        ) : (
          <Message k={k} />
        )}
      </Heading>
      {children}
    </section>
  );
}

/** Options of some issues, in words: "Start: 1 March or no date". */
function TermsInWords({ of }: { of: Terms }) {
  const presenter = usePresenter();
  return (
    <ul class="terms-words">
      {of.map(({ issue, options }) => (
        <li key={issue}>
          <span class="quiet">
            <bdi>{presenter.issue(issue)}</bdi>
          </span>{" "}
          {options.map((option, index) => (
            <span key={option}>
              {index > 0 && <Message k="mandate.or" />}
              <bdi>{presenter.option(issue, option)}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

interface MandateItemProps {
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
export function MandateItem({ title, badge, terms = [], grounds, children }: MandateItemProps) {
  const { facts } = usePresenter();
  return (
    <div class="entry">
      <div class="entry-head">
        {title && (
          <strong>
            <Words of={title} />
          </strong>
        )}
        {badge}
        <GroundsNote of={grounds} sources={facts.sources} />
      </div>
      {terms.length > 0 && <TermsInWords of={terms} />}
      {children && <p class="entry-note quiet">{children}</p>}
    </div>
  );
}
