import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.tsx";
import { Say, useText } from "../parts/speaker.tsx";
import { engine } from "../session/fetching.ts";
import { alternativesAt, firstMoment, momentsOf, momentWords } from "./alternatives.ts";
import { Asking, Finding, FUTURES } from "./asking.tsx";
import { BothWaysTold, Difference } from "./both-ways.tsx";
import { useJobs } from "./use-jobs.ts";

interface ChoiceProps {
  readonly name: "party" | "moment" | "instead";
  readonly k: "what_if.whose" | "what_if.when" | "what_if.instead";
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ name, k, value, options, onChoose }: ChoiceProps) {
  return (
    <label class="field field-wide">
      <span>
        <Say k={k} />
      </span>
      <select data-what-if={name} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A step that a party took, by index and round. */
export interface Step {
  readonly party: number;
  readonly round: number;
}

interface WhatIfProps {
  /** The step that somebody has just asked about; a new object each time. */
  readonly from: Step | null;
}

/** Turns back to one decision of the play, changes it, and plays a thousand futures from there, both ways. */
export function WhatIfPart({ from }: WhatIfProps) {
  const desk = useDesk();
  const text = useText();
  const { facts, view, me, session, t } = desk;
  const deciders = facts.parties.filter(({ index }) => momentsOf(view, index).length > 0);
  const [chosen, setChosen] = useState({ party: "", moment: "", instead: "" });
  const [asked, setAsked] = useState(0);
  const party =
    deciders.find(({ id }) => id === chosen.party) ?? deciders.find(({ id }) => id === me?.id) ?? deciders[0];
  const moments = party ? momentsOf(view, party.index) : [];
  const moment = moments.find(({ at }) => String(at) === chosen.moment) ?? firstMoment(view, moments);
  const alternatives = moment ? alternativesAt(desk, moment) : [];
  const at = Math.max(
    0,
    alternatives.findIndex((_, index) => String(index) === chosen.instead),
  );
  const alternative = alternatives[at];
  const told = me ?? party;
  const jobs = useJobs<"what_if">(`${told?.id} ${moment?.at} ${party?.id} ${at}`);
  const { progress } = jobs;
  const { sitting } = session.state;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!from) return;
    const asks = momentsOf(view, from.party).find(({ round, says }) => round === from.round && says === "statement");
    setChosen({ party: desk.party(from.party).id, moment: asks ? String(asks.at) : "", instead: "" });
    title.current?.focus();
  }, [from]);
  if (!party || !moment || !told || !sitting) return null;
  const onAsk = (): void => {
    if (!alternative) return;
    const nth = progress.state === "done" ? asked + 1 : asked;
    setAsked(nth);
    const { change } = alternative;
    const record = engine().recordOf(sitting.play);
    const { turn } = moment;
    jobs.start([{ kind: "what_if", record, turn, change, party: told.id, seed: `what if ${nth}`, runs: FUTURES }]);
  };
  return (
    <section class="futures what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title" ref={title} tabIndex={-1}>
        <Say k="what_if.title" />
      </h2>
      <p class="quiet">
        <Say k="what_if.note" v={{ runs: FUTURES }} />
      </p>
      <div class="what-if-choices">
        <Choice
          name="party"
          k="what_if.whose"
          value={party.id}
          options={deciders.map(({ id, name }) => [id, text(name)])}
          onChoose={(id) => setChosen({ party: id, moment: "", instead: "" })}
        />
        <Choice
          name="moment"
          k="what_if.when"
          value={String(moment.at)}
          options={moments.map((one) => {
            const words = momentWords(desk, one);
            const what = words ? t.say(words.k, words.v) : "";
            return [String(one.at), t.say("again.turn.at", { round: one.round, what })];
          })}
          onChoose={(line) => setChosen({ party: party.id, moment: line, instead: "" })}
        />
        <Choice
          name="instead"
          k="what_if.instead"
          value={String(at)}
          options={alternatives.map(({ k, v }, index) => [String(index), t.say(k, v)])}
          onChoose={(index) => setChosen({ party: party.id, moment: String(moment.at), instead: index })}
        />
      </div>
      <Asking of={jobs} onAsk={onAsk} ask="what_if.ask" again="what_if.again" />
      <Finding progress={progress}>
        {progress.state === "done" && progress.results[0] && <Difference told={progress.results[0].told} />}
      </Finding>
      {progress.state === "done" && progress.results[0] && <BothWaysTold of={progress.results[0]} />}
    </section>
  );
}
