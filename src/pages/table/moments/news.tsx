import type { NewsChange } from "../../../table/view/disclosed.ts";
import { hundredths } from "../../parts/figures.ts";
import { type Presenter, usePresenter } from "../../parts/presenter.tsx";
import { GroundsNote } from "../../parts/sources.tsx";
import { Message, Words } from "../../parts/speaker.tsx";
import type { Sentence } from "../sentences.ts";

const LEFT_TO_RIGHT = "\u200e";

/** One change in a sentence: for the seat's own side in figures, for others in the words that everyone has. */
function changeWords(presenter: Presenter, change: NewsChange): Sentence {
  const { view, t, name, points } = presenter;
  // A sign stands before its figure in every script: the mark gives the figure a direction of its own.
  const signed = (value: number, digits = 0): string => LEFT_TO_RIGHT + t.signed(value, digits);
  const side = (party: number) => (party === view.seat ? view.own : view.sides[party]);
  switch (change.kind) {
    case "pressure": {
      const { party, by, sign } = change;
      const own = side(party);
      if (by === null || !own) {
        const word = view.parties[party]?.pressure ?? "none";
        const k = `moment.news.pressure.${sign < 0 ? "down" : "up"}` as const;
        return { k: word === "none" ? `${k}.none` : k, v: { party: name(party), word: t.say(`pressure.${word}`) } };
      }
      const v = { party: name(party), by: signed(by * 100), now: hundredths(t, own.pressure) };
      return { k: `moment.news.pressure.${party === view.seat ? "own" : "by"}`, v };
    }
    case "walk_away": {
      const { party, by } = change;
      const now = t.number(points(side(party)?.walkAway ?? 0), 1);
      const v = { party: name(party), by: signed(points(by), 1), now };
      return { k: `moment.news.walk_away.${party === view.seat ? "own" : "by"}`, v };
    }
    case "removed": {
      const { issue, option } = change;
      return {
        k: "moment.news.removed",
        v: { issue: presenter.issue(issue), option: presenter.option(issue, option) },
      };
    }
    case "released":
      return { k: "moment.news.released", v: { party: name(change.party), issue: presenter.issue(change.issue) } };
  }
}

function Article({ event }: { event: number }) {
  const presenter = usePresenter();
  const { disclosed, facts, view } = presenter;
  const news = disclosed.news(event);
  if (!news) return null;
  // What happens to the player comes first.
  const own = (change: NewsChange): boolean => "party" in change && change.party === view.seat;
  const changes = [...news.changes.filter(own), ...news.changes.filter((one) => !own(one))];
  return (
    <article class="moment-article">
      <div class={news.historical ? "news news-historical" : "news news-simulated"}>
        <p class="news-badge">
          <Message k={news.historical ? "record.badge.historical" : "record.badge.simulated"} />
        </p>
        <p class="moment-news">
          <Words of={news.text} />
        </p>
        <GroundsNote of={news.grounds} sources={facts.sources} />
      </div>
      <h3>
        <Message k="moment.news.changes" />
      </h3>
      <ul class="moment-changes">
        {changes.map((change, index) => (
          <li key={index} class={own(change) ? "own-change" : ""}>
            <Message {...changeWords(presenter, change)} />
          </li>
        ))}
        {changes.length === 0 && (
          <li>
            <Message k="moment.news.nothing" />
          </li>
        )}
      </ul>
    </article>
  );
}

/** What has happened between two rounds, and what it changes for whom. */
export function NewsBody({ events }: { events: readonly number[] }) {
  return (
    <>
      {events.map((event) => (
        <Article key={event} event={event} />
      ))}
    </>
  );
}
