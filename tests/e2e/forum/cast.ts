import { expect, type Page } from "@playwright/test";

/** The planted thread in which the journeys take place, and a text that it cites. */
export const THREAD = "/t/rights-of-those-held";
export const SOURCE = "/s/inside-cecot";

/** Goes in as somebody of the cast, through the page that anonymous visitors are sent to. */
export async function signIn(page: Page, name: string, back = "/"): Promise<void> {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Different in every run, so that nobody's earlier words pass for these. */
export const unlike = (words: string) => `${words} (${Date.now().toString(36)})`;

/** The way to answer argument 2, as a reader of the thread finds it. */
export async function oppose(page: Page): Promise<void> {
  await page.locator("#a2 > .claim a").click();
  await page.getByRole("link", { name: "Oppose the claim" }).click();
}

/** Takes the words of a paragraph of the text that is open beside the form. */
export async function takeParagraph(page: Page, number: number): Promise<void> {
  await page
    .getByRole("button", { name: `Take these words ¶${number}`, exact: true })
    .first()
    .click();
}

/** What a browser complains of: scripts or styles that the policy forbids, faults, failed requests. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** With script a form is ready when its editor has come: what is typed before, a browser may take for what it was given. */
export async function ready(page: Page, javaScriptEnabled: boolean): Promise<void> {
  if (javaScriptEnabled) await expect(page.getByRole("toolbar")).toBeVisible();
}

/** The argument of the thread that claims this. */
export async function said(page: Page, claim: string): Promise<{ id: string; number: number }> {
  const answer = await page.request.get(`/api/v1${THREAD.replace("/t/", "/threads/")}`);
  const { arguments: all }: { arguments: { id: string; number: number; claim: string }[] } = await answer.json();
  const found = all.find((argument) => argument.claim === claim);
  if (!found) throw new Error(`nobody says: ${claim}`);
  return found;
}

/** Posts an answer to the question that stands on a paragraph of the planted text. */
export async function post(page: Page, claim: string, paragraph: number, script = true) {
  await page.goto(`${THREAD}/argue?stance=CON&source=inside-cecot`);
  await ready(page, script);
  await page.getByLabel("Your claim").fill(claim);
  await takeParagraph(page, paragraph);
  await page.getByRole("button", { name: "Post the argument" }).click();
  await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
  return said(page, claim);
}
