import type { Key } from "../../language/speaker.ts";
import type { Action, PackageIds } from "../../play/action.ts";
import type { PlayRecord } from "../../play/record.ts";
import type { Scenario } from "../../scenario/types.ts";
import { textIn } from "../../scenario/types.ts";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { Message, useSpeaker, Words } from "../parts/speaker.tsx";
import { TermList } from "../parts/term-list.tsx";
import type { ShownRecord } from "../store/store.ts";

/** The message that says what an action was; it takes `party` and `of`. */
function keyOf(action: Action): Key {
  switch (action.kind) {
    case "answer":
      return action.accepts ? "record.accepts" : "record.refuses";
    case "offer":
    case "text":
    case "take_up":
    case "ask_text":
    case "pass":
    case "walk_out":
      return `log.${action.kind}`;
    default:
      return `stored.${action.kind}`;
  }
}

function Chosen({ scenario, terms }: { scenario: Scenario; terms: PackageIds }) {
  const known = Object.entries(terms).flatMap(([id, chosen]) => {
    const issue = scenario.issues.find((one) => one.id === id);
    const option = issue?.options.find((one) => one.id === chosen);
    return issue && option ? [{ id, issue: <Words of={issue.title} />, option: <Words of={option.title} /> }] : [];
  });
  return <TermList of={known} />;
}

type StoredAction = PlayRecord["actions"][number];

/** One action as it was stored: who, what, and the terms it named. */
function Line({ scenario, stored: { party, action } }: { scenario: Scenario; stored: StoredAction }) {
  const { language } = useSpeaker();
  const found = (id: string) => scenario.parties.find((one) => one.id === id);
  const name = (id: string): string => textIn(found(id)?.name ?? {}, language) || id;
  const terms = "package" in action ? action.package : "option" in action ? action.option : null;
  const k = keyOf(action);
  const mark = found(party)?.mark;
  return (
    <li class={action.kind === "answer" ? "stored-line stored-answer" : "stored-line"}>
      {mark && <PartyMarkIcon mark={mark} size="s" />}
      <div>
        <p>
          <Message k={k} v={{ party: name(party), of: "of" in action ? name(action.of) : "" }} />
        </p>
        {terms && <Chosen scenario={scenario} terms={terms} />}
      </div>
    </li>
  );
}

/** The actions of each turn, in their order. */
function turnsOf(actions: readonly StoredAction[]): { turn: number; lines: StoredAction[] }[] {
  const turns: { turn: number; lines: StoredAction[] }[] = [];
  for (const stored of actions) {
    const last = turns[turns.length - 1];
    if (last?.turn === stored.turn) last.lines.push(stored);
    else turns.push({ turn: stored.turn, lines: [stored] });
  }
  return turns;
}

/** A record that this engine cannot play on: its actions as they were stored, and why no more than that. */
export function ShownRecordScreen({ shown: { record, because } }: { shown: ShownRecord }) {
  const scenario = record.acts[0]?.scenario;
  if (!scenario) return null;
  return (
    <main id="main" class="page stored" tabIndex={-1}>
      <header class="page-head">
        <p class="kicker">
          <Message k="stored.title" />
        </p>
        <h1>
          <Words of={scenario.title} />
        </h1>
        <p class="lead" role="alert">
          <Message k={because.key} v={because.values} />
        </p>
      </header>
      <div class="stored-turns">
        {turnsOf(record.actions).map(({ turn, lines }) => (
          <section key={turn} aria-labelledby={`turn-${turn}`}>
            <h2 id={`turn-${turn}`} class="stored-turn">
              <Message k="stored.turn" v={{ turn }} />
            </h2>
            <ol class="stored-actions">
              {lines.map((stored, at) => (
                <Line key={at} scenario={scenario} stored={stored} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </main>
  );
}
