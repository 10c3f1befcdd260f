import { Message } from "./speaker.tsx";

/** Hands a record to the browser as a file. */
export function SaveRecord({ onSave, quiet = false }: { onSave: () => void; quiet?: boolean }) {
  return (
    <button type="button" class={quiet ? "quiet-button quiet-save" : "button"} onClick={onSave}>
      <Message k="result.save" />
    </button>
  );
}
