import { textIn } from "../../scenario/types.ts";
import type { PartyFacts } from "../../table/view/facts.ts";
import { MandateScreen } from "../mandate/mandate.tsx";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { PresenterContext, presenterOf } from "../parts/presenter.tsx";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import { ResultScreen } from "../result/result.tsx";
import type { Session } from "../store/session.ts";
import type { ShownPlay } from "../store/shown-play.ts";
import { Announcer } from "../table/latest.tsx";
import { TableScreen } from "../table/table.tsx";

/** Between two people at one screen: nothing of either side is on it. */
function CurtainScreen({ party, onLift }: { party: PartyFacts; onLift: () => void }) {
  const { language } = useSpeaker();
  const name = textIn(party.name, language);
  return (
    <main id="main" class="curtain" tabIndex={-1}>
      <PartyMarkIcon mark={party.mark} size="l" />
      <h1>
        <Message k="curtain.title" v={{ party: name }} />
      </h1>
      <p>
        <Message k="curtain.note" />
      </p>
      <button type="button" class="button button-first button-large" onClick={onLift}>
        <Message k="curtain.lift" v={{ party: name }} />
      </button>
    </main>
  );
}

export { MachinesPart } from "../futures/machines.tsx";
export { ShownRecordScreen } from "../result/shown-record.tsx";

/** The screen that a play has come to, and the live region that outlives the change of screens. */
export function Playing({ session, play }: { session: Session; play: ShownPlay }) {
  const t = useSpeaker();
  const { screen, heardFrom } = session.state;
  if (play.curtain) return <CurtainScreen party={play.curtain} onLift={session.liftCurtain} />;
  return (
    <PresenterContext.Provider value={presenterOf(play, session, t)}>
      {screen === "mandate" && <MandateScreen />}
      {screen === "table" && <TableScreen />}
      {screen === "result" && play.ended && <ResultScreen ended={play.ended} actions={session} />}
      <Announcer from={heardFrom} />
    </PresenterContext.Provider>
  );
}
