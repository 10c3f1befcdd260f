import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe finds against WCAG 2.2 AA and its best practices on the page as it stands: one line for each place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await checker.run()).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
}

/** Visible texts and names that hold a Latin letter, outside what may: names that have no other script, marks, codes. */
export function latinTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const exempt = "code, [lang=en], .mark-letters, input";
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      if (/[A-Za-z]/.test(text) && !node.parentElement?.closest(`${exempt}, noscript, script, style`)) found.push(text);
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [alt], [placeholder], optgroup[label]")) {
      if (element.closest(exempt)) continue;
      for (const name of ["aria-label", "title", "alt", "placeholder", "label"]) {
        const value = element.getAttribute(name);
        if (value && /[A-Za-z]/.test(value)) found.push(`${name}: ${value}`);
      }
    }
    return found;
  });
}

/** Controls smaller than 24 by 24 CSS pixels whose surroundings leave no room either (WCAG 2.5.8); links in a text may be. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input:not(.hidden), select, summary, a[href]")].flatMap(
      (control) => {
        const place = (control instanceof HTMLInputElement ? control.closest("label") : null) ?? control;
        const { width, height } = place.getBoundingClientRect();
        const seen = width > 1 && height > 1 && !control.classList.contains("skip");
        return seen && (width < 24 || height < 24)
          ? [`${control.tagName} ${control.textContent} ${width}×${height}`]
          : [];
      },
    ),
  );
}
