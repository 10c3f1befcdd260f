import { useDesk } from "../desk.tsx";
import { Say, useText } from "../parts/speaker.tsx";

/** Where more than one person sat at this screen, or none: from whose chair the result is shown. */
export function SeenFrom() {
  const { facts, me, session, t } = useDesk();
  const text = useText();
  const humans = session.state.sitting?.humans ?? [];
  if (humans.length === 1) return null;
  const chairs = facts.parties.filter(({ id }) => humans.length === 0 || humans.includes(id));
  return (
    <label class="field seen-from">
      <span>
        <Say k="result.seen_from" />
      </span>
      <select value={me?.id ?? ""} onChange={(event) => session.look(event.currentTarget.value || null)}>
        <option value="">{t.say("result.seen_from.nobody")}</option>
        {chairs.map(({ id, name }) => (
          <option key={id} value={id}>
            {text(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
