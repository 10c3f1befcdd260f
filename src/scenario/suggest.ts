import { distance } from "fastest-levenshtein";

const LONGEST_SHOWN = 60;
const MOST_LISTED = 12;

/** Words of the file are shown in quotation marks, cut short, with nothing in them that could move the cursor or turn the text. */
export function quote(word: unknown): string {
  const text = typeof word === "string" ? word : (JSON.stringify(word) ?? String(word));
  const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  const visible = short.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
  return typeof word === "string" ? `"${visible}"` : visible;
}

/** The candidate that was probably meant; undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.slice(0, LONGEST_SHOWN).toLowerCase();
  const near = Math.max(1, Math.floor(typed.length / 3));
  let best: string | undefined;
  let least = near + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= least) continue;
    const steps = distance(typed, candidate.toLowerCase());
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

/** `a, b, c`, cut after a dozen. */
export function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_LISTED).join(", ");
  return words.length > MOST_LISTED ? `${shown} and ${words.length - MOST_LISTED} more` : shown;
}

/** How to mend a word that does not exist: `Did you mean "russia"? Parties: us, russia.` */
export function didYouMean(word: string, candidates: readonly string[], heading: string): string {
  const meant = nearest(word, candidates);
  const question = meant === undefined ? "" : `Did you mean "${meant}"? `;
  const choices = candidates.length === 0 ? "none" : listed(candidates);
  return `${question}${heading}: ${choices}.`;
}
