import { REPLY_WORDS } from "../../table/state.ts";
import type { Sounding } from "../../table/view/view.ts";
import { differing, ownSideOf, type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message } from "../parts/speaker.tsx";
import { TermList } from "../parts/term-list.tsx";
import { ActionButton } from "./action-button.tsx";
import { questionInWords } from "./sentences.ts";
import { WorthBar } from "./worth-bar.tsx";

/** The package that the seat is asked about, issue by issue. */
function TermsAsked({ pack }: { pack: number }) {
  const presenter = usePresenter();
  const terms = differing(presenter, pack, -1).map((issue) => ({
    id: issue,
    issue: presenter.issue(issue),
    option: presenter.optionOf(pack, issue),
  }));
  return (
    <>
      <TermList of={terms} />
      <WorthBar pack={pack} label="floor" />
    </>
  );
}

function shownToWords({ name, t, view }: Presenter, { shownTo }: Sounding): string {
  return t.list(shownTo.filter((party) => party !== view.seat).map(name));
}

/** The reply that the seat owes to a question in private: one of four words, or no answer. What is true is only marked. */
export function ReplyPanel() {
  const presenter = usePresenter();
  const { sounding } = presenter.view;
  const truth = REPLY_WORDS[ownSideOf(presenter).replyAsDelegation - 1];
  if (!sounding) return null;
  const party = presenter.name(sounding.by);
  const shown = sounding.shownTo.length > 0;
  const others = shownToWords(presenter, sounding);
  return (
    <section class="turn reply" aria-labelledby="turn-title">
      <h2 id="turn-title" tabIndex={-1}>
        <Message k={shown ? "reply.title.non_paper" : "reply.title"} v={{ party }} />
      </h2>
      <p>
        {sounding.package >= 0 ? (
          <Message k="reply.question.package" />
        ) : (
          <Message k="reply.question" v={{ what: questionInWords(presenter, sounding) }} />
        )}
      </p>
      {sounding.package >= 0 && <TermsAsked pack={sounding.package} />}
      {truth && (
        <p>
          <Message k="reply.truth" v={{ reply: presenter.t.say(`reply.${truth}`) }} />
        </p>
      )}
      <p class="turn-note">
        {shown && <Message k={others === "" ? "reply.shown.alone" : "reply.shown"} v={{ to: others }} />}{" "}
        <Message k="reply.note" v={{ party }} />
      </p>
      <div class="deeds deeds-answer">
        {REPLY_WORDS.map((word) => (
          <ActionButton key={word} action={{ kind: "reply", word }}>
            <Message k={`reply.say.${word}`} />
          </ActionButton>
        ))}
      </div>
    </section>
  );
}
