import type { Source } from "../../scenario/types.ts";
import { Say, useSpeaker, Words } from "./speaker.tsx";

/** An address is shown as a link only where it is one of the web: a file may come from a stranger. */
function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//.test(url) ? url : null;
}

/** The sources of a scenario with what each says, in the author's own words. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const t = useSpeaker();
  if (sources.length === 0)
    return (
      <p class="quiet">
        <Say k="sources.none" />
      </p>
    );
  return (
    <div class="sources">
      {sources.map(({ id, title, outlet, date, url, facts }) => {
        const address = webAddress(url);
        return (
          <section key={id}>
            <h3>
              {address ? (
                <a href={address} rel="noreferrer noopener" target="_blank">
                  <Words of={title} />
                </a>
              ) : (
                <Words of={title} />
              )}
            </h3>
            <p class="quiet">
              {outlet && <Words of={outlet} />}
              {outlet && date && " · "}
              {date && t.day(date)}
            </p>
            <ol class="facts">
              {facts.map(({ number, text }) => (
                <li key={number} value={number}>
                  <Words of={text} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
