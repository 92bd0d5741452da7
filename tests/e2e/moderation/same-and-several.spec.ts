import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { complaintsOf, unlike } from "../forum/cast.ts";
import { flawless, somebody, tokenOf } from "./people.ts";

const SOURCE = "inside-cecot";

interface Posted {
  id: string;
  number: number;
}

/** A thread of one's own, opened and argued by programs of several people. */
async function debate(browser: Browser, request: APIRequestContext) {
  const tokens = new Map<string, string>();
  const send = async (who: string, path: string, data: object) => {
    const token = tokens.get(who) ?? (await tokenOf(browser, who));
    tokens.set(who, token);
    const answer = await request.post(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.status() === 204 ? null : answer.json();
  };
  const { versions } = await (await request.get(`/api/v1/sources/${SOURCE}`)).json();
  const paragraphs: string[] = versions
    .at(-1)
    .text.split("\n\n")
    .filter((one: string) => one.length < 500);
  const question = unlike("Should whoever is held be seen by a judge first?");
  const raisedBy = { source: SOURCE, quote: paragraphs[0] };
  const { slug } = await send("Naledi", "/threads", { question, raisedBy });
  // First posts are not read first: what waits in the queue is what the journey reports.
  await send("Signe", `/threads/${slug}/mode`, { mode: "OPEN" });
  const say = (
    who: string,
    claim: string,
    more: { parent?: string; stance?: "PRO" | "CON"; cites?: number[] } = {},
  ) => {
    const { parent = null, stance = "PRO", cites = [1] } = more;
    const citations = cites.map((place) => ({ source: SOURCE, quote: paragraphs[place] }));
    const said = { parent, stance, target: "CLAIM", claim, citations };
    return send(who, `/threads/${slug}/arguments`, said) as Promise<Posted>;
  };
  return { slug: slug as string, send, say };
}

const linkOf = async (request: APIRequestContext, id: string): Promise<string> =>
  (await (await request.get(`/api/v1/arguments/${id}`)).json()).links[0].id;

/** Says what is wrong with it, and that a moderator should look. */
async function doubt(page: Page, id: string, kind: string, note: string): Promise<void> {
  await page.goto(`/a/${id}/mark`);
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("In a few words").fill(note);
  await page.getByRole("button", { name: "Mark it" }).click();
  await expect(page).toHaveURL(new RegExp(`/a/${id}$`));
  await page.goto(`/a/${id}/flag`);
  await page.getByRole("radio", { name: /Something else/ }).check();
  await page.getByRole("button", { name: "Report it" }).click();
  await expect(page.getByText("Your report is with the moderators.")).toBeVisible();
}

/** What somebody is told, as soon as it is. */
async function told(page: Page, words: string) {
  const line = page.getByRole("listitem").filter({ hasText: words });
  await expect(async () => {
    await page.goto("/notices");
    await expect(line).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  return line;
}

test("what says the same is marked, merged from the queue by keys, weighed again, appealed and undone", async ({
  browser,
  request,
}, info) => {
  test.setTimeout(480_000);
  const author = await somebody(browser, "Seun");
  const marker = await somebody(browser, "Farid");
  const first = await somebody(browser, "Signe");
  const second = await somebody(browser, "Mateo");
  const stranger = await somebody(browser);
  const complaints = [author, marker, first, second, stranger].map(complaintsOf);
  const { slug, send, say } = await debate(browser, request);
  const claim = unlike("A judge must see whoever is held before a month is over.");
  const stays = await say("Yuki", claim);
  const goes = await say("Seun", claim, { cites: [2] });
  const answer = await say("Tomasz", unlike("No judge can see so many."), { parent: goes.id, stance: "CON" });
  await send("Farid", `/links/${await linkOf(request, goes.id)}/rating`, { impact: 3 });
  await doubt(marker, goes.id, "It is a duplicate", `It is #${stays.number} once more.`);

  await first.goto(`/m?thread=${slug}`, { waitUntil: "networkidle" });
  await expect(first.locator("#case")).toHaveText(claim);
  await expect(first.getByText(`“It is #${stays.number} once more.”`)).toBeVisible();
  await first.keyboard.press("i");
  await expect(first.getByLabel("Says the same as")).toBeFocused();
  await first.keyboard.press("ArrowDown");
  await first.keyboard.press("Escape");
  await flawless(first, info, "merge-chosen");
  await first.keyboard.press("m");
  await expect(first.getByRole("status").filter({ hasText: `#${goes.number} was merged.` })).toBeVisible();

  // Its old address leads on, and its words are read where it went.
  await stranger.goto(`/a/${goes.id}`);
  await expect(stranger.locator(".tombstone").first()).toContainText("Merged into");
  await flawless(stranger, info, "merged");
  await stranger
    .locator(".tombstone")
    .first()
    .getByRole("link", { name: `#${stays.number}` })
    .click();
  await expect(stranger).toHaveURL(new RegExp(`/a/${stays.id}$`));
  await expect(stranger.getByRole("heading", { name: "Says the same, merged into this" })).toBeVisible();
  await expect(stranger.getByRole("main")).toContainText("Seun Bankole");
  await expect(stranger.getByRole("main")).toContainText("No judge can see so many.");
  await flawless(stranger, info, "took-in");
  await stranger.goto(`/log?thread=${slug}`);
  await expect(stranger.locator("tbody tr").first()).toContainText("Merged into another that says the same");
  await flawless(stranger, info, "merge-log");

  const again = await told(marker, `You gave 3 of 4 to what #${stays.number} says now`);
  await again.getByRole("link", { name: claim }).click();
  await flawless(marker, info, "weigh-again");
  await marker.getByRole("button", { name: /^3/ }).click();
  await expect(marker.getByRole("button", { name: /^3/ })).toHaveAttribute("aria-pressed", "true");

  const merged = await told(author, `Your #${goes.number} was merged into #${stays.number}`);
  await merged.getByRole("link", { name: "What was decided, why, and what comes next" }).click();
  await expect(author.getByRole("main")).toContainText("What you wrote is read there in full");
  await flawless(author, info, "merge-decided");
  await author.getByLabel("Why the decision is wrong").fill("Mine stands on other words.");
  await author.getByRole("button", { name: "Appeal", exact: true }).click();
  await expect(author.getByText("It waits for somebody else than who decided first.")).toBeVisible();

  // Who merged it finds nothing to hear.
  await first.goto(`/m?thread=${slug}`, { waitUntil: "networkidle" });
  await expect(first.getByText("Nothing waits here.")).toBeVisible();
  await second.goto(`/m?thread=${slug}`, { waitUntil: "networkidle" });
  await expect(second.getByText("Mine stands on other words.")).toBeVisible();
  const keys = second.getByRole("region", { name: "Keys" });
  await expect(keys).toContainText("grant the appeal");
  await expect(keys).not.toContainText("hide until judged");
  await flawless(second, info, "merge-appeal");
  await second.keyboard.press("a");
  await expect(second.getByText("Nothing waits here.")).toBeVisible();
  await stranger.goto(`/a/${goes.id}`);
  await expect(stranger.getByRole("main")).toContainText(claim);
  await expect(stranger.getByRole("main")).toContainText(`#${answer.number}`);
  await expect(stranger.locator(".tombstone")).toHaveCount(0);
  await told(author, `Your #${goes.number} stands by itself again`);
  expect(complaints.flat()).toEqual([]);
  for (const page of [author, marker, first, second, stranger]) await page.context().close();
});

test("what makes two claims is drawn as parts by a moderator, from the queue by a key, and taken by its author", async ({
  browser,
  request,
}, info) => {
  test.setTimeout(480_000);
  const author = await somebody(browser, "Yuki");
  const marker = await somebody(browser, "Farid");
  const judge = await somebody(browser, "Signe");
  const stranger = await somebody(browser);
  const complaints = [author, marker, judge, stranger].map(complaintsOf);
  const { slug, say } = await debate(browser, request);
  const whole = unlike("They are many, and nobody asked them.");
  const [many, asked] = [unlike("They are many."), unlike("Nobody asked them.")];
  const { id, number } = await say("Yuki", whole, { cites: [1, 2] });
  const answer = await say("Tomasz", unlike("They were asked."), { parent: id, stance: "CON" });
  await doubt(marker, id, "It is more than one claim", "How many, and whether asked.");

  await judge.goto(`/m?thread=${slug}`, { waitUntil: "networkidle" });
  await expect(judge.locator("#case")).toHaveText(whole);
  await judge.keyboard.press("s");
  await expect(judge).toHaveURL(new RegExp(`/a/${id}/split$`));
  await judge.waitForLoadState("networkidle");
  // By the keyboard: its claim, the passages that it keeps, then the next part.
  const claims = judge.getByLabel("Its claim");
  await claims.nth(0).fill(many);
  await claims.nth(0).press("Tab");
  await judge.keyboard.press("Tab");
  await judge.keyboard.press("Space");
  await claims.nth(1).fill(asked);
  await claims.nth(1).press("Tab");
  await judge.keyboard.press("Tab");
  await judge.keyboard.press("Space");
  await flawless(judge, info, "split-drawing");
  await judge.getByRole("button", { name: "Offer these parts" }).press("Enter");
  await expect(judge.getByRole("heading", { name: /These parts wait for the author/ })).toBeVisible();
  await flawless(judge, info, "split-waits");

  const offered = await told(author, `A moderator would split your #${number} into its claims`);
  await offered.getByRole("link", { name: whole }).click();
  await expect(author.getByRole("heading", { name: /A moderator would split it so/ })).toBeVisible();
  await flawless(author, info, "split-offered");
  await author.getByLabel(`#${answer.number}:`).first().selectOption({ label: "Part 2" });
  await author.getByRole("button", { name: "Take these parts" }).press("Enter");
  await expect(author).toHaveURL(new RegExp(`/a/${id}$`));

  await stranger.goto(`/a/${id}`);
  const line = stranger.locator(".tombstone").first();
  await expect(line).toContainText("into its claims");
  await expect(stranger.getByRole("main")).not.toContainText(whole);
  await flawless(stranger, info, "split");
  await line.getByRole("link").last().click();
  await expect(stranger.getByRole("main")).toContainText(asked);
  await expect(stranger.getByRole("main")).toContainText("They were asked.");
  await told(judge, `The author of #${number} took the parts that you drew`);

  await author.goto(`/a/${id}/split`);
  await author.getByRole("button", { name: "Take the split back" }).press("Enter");
  await stranger.goto(`/a/${id}`);
  await expect(stranger.getByRole("main")).toContainText(whole);
  await expect(stranger.getByRole("main")).toContainText("They were asked.");
  expect(complaints.flat()).toEqual([]);
  for (const page of [author, marker, judge, stranger]) await page.context().close();
});

test("what was decided by one click is taken back by one, with keys and without script", async ({
  browser,
  request,
}, info) => {
  test.setTimeout(300_000);
  const { slug, say } = await debate(browser, request);
  const reporter = await somebody(browser, "Farid");
  for (const place of [1, 2]) {
    const { id } = await say("Yuki", unlike(`They are many, the ${place}.`), { cites: [place] });
    await doubt(reporter, id, "It is unclear", "Who?");
  }
  const judge = await somebody(browser, "Signe");
  const complaints = complaintsOf(judge);
  const waits = (page: Page, words: string) => expect(page.locator(".desk-head")).toContainText(words);
  await judge.goto(`/m?thread=${slug}`, { waitUntil: "networkidle" });
  await waits(judge, "2 wait");
  for (const key of ["t", "g", "Tab", "Enter"]) await judge.keyboard.press(key);
  await expect(judge.getByRole("status").filter({ hasText: "2 decided." })).toBeVisible();
  await waits(judge, "Nothing waits");
  await flawless(judge, info, "bulk-done");
  await judge.keyboard.press("z");
  await expect(judge.getByRole("status").filter({ hasText: "2 decisions were taken back." })).toBeVisible();
  await waits(judge, "2 wait");
  await flawless(judge, info, "bulk-undone");

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.context().addCookies(await judge.context().cookies());
  await plain.goto(`/m?thread=${slug}`);
  for (const box of await plain.locator("input[form=bulk]").all()) await box.check();
  await plain.getByText("Several at once").click();
  await plain.getByRole("button", { name: "Approve those ticked" }).click();
  await waits(plain, "Nothing waits");
  await plain.getByRole("button", { name: "Undo all" }).click();
  await expect(plain.getByRole("status")).toContainText("2 decisions were taken back.");
  await waits(plain, "2 wait");
  // Nothing is left for other journeys to meet.
  for (let left = 2; left > 0; left--) await plain.getByRole("button", { name: /^Approve A/ }).click();
  await waits(plain, "Nothing waits");
  expect(complaints).toEqual([]);
  for (const page of [judge, reporter, plain]) await page.context().close();
});
