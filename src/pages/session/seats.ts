import type { Play } from "../../play/play.ts";
import type { Notes } from "../../play/record.ts";
import type { Seat } from "../../play/seats.ts";
import { ENDED } from "../../table/context.ts";
import type { View } from "../../table/view.ts";
import type { Sitting } from "./state.ts";

/** Seats by id for people at this screen; everybody left out is a machine. */
export function humanSeats(humans: readonly string[]): Record<string, Seat> {
  return Object.fromEntries(humans.map((id) => [id, { by: "human" } as const]));
}

/** Who of a play is human, by id. */
export function humansOf(play: Play): string[] {
  return play.scenario.parties.flatMap(({ id }, index) => (play.seats[index]?.by === "human" ? [id] : []));
}

/** A play as somebody sits down before it: one person sees their own side at once, several only behind the curtain. */
export function sitDown(play: Play, notes: Notes = {}): Sitting {
  const humans = humansOf(play);
  const eyes = humans.length === 1 ? (humans[0] ?? null) : null;
  return { play, humans, eyes, curtain: null, openAll: false, draft: null, running: false, paused: false, notes };
}

/** Whether a person in this chair has done anything yet. */
export function hasActed(play: Play, party: string): boolean {
  return play.actions.some((done) => done.party === party && done.by === "human");
}

/** Whether the table has come to its end. */
export function isOver(play: Play): boolean {
  return ENDED.includes(play.state.floor);
}

/** What the screen may show now: the view of the seat before it. All is open once the play is over. */
export function viewOf({ play, eyes, openAll, humans }: Sitting): View {
  const open = isOver(play) || (openAll && humans.length === 0);
  return play.view(eyes, open);
}

/** The package to begin a draft with: what the seat stands for, else the best that its position asks for. */
export function firstDraft(view: View): number | null {
  const { own, seat } = view;
  if (!own) return null;
  const standing = view.parties[seat]?.standing ?? -1;
  if (standing >= 0) return standing;
  const { packages } = own.shelf;
  return packages[packages.length - 1] ?? 0;
}
