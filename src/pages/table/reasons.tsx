import type { Reason, Reasons as ReasonsOf } from "../../table/party/reasons.ts";
import type { OwnSide } from "../../table/view/own-side.ts";
import { type Presenter, usePresenter } from "../parts/presenter.tsx";
import { Message, useText } from "../parts/speaker.tsx";
import { ColumnHeads } from "../parts/tables.tsx";

function Item({ part, side }: { part: Reason; side: OwnSide }) {
  const presenter = usePresenter();
  const text = useText();
  switch (part.kind) {
    case "issue":
      return <bdi>{presenter.issue(part.issue)}</bdi>;
    case "linkage": {
      const title = side.partyModel.party.linkages[part.linkage]?.title;
      return title ? (
        <Message k="reasons.linkage" v={{ linkage: text(title) }} />
      ) : (
        <Message k="reasons.linkage.unnamed" />
      );
    }
    case "commitment":
      return <Message k="reasons.commitment" v={{ issue: presenter.issue(part.issue) }} />;
    case "cap":
      return <Message k="reasons.cap" />;
    case "slack":
      return <Message k="reasons.slack" />;
  }
}

function againstKey(presenter: Presenter, side: OwnSide, reasons: ReasonsOf) {
  if (side.partyModel.index !== presenter.view.seat) return "reasons.against.theirs" as const;
  return presenter.view.parties[presenter.view.seat]?.standing === reasons.against
    ? ("reasons.against" as const)
    : ("reasons.against.asked" as const);
}

/** The one change that would have been accepted, where there is one. */
export function NearMiss({ of, side }: { of: ReasonsOf; side: OwnSide }) {
  const presenter = usePresenter();
  if (of.accepts) return null;
  if (!of.change) return <Message k="reasons.no_change" />;
  const { issue, option } = of.change;
  const own = side.partyModel.index === presenter.view.seat;
  return (
    <Message
      k={own ? "reasons.change" : "reasons.change.theirs"}
      v={{ issue: presenter.issue(issue), option: presenter.option(issue, option) }}
    />
  );
}

/** The signed parts of an answer, which sum to worth − target, and the smallest change that would have done. */
export function ReasonsList({ of, side }: { of: ReasonsOf; side: OwnSide }) {
  const presenter = usePresenter();
  const { t } = presenter;
  const figure = (worth: number): string => t.signed(presenter.points(worth), 1);
  const plain = (worth: number): string => t.number(presenter.points(worth), 1);
  const values = { worth: plain(of.worth), target: plain(of.target), walkAway: plain(of.walkAway) };
  return (
    <div class="reasons">
      <table>
        <caption>
          <Message k={againstKey(presenter, side, of)} />
        </caption>
        <thead class="hidden">
          <tr>
            <ColumnHeads keys={["reasons.item", "reasons.points"]} />
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
              <Message k="reasons.sum" />
            </th>
            <td class={of.worth < of.target ? "minus" : "plus"}>
              <bdi dir="ltr">{figure(of.worth - of.target)}</bdi>
            </td>
          </tr>
        </tfoot>
      </table>
      <p class="quiet">
        <Message k="reasons.sums" v={values} />
      </p>
      {!of.accepts && (
        <p>
          <NearMiss of={of} side={side} />
        </p>
      )}
    </div>
  );
}
