import { useState } from "preact/hooks";
import type { Effects } from "../../scenario/types.ts";
import { useDesk } from "../desk.tsx";
import { Term } from "../glossary/term.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { DeedButton } from "./deed-button.tsx";
import { idsOf, optionIds } from "./packages.ts";

/** A choice of one option of one issue. `value` is `issue/option`. */
function OptionPicker({ label, value, onPick, whole }: PickerProps) {
  const { facts, t } = useDesk();
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
  const desk = useDesk();
  return (
    <optgroup label={desk.issue(issue)}>
      {desk.facts.issues[issue]?.options.map(({ id }, option) => (
        <option key={id} value={`${issue}/${option}`}>
          {desk.option(issue, option)}
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
  const desk = useDesk();
  const others = desk.facts.parties.filter(({ index, role }) => role === "party" && index !== desk.view.seat);
  const [of, setOf] = useState(others[0]?.id ?? "");
  const [about, setAbout] = useState("0/0");
  const { issue, option } = picked(about);
  const mediator = desk.me?.role === "mediator";
  const leak = Math.round(desk.facts.protocol.leak * 100);
  const what = about === "draft" ? { package: idsOf(desk, draft) } : { option: optionIds(desk, issue, option) };
  return (
    <div class="aside">
      <h3>
        <Term id="sounding">
          <Say k="aside.sound_out" />
        </Term>
      </h3>
      <p class="deed-note">
        <Say k="aside.sound_out.note" /> <Say k="aside.sound_out.half" />{" "}
        <Say k={mediator ? "aside.sound_out.no_leak" : "aside.sound_out.leak"} v={{ leak }} />
      </p>
      <div class="fields">
        <label class="field">
          <span>
            <Say k="aside.whom" />
          </span>
          <select value={of} onChange={(event) => setOf(event.currentTarget.value)}>
            {others.map(({ id, index }) => (
              <option key={id} value={id}>
                {desk.name(index)}
              </option>
            ))}
          </select>
        </label>
        <OptionPicker label={<Say k="aside.about" />} value={about} onPick={setAbout} whole />
        <DeedButton action={{ kind: "sound_out", of, ...what }}>
          <Say k="aside.sound_out.do" />
        </DeedButton>
      </div>
    </div>
  );
}

function Commit() {
  const desk = useDesk();
  const [about, setAbout] = useState("0/0");
  const { issue, option } = picked(about);
  const cost = desk.view.own?.mandate.party.audienceCost ?? 0;
  return (
    <div class="aside">
      <h3>
        <Term id="commitment">
          <Say k="aside.commit" />
        </Term>
      </h3>
      <p class="deed-note">
        <Say k="aside.commit.note" v={{ cost: desk.t.number(desk.points(cost)) }} />
      </p>
      <div class="fields">
        <OptionPicker label={<Say k="aside.to" />} value={about} onPick={setAbout} />
        <DeedButton
          action={{ kind: "commit", option: optionIds(desk, issue, option) }}
          sure={
            <Say
              k="aside.commit.sure"
              v={{
                issue: desk.issue(issue),
                option: desk.option(issue, option),
                cost: desk.t.number(desk.points(cost)),
              }}
            />
          }
        >
          <Say k="aside.commit.do" />
        </DeedButton>
      </div>
    </div>
  );
}

const LEFT_TO_RIGHT = "\u200e";

/** What pressing a lever does, one line for each effect. */
function LeverEffects({ effects }: { effects: Effects }) {
  const desk = useDesk();
  // A sign stands before its figure in every script: the mark gives the figure a direction of its own.
  const signed = (value: number, digits = 0): string => LEFT_TO_RIGHT + desk.t.signed(value, digits);
  return (
    <ul class="lever-effects">
      {effects.pressure.map(({ party, by }) => (
        <li key={`p${party}`}>
          <Say k="aside.press.pressure" v={{ party: desk.name(party), by: signed(by * 100) }} />
        </li>
      ))}
      {effects.walkAway.map(({ party, by }) => (
        <li key={`w${party}`}>
          <Say k="aside.press.walk_away" v={{ party: desk.name(party), by: signed(desk.points(by), 1) }} />
        </li>
      ))}
      {effects.removeOptions.map(({ issue, option }) => (
        <li key={`o${issue}/${option}`}>
          <Say k="aside.press.removes" v={{ issue: desk.issue(issue), option: desk.option(issue, option) }} />
        </li>
      ))}
      {effects.releaseCommitments.map(({ party, issue }) => (
        <li key={`c${party}/${issue}`}>
          <Say k="aside.press.releases" v={{ party: desk.name(party), issue: desk.issue(issue) }} />
        </li>
      ))}
      {effects.moves.map(({ party }) => (
        <li key={`m${party}`}>
          <Say k="aside.press.moves" v={{ party: desk.name(party) }} />
        </li>
      ))}
    </ul>
  );
}

function Levers() {
  const desk = useDesk();
  const { own } = desk.view;
  if (!own || own.mandate.party.levers.length === 0) return null;
  return (
    <div class="aside">
      <h3>
        <Term id="lever">
          <Say k="aside.press" />
        </Term>
      </h3>
      {own.mandate.party.levers.map((lever, index) => {
        const left = Math.max(0, lever.uses - (own.leverUses[index] ?? 0));
        const values = { party: desk.name(lever.on), cost: desk.t.number(desk.points(lever.cost), 1), left };
        return (
          <div key={lever.id} class="lever">
            <p>
              <Words of={lever.title} />
            </p>
            <LeverEffects effects={lever.effects} />
            <DeedButton action={{ kind: "press", lever: lever.id }} note={<Say k="aside.press.note" v={values} />}>
              <Say k="aside.press.do" />
            </DeedButton>
          </div>
        );
      })}
    </div>
  );
}

/** What may be done besides the statement, folded away: most turns need none of it. */
export function Asides({ draft }: { draft: number }) {
  const mediator = useDesk().me?.role === "mediator";
  return (
    <details class="asides">
      <summary>
        <Say k="aside.title" />
      </summary>
      <p class="turn-note">
        <Say k={mediator ? "aside.note.mediator" : "aside.note"} />
      </p>
      <div class="asides-body">
        <SoundOut draft={draft} />
        {!mediator && <Commit />}
        <Levers />
      </div>
    </details>
  );
}
