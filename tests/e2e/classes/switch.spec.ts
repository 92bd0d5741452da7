import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, signIn, unlike } from "../forum/cast.ts";
import { argue, comeByCard, makeCards, moment, NAMES, openClass, sayIn, typed } from "./class.ts";

type Side = "PRO" | "CON";
const other = (side: Side): Side => (side === "PRO" ? "CON" : "PRO");

const MINUTE_MS = 60_000;
/** As long as the form about it takes to fill in and to send. */
const FILL_MS = 15_000;

/** Sets a round's deadline, as forms have it to the minute, to one that is near, and waits until it is over. */
async function endRound(teacher: Page, assignment: string, fields: readonly string[]): Promise<void> {
  const due = Math.ceil((Date.now() + FILL_MS) / MINUTE_MS) * MINUTE_MS;
  await teacher.goto(`${assignment}/change`);
  for (const field of fields) await teacher.locator(`#field-${field}`).fill(typed(due));
  await teacher.locator("main form button").last().click();
  await expect(teacher).toHaveURL(new RegExp(`${assignment}(\\?|$)`));
  await teacher.waitForTimeout(Math.max(0, due - Date.now()));
}

/** The state in which a round ended is kept by the clock alone, soon after. */
async function stateKept(page: Page, assignment: string, round: number): Promise<string> {
  const link = page.getByRole("link", { name: `The debate at the end of round ${round}` });
  await expect(async () => {
    await page.goto(assignment);
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  return (await link.getAttribute("href")) ?? "";
}

test("thirty pupils draw sides, three argue and change them, and what stood at each deadline is kept", async ({
  browser,
}) => {
  // Two deadlines pass, a minute at most each.
  test.setTimeout(420_000);
  const teacher = await (await browser.newContext()).newPage();
  const complaints = complaintsOf(teacher);
  await signIn(teacher, "Naledi Mokoena");
  const room = await openClass(teacher, "Period 5", NAMES);
  const cards = await makeCards(teacher, room);
  expect(cards).toHaveLength(30);

  await teacher.goto(`${room}/assign`);
  await teacher.getByLabel("Title").fill("Argued both ways");
  await teacher.getByLabel("What to do").fill("Argue the side that you have drawn, then the other.");
  await teacher.getByLabel("The thread", { exact: true }).fill("/t/rights-of-those-held");
  await teacher.getByLabel("Refuse what would stand on the other side").check();
  await teacher.getByLabel("A second round in which everybody argues the other side").check();
  for (const [field, hours] of [
    ["opensAt1", -2],
    ["dueAt1", 24],
    ["opensAt2", 48],
    ["dueAt2", 72],
  ] as const)
    await teacher.locator(`#field-${field}`).fill(moment(hours));
  await teacher.getByRole("button", { name: "Set it" }).click();
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Argued both ways");
  const assignment = new URL(teacher.url()).pathname;
  const thread = (await teacher.getByRole("main").locator('header a[href^="/t/"]').getAttribute("href")) ?? "";

  const pupils = [];
  for (const card of cards.slice(0, 3)) {
    const page = await comeByCard(browser, card);
    await page.goto(assignment);
    await expect(page.getByText("Others’ arguments appear when you have posted one of your own")).toBeVisible();
    const drawn = (await page.locator("h2", { hasText: "You argue" }).textContent()) ?? "";
    pupils.push({ card, page, side: (/You argue\s*Pro/.test(drawn) ? "PRO" : "CON") as Side });
  }
  const said = ["A corridor is no yard", "A rule can be cruel and lawful", "Who counts decides"].map(unlike);
  for (const [i, { page, side }] of pupils.entries()) await argue(page, thread, side, said[i] ?? "");
  const [first] = pupils;
  if (!first) throw new Error("nobody came");
  // Who has argued reads the others, by names that were made up for them.
  await first.page.goto(thread);
  for (const claim of said) await expect(first.page.getByText(claim).first()).toBeVisible();
  await expect(first.page.getByRole("main")).not.toContainText("Pupil Number");

  await endRound(teacher, assignment, ["dueAt1", "opensAt2"]);
  const frozen = await stateKept(first.page, assignment, 1);
  await expect(first.page.locator("h2", { hasText: "Round 2. You argue" })).toContainText(
    first.side === "PRO" ? "Con" : "Pro",
  );
  await sayIn(first.page, thread, first.side, unlike("I go on as before"));
  await expect(first.page.getByText("You were set to argue the other side", { exact: false }).first()).toBeVisible();
  const turned = unlike("Seen from there it is a yard");
  await argue(first.page, thread, other(first.side), turned);
  await teacher.goto(frozen);
  await expect(teacher.getByText(said[0] ?? "").first()).toBeVisible();
  await expect(teacher.getByText(turned)).toHaveCount(0);

  await endRound(teacher, assignment, ["dueAt2"]);
  await teacher.goto(await stateKept(teacher, assignment, 2));
  await expect(teacher.getByText(turned).first()).toBeVisible();
  await argue(first.page, thread, other(first.side), unlike("This comes late"));
  await first.page.goto(assignment);
  await expect(first.page.getByText(/^Late: /)).toBeVisible();

  await teacher.goto(`${assignment}/grade/${first.card.handle}`);
  await expect(teacher.getByRole("main")).toContainText(turned);
  for (const criterion of await teacher.locator('select[name="level"]').all())
    await criterion.selectOption({ index: 2 });
  await teacher.getByLabel("Feedback on the whole").fill("Both sides, fairly.");
  await teacher.getByRole("button", { name: "Keep the grade" }).click();
  await expect(teacher.getByText("The grade is kept.")).toBeVisible();
  await first.page.goto(assignment);
  await expect(first.page.getByText("Both sides, fairly.")).toHaveCount(0);
  await teacher.goto(assignment);
  await teacher.getByRole("button", { name: "Release grades" }).click();
  await expect(teacher.getByText("Grades are released.", { exact: false }).first()).toBeVisible();
  await first.page.goto(assignment);
  await expect(first.page.getByText("Both sides, fairly.")).toBeVisible();
  const csv = await (await teacher.request.get(`${assignment}/gradebook`)).text();
  expect(csv).toContain(first.card.name);
  expect(csv.trim().split(/\r?\n/)).toHaveLength(31);
  expect(complaints).toEqual([]);
});
