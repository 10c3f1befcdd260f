import { usePresenter } from "../../parts/presenter.tsx";
import { Message } from "../../parts/speaker.tsx";
import { Behind } from "../refusal.tsx";
import { sentencesOf } from "../sentences.ts";

/** The replies that this seat got to what it has asked in this turn, where it asked. */
export function ReplyHere() {
  const presenter = usePresenter();
  const { log, seat, turn } = presenter.view;
  const here = log.flatMap((line, at) =>
    line.kind === "sounding" && line.party === seat && line.turn === turn ? [{ line, at }] : [],
  );
  return (
    <div class="reply-here" role="status">
      {here.reverse().map(({ line, at }) => (
        <div key={at} class="reply-slip">
          {sentencesOf(presenter, line, at).map((sentence, place) => (
            <p key={place}>
              <Message {...sentence} />
            </p>
          ))}
          {line.issue >= 0 && <Behind party={line.of} issues={[line.issue]} />}
        </div>
      ))}
    </div>
  );
}
