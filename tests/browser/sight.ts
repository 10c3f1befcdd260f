import type { Page } from "playwright-core";

/** What runs out of the page sideways, so that one would have to scroll in two directions (WCAG 1.4.10). */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")].flatMap((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const out = width > 0 && (right > room + 1 || left < -1);
      return out ? [`${one.tagName}.${one.className} ${Math.round(left)}–${Math.round(right)} of ${room}`] : [];
    });
  });
}

/** Texts whose box is too small for them and hides what does not fit (WCAG 1.4.4, 1.4.12). */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")].flatMap((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      const hides = overflowX === "hidden" || overflowY === "hidden" || overflowX === "clip" || overflowY === "clip";
      if (!hides || one.closest(".hidden, .scene, svg, select, input") || one.clientWidth <= 1) return [];
      const cut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
      return cut ? [`${one.tagName}.${one.className}: ${one.textContent?.slice(0, 60)}`] : [];
    }),
  );
}

interface Stop {
  readonly name: string;
  readonly seen: boolean;
  readonly marked: boolean;
  readonly number: number;
}

/** What has the focus: whether any of it can be seen (WCAG 2.4.11), and whether it is marked (2.4.7). */
function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body) return null;
    const all = window as unknown as { stops?: Map<Element, number> };
    all.stops ??= new Map();
    if (!all.stops.has(one)) all.stops.set(one, all.stops.size);
    const box = (one.matches(".hidden") ? (one.closest("label") ?? one) : one).getBoundingClientRect();
    const inset = (share: number, from: number, to: number): number => from + (to - from) * share;
    const seen = [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const top = document.elementFromPoint(inset(x, box.left, box.right), inset(y, box.top, box.bottom));
        return top !== null && (one.contains(top) || (one.closest("label")?.contains(top) ?? false));
      }),
    );
    const label = one.closest("label");
    const outlined = [one, label].some((place) => {
      const style = place && getComputedStyle(place);
      return style !== null && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const name = `${one.tagName}.${one.className} ${one.getAttribute("name") ?? ""} ${one.textContent?.slice(0, 40)}`;
    return { name, seen, marked: outlined, number: all.stops.get(one) as number };
  });
}

/** Longer than any way round a screen. */
const FAR = 300;

/**
 * Goes round the screen with Tab alone, from its beginning until the focus leaves the page or comes round: stops that cannot be
 * seen or are not marked, and a way that does not end (WCAG 2.1.2).
 */
export async function hiddenFocus(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => {
    Object.assign(window, { stops: undefined });
    document.querySelector<HTMLElement>(".skip")?.focus();
  });
  for (let steps = 0; steps < FAR; steps++) {
    const stop = await focused(page);
    if (stop === null || (steps > 0 && stop.number === 0)) return found;
    if (!stop.seen) found.push(`not seen: ${stop.name}`);
    // The first one got the focus from here, not from the keyboard.
    if (!stop.marked && steps > 0) found.push(`not marked: ${stop.name}`);
    await page.keyboard.press("Tab");
  }
  return [...found, "the way round does not end"];
}
