import { type Browser, expect, type Page } from "@playwright/test";
import { ready, takeParagraph, unlike } from "../forum/cast.ts";

/** Thirty names as a teacher pastes them. */
export const NAMES = Array.from({ length: 30 }, (_, i) => `Pupil Number${String.fromCharCode(65 + (i % 26))}${i}`);

/** As a field for date and time takes it. */
export const typed = (moment: number) => new Date(moment).toISOString().slice(0, "2026-11-22T08:00".length);

/** So many hours from now. */
export const moment = (hours: number) => typed(Date.now() + hours * 3_600_000);

/** Opens a class with an account for each name; gives its path. */
export async function openClass(teacher: Page, name: string, names: readonly string[]): Promise<string> {
  await teacher.goto("/c/new");
  await teacher.getByLabel("Name", { exact: false }).first().fill(unlike(name));
  await teacher.locator("#field-endsOn").fill(moment(24 * 60).slice(0, 10));
  await teacher.locator("main form button").last().click();
  await expect(teacher).toHaveURL(/\/c\/[a-z0-9-]+$/);
  await expect(teacher).not.toHaveURL(/\/c\/new$/);
  const room = new URL(teacher.url()).pathname;
  await teacher.goto(`${room}/people`);
  await teacher.getByLabel("Names, one a line, or a table").fill(names.join("\n"));
  await teacher.getByRole("button", { name: "See what would change" }).click();
  await teacher.getByRole("button", { name: "Make these changes" }).click();
  await expect(teacher.getByText(/accounts? (was|were) made/)).toBeVisible({ timeout: 60_000 });
  return room;
}

export interface Card {
  name: string;
  handle: string;
  secret: string;
}

/** Makes everybody's login card and reads them off the sheet. */
export async function makeCards(teacher: Page, room: string): Promise<Card[]> {
  await teacher.goto(`${room}/cards`);
  await teacher.locator("main form button").last().click();
  await expect(teacher.locator(".login-card").first()).toBeVisible({ timeout: 60_000 });
  return teacher.locator(".login-card").evaluateAll((cards) =>
    cards.map((card) => {
      const said = [...card.querySelectorAll("dd")].map((dd) => dd.textContent ?? "");
      return {
        name: card.querySelector(".card-name")?.textContent ?? "",
        handle: said[0] ?? "",
        secret: said[2] ?? "",
      };
    }),
  );
}

/** A pupil at a browser of their own, let in by a card. */
export async function comeByCard(browser: Browser, { secret }: Card): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/card");
  await page.locator("#field-secret").fill(secret);
  await page.locator("#field-newPassword").fill("a ferry without a bridge");
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/\/c\/[a-z0-9-]+$/, { timeout: 30_000 });
  return page;
}

/** Posts an argument on words of the planted text, or tries to. */
export async function sayIn(page: Page, thread: string, stance: "PRO" | "CON", claim: string): Promise<void> {
  await page.goto(`${thread}/argue?stance=${stance}&source=inside-cecot`);
  await ready(page, true);
  await page.getByLabel("Your claim").fill(claim);
  await takeParagraph(page, 15);
  await page.getByRole("button", { name: "Post the argument" }).click();
}

export async function argue(page: Page, thread: string, stance: "PRO" | "CON", claim: string): Promise<void> {
  await sayIn(page, thread, stance, claim);
  await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
}
