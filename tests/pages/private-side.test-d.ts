import type { Presenter } from "../../src/pages/parts/presenter.tsx";
import type { Session } from "../../src/pages/store/session.ts";

/**
 * What a component might try before the end, with all that any of them is given. The compiler refuses every line: where it
 * accepts one, that line's `@ts-expect-error` is an error of its own.
 */
export function peeks(presenter: Presenter, { state, ...session }: Session): unknown[] {
  return [
    // @ts-expect-error a component of a play is given no session
    presenter.session,
    // @ts-expect-error what a seat may do leads to no state
    presenter.actions.state,
    // @ts-expect-error the public part of a file has no private side
    presenter.facts.parties[1]?.values,
    // @ts-expect-error nor what is still to happen
    presenter.facts.events,
    // @ts-expect-error only the own side of a view has a mandate
    presenter.view.parties[1]?.partyModel,
    // @ts-expect-error what the workers are given stays with the job
    presenter.actions.forecast({ kind: "pass" }, "seed", 1)?.record,
    // @ts-expect-error of the notes there are only those of the seat itself
    presenter.notes.russia,
    // @ts-expect-error the result is for the screens of the result
    presenter.ended,
    // @ts-expect-error the page knows no play but as its seat may see it
    state.currentPlay,
    // @ts-expect-error a play on the screen is not its file
    state.play?.scenario,
    // @ts-expect-error nor its seed
    state.play?.seed,
    // @ts-expect-error before the end there is nothing that is open
    state.play?.ended.scenario,
    // @ts-expect-error the start offers what everyone may know
    state.offered?.scenario,
    // @ts-expect-error of a saved play there is its title and its players
    state.savedPlay?.record,
    // @ts-expect-error a record goes to the browser, and to no component
    session.recordText,
  ];
}
