import type { Session } from "../store/session.ts";
import { Message } from "./speaker.tsx";

/** Hands the record to the browser as a file. The address is only good for the moment of the click. */
export function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** File names take no more than letters, digits and dashes everywhere. */
function fileName(id: string, seed: string): string {
  const plain = `${id}-${seed}`.replaceAll(/[^A-Za-z0-9-]+/g, "-").slice(0, 80);
  return `${plain}.parley.json`;
}

/** Saves the record of the play under way or at its end. */
export function SaveRecord({ session, quiet = false }: { session: Session; quiet?: boolean }) {
  const { openPlay } = session.state;
  if (!openPlay) return null;
  const { scenario, seed } = openPlay.play;
  return (
    <button
      type="button"
      class={quiet ? "quiet-button quiet-save" : "button"}
      onClick={() => download(session.recordText(), fileName(scenario.id, seed))}
    >
      <Message k="result.save" />
    </button>
  );
}
