import { useEffect, useState } from "preact/hooks";

/** As the style sheets have it: from here on the page is no phone's, and the options of an issue stand side by side. */
const WIDE = "(min-width: 43.75rem)";

export function isNarrow(): boolean {
  return !matchMedia(WIDE).matches;
}

/** Whether the page is as narrow as a phone: then what is not needed at once is folded. Follows a window that changes. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(isNarrow);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const change = (): void => setNarrow(!query.matches);
    change();
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  return narrow;
}
