import { useEffect, useState } from "preact/hooks";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import type { Session } from "../store/session.ts";
import type { FileReport } from "../store/store.ts";

interface FileOpenerProps {
  readonly actions: Pick<Session, "openFile" | "offerShipped">;
  /** The file whose scenario is offered; null: the one that comes with the site is. */
  readonly opened: string | null;
}

/** Opens a scenario or a record from the computer. */
export function FileOpener({ actions, opened }: FileOpenerProps) {
  return (
    <section class="files" aria-labelledby="files-title">
      <h2 id="files-title">
        <Message k="start.files" />
      </h2>
      <p class="quiet">
        <Message k="start.files.note" />
      </p>
      <label class="button file">
        <Message k="start.files.choose" />
        <input
          type="file"
          class="hidden"
          accept=".yaml,.yml,.json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            // The same file may be mended and chosen again.
            if (file) void actions.openFile(file).finally(() => (input.value = ""));
          }}
        />
      </label>
      {opened && (
        <button type="button" class="button" onClick={() => void actions.offerShipped()}>
          <Message k="start.shipped" />
        </button>
      )}
    </section>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * A file may be dropped anywhere on the page. Never left to the browser: it would open the file in the place of the page, and of
 * the play on it.
 */
export function DropAnywhere({ onDrop, playing }: { onDrop: (file: File) => void; playing: boolean }) {
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
      if (file) onDrop(file);
    };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("dragenter", enter, { signal });
    document.addEventListener("dragleave", leave, { signal });
    document.addEventListener("dragover", over, { signal });
    document.addEventListener("drop", drop, { signal });
    return () => listening.abort();
  }, [onDrop]);
  if (!above) return null;
  return (
    <div class="drop-here" aria-hidden="true">
      <p>
        <Message k={playing ? "start.drop.playing" : "start.drop"} />
      </p>
    </div>
  );
}

/** What is wrong with a file that was opened, by place. Diagnostics are written in English whatever the screen speaks. */
export function FileDiagnostics({ check }: { check: FileReport }) {
  const t = useSpeaker();
  const errors = check.diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = check.diagnostics.length - errors;
  return (
    <section class="check" role="alert" aria-labelledby="check-title">
      <h2 id="check-title">
        <Message k="check.title" v={{ file: check.file, errors, warnings }} />
      </h2>
      <p>
        <Message k={check.broken ? "check.broken" : "check.fine"} />
      </p>
      <ol class="diagnostics">
        {check.diagnostics.map(({ file, line, column, severity, code, message }) => (
          <li key={`${line}:${column}:${code}:${message}`} class={`diagnostic diagnostic-${severity}`}>
            <p class="diagnostic-place">
              <span class="diagnostic-severity">{t.say(severity === "error" ? "check.error" : "check.warning")}</span>{" "}
              <code dir="ltr">
                {file}:{line}:{column}
              </code>{" "}
              <code dir="ltr" class="quiet">
                {code}
              </code>
            </p>
            <p lang="en" dir="ltr">
              {message}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
