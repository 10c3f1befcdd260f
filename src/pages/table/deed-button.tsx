import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { Action } from "../../play/action.ts";
import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";

interface DeedButtonProps {
  readonly action: Action;
  readonly children: ComponentChildren;
  /** Said under the label while the action is open. */
  readonly note?: ComponentChildren;
  readonly tone?: "first" | "plain" | "grave";
  /** Asked once before it is done; null: it is done at once. */
  readonly sure?: ComponentChildren;
}

/**
 * Does one action. Closed ones stay in their place and can be reached, and say why they are closed: a button that vanishes
 * teaches nobody the rules.
 */
export function DeedButton({ action, children, note, tone = "plain", sure = null }: DeedButtonProps) {
  const { session } = useDesk();
  const [asking, setAsking] = useState(false);
  const id = useId();
  const closed = session.closed(action);
  const press = (): void => {
    if (closed) return;
    const ask = sure !== null && !asking;
    setAsking(ask);
    if (!ask) session.act(action);
  };
  return (
    <div class={`deed deed-${tone}${closed ? " deed-closed" : ""}`}>
      {asking ? (
        <fieldset class="sure" aria-describedby={`${id}-sure`}>
          <p id={`${id}-sure`}>{sure}</p>
          <div class="buttons">
            <button type="button" class="button button-grave" onClick={press} ref={(it) => it?.focus()}>
              <Say k="table.sure.yes" />
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              <Say k="table.sure.no" />
            </button>
          </div>
        </fieldset>
      ) : (
        <>
          <button
            type="button"
            class={tone === "plain" ? "button" : `button button-${tone}`}
            aria-disabled={closed !== null}
            aria-describedby={`${id}-note`}
            onClick={press}
          >
            {children}
          </button>
          <p id={`${id}-note`} class="deed-note">
            {closed ? <Say k={`closed.${closed}`} /> : note}
          </p>
        </>
      )}
    </div>
  );
}
