import type { LogLine } from "../../table/view/log.ts";
import { usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";

/** What may be left out of the log; the end of the talks never is. */
export const KINDS = ["offers", "answers", "news", "private"] as const;
export type Kind = (typeof KINDS)[number];

/** Which lines of the log are shown. */
export interface Chosen {
  /** −1: of all parties. */
  readonly party: number;
  readonly kinds: readonly Kind[];
}

/** Everything. */
export const ALL: Chosen = { party: -1, kinds: KINDS };

function kindOf(line: Exclude<LogLine, { kind: "end" }>): Kind {
  switch (line.kind) {
    case "answers":
    case "news":
      return line.kind;
    case "sounding":
    case "move":
      return "private";
    default:
      return "offers";
  }
}

function concerns(line: LogLine, party: number): boolean {
  switch (line.kind) {
    case "answers":
      return line.by === party || line.answers.some((answer) => answer.party === party);
    case "sounding":
      return line.party === party || line.of === party;
    case "news":
    case "end":
      return true;
    default:
      return line.party === party;
  }
}

/** Whether a line is among those that were asked for. News concerns everyone. */
export function isShown(line: LogLine, { party, kinds }: Chosen): boolean {
  if (line.kind === "end") return true;
  return kinds.includes(kindOf(line)) && (party < 0 || concerns(line, party));
}

interface FilterProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly shown: number;
  readonly all: number;
}

/** Chooses what of the log is shown, and says how much that is. */
export function Filter({ chosen, onChoose, shown, all }: FilterProps) {
  const { facts } = usePresenter();
  const text = useText();
  const { party, kinds } = chosen;
  const toggle = (kind: Kind): void =>
    onChoose({ party, kinds: KINDS.filter((one) => kinds.includes(one) !== (one === kind)) });
  return (
    <fieldset class="filter">
      <legend class="hidden">
        <Message k="record.filter" />
      </legend>
      <label class="filter-party">
        <span class="hidden">
          <Message k="record.filter.party" />
        </span>
        <select
          value={String(party)}
          onChange={(event) => onChoose({ party: Number(event.currentTarget.value), kinds })}
        >
          <option value="-1">
            <Message k="record.filter.all" />
          </option>
          {facts.protocol.order.map((index) => (
            <option key={index} value={String(index)}>
              {text(facts.parties[index]?.name ?? {})}
            </option>
          ))}
        </select>
      </label>
      {KINDS.map((kind) => (
        <label key={kind} class="filter-kind">
          <input type="checkbox" name={`kind-${kind}`} checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
          <span>
            <Message k={`record.kind.${kind}`} />
          </span>
        </label>
      ))}
      {/* Said only when the player has chosen: at every new line it would only be noise. */}
      <p class="quiet filter-shown" role="status">
        {shown < all && <Message k="record.shown" v={{ shown, all }} />}
      </p>
    </fieldset>
  );
}
