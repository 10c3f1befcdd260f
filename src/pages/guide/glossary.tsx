import { Message, useSpeaker } from "../parts/speaker.tsx";

/** The field's words that the glossary explains, in the order in which a new player meets them. */
const TERMS = [
  "package",
  "walk_away",
  "batna",
  "target",
  "interest",
  "position",
  "red_line",
  "linkage",
  "status_quo",
  "standing_offer",
  "take_up",
  "text",
  "binding",
  "sounding",
  "commitment",
  "lever",
  "pressure",
] as const;
export type TermId = (typeof TERMS)[number];

/** All words at once, for a player who would rather read them in a row. */
export function Glossary() {
  const t = useSpeaker();
  return (
    <dl class="glossary">
      {TERMS.map((id) => (
        <div key={id}>
          <dt>
            <Message k={`glossary.${id}.term`} />
          </dt>
          <dd>
            <Message k={`glossary.${id}.means`} />
          </dd>
          <dd class="quiet">
            <Message k="glossary.literature" v={{ name: t.say(`glossary.${id}.known`) }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
