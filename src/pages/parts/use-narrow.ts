import { useEffect, useState } from "preact/hooks";

/** As the style sheets have it: from here on the page is no phone's, and the options of an issue stand side by side. */
const WIDE = "(min-width: 43.75rem)";
/** From here on what is read stands beside the table. */
const BESIDE = "(min-width: 68.75rem)";

export function isNarrow(): boolean {
  return !matchMedia(WIDE).matches;
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = (): void => setMatches(list.matches);
    change();
    list.addEventListener("change", change);
    return () => list.removeEventListener("change", change);
  }, [query]);
  return matches;
}

/** Whether the page is as narrow as a phone: then what is not needed at once is folded. Follows a window that changes. */
export function useNarrow(): boolean {
  return !useMedia(WIDE);
}

/** Whether what is read stands beside the table, and not under it. Follows a window that changes. */
export function useBeside(): boolean {
  return useMedia(BESIDE);
}
