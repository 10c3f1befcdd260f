import { Say, useSpeaker } from "../parts/speaker.tsx";
import type { FileCheck } from "../session/state.ts";

/** What is wrong with a file that was opened, by place. Diagnostics are written in English whatever the screen speaks. */
export function Diagnostics({ check }: { check: FileCheck }) {
  const t = useSpeaker();
  const errors = check.diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = check.diagnostics.length - errors;
  return (
    <section class="check" role="alert" aria-labelledby="check-title">
      <h2 id="check-title">
        <Say k="check.title" v={{ file: check.file, errors, warnings }} />
      </h2>
      <p>
        <Say k={check.broken ? "check.broken" : "check.fine"} />
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
