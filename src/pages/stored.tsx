import type { Key } from "../language/speak.ts";
import type { Action, PackageIds } from "../play/action.ts";
import { textIn } from "../scenario/text.ts";
import type { Scenario } from "../scenario/types.ts";
import { Say, useSpeaker, Words } from "./parts/speaker.tsx";
import type { StoredPlay } from "./session/state.ts";

const KEYS: Readonly<Record<Action["kind"], Key>> = {
  offer: "log.offer",
  text: "log.text",
  take_up: "log.take_up",
  ask_text: "log.ask_text",
  pass: "log.pass",
  walk_out: "log.walk_out",
  sound_out: "stored.sound_out",
  commit: "stored.commit",
  press: "stored.press",
  reply: "stored.reply",
  answer: "record.refuses",
};

function Chosen({ scenario, terms }: { scenario: Scenario; terms: PackageIds }) {
  return (
    <ul class="log-terms">
      {Object.entries(terms).map(([id, chosen]) => {
        const issue = scenario.issues.find((one) => one.id === id);
        const option = issue?.options.find((one) => one.id === chosen);
        return (
          issue &&
          option && (
            <li key={id}>
              <span class="quiet">
                <Words of={issue.title} />
              </span>{" "}
              <Words of={option.title} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** A record that this engine cannot play on: its actions as they were stored, and why no more than that. */
export function Stored({ stored: { record, because } }: { stored: StoredPlay }) {
  const { language } = useSpeaker();
  const scenario = record.acts[0]?.scenario;
  if (!scenario) return null;
  const name = (id: string): string => {
    const party = scenario.parties.find((one) => one.id === id);
    return party ? textIn(party.name, language) : id;
  };
  return (
    <main id="main" class="page stored" tabIndex={-1}>
      <header class="page-head">
        <p class="kicker">
          <Say k="stored.title" />
        </p>
        <h1>
          <Words of={scenario.title} />
        </h1>
        <p class="lead" role="alert">
          <Say k={because.key} v={because.values} />
        </p>
      </header>
      <ol class="stored-actions">
        {record.actions.map(({ party, action, turn }, at) => {
          const terms = "package" in action ? action.package : "option" in action ? action.option : null;
          const k = action.kind === "answer" && action.accepts ? "record.accepts" : KEYS[action.kind];
          const of = "of" in action ? name(action.of) : "";
          return (
            <li key={at}>
              <p>
                <span class="quiet">
                  <Say k="stored.turn" v={{ turn }} />
                </span>{" "}
                <Say k={k} v={{ party: name(party), of }} />
              </p>
              {terms && <Chosen scenario={scenario} terms={terms} />}
            </li>
          );
        })}
      </ol>
    </main>
  );
}
