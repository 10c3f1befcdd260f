import type { Direction } from "../language/languages.ts";

declare const markup: unique symbol;

/** A piece of SVG in which every text has been escaped: nothing else can become part of a chart. */
export type Markup = string & { readonly [markup]: true };

/** The only place that takes a string for markup: the functions below give it what they have escaped or put together. */
function markupOf(safe: string): Markup {
  return safe as Markup;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML 1.0 cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(content: string): string {
  return content
    .toWellFormed()
    .replace(NOT_XML, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A length or place in a chart: two decimals are finer than any screen. */
export function rounded(value: number): number {
  const near = Math.round(value * 100) / 100;
  return near === 0 ? 0 : near;
}

/** Text as SVG holds it. */
export function svgText(content: string): Markup {
  return markupOf(escaped(content));
}

/** An element. Attributes that are undefined are left out, numbers are rounded to two decimals. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [` ${key}="${typeof value === "number" ? rounded(value) : escaped(value)}"`];
  });
  const head = `<${name}${written.join("")}`;
  return markupOf(children.length > 0 ? `${head}>${children.join("")}</${name}>` : `${head}/>`);
}

/** Several pieces as one; nothing of none. */
export function together(pieces: readonly Markup[]): Markup {
  return markupOf(pieces.join("\n"));
}

/** What every chart says of itself. */
export interface Caption {
  readonly title: string;
  /** What the chart shows, in words, for those who do not see it. */
  readonly description: string;
}

/** How a chart is to look. */
export interface Look {
  /** Width in pixels, at least 280; the height follows. 720 by default. */
  readonly width?: number;
  /** The language of the texts, `en` by default; Arabic is set from right to left. Axes rise to the right in both. */
  readonly language?: string;
  /** Begins the ids in the chart: set it where several charts stand in one page. */
  readonly id?: string;
}

/** A look with nothing left open. */
export interface FullLook {
  readonly width: number;
  readonly language: string;
  readonly id: string;
  readonly direction: Direction;
}

const NARROWEST = 280;

/** Charts may be in any language of a scenario; these are written from right to left. */
const RIGHT_TO_LEFT_LANGUAGES = ["ar", "fa", "he", "ur"];

/** Fills a look in. */
export function fullLook({ width = 720, language = "en", id = "chart" }: Look = {}): FullLook {
  const direction = RIGHT_TO_LEFT_LANGUAGES.includes(language.slice(0, 2)) ? "rtl" : "ltr";
  return { width: Math.max(NARROWEST, Math.round(width)), language, id, direction };
}

/** The family of the screens where it is at hand; any other face with both scripts where it is not. */
const FONTS = "'IBM Plex Sans', 'IBM Plex Sans Arabic', system-ui, 'Noto Sans', 'Noto Sans Arabic', sans-serif";

/**
 * A whole chart as an SVG document, for a file of its own or inside HTML. Without `style` and scripts, so that it stands under the
 * strictest Content-Security-Policy: a page makes it narrower by its own stylesheet (`max-width`, `height: auto`).
 */
export function svg(look: FullLook, height: number, caption: Caption, content: readonly Markup[]): string {
  const { width, language, id, direction } = look;
  const whole = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: "img",
      "aria-labelledby": `${id}-title ${id}-description`,
      "xml:lang": language,
      lang: language,
      direction,
      "font-family": FONTS,
      "font-size": 13,
    },
    element("title", { id: `${id}-title` }, svgText(caption.title)),
    element("desc", { id: `${id}-description` }, svgText(caption.description)),
    together(content),
  );
  return `${whole}\n`;
}
