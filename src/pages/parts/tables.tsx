import type { Key } from "../../language/speaker.ts";
import type { Mark as PartyMark, Text } from "../../scenario/types.ts";
import { PartyMarkIcon } from "./party-mark.tsx";
import { Message, Words } from "./speaker.tsx";

/** A party's mark with its name beside it, as it stands in tables and headings. */
export function NamedParty({ party: { mark, name } }: { party: { readonly mark: PartyMark; readonly name: Text } }) {
  return (
    <span class="with-mark">
      <PartyMarkIcon mark={mark} size="s" />
      <Words of={name} />
    </span>
  );
}

/** Heads of the columns of a table, in the words of the interface; they stand in its head row. */
export function ColumnHeads({ keys }: { keys: readonly Key[] }) {
  return (
    <>
      {keys.map((key) => (
        <th key={key} scope="col">
          <Message k={key} />
        </th>
      ))}
    </>
  );
}
