import { type Browser, expect, type Page, test } from "@playwright/test";
import { complaintsOf, post, THREAD, unlike } from "../forum/cast.ts";
import { flawless, somebody, stepTo, tokenOf } from "./people.ts";

/** The long debate that is planted for the moderators: others read another. */
const LONG = "should-the-port-town-keep-its-night-buses-draw-8-210";

test("what is posted, reported, removed and appealed is decided by two people, told to its author and logged", async ({
  browser,
}, info) => {
  test.setTimeout(480_000);
  const author = await somebody(browser, "Farid");
  const reporter = await somebody(browser, "Seun");
  const first = await somebody(browser, "Signe");
  const second = await somebody(browser, "Mateo");
  const stranger = await somebody(browser);
  const complaints = [author, reporter, first, second, stranger].map(complaintsOf);
  const claim = unlike("Whoever asks such a question has something to hide.");
  const { id, number } = await post(author, claim, 3);

  await reporter.goto(`/a/${id}/flag`);
  await reporter.getByRole("radio", { name: /Abuse/ }).check();
  await reporter.getByRole("textbox", { name: "In a few words" }).fill("Look at who it is about.");
  await reporter.getByRole("button", { name: "Report it" }).click();
  await expect(reporter.getByText("Your report is with the moderators.")).toBeVisible();

  await first.goto("/m?sieve=flagged", { waitUntil: "networkidle" });
  await flawless(first, info, "queue");
  await stepTo(first, claim);
  await expect(first.getByText("“Look at who it is about.”")).toBeVisible();
  await expect(first.getByRole("main")).not.toContainText("Seun");
  await flawless(first, info, "case");
  // The second reason of the policy, then its key.
  await first.keyboard.press("2");
  await first.keyboard.press("x");
  await expect(first.getByRole("status").filter({ hasText: `#${number}` })).toContainText("refused or removed");
  await flawless(first, info, "just-decided");

  await stranger.goto(`/a/${id}`);
  await expect(stranger.getByRole("main")).not.toContainText(claim);
  await expect(stranger.locator(".tombstone").first()).toContainText(/moderator/i);
  await flawless(stranger, info, "tombstone");

  await expect(async () => {
    await author.goto("/notices");
    await expect(author.getByText(`Your #${number} was removed`)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await author
    .getByRole("listitem")
    .filter({ hasText: `Your #${number} was removed` })
    .getByRole("link", { name: "What was decided, why, and what comes next" })
    .click();
  await expect(author.getByText(claim)).toBeVisible();
  await flawless(author, info, "decided");
  await author.getByLabel("Why the decision is wrong").fill("It is about the question, and about nobody.");
  await author.getByRole("button", { name: "Appeal", exact: true }).click();
  await expect(author.getByText("It waits for somebody else than who decided first.")).toBeVisible();
  await flawless(author, info, "appealed");

  // Who decided first finds nothing to decide; somebody else does, and reads what was removed.
  await first.goto("/m?sieve=appeals", { waitUntil: "networkidle" });
  await expect(first.locator(".queue-list").getByText(claim)).toHaveCount(0);
  await second.goto("/m?sieve=appeals", { waitUntil: "networkidle" });
  await stepTo(second, claim);
  await expect(second.getByText("It is about the question, and about nobody.")).toBeVisible();
  await flawless(second, info, "appeal");
  await second.keyboard.press("a");
  await expect(second.getByRole("status").filter({ hasText: `#${number}` })).toContainText("approved");

  await stranger.goto(`/a/${id}`);
  await expect(stranger.getByRole("main")).toContainText(claim);
  await expect(async () => {
    await author.goto("/notices");
    await expect(author.getByText(`Your #${number} is back`)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

  await stranger.goto("/log");
  const acts = stranger
    .locator("tbody tr")
    .filter({ hasText: `#${number},` })
    .locator("td:nth-child(2)");
  await expect(acts).toHaveText(["Brought back", "Appeal granted", "Removed"]);
  await flawless(stranger, info, "log");
  const file = await (await stranger.request.get("/log/csv")).text();
  const rows = file
    .split(/\r?\n/)
    .filter((line) => line.includes(THREAD.slice(3)) && line.trim().endsWith(`,${number}`));
  expect(rows.map((line) => line.split(",")[1])).toEqual(["restored", "granted", "removed"]);
  for (const page of [file, await stranger.content()]) {
    expect(page).not.toContain("something to hide");
    expect(page).not.toContain("about nobody");
    for (const name of ["Seun", "Signe", "Mateo", "Farid"]) expect(page).not.toContain(name);
  }
  await stranger.goto("/policy");
  await flawless(stranger, info, "policy");
  expect(complaints.flat()).toEqual([]);
  for (const page of [author, reporter, first, second, stranger]) await page.context().close();
});

test("somebody is silenced from the queue by a key, sees it on every page, and writes again when it is lifted", async ({
  browser,
}, info) => {
  test.setTimeout(300_000);
  const author = await somebody(browser, "Farid");
  const reporter = await somebody(browser, "Seun");
  const judge = await somebody(browser, "Signe");
  const claim = unlike("Buy a cell while it is cheap.");
  const { id } = await post(author, claim, 3);
  await reporter.goto(`/a/${id}/flag`);
  await reporter.getByRole("radio", { name: /Spam/ }).check();
  await reporter.getByRole("button", { name: "Report it" }).click();
  await expect(reporter.getByText("Your report is with the moderators.")).toBeVisible();
  await judge.goto("/m?sieve=flagged", { waitUntil: "networkidle" });
  await stepTo(judge, claim);
  await judge.keyboard.press("u");
  await expect(judge).toHaveURL(/\/u\/farid\/sanction\?review=/);
  await judge.getByRole("button", { name: "Do it" }).click();
  await expect(judge.getByRole("status")).toContainText("What holds of @farid");
  await expect(judge.locator("#case")).toHaveText(claim);
  await author.goto(THREAD);
  await expect(author.getByRole("banner").getByText("you can read here and not write")).toBeVisible();
  await flawless(author, info, "silenced");
  await author.getByRole("link", { name: "Why, and how to appeal" }).click();
  await expect(author).toHaveURL(/\/sanction$/);
  await judge.goto("/m/sanctions");
  await judge.getByRole("button", { name: "Lift it for Farid Rahmani" }).click();
  await expect(judge.getByText("Nobody is silenced or suspended.")).toBeVisible();
  await author.goto(THREAD);
  await expect(author.getByRole("link", { name: "Farid Rahmani" })).toBeVisible();
  await expect(author.getByText("you can read here and not write")).toHaveCount(0);
  for (const page of [author, reporter, judge]) await page.context().close();
});

/** Four people report fifty posts each, as many as one may in a day and a few less. */
async function reportMany(browser: Browser, page: Page): Promise<void> {
  const { arguments: all } = await (await page.request.get(`/api/v1/threads/${LONG}?all=1`)).json();
  const there = all.filter(({ state }: { state: string }) => state === "VISIBLE").slice(0, 200);
  expect(there).toHaveLength(200);
  for (const [place, name] of ["Tomasz", "Leilani", "Yuki", "Naledi"].entries()) {
    const headers = { authorization: `Bearer ${await tokenOf(browser, name)}` };
    for (const { id } of there.slice(place * 50, place * 50 + 50)) {
      const answer = await page.request.post(`/api/v1/arguments/${id}/flags`, { headers, data: { kind: "SPAM" } });
      expect(answer.status()).toBe(204);
    }
  }
}

test("two hundred that wait are decided with the keyboard alone", async ({ browser }, info) => {
  test.setTimeout(600_000);
  const page = await somebody(browser, "Signe");
  const complaints = complaintsOf(page);
  await reportMany(browser, page);
  const press = (key: string) => page.keyboard.press(key);
  const waiting = (count: number) =>
    expect(page.locator(".desk-head")).toContainText(
      count === 0 ? "Nothing waits" : new RegExp(`^Review${count} waits?`),
    );

  await page.goto(`/m?thread=${LONG}`, { waitUntil: "networkidle" });
  // Beside what other journeys left to be read.
  await expect(page.locator(".desk-head")).toContainText(/^Review2\d\d wait/);
  // Through the filters: first posts, then what was reported.
  await press("f");
  await expect(page).toHaveURL(/sieve=first/);
  await expect(page.getByRole("link", { name: "First posts" })).toHaveAttribute("aria-current", /./);
  await press("f");
  await expect(page).toHaveURL(/sieve=flagged/);
  await waiting(200);
  await expect(page.locator(".queue-list li")).toHaveCount(200);
  await flawless(page, info, "two-hundred");

  const started = Date.now();
  let left = 200;
  for (; left > 160; left--) {
    const open = await page.locator("#case").textContent();
    if (left % 4 === 0) {
      await press("1");
      await press("x");
    } else await press("a");
    await waiting(left - 1);
    await expect(page.locator("#case")).not.toHaveText(open ?? "");
  }
  info.annotations.push({ type: "seconds a decision", description: `${(Date.now() - started) / 40_000}` });
  // A slip: the last one is taken back, waits again, and is approved.
  await press("z");
  await waiting(161);
  await press("a");
  await waiting(160);
  // Hidden, it still waits, and is sent back.
  await press("1");
  await press("h");
  await expect(page.getByRole("status").filter({ hasText: "still waits" })).toBeVisible();
  await press("1");
  await press("b");
  await waiting(159);
  // All but one at once: ticked by a key, the one that is open let go of, approved by Tab and Enter.
  await press("t");
  await press("c");
  await press("g");
  await expect(page.locator("#bulk-code")).toBeFocused();
  await press("Tab");
  await press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "158 decided." })).toBeVisible({ timeout: 60_000 });
  await waiting(1);
  await press("a");
  await waiting(0);
  // Where ten were taken out, the outline holds together.
  await page.goto(`/t/${LONG}`, { waitUntil: "networkidle" });
  await flawless(page, info, "removed");
  expect(complaints).toEqual([]);
  await page.context().close();
});
