import type { ComponentChildren } from "preact";

/** What is decided on one issue. */
interface ListedTerm {
  readonly id: string | number;
  readonly issue: ComponentChildren;
  readonly option: ComponentChildren;
}

/** The terms of a package, or of a part of it, issue by issue. */
export function TermList({ of }: { of: readonly ListedTerm[] }) {
  return (
    <ul class="log-terms">
      {of.map(({ id, issue, option }) => (
        <li key={id}>
          <span class="quiet">{issue}</span> {option}
        </li>
      ))}
    </ul>
  );
}
