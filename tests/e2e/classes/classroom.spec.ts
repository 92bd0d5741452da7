import { expect, test } from "@playwright/test";
import { complaintsOf, signIn, unlike } from "../forum/cast.ts";
import { argue, moment, NAMES, openClass } from "./class.ts";

const CLASS = "/c/public-policy-debate-b";

test("a teacher makes a class of thirty from pasted names and sets it an assignment in which everybody has a side", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, "Naledi Mokoena");
  const room = await openClass(page, "Period 3", NAMES);

  await page.goto(`${room}/assign`);
  await page.getByLabel("Title").fill("Rights of those held");
  await page.getByLabel("What to do").fill("Argue the side that you have drawn.");
  await page.getByLabel("The thread", { exact: true }).fill("/t/rights-of-those-held");
  await page.getByRole("button", { name: "Set it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rights of those held");
  await expect(page.getByRole("main")).toContainText("30 pupils");
  const onSide = (side: string) => page.getByRole("row").filter({ has: page.getByText(side, { exact: true }) });
  await expect(onSide("Pro")).toHaveCount(15);
  await page.getByRole("button", { name: "Draw the sides again" }).click();
  await expect(onSide("Con")).toHaveCount(15);
  expect(complaints).toEqual([]);
});

test("pupils read each other once they have argued, are judged, and read their grades when all do", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const pageOf = async (name: string) => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, name);
    return page;
  };
  const teacher = await pageOf("Naledi Mokoena");
  const title = unlike("Argued both ways");
  await teacher.goto(`${CLASS}/assign`);
  await teacher.getByLabel("Title").fill(title);
  await teacher.getByLabel("What to do").fill("Argue, be answered, change places.");
  await teacher.getByLabel("The thread", { exact: true }).fill("rights-of-those-held");
  await teacher.locator("#field-opensAt1").fill(moment(-2));
  await teacher.locator("#field-dueAt1").fill(moment(24));
  await teacher.locator("#field-sides").selectOption("NONE");
  await teacher.getByRole("button", { name: "Set it" }).click();
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText(title);
  const assignment = new URL(teacher.url()).pathname;
  const thread = (await teacher.getByRole("main").locator('header a[href^="/t/"]').getAttribute("href")) ?? "";

  const [tomasz, leilani] = [await pageOf("Tomasz Wrona"), await pageOf("Leilani Kahale")];
  const first = unlike("A corridor is no yard");
  await argue(tomasz, thread, "PRO", first);
  const said = new URL(tomasz.url()).pathname;

  // Leilani has not argued yet: nothing that others said is there for her.
  await leilani.goto(assignment);
  await expect(leilani.getByText("Others’ arguments appear when you have posted one of your own")).toBeVisible();
  await leilani.goto(thread);
  await expect(leilani.getByText(first)).toHaveCount(0);
  expect((await leilani.goto(said))?.status()).toBe(404);
  await argue(leilani, thread, "CON", unlike("A rule can be cruel and lawful"));
  await leilani.goto(said);
  await expect(leilani.getByRole("heading", { level: 1 })).toHaveText(first);
  // Peers read the name that was made up for this thread.
  await expect(leilani.getByRole("main")).not.toContainText("Tomasz Wrona");

  await tomasz.goto(assignment);
  await expect(tomasz.getByText("1 of 4", { exact: true })).toBeVisible();
  await tomasz.goto(thread);
  await expect(tomasz.getByRole("complementary", { name: "What you are asked here" })).toContainText("1 of 4");

  await teacher.goto(`${assignment}/peers`);
  await teacher.getByLabel("How many others each reads").fill("1");
  await teacher.getByRole("button", { name: "Draw and ask" }).click();
  await expect(teacher.getByText("Pupils are asked.", { exact: false })).toBeVisible();
  await leilani.goto(`${assignment}/peers`);
  await leilani.getByRole("link", { name: /The work of/ }).click();
  await expect(leilani.getByRole("main")).toContainText(first);
  await expect(leilani.getByRole("main")).not.toContainText("Tomasz Wrona");
  await leilani.getByLabel("In words").fill("Say next who counted them.");
  await leilani.getByRole("button", { name: "Keep the feedback" }).click();
  await expect(leilani.getByText("Your feedback is kept.", { exact: false })).toBeVisible();
  await tomasz.goto(`${assignment}/peers`);
  await expect(tomasz.getByText("Say next who counted them.")).toHaveCount(0);
  await teacher.goto(`${assignment}/peers`);
  await expect(teacher.getByText("Say next who counted them.")).toBeVisible();

  await teacher.goto(`${assignment}/grade/tomasz`);
  await expect(teacher.getByRole("main")).toContainText(first);
  await teacher.getByLabel("Claim and reasoning").selectOption("claim:4");
  await teacher.getByLabel("Use of passages").selectOption("passage:3");
  await teacher.getByLabel("Answering the other side").selectOption("clash:2");
  await teacher.getByLabel("Fairness").selectOption("fairness:4");
  await teacher.getByLabel("Feedback on the whole").fill("Your passages carry it.");
  await teacher.getByRole("button", { name: "Keep the grade" }).click();
  await expect(teacher.getByText("The grade is kept.")).toBeVisible();
  await tomasz.goto(assignment);
  await expect(tomasz.getByText("Your passages carry it.")).toHaveCount(0);

  await teacher.goto(assignment);
  await expect(teacher.getByRole("row", { name: /Tomasz Wrona/ })).toContainText("78 of 100");
  await teacher.getByRole("button", { name: "Release grades" }).click();
  await expect(teacher.getByText("Grades are released.", { exact: false }).first()).toBeVisible();
  await tomasz.goto(assignment);
  await expect(tomasz.getByText("Your passages carry it.")).toBeVisible();
  await tomasz.goto("/notices");
  await expect(tomasz.getByRole("region", { name: "In your classes" })).toContainText("Your grade is released");
  const csv = await teacher.request.get(`${assignment}/gradebook`);
  expect(await csv.text()).toContain("Tomasz Wrona");
  expect((await leilani.request.get(`${assignment}/gradebook`)).status()).toBe(404);
});
