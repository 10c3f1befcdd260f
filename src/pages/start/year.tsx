import type { Key } from "../../language/speaker.ts";
import { Message, useSpeaker } from "../parts/speaker.tsx";

const FIRST_DAY = Date.UTC(2016, 1, 1);
const LAST_DAY = Date.UTC(2016, 11, 31);

/** How far into the line of the year a day is, 0–100: the line goes from 1 February to 31 December 2016. @param day ISO date */
export function placeInYear(day: string): number {
  return ((Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / (LAST_DAY - FIRST_DAY)) * 100;
}

/**
 * Places on a line with at least this much room from each to the next: whatever comes too close moves on, away from the one before it.
 * On a line of eleven months a day is three pixels wide, so that two days side by side would be one mark.
 * @param places ascending, 0–100
 */
export function spreadApart(places: readonly number[], room: number): number[] {
  const spread: number[] = [];
  for (const place of places) spread.push(Math.max(place, (spread.at(-1) ?? Number.NEGATIVE_INFINITY) + room));
  return spread;
}

interface TalkDay {
  readonly id: string;
  /** The day of the talks, ISO date. */
  readonly day: string;
  readonly place: Key;
  readonly about: Key;
  readonly playable: boolean;
}

/** The five days of talks that the reports are about. */
const DAYS: readonly TalkDay[] = [
  { id: "munich-2016", day: "2016-02-11", place: "year.munich", about: "year.munich.about", playable: true },
  { id: "geneva-february", day: "2016-02-19", place: "year.geneva", about: "year.february.about", playable: false },
  { id: "call", day: "2016-02-20", place: "year.call", about: "year.call.about", playable: false },
  { id: "geneva-may", day: "2016-05-02", place: "year.geneva", about: "year.may.about", playable: false },
  { id: "hamburg", day: "2016-12-08", place: "year.hamburg", about: "year.hamburg.about", playable: false },
];

const MONTHS = ["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

/** Room from the middle of one mark to the next, in percent of the line: two marks never touch. */
const ROOM = 1.6;

/** Where the mark of each day stands on the line, 0–100. */
const PLACES = spreadApart(
  DAYS.map(({ day }) => placeInYear(day)),
  ROOM,
);

/** From a mark on the line to the middle of its words below, in a box of 100 by 40. */
function leader(from: number, column: number): string {
  const to = (column + 0.5) * (100 / DAYS.length);
  return `M${from} 0 C${from} 24 ${to} 14 ${to} 40`;
}

/** The line itself. Decoration: the list below says the same in words. */
function Line() {
  const { day } = useSpeaker();
  return (
    <div class="year-line" aria-hidden="true">
      <ol class="year-months">
        {MONTHS.map((month, index) => (
          <li
            key={month}
            class={index % 2 === 0 ? "" : "between"}
            style={{ insetInlineStart: `${placeInYear(`2016-${month}-01`)}%` }}
          >
            {day(`2016-${month}-01`)
              .replaceAll(/\p{Nd}+/gu, "")
              .trim()}
          </li>
        ))}
      </ol>
      <div class="year-track">
        {DAYS.map(({ id, playable }, index) => (
          <span
            key={id}
            class={playable ? "year-dot playable" : "year-dot"}
            style={{ insetInlineStart: `${PLACES[index]}%` }}
          />
        ))}
      </div>
      <svg class="year-leaders" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {DAYS.map(({ id, playable }, column) => (
          <path key={id} class={playable ? "playable" : ""} d={leader(PLACES[column] ?? 0, column)} />
        ))}
      </svg>
    </div>
  );
}

/** The talks of 2016 as a line through the year, with the one that can be played now. */
export function Year({ offered }: { offered: string | null }) {
  const { day } = useSpeaker();
  return (
    <section class="year" aria-labelledby="year-title">
      <h2 id="year-title" class="year-title">
        <Message k="year.title" />
      </h2>
      <Line />
      <ol class="year-days">
        {DAYS.map(({ id, day: when, place, about, playable }) => (
          <li key={id} class={playable ? "playable" : ""} aria-current={id === offered ? "true" : undefined}>
            <p class="year-when">
              <time dateTime={when}>
                {day(when)
                  .replace(/\s*\p{Nd}{4}$/u, "")
                  .trim()}
              </time>
            </p>
            <p class="year-place">
              <Message k={place} />
            </p>
            <p class="year-about">
              <Message k={about} />
            </p>
            <p class="year-state">
              {playable ? (
                <a href="#seats">
                  <Message k="year.now" />
                </a>
              ) : (
                <Message k="year.later" />
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
