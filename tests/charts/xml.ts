/** One element of a document. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it. */
  text: string;
}

const NAME = "[A-Za-z_][\\w:.-]*";
const TAG = new RegExp(`^<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`);
const TEXT = /^(?:[^<&]|&(?:amp|lt|gt|quot|#39);)+/;

function plainText(escaped: string): string {
  const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  return escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] as string);
}

/**
 * Reads a document as strictly as XML: every tag closed, every attribute quoted and there once, no stray `<` or `&`.
 * @throws Error where it is not well-formed
 */
export function readXml(document: string): Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  let rest = document.trim();
  while (rest.length > 0) {
    const text = TEXT.exec(rest)?.[0];
    if (text !== undefined) {
      const last = open.at(-1);
      if (!last) throw new Error(`text outside of every element: ${text.slice(0, 40)}`);
      last.text += plainText(text);
      rest = rest.slice(text.length);
      continue;
    }
    const [whole, closing, name = "", attributes = "", empty] = TAG.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`no well-formed XML: ${rest.slice(0, 60)}`);
    rest = rest.slice(whole.length);
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
      key,
      plainText(value),
    ]);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`<${name}> has an attribute twice`);
    const tag: Tag = { name, attributes: Object.fromEntries(pairs), text: "" };
    tags.push(tag);
    if (!empty) open.push(tag);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return tags;
}

/** All that a document says in text elements. */
export function said(document: string): string[] {
  return readXml(document)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
}
