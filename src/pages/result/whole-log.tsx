import { useRef } from "preact/hooks";
import { Say } from "../parts/speaker.tsx";
import { Log } from "../table/log.tsx";

/** The whole record with the reasons of everyone, which can be unfolded all at once. */
export function WholeLog() {
  const place = useRef<HTMLDetailsElement>(null);
  const unfold = (): void => {
    const folds = place.current?.querySelectorAll<HTMLDetailsElement>("details.fold") ?? [];
    const open = [...folds].some((fold) => !fold.open);
    for (const fold of folds) fold.open = open;
  };
  return (
    <details class="fold open-log" ref={place}>
      <summary>
        <Say k="result.log" />
      </summary>
      <button type="button" class="button unfold" onClick={unfold}>
        <Say k="result.log.unfold" />
      </button>
      <Log />
    </details>
  );
}
