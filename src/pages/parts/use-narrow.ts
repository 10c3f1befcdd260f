import { useEffect, useState } from "preact/hooks";

/** As the style sheets have it: a phone. */
const NARROW = "(max-width: 43.7499rem)";

/** Whether the page is as narrow as a phone: then what is not needed at once is folded. Follows a window that changes. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const change = (): void => setNarrow(query.matches);
    change();
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  return narrow;
}
