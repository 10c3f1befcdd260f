import { useDesk } from "../desk.tsx";
import { Say } from "../parts/speaker.tsx";
import { resultOf } from "./worth.ts";
import { betterForAll, signedBelow, zoneAtTheEnd } from "./zone.ts";

/** Against the target that the person had noted down beforehand. */
function AgainstTarget({ worth }: { worth: number }) {
  const { me, session, t } = useDesk();
  const target = me ? session.state.sitting?.notes[me.id]?.target : undefined;
  if (target === undefined) return null;
  const by = worth - target;
  return (
    <p>
      <Say
        k={by >= 0 ? "result.target.met" : "result.target.missed"}
        v={{ target: t.number(target), by: t.number(Math.abs(by)) }}
      />
    </p>
  );
}

/** The result in one sentence, and the figure behind it. */
function OwnVerdict() {
  const desk = useDesk();
  const { view, t, me } = desk;
  const { own } = view;
  if (!own || !me || me.role === "mediator") return null;
  const worth = desk.points(resultOf(view, own));
  const walkAway = desk.points(own.walkAway);
  const better = worth - walkAway;
  // Of the figures as they are shown: whoever subtracts one from the other finds the same.
  const by = Math.abs(Math.round(worth) - Math.round(walkAway));
  const k = view.signed < 0 ? "result.no_deal" : better >= 0 ? "result.better" : "result.worse";
  return (
    <div class="verdict">
      <span class="verdict-figure">
        <bdi>{t.number(worth)}</bdi>
      </span>
      <div>
        <p>
          <Say k={k} v={{ walkAway: t.number(walkAway), by: t.number(by) }} />
        </p>
        <AgainstTarget worth={worth} />
      </div>
    </div>
  );
}

/** Without a text: whether one was to be had. */
function Missed() {
  const desk = useDesk();
  const { view, t, me } = desk;
  const zone = zoneAtTheEnd(view);
  if (zone.length === 0) {
    return (
      <p>
        <Say k="result.nothing_missed" />
      </p>
    );
  }
  const { own } = view;
  const best = own && me?.role === "party" ? Math.max(...zone.map((pack) => own.mandate.worth[pack] as number)) : null;
  return (
    <p class="finding">
      <strong>
        <Say k="result.missed" />
      </strong>{" "}
      <Say k="result.missed.zone" v={{ count: zone.length }} />{" "}
      {best !== null && <Say k="result.missed.best" v={{ best: t.number(desk.points(best)) }} />}
    </p>
  );
}

/** With a text: whether anyone signed what was worse than nothing, and whether there was more to be had for all. */
function Signed() {
  const desk = useDesk();
  const { view, t } = desk;
  const below = signedBelow(view);
  const more = betterForAll(view).length;
  return (
    <>
      {below.length > 0 && (
        <p class="finding">
          <strong>
            <Say k="result.trap" />
          </strong>{" "}
          <Say k="result.trap.who" v={{ parties: t.list(below.map(desk.name)) }} />
        </p>
      )}
      <p>
        <Say k="result.more" v={{ count: more }} />
      </p>
    </>
  );
}

/** What it came to for the one who looks, and what it says of the deal that was made or missed. */
export function Verdict() {
  const { view } = useDesk();
  return (
    <>
      <OwnVerdict />
      {view.signed >= 0 ? <Signed /> : <Missed />}
    </>
  );
}
