import { useDesk } from "../desk.tsx";
import { Named } from "../parts/named.tsx";
import { Say, Words } from "../parts/speaker.tsx";
import { resultOf } from "./worth.ts";

/** What the end was worth to each party, now that all is open. */
export function Sides() {
  const desk = useDesk();
  const { view, t } = desk;
  return (
    <table class="sides">
      <caption class="hidden">
        <Say k="result.sides" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Say k="result.party" />
          </th>
          <th scope="col">
            <Say k="result.worth" />
          </th>
          <th scope="col">
            <Say k="table.worth.walk_away" />
          </th>
          <th scope="col">
            <Say k="result.position" />
          </th>
        </tr>
      </thead>
      <tbody>
        {view.sides.map((side) => {
          const { index, party, positions } = side.mandate;
          const label = positions[side.position]?.label;
          return (
            <tr key={party.id} class={index === view.seat ? "mine" : ""}>
              <th scope="row">
                <Named party={party} />
              </th>
              <td class="number">
                {view.signed < 0 && party.role === "mediator" ? (
                  "–"
                ) : (
                  <bdi>{t.number(desk.points(resultOf(view, side)))}</bdi>
                )}
              </td>
              <td class="number">
                {party.role === "mediator" ? "–" : <bdi>{t.number(desk.points(side.walkAway))}</bdi>}
              </td>
              <td>{label && <Words of={label} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
