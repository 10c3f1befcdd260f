import type { Mark as PartyMark, Text } from "../../scenario/types.ts";
import { PartyMarkIcon } from "./party-mark.tsx";
import { Words } from "./speaker.tsx";

/** A party's mark with its name beside it, as it stands in tables and headings. */
export function NamedParty({ party: { mark, name } }: { party: { readonly mark: PartyMark; readonly name: Text } }) {
  return (
    <span class="with-mark">
      <PartyMarkIcon mark={mark} size="s" />
      <Words of={name} />
    </span>
  );
}
