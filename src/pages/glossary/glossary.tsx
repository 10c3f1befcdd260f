import { Say, useSpeaker } from "../parts/speaker.tsx";
import { TERMS } from "./terms.ts";

/** All words at once, for whoever would rather read them in a row. */
export function Glossary() {
  const t = useSpeaker();
  return (
    <dl class="glossary">
      {TERMS.map((id) => (
        <div key={id}>
          <dt>
            <Say k={`glossary.${id}.term`} />
          </dt>
          <dd>
            <Say k={`glossary.${id}.means`} />
          </dd>
          <dd class="quiet">
            <Say k="glossary.literature" v={{ name: t.say(`glossary.${id}.known`) }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
