import { useEffect, useRef, useState } from "preact/hooks";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";
import type { EndedPlay } from "../store/shown-play.ts";
import { alternativesAt, decisionsOf, decisionWords, firstDecision } from "./alternatives.ts";
import { WhatIfFinding, WhatIfOutcome } from "./both-ways.tsx";
import { FUTURES, JobButton, JobFinding } from "./parts.tsx";
import { prepareJob } from "./prepare-job.ts";
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
        <Message k={k} />
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
export interface AskedStep {
  readonly party: number;
  readonly round: number;
}

interface WhatIfProps {
  readonly ended: EndedPlay;
  /** The step that the player has just asked about; a new object each time. */
  readonly from: AskedStep | null;
}

/** Turns back to one decision of the play, changes it, and plays a thousand futures from there, both ways. */
export function WhatIfPart({ ended, from }: WhatIfProps) {
  const presenter = usePresenter();
  const text = useText();
  const { facts, view, me, t } = presenter;
  const deciders = facts.parties.filter(({ index }) => decisionsOf(view, index).length > 0);
  const [chosen, setChosen] = useState({ party: "", moment: "", instead: "" });
  const [asked, setAsked] = useState(0);
  const party =
    deciders.find(({ id }) => id === chosen.party) ?? deciders.find(({ id }) => id === me?.id) ?? deciders[0];
  const moments = party ? decisionsOf(view, party.index) : [];
  const moment = moments.find(({ at }) => String(at) === chosen.moment) ?? firstDecision(view, moments);
  const alternatives = moment ? alternativesAt(presenter, moment) : [];
  const at = Math.max(
    0,
    alternatives.findIndex((_, index) => String(index) === chosen.instead),
  );
  const alternative = alternatives[at];
  const whose = me ?? party;
  const jobs = useJobs<"what_if">(`${whose?.id} ${moment?.at} ${party?.id} ${at}`);
  const { progress } = jobs;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!from) return;
    const asks = decisionsOf(view, from.party).find(({ round, says }) => round === from.round && says === "statement");
    setChosen({ party: presenter.party(from.party).id, moment: asks ? String(asks.at) : "", instead: "" });
    title.current?.focus();
  }, [from]);
  if (!party || !moment || !whose) return null;
  const onAsk = (): void => {
    if (!alternative) return;
    const nth = progress.state === "done" ? asked + 1 : asked;
    setAsked(nth);
    const { change } = alternative;
    const { turn } = moment;
    const { record } = ended;
    const seed = `what if ${nth}`;
    jobs.start([
      prepareJob<"what_if">({ kind: "what_if", record, turn, change, party: whose.id, seed, runs: FUTURES }),
    ]);
  };
  return (
    <section class="futures what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title" ref={title} tabIndex={-1}>
        <Message k="what_if.title" />
      </h2>
      <p class="quiet">
        <Message k="what_if.note" v={{ runs: FUTURES }} />
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
            const words = decisionWords(presenter, one);
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
      <JobButton of={jobs} onAsk={onAsk} ask="what_if.ask" again="what_if.again" />
      <JobFinding progress={progress}>
        {progress.state === "done" && progress.results[0] && <WhatIfFinding of={progress.results[0].whatIf} />}
      </JobFinding>
      {progress.state === "done" && progress.results[0] && <WhatIfOutcome of={progress.results[0]} />}
    </section>
  );
}
