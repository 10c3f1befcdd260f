import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Two ways to use a page: by pointer, or by nothing but the keyboard. */
export interface Hands {
  /** Presses a button, a link, a check box or what opens a fold. */
  press(selector: string): Promise<void>;
  /** Chooses the next radio button of a group, the first one after the last. */
  nextRadio(group: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
}

export function pointer(page: Page): Hands {
  return {
    press: (selector) => page.locator(selector).first().click(),
    async nextRadio(group) {
      const radios = page.locator(`${group} input[type=radio]`);
      const values = await radios.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked));
      await radios.nth((values.indexOf(true) + 1) % values.length).click();
    },
    type: (selector, text) => page.locator(selector).fill(text),
  };
}

/** Longer than any way round the page: a focus that has not arrived by then never will. */
const FAR = 400;

export function keyboard(page: Page): Hands {
  const tabTo = async (selector: string): Promise<void> => {
    for (let steps = 0; steps < FAR; steps++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  return {
    async press(selector) {
      await page.locator(selector).first().waitFor();
      await tabTo(selector);
      await page.keyboard.press("Enter");
    },
    async nextRadio(group) {
      await tabTo(`${group} input[type=radio]:checked`);
      await page.keyboard.press("ArrowDown");
    },
    async type(selector, text) {
      await tabTo(selector);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    },
  };
}

/** Where the table stands for the player before it. */
export async function phaseOf(page: Page): Promise<string> {
  const place = page.locator("[data-phase]");
  await place.waitFor();
  return (await place.getAttribute("data-phase")) ?? "";
}

/** What must come to be, within the time that a slow machine may take. */
export async function eventually(what: () => Promise<unknown>, wanted: unknown): Promise<void> {
  await expect.poll(what, { timeout: 10_000 }).toEqual(wanted);
}
