import type { Grounds as GroundsOf, Source } from "../../scenario/types.ts";
import { Say, useSpeaker, useText, Words } from "./speaker.tsx";

/** Where a cite points: `munich-2016-02-12#9` is fact 9 of that source. */
function lookUp(sources: readonly Source[], cite: string) {
  const [id = "", number] = cite.split("#");
  const source = sources.find((one) => one.id === id);
  return source && { source, fact: source.facts.find((one) => String(one.number) === number) };
}

/** One fact: what it says, and where it stands. */
export function Fact({ cite, sources }: { cite: string; sources: readonly Source[] }) {
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
        {fact ? <Say k="frame.fact" v={{ source: place, number: t.number(fact.number) }} /> : <bdi>{place}</bdi>}
      </cite>
    </span>
  );
}

/** Sources and judgements behind something, folded away until somebody asks. */
export function Grounds({ of, sources }: { of: GroundsOf; sources: readonly Source[] }) {
  if (of.cite.length === 0 && !of.why) return null;
  return (
    <details class="grounds">
      <summary>
        <Say k={of.cite.length > 0 ? "frame.source" : "frame.why"} />
      </summary>
      <div class="grounds-body">
        {of.cite.map((cite) => (
          <p key={cite}>
            <Fact cite={cite} sources={sources} />
          </p>
        ))}
        {of.why && (
          <p class="judgement">
            {of.cite.length > 0 && (
              <>
                <span class="label">
                  <Say k="frame.why" />
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
