import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { complaintsOf, signIn } from "../forum/cast.ts";

const ROOM = "/c/public-policy-debate-b";
/** As long as a screen may be behind. */
const SOON = { timeout: 2_000 };

test("a teacher runs a round by keys; a pupil's telephone and the wall follow, and a note becomes an argument's beginning", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const open = async (name: string, width: number, height: number) => {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    const complaints = complaintsOf(page);
    await signIn(page, name);
    return { page, complaints };
  };
  const [teacher, pupil, wall] = [
    await open("Naledi", 1440, 900),
    await open("Tomasz", 360, 740),
    await open("Naledi", 1920, 1080),
  ];

  await teacher.page.goto(`${ROOM}/rounds/new`);
  // Who wins the toss may choose to speak first.
  await teacher.page.getByRole("link", { name: "Public forum" }).click();
  await teacher.page.getByRole("link", { name: "Con speaks first" }).click();
  await expect(teacher.page.getByLabel("Side of speech 1", { exact: true })).toHaveValue("CON");
  await teacher.page.getByRole("link", { name: "Lincoln-Douglas" }).click();
  await teacher.page.getByLabel("Minutes of speech 1", { exact: true }).fill("soon");
  await teacher.page.getByLabel("Speaker of speech 1", { exact: true }).fill("Team Tern");
  await teacher.page.getByRole("button", { name: "Open the round" }).click();
  await expect(teacher.page.getByText("A time is written in minutes").first()).toBeVisible();
  await expect(teacher.page.getByLabel("Speaker of speech 1", { exact: true })).toHaveValue("Team Tern");
  await teacher.page.getByLabel("Minutes of speech 1", { exact: true }).fill("0:10");
  await teacher.page.getByRole("button", { name: "Open the round" }).click();
  await expect(teacher.page).toHaveURL(/rounds\/[a-z0-9]{8,}$/);

  const address = new URL(teacher.page.url()).pathname;
  await pupil.page.goto(address);
  await wall.page.goto(`${address}/projector`);
  await expect(pupil.page.getByRole("button", { name: "Start" })).toHaveCount(0);
  // Streams open once a page is at rest.
  await pupil.page.waitForTimeout(2_500);

  await teacher.page.keyboard.press("Space");
  for (const { page } of [pupil, wall]) await expect(page.getByText("Running", { exact: true })).toBeVisible(SOON);
  await pupil.page.getByLabel(/^Note:/).fill("A verdict is no licence to move somebody abroad.");
  await pupil.page.getByRole("button", { name: "Note it" }).click();
  for (const { page } of [wall, teacher]) await expect(page.getByText("A verdict is no licence")).toBeVisible(SOON);
  const column = teacher.page.getByRole("columnheader", { name: /Affirmative constructive/ });
  await expect(column).toBeVisible();
  await expect(pupil.page.getByLabel(/^Note:/)).toHaveValue("");

  await expect(wall.page.getByText("Overtime", { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(wall.page.getByRole("timer")).toHaveText(/^−0:\d\d$/);
  await teacher.page.keyboard.press("ArrowRight");
  for (const { page } of [pupil, wall]) await expect(page.getByText("Speech 2 of 7")).toBeVisible(SOON);

  for (const { page } of [teacher, pupil, wall]) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }

  await pupil.page.getByRole("link", { name: "Make it an argument" }).click();
  await expect(pupil.page.getByLabel("Your claim")).toHaveValue("A verdict is no licence to move somebody abroad.");
  const stranger = await open("Yuki", 800, 600);
  expect((await stranger.page.goto(address))?.status()).toBe(404);
  for (const { complaints } of [teacher, pupil, wall]) expect(complaints).toEqual([]);
});
