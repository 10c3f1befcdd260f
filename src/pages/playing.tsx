import { Curtain } from "./curtain.tsx";
import { DeskContext, deskOf } from "./desk.tsx";
import { Mandate } from "./mandate/mandate.tsx";
import { useSpeaker } from "./parts/speaker.tsx";
import { Result } from "./result/result.tsx";
import type { Session } from "./session/session.ts";
import type { Sitting } from "./session/state.ts";
import { Announcer } from "./table/announcer.tsx";
import { Table } from "./table/table.tsx";

export { Machines } from "./futures/machines.tsx";
export { Stored } from "./stored.tsx";

/** Of one sitting: the screen that it is at, and the live region that outlives the change of screens. */
export function Playing({ session, sitting }: { session: Session; sitting: Sitting }) {
  const t = useSpeaker();
  const { screen, heardFrom } = session.state;
  if (sitting.curtain !== null) return <Curtain session={session} sitting={sitting} />;
  const desk = deskOf(session, sitting, t);
  const { play } = sitting;
  return (
    <DeskContext.Provider value={desk}>
      {screen === "mandate" && <Mandate />}
      {screen === "table" && <Table />}
      {screen === "result" && (
        <Result history={play.scenario.history} questions={play.scenario.questions} seed={play.seed} seal={play.seal} />
      )}
      <Announcer from={heardFrom} />
    </DeskContext.Provider>
  );
}
