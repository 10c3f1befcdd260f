import type { LogLine } from "../../../table/view/log.ts";
import type { View } from "../../../table/view/view.ts";
import { PartyMarkIcon } from "../../parts/party-mark.tsx";
import { usePresenter } from "../../parts/presenter.tsx";
import { Message } from "../../parts/speaker.tsx";
import { shownReply } from "../sentences.ts";

type SoundingLine = LogLine & { readonly kind: "sounding" };

/** What this seat has been told in private about each option of an issue, the last reply of each party. */
export function pinsOn({ log, seat }: View, issue: number): readonly SoundingLine[] {
  const told = log.filter((line) => line.kind === "sounding");
  const mine = told.filter((line) => line.party === seat && line.issue === issue && shownReply(line.reply) !== null);
  return mine.filter(
    (line, at) => !mine.slice(at + 1).some((later) => later.of === line.of && later.option === line.option),
  );
}

/** Replies to soundings, pinned to the term that they are about: a private mark that nobody else sees. */
export function Pins({ of }: { of: readonly SoundingLine[] }) {
  const { party, name, t } = usePresenter();
  return (
    <>
      {of.map((line) => {
        const word = shownReply(line.reply);
        if (!word) return null;
        return (
          <span key={line.of} class={`pin pin-${word}`}>
            <PartyMarkIcon mark={party(line.of).mark} size="s" />
            <span class="hidden">
              <Message k="reply.pin" v={{ party: name(line.of) }} />{" "}
            </span>
            <span>{t.say(`reply.${word}`)}</span>
          </span>
        );
      })}
    </>
  );
}
