import { useState } from "preact/hooks";
import type { Effects } from "../../scenario/types.ts";
import { Term } from "../guide/term.tsx";
import { optionInIds, packageInIds, usePresenter } from "../parts/presenter.tsx";
import { Message, Words } from "../parts/speaker.tsx";
import { ActionButton } from "./action-button.tsx";

/** A choice of one option of one issue. `value` is `issue/option`. */
function OptionPicker({ label, value, onPick, whole }: PickerProps) {
  const { facts, t } = usePresenter();
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {whole && <option value="draft">{t.say("aside.draft")}</option>}
        {facts.issues.map((issue, index) => (
          <Group key={issue.id} issue={index} />
        ))}
      </select>
    </label>
  );
}

interface PickerProps {
  readonly label: preact.ComponentChildren;
  readonly value: string;
  readonly onPick: (value: string) => void;
  /** The draft as a whole can be picked too. */
  readonly whole?: boolean;
}

function Group({ issue }: { issue: number }) {
  const presenter = usePresenter();
  return (
    <optgroup label={presenter.issue(issue)}>
      {presenter.facts.issues[issue]?.options.map(({ id }, option) => (
        <option key={id} value={`${issue}/${option}`}>
          {presenter.option(issue, option)}
        </option>
      ))}
    </optgroup>
  );
}

function picked(value: string): { issue: number; option: number } {
  const [issue = 0, option = 0] = value.split("/").map(Number);
  return { issue, option };
}

function SoundOut({ draft }: { draft: number }) {
  const presenter = usePresenter();
  const others = presenter.facts.parties.filter(({ index, role }) => role === "party" && index !== presenter.view.seat);
  const [of, setOf] = useState(others[0]?.id ?? "");
  const [about, setAbout] = useState("0/0");
  const { issue, option } = picked(about);
  const mediator = presenter.me?.role === "mediator";
  const leak = Math.round(presenter.facts.protocol.leak * 100);
  const what =
    about === "draft" ? { package: packageInIds(presenter, draft) } : { option: optionInIds(presenter, issue, option) };
  return (
    <div class="aside">
      <h3>
        <Term id="sounding">
          <Message k="aside.sound_out" />
        </Term>
      </h3>
      <p class="deed-note">
        <Message k="aside.sound_out.note" /> <Message k="aside.sound_out.half" />{" "}
        <Message k={mediator ? "aside.sound_out.no_leak" : "aside.sound_out.leak"} v={{ leak }} />
      </p>
      <div class="fields">
        <label class="field">
          <span>
            <Message k="aside.whom" />
          </span>
          <select value={of} onChange={(event) => setOf(event.currentTarget.value)}>
            {others.map(({ id, index }) => (
              <option key={id} value={id}>
                {presenter.name(index)}
              </option>
            ))}
          </select>
        </label>
        <OptionPicker label={<Message k="aside.about" />} value={about} onPick={setAbout} whole />
        <ActionButton action={{ kind: "sound_out", of, ...what }}>
          <Message k="aside.sound_out.do" />
        </ActionButton>
      </div>
    </div>
  );
}

function Commit() {
  const presenter = usePresenter();
  const [about, setAbout] = useState("0/0");
  const { issue, option } = picked(about);
  const cost = presenter.view.own?.partyModel.party.audienceCost ?? 0;
  return (
    <div class="aside">
      <h3>
        <Term id="commitment">
          <Message k="aside.commit" />
        </Term>
      </h3>
      <p class="deed-note">
        <Message k="aside.commit.note" v={{ cost: presenter.t.number(presenter.points(cost)) }} />
      </p>
      <div class="fields">
        <OptionPicker label={<Message k="aside.to" />} value={about} onPick={setAbout} />
        <ActionButton
          action={{ kind: "commit", option: optionInIds(presenter, issue, option) }}
          sure={
            <Message
              k="aside.commit.sure"
              v={{
                issue: presenter.issue(issue),
                option: presenter.option(issue, option),
                cost: presenter.t.number(presenter.points(cost)),
              }}
            />
          }
        >
          <Message k="aside.commit.do" />
        </ActionButton>
      </div>
    </div>
  );
}

const LEFT_TO_RIGHT = "\u200e";

/** What pressing a lever does, one line for each effect. */
function LeverEffects({ effects }: { effects: Effects }) {
  const presenter = usePresenter();
  // A sign stands before its figure in every script: the mark gives the figure a direction of its own.
  const signed = (value: number, digits = 0): string => LEFT_TO_RIGHT + presenter.t.signed(value, digits);
  return (
    <ul class="lever-effects">
      {effects.pressure.map(({ party, by }) => (
        <li key={`p${party}`}>
          <Message k="aside.press.pressure" v={{ party: presenter.name(party), by: signed(by * 100) }} />
        </li>
      ))}
      {effects.walkAway.map(({ party, by }) => (
        <li key={`w${party}`}>
          <Message
            k="aside.press.walk_away"
            v={{ party: presenter.name(party), by: signed(presenter.points(by), 1) }}
          />
        </li>
      ))}
      {effects.removeOptions.map(({ issue, option }) => (
        <li key={`o${issue}/${option}`}>
          <Message
            k="aside.press.removes"
            v={{ issue: presenter.issue(issue), option: presenter.option(issue, option) }}
          />
        </li>
      ))}
      {effects.releaseCommitments.map(({ party, issue }) => (
        <li key={`c${party}/${issue}`}>
          <Message k="aside.press.releases" v={{ party: presenter.name(party), issue: presenter.issue(issue) }} />
        </li>
      ))}
      {effects.moves.map(({ party }) => (
        <li key={`m${party}`}>
          <Message k="aside.press.moves" v={{ party: presenter.name(party) }} />
        </li>
      ))}
    </ul>
  );
}

function Levers() {
  const presenter = usePresenter();
  const { own } = presenter.view;
  if (!own || own.partyModel.party.levers.length === 0) return null;
  return (
    <div class="aside">
      <h3>
        <Term id="lever">
          <Message k="aside.press" />
        </Term>
      </h3>
      {own.partyModel.party.levers.map((lever, index) => {
        const left = Math.max(0, lever.uses - (own.leverUses[index] ?? 0));
        const values = {
          party: presenter.name(lever.on),
          cost: presenter.t.number(presenter.points(lever.cost), 1),
          left,
        };
        return (
          <div key={lever.id} class="lever">
            <p>
              <Words of={lever.title} />
            </p>
            <LeverEffects effects={lever.effects} />
            <ActionButton
              action={{ kind: "press", lever: lever.id }}
              note={<Message k="aside.press.note" v={values} />}
            >
              <Message k="aside.press.do" />
            </ActionButton>
          </div>
        );
      })}
    </div>
  );
}

/** What may be done besides the statement, folded away: most turns need none of it. */
export function Asides({ draft }: { draft: number }) {
  const mediator = usePresenter().me?.role === "mediator";
  return (
    <details class="asides">
      <summary>
        <Message k="aside.title" />
      </summary>
      <p class="turn-note">
        <Message k={mediator ? "aside.note.mediator" : "aside.note"} />
      </p>
      <div class="asides-body">
        <SoundOut draft={draft} />
        {!mediator && <Commit />}
        <Levers />
      </div>
    </details>
  );
}
