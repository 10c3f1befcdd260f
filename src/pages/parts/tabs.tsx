import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Key } from "../../language/speaker.ts";
import { Message, useSpeaker } from "./speaker.tsx";

/** One page behind a tab; `k` is the message that names it. */
export interface Tab {
  readonly id: string;
  readonly k: Key;
  readonly body: ComponentChildren;
}

interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Pages of which one is shown; arrow keys go from one to the next in reading direction (WAI-ARIA tabs pattern). */
export function Tabs({ tabs, chosen, onChoose }: TabsProps) {
  const { direction } = useSpeaker();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const step = event.key === forward ? 1 : event.key === back ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" ref={list} onKeyDown={move}>
        {tabs.map(({ id, k }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={`panel-${id}`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            <Message k={k} />
          </button>
        ))}
      </div>
      {tabs.map(({ id, body }) => (
        <div key={id} id={`panel-${id}`} role="tabpanel" aria-labelledby={`tab-${id}`} hidden={id !== chosen}>
          {id === chosen && body}
        </div>
      ))}
    </div>
  );
}
