import { useEffect, useState } from "preact/hooks";
import { Say } from "../parts/speaker.tsx";
import type { Session } from "../session/session.ts";

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * A file may be dropped anywhere on the page. Never left to the browser: it would open the file in the place of the page, and of
 * the play on it.
 */
export function DropAnywhere({ session }: { session: Session }) {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    // Entering a child comes before leaving its parent: only the balance says whether a file is above the page.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setAbove(true);
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setAbove(false);
    };
    const over = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setAbove(false);
      const file = event.dataTransfer?.files[0];
      if (file) session.drop(file);
    };
    const calls = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, call] of Object.entries(calls)) document.addEventListener(name, call as EventListener);
    return () => {
      for (const [name, call] of Object.entries(calls)) document.removeEventListener(name, call as EventListener);
    };
  }, [session]);
  if (!above) return null;
  return (
    <div class="drop-here" aria-hidden="true">
      <p>
        <Say k={session.state.sitting ? "start.drop.playing" : "start.drop"} />
      </p>
    </div>
  );
}
