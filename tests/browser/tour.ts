import type { Locator, Page } from "playwright-core";
import { phaseOf } from "./hands.ts";
import { savedPlay } from "./play-through.ts";

/** One play that is always the same: the seed and what the United States do are written down here. */
export const SEED = "class-3";

/** Answers and statements in their order; the last of each is repeated. */
const ANSWERS = ["no", "no", "yes"] as const;
const STATEMENTS = ["offer", "ask_text", "take_up"] as const;

async function press(page: Page, button: Locator): Promise<void> {
  await button.click();
  const sure = page.locator("[data-sure=yes]");
  if ((await sure.count()) > 0) await sure.first().click();
}

/** The next option of the first issue; on a phone its row is opened and closed again. */
async function changeDraft(page: Page): Promise<void> {
  const rail = page.locator(".rail").first();
  const fold = rail.locator(".rail-fold");
  const folded = await fold.isVisible();
  if (folded) await fold.click();
  await rail.locator("input:not(:checked):not(:disabled)").first().click();
  if (folded) await fold.click();
}

/** From the start to the mandate of the United States; the page must be at the start. */
export async function toTheMandate(page: Page): Promise<void> {
  await page.locator(".seat-cards").waitFor();
  await page.locator("input[name=seat][value=us]").check();
  await page.locator(".more > summary").click();
  await page.locator(".more input[type=text]").fill(SEED);
  await page.locator("form button[type=submit]").click();
  await page.locator(".mandate").waitFor();
}

/** From the mandate to the table. */
export async function toTheTable(page: Page): Promise<void> {
  await page.locator(".mandate .next-step button").click();
  await phaseOf(page);
}

/**
 * Plays by the two lists to the end of the talks.
 * @param look is told the phase and how often it was there, before anything is done
 */
export async function playTheTour(page: Page, look: (phase: string, count: number) => Promise<void>): Promise<void> {
  const seen = new Map<string, number>();
  for (let steps = 0; steps < 60; steps++) {
    const phase = await phaseOf(page);
    const count = seen.get(phase) ?? 0;
    seen.set(phase, count + 1);
    await look(phase, count);
    if (phase === "over") return;
    const before = await savedPlay(page);
    if (phase === "answer") {
      const yes = ANSWERS[Math.min(count, ANSWERS.length - 1)] === "yes";
      await press(page, page.locator("[data-deed=answer] button").nth(yes ? 0 : 1));
    } else {
      const deed = STATEMENTS[Math.min(count, STATEMENTS.length - 1)];
      if (deed === "offer") await changeDraft(page);
      await press(page, page.locator(`[data-deed=${deed}] button`).first());
    }
    await page.waitForFunction(
      (seal) => !(localStorage.getItem("parley.play") ?? "").includes(`"seal":"${seal}"}}`),
      before,
    );
  }
  throw new Error("the talks do not end");
}

/** From the end of the talks to the result, and on until its worker has answered. */
export async function toTheResult(page: Page): Promise<void> {
  await page.locator(".over button").click();
  await page.locator(".result .possible .drawing svg").waitFor();
}
