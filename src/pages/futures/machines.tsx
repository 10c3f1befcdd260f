import { useState } from "preact/hooks";
import type { Agreement, SimulationResult } from "../../lab/runs/simulate.ts";
import { shareInterval } from "../../lab/statistics/statistics.ts";
import { OUTCOMES } from "../../scenario/codes.ts";
import { shownWorth } from "../../scenario/types.ts";
import type { Facts } from "../../table/view/facts.ts";
import { Message, useSpeaker, Words } from "../parts/speaker.tsx";
import { ColumnHeads, NamedParty } from "../parts/tables.tsx";
import { TermList } from "../parts/term-list.tsx";
import { FUTURES, JobButton, JobFinding, type ShareRange, ShareWords, SignatureWords } from "./parts.tsx";
import type { PreparedJob } from "./prepare-job.ts";
import { useJobs } from "./use-jobs.ts";

/** More texts than these are told by their number. */
const MOST_TEXTS = 3;

function rangeOf(count: number, runs: number): ShareRange {
  const { mean, low, high } = shareInterval(count, runs, 0.9);
  return { share: mean, low, high };
}

function Outcomes({ result: { outcomes, runs } }: { result: SimulationResult }) {
  return (
    <table class="futures-table">
      <caption>
        <Message k="machines.outcomes" />
      </caption>
      <tbody>
        {OUTCOMES.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">
              <Message k={`floor.${outcome}`} />
            </th>
            <td class="number">
              <ShareWords of={rangeOf(outcomes[outcome], runs)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SignedText({ facts, text, runs }: { facts: Facts; text: Agreement; runs: number }) {
  return (
    <li>
      <p>
        <strong>
          <ShareWords of={rangeOf(text.count, runs)} />
        </strong>
      </p>
      <TermList
        of={facts.issues.map(({ id, title, options }) => {
          const chosen = options.find((option) => option.id === text.package[id]);
          return { id, issue: <Words of={title} />, option: chosen && <Words of={chosen.title} /> };
        })}
      />
    </li>
  );
}

function Texts({ facts, result: { agreements, runs } }: { facts: Facts; result: SimulationResult }) {
  if (agreements.length === 0) return null;
  return (
    <section class="futures-texts">
      <h3>
        <Message k="machines.texts" />
      </h3>
      <ol>
        {agreements.slice(0, MOST_TEXTS).map((text) => (
          <SignedText key={JSON.stringify(text.package)} facts={facts} text={text} runs={runs} />
        ))}
      </ol>
      <p class="quiet">
        <Message k="machines.texts.all" v={{ count: agreements.length }} />
      </p>
    </section>
  );
}

function Sides({ facts, result: { utilities } }: { facts: Facts; result: SimulationResult }) {
  const t = useSpeaker();
  const points = (worth: number): string => t.number(shownWorth(worth, facts.scale));
  return (
    <table class="futures-table">
      <caption>
        <Message k="machines.sides" />
      </caption>
      <thead>
        <tr>
          <ColumnHeads keys={["result.party", "machines.sides.mean", "machines.sides.most"]} />
        </tr>
      </thead>
      <tbody>
        {facts.parties.map(({ id, name, mark, role }) => {
          const worth = utilities[id];
          if (!worth || role === "mediator") return null;
          return (
            <tr key={id}>
              <th scope="row">
                <NamedParty party={{ mark, name }} />
              </th>
              <td class="number">
                <bdi>{points(worth.mean)}</bdi>
              </td>
              <td class="number">
                <Message k="futures.between" v={{ low: points(worth.q05), high: points(worth.q95) }} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface MachinesPartProps {
  readonly facts: Facts;
  /** The first thousand; another is drawn for each one after it. */
  readonly seed: string;
  /** Prepares so many plays of the scenario with a seed; null: there is none to play. */
  readonly prepare: (seed: string, runs: number) => PreparedJob<"machines"> | null;
}

/** A thousand plays of a scenario with machines in all seats, and what they came to. */
export function MachinesPart({ facts, seed, prepare }: MachinesPartProps) {
  const jobs = useJobs<"machines">(`${facts.id} ${seed}`);
  const [asked, setAsked] = useState(0);
  const { progress } = jobs;
  const result = progress.state === "done" ? progress.results[0] : undefined;
  const ask = (): void => {
    // Only who has seen a thousand wants others.
    const nth = progress.state === "done" ? asked + 1 : asked;
    const own = nth === 0 ? seed : `${seed}+${nth}`;
    setAsked(nth);
    const job = prepare(own, FUTURES);
    if (job) jobs.start([job]);
  };
  return (
    <section class="futures machines" aria-labelledby="machines-title">
      <h2 id="machines-title">
        <Message k="machines.title" v={{ runs: FUTURES }} />
      </h2>
      <p class="quiet">
        <Message k="machines.note" />
      </p>
      <JobButton of={jobs} onAsk={ask} ask="machines.run" again="machines.again" />
      <JobFinding progress={progress}>
        {result && (
          <p class="finding">
            <SignatureWords of={rangeOf(result.outcomes.signed, result.runs)} />{" "}
            <Message k="machines.rounds" v={{ round: Math.round(result.rounds.q50) }} />
          </p>
        )}
      </JobFinding>
      {result && (
        <>
          <Outcomes result={result} />
          <Texts facts={facts} result={result} />
          <details class="fold">
            <summary>
              <Message k="machines.sides" />
            </summary>
            <Sides facts={facts} result={result} />
          </details>
          <p class="quiet">
            <Message k="futures.interval" />
          </p>
        </>
      )}
    </section>
  );
}
