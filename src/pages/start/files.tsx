import { Say } from "../parts/speaker.tsx";
import type { Session } from "../session/session.ts";

/** Opens a scenario or a record from the computer. */
export function Files({ session, opened }: { session: Session; opened: string | null }) {
  return (
    <section class="files" aria-labelledby="files-title">
      <h2 id="files-title">
        <Say k="start.files" />
      </h2>
      <p class="quiet">
        <Say k="start.files.note" />
      </p>
      <label class="button file">
        <Say k="start.files.choose" />
        <input
          type="file"
          class="hidden"
          accept=".yaml,.yml,.json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            // The same file may be mended and chosen again.
            if (file) void session.openFile(file).finally(() => (input.value = ""));
          }}
        />
      </label>
      {opened && (
        <button type="button" class="button" onClick={() => void session.offerShipped()}>
          <Say k="start.shipped" />
        </button>
      )}
    </section>
  );
}
