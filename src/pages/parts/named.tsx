import type { Mark as PartyMark, Text } from "../../scenario/types.ts";
import { Mark } from "./mark.tsx";
import { Words } from "./speaker.tsx";

/** A party's mark with its name beside it, as it stands in tables and headings. */
export function Named({ party: { mark, name } }: { party: { readonly mark: PartyMark; readonly name: Text } }) {
  return (
    <span class="with-mark">
      <Mark mark={mark} size="s" />
      <Words of={name} />
    </span>
  );
}
