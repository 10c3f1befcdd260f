import type { Page } from "playwright-core";
import { type Hands, phaseOf } from "./hands.ts";

/** From the start screen to the table: this seat, this seed. */
export async function startPlaying(
  page: Page,
  hands: Hands,
  party: string,
  seed: string,
  atTheMandate: () => Promise<void> = async () => {},
): Promise<void> {
  await page.locator(".seat-cards").waitFor();
  const chosen = page.locator(`input[name=seat][value=${party}]`);
  for (let n = 0; n < 10 && !(await chosen.isChecked()); n++) await hands.nextRadio(".seats");
  await hands.press(".more > summary");
  await hands.type(".more input[type=text]", seed);
  await hands.press("form button[type=submit]");
  await page.locator(".mandate").waitFor();
  await atTheMandate();
  await hands.press(".mandate .next-step button");
  await phaseOf(page);
}

/** Says yes where the page asks whether one is sure. */
async function confirm(page: Page, hands: Hands): Promise<void> {
  if ((await page.locator("[data-sure=yes]").count()) > 0) await hands.press("[data-sure=yes]");
}

/** How many actions the play has so far, as the browser has it saved: grows with everything that is done. */
export function savedPlay(page: Page): Promise<string> {
  return page.evaluate(() => {
    const text = localStorage.getItem("parley.play") ?? "";
    return text === "" ? "" : (JSON.parse(text) as { record: { seal: string } }).record.seal;
  });
}

/** One action by the rules of `policy.ts`; false once the play is over. `after` is done whenever something was. */
async function oneAction(page: Page, hands: Hands): Promise<boolean> {
  const phase = await phaseOf(page);
  if (phase === "over") return false;
  const before = await savedPlay(page);
  if (phase === "answer") {
    await hands.press("[data-deed=answer] button");
  } else if ((await page.locator(".delegation.mine .delegation-position .quiet").count()) > 0) {
    await hands.nextRadio(".rail");
    await hands.press("[data-deed=offer] button");
  } else {
    await hands.press("[data-deed=take_up] button");
  }
  await confirm(page, hands);
  await page.waitForFunction(
    (seal) => !(localStorage.getItem("parley.play") ?? "").includes(`"seal":"${seal}"}}`),
    before,
  );
  return true;
}

/** Plays by the rules of `policy.ts` to the end, and goes on to the result. */
export async function playToTheEnd(
  page: Page,
  hands: Hands,
  after: () => Promise<void> = async () => {},
): Promise<void> {
  while (await oneAction(page, hands)) await after();
  await hands.press(".over button");
  await page.locator(".result").waitFor();
}
