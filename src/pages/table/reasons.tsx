import type { Reason, Reasons as ReasonsOf } from "../../table/reasons.ts";
import type { OwnSide } from "../../table/view.ts";
import { type Desk, useDesk } from "../desk.tsx";
import { Say, useText } from "../parts/speaker.tsx";

function Item({ part, side }: { part: Reason; side: OwnSide }) {
  const desk = useDesk();
  const text = useText();
  switch (part.kind) {
    case "issue":
      return <bdi>{desk.issue(part.issue)}</bdi>;
    case "linkage": {
      const title = side.mandate.party.linkages[part.linkage]?.title;
      return title ? <Say k="reasons.linkage" v={{ linkage: text(title) }} /> : <Say k="reasons.linkage.unnamed" />;
    }
    case "commitment":
      return <Say k="reasons.commitment" v={{ issue: desk.issue(part.issue) }} />;
    case "cap":
      return <Say k="reasons.cap" />;
    case "slack":
      return <Say k="reasons.slack" />;
  }
}

function againstKey(desk: Desk, side: OwnSide, reasons: ReasonsOf) {
  if (side.mandate.index !== desk.view.seat) return "reasons.against.theirs" as const;
  return desk.view.parties[desk.view.seat]?.standing === reasons.against
    ? ("reasons.against" as const)
    : ("reasons.against.asked" as const);
}

/** The one change that would have been accepted, where there is one. */
export function NearMiss({ of, side }: { of: ReasonsOf; side: OwnSide }) {
  const desk = useDesk();
  if (of.accepts) return null;
  if (!of.change) return <Say k="reasons.no_change" />;
  const { issue, option } = of.change;
  const own = side.mandate.index === desk.view.seat;
  return (
    <Say
      k={own ? "reasons.change" : "reasons.change.theirs"}
      v={{ issue: desk.issue(issue), option: desk.option(issue, option) }}
    />
  );
}

/** The signed parts of an answer, which sum to worth − target, and the smallest change that would have done. */
export function Reasons({ of, side }: { of: ReasonsOf; side: OwnSide }) {
  const desk = useDesk();
  const { t } = desk;
  const figure = (worth: number): string => t.signed(desk.points(worth), 1);
  const plain = (worth: number): string => t.number(desk.points(worth), 1);
  const values = { worth: plain(of.worth), target: plain(of.target), walkAway: plain(of.walkAway) };
  return (
    <div class="reasons">
      <table>
        <caption>
          <Say k={againstKey(desk, side, of)} />
        </caption>
        <thead class="hidden">
          <tr>
            <th scope="col">
              <Say k="reasons.item" />
            </th>
            <th scope="col">
              <Say k="reasons.points" />
            </th>
          </tr>
        </thead>
        <tbody>
          {of.parts.map((part) => (
            <tr key={`${part.kind}${"issue" in part ? part.issue : "linkage" in part ? part.linkage : ""}`}>
              <th scope="row">
                <Item part={part} side={side} />
              </th>
              <td class={part.value < 0 ? "minus" : "plus"}>
                <bdi dir="ltr">{figure(part.value)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Say k="reasons.sum" />
            </th>
            <td class={of.worth < of.target ? "minus" : "plus"}>
              <bdi dir="ltr">{figure(of.worth - of.target)}</bdi>
            </td>
          </tr>
        </tfoot>
      </table>
      <p class="quiet">
        <Say k="reasons.sums" v={values} />
      </p>
      {!of.accepts && (
        <p>
          <NearMiss of={of} side={side} />
        </p>
      )}
    </div>
  );
}
