import { textIn } from "../../scenario/types.ts";
import { factsOf } from "../../table/view/facts.ts";
import { MandateScreen } from "../mandate/mandate.tsx";
import { PartyMarkIcon } from "../parts/party-mark.tsx";
import { PresenterContext, presenterOf } from "../parts/presenter.tsx";
import { Message, useSpeaker } from "../parts/speaker.tsx";
import { ResultScreen } from "../result/result.tsx";
import type { Session } from "../store/session.ts";
import type { OpenPlay } from "../store/store.ts";
import { Announcer } from "../table/latest.tsx";
import { TableScreen } from "../table/table.tsx";

/** Between two people at one screen: nothing of either side is on it. */
export function CurtainScreen({ session, openPlay }: { session: Session; openPlay: OpenPlay }) {
  const { language } = useSpeaker();
  const party = factsOf(openPlay.play.scenario).parties.find(({ id }) => id === openPlay.curtain);
  if (!party) return null;
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
      <button type="button" class="button button-first button-large" onClick={session.liftCurtain}>
        <Message k="curtain.lift" v={{ party: name }} />
      </button>
    </main>
  );
}

export { MachinesPart } from "../futures/machines.tsx";
export { Stored } from "../result/shown-record.tsx";

/** Of one openPlay: the screen that it is at, and the live region that outlives the change of screens. */
export function Playing({ session, openPlay }: { session: Session; openPlay: OpenPlay }) {
  const t = useSpeaker();
  const { screen, heardFrom } = session.state;
  if (openPlay.curtain !== null) return <CurtainScreen session={session} openPlay={openPlay} />;
  const presenter = presenterOf(session, openPlay, t);
  const { play } = openPlay;
  return (
    <PresenterContext.Provider value={presenter}>
      {screen === "mandate" && <MandateScreen />}
      {screen === "table" && <TableScreen />}
      {screen === "result" && (
        <ResultScreen
          history={play.scenario.history}
          questions={play.scenario.questions}
          seed={play.seed}
          seal={play.seal}
        />
      )}
      <Announcer from={heardFrom} />
    </PresenterContext.Provider>
  );
}
