import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Action } from "../../play/action.ts";
import { usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";

interface ConfirmationProps {
  readonly question: ComponentChildren;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once. The way back has the focus: a hasty second press does no harm. */
function Confirmation({ question, onYes, onNo }: ConfirmationProps) {
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <fieldset class="sure" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div class="buttons">
        <button type="button" class="button button-grave" data-sure="yes" onClick={onYes}>
          <Message k="table.sure.yes" />
        </button>
        <button type="button" class="button" ref={no} aria-describedby={id} onClick={onNo}>
          <Message k="table.sure.no" />
        </button>
      </div>
    </fieldset>
  );
}

interface ActionButtonProps {
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
 * teaches no rules.
 */
export function ActionButton({ action, children, note, tone = "plain", sure = null }: ActionButtonProps) {
  const { actions } = usePresenter();
  const [asking, setAsking] = useState(false);
  const asked = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const closed = actions.closed(action);
  useEffect(() => {
    if (asked.current && !asking) button.current?.focus();
    asked.current = asking;
  }, [asking]);
  const act = (): void => {
    setAsking(false);
    actions.act(action);
  };
  const press = (): void => {
    if (closed) return;
    if (sure === null) act();
    else setAsking(true);
  };
  return (
    <div class={`deed deed-${tone}`} data-deed={action.kind}>
      {asking ? (
        <Confirmation question={sure} onYes={act} onNo={() => setAsking(false)} />
      ) : (
        <>
          <button
            type="button"
            ref={button}
            class={tone === "plain" ? "button" : `button button-${tone}`}
            aria-disabled={closed !== null}
            aria-describedby={`${id}-note`}
            onClick={press}
          >
            {children}
          </button>
          <p id={`${id}-note`} class="deed-note">
            {closed ? <Message k={`closed.${closed}`} /> : note}
          </p>
        </>
      )}
    </div>
  );
}
