import type { Grounds as GroundsOf, Source } from "../../scenario/types.ts";
import { Message, useSpeaker, useText, Words } from "./speaker.tsx";

/** Where a cite points: `munich-2016-02-12#9` is fact 9 of that source. */
function lookUp(sources: readonly Source[], cite: string) {
  const [id = "", number] = cite.split("#");
  const source = sources.find((one) => one.id === id);
  return source && { source, fact: source.facts.find((one) => String(one.number) === number) };
}

/** One fact: what it says, and where it stands. */
export function FactLine({ cite, sources }: { cite: string; sources: readonly Source[] }) {
  const t = useSpeaker();
  const text = useText();
  const found = lookUp(sources, cite);
  if (!found) return null;
  const { source, fact } = found;
  const outlet = source.outlet ? text(source.outlet) : text(source.title);
  const place = source.date ? `${outlet}, ${t.day(source.date)}` : outlet;
  return (
    <span class="fact">
      {fact && <Words of={fact.text} />}{" "}
      <cite>
        {fact ? <Message k="frame.fact" v={{ source: place, number: t.number(fact.number) }} /> : <bdi>{place}</bdi>}
      </cite>
    </span>
  );
}

/** Sources and judgements behind something, folded away until the player asks. */
export function GroundsNote({ of, sources }: { of: GroundsOf; sources: readonly Source[] }) {
  if (of.cite.length === 0 && !of.why) return null;
  return (
    <details class="grounds">
      <summary>
        <Message k={of.cite.length > 0 ? "frame.source" : "frame.why"} />
      </summary>
      <div class="grounds-body">
        {of.cite.map((cite) => (
          <p key={cite}>
            <FactLine cite={cite} sources={sources} />
          </p>
        ))}
        {of.why && (
          <p class="judgement">
            {of.cite.length > 0 && (
              <>
                <span class="label">
                  <Message k="frame.why" />
                </span>{" "}
              </>
            )}
            <Words of={of.why} />
          </p>
        )}
      </div>
    </details>
  );
}

/** An address is shown as a link only where it is one of the web: a file may come from a stranger. */
function webAddress(url: string | null): string | null {
  return url && /^https?:\/\//.test(url) ? url : null;
}

/** The sources of a scenario with what each says, in the author's own words. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const t = useSpeaker();
  if (sources.length === 0)
    return (
      <p class="quiet">
        <Message k="sources.none" />
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
