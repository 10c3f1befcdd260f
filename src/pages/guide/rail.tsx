import { optionIn, withOption } from "../../bargaining/space.ts";
import { useDesk } from "../desk.tsx";
import { Mark } from "../parts/mark.tsx";
import { Say, Words } from "../parts/speaker.tsx";

/** The one issue of the practice as stops on a rail: a radio group, as at the table. */
export function PracticeRail({ draft, still }: { draft: number; still: boolean }) {
  const { facts, view, session, party, name } = useDesk();
  const [issue] = facts.issues;
  const { space } = view.rules;
  if (!issue) return null;
  const chosen = optionIn(space, draft, 0);
  const theirs = view.parties.filter(({ index, standing }) => index !== view.seat && standing >= 0);
  return (
    <fieldset class="practice-rail" disabled={still}>
      <legend>
        <Words of={issue.title} />
      </legend>
      <div class="practice-stops">
        {issue.options.map(({ id, title }, option) => (
          <label key={id} class={option === chosen ? "practice-stop chosen" : "practice-stop"}>
            <span class="practice-token">
              {theirs
                .filter(({ standing }) => optionIn(space, standing, 0) === option)
                .map(({ index }) => (
                  <span key={index}>
                    <Mark mark={party(index).mark} size="s" />
                    <span class="hidden">
                      <Say k="guide.theirs" v={{ party: name(index) }} />
                    </span>
                  </span>
                ))}
            </span>
            <input
              type="radio"
              name="practice"
              value={id}
              checked={option === chosen}
              onChange={() => session.draft(withOption(space, draft, 0, option))}
            />
            <span>
              <Words of={title} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
