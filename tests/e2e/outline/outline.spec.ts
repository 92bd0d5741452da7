import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { complaintsOf, ready, signIn, unlike } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The long debate that is planted for the journeys: too large for one screen. */
const LONG = "/t/should-the-port-town-keep-its-night-buses-draw-7-300";

const tree = (page: Page, side: "Pro" | "Con") => page.getByRole("tree", { name: new RegExp(`^${side}`) });

/** Where the keyboard's focus is, as a screen reader tells it. */
const here = (page: Page) =>
  page.evaluate(() => {
    const item = document.activeElement;
    const told = (name: string) => item?.getAttribute(`aria-${name}`) ?? null;
    const text = (part: Element | null | undefined) => part?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    return {
      role: item?.getAttribute("role"),
      name: item?.querySelector(":scope > article")?.ariaLabel ?? text(item),
      level: Number(told("level")),
      place: `${told("posinset")} of ${told("setsize")}`,
      expanded: told("expanded"),
    };
  });

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  return here(page);
}

async function enter(page: Page, side: "Pro" | "Con") {
  await page.goto(LONG);
  await tree(page, side).locator('[role="treeitem"][tabindex="0"]').focus();
  return here(page);
}

/** A closed branch on the first screen that has answers. */
const closed = (page: Page) => page.locator('[role="treeitem"][aria-expanded="false"]').first();

test("a whole debate is walked with the keyboard alone", async ({ page }) => {
  const complaints = complaintsOf(page);
  const first = await enter(page, "Pro");
  expect(first).toMatchObject({ role: "treeitem", level: 1, place: expect.stringMatching(/^1 of \d+$/) });
  expect(await press(page, "ArrowDown")).not.toEqual(first);
  expect(await press(page, "Home")).toEqual(first);

  const last = await press(page, "End");
  expect(last.name).toMatch(/^\d+ more answers?$/);
  const before = await page.getByRole("treeitem").count();
  await press(page, "Enter");
  await expect.poll(() => page.getByRole("treeitem").count()).toBeGreaterThan(before);
  expect((await here(page)).level).toBe(1);

  await closed(page).focus();
  const branch = await here(page);
  expect((await press(page, "ArrowRight")).expanded).toBe("true");
  const inside = await press(page, "ArrowRight");
  expect(inside.level).toBe(branch.level + 1);
  expect(inside.name).toMatch(/^(?:Pro|Con) /);
  // What is open is closed first; then the way leads up.
  if (inside.expanded === "true") expect((await press(page, "ArrowLeft")).expanded).toBe("false");
  expect((await press(page, "ArrowLeft")).name).toBe(branch.name);
  expect((await press(page, "ArrowLeft")).expanded).toBe("false");

  // One item of each tree is reached by Tab.
  expect(await tree(page, "Pro").locator('[role="treeitem"][tabindex="0"]').count()).toBe(1);
  const claim = await page.evaluate(() => document.activeElement?.querySelector(".claim")?.textContent);
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim ?? "");
  await page.goBack();
  await expect(page).toHaveURL(/\?open=/);
  expect(complaints).toEqual([]);
});

/** What the focus stands on, in words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at;
    return (at?.getAttribute("aria-label") ?? label?.textContent ?? "").replace(/\s+/g, " ").trim();
  });

/** Goes on with Tab, as a person does, until the focus stands on this. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let left = 150; left > 0 && !words.test(await focused(page)); left--) await page.keyboard.press("Tab");
  expect(await focused(page)).toMatch(words);
}

for (const width of [1440, 360]) {
  test(`a debate is read and answered with the keyboard alone, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 740 });
    const complaints = complaintsOf(page);
    await signIn(page, "Yuki Harada", LONG);
    await page.goto(LONG, { waitUntil: "networkidle" });
    for (let left = 60; left > 0 && (await here(page)).role !== "treeitem"; left--) await page.keyboard.press("Tab");
    expect((await here(page)).role).toBe("treeitem");
    // Down the first column as it stands, and to its end.
    const names: string[] = [];
    for (let i = 0; i < 8; i++) names.push((await press(page, "ArrowDown")).name);
    expect(new Set(names).size).toBe(names.length);
    await press(page, "End");
    const item = await press(page, "Home", "ArrowDown");
    expect(item.level).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? -1)).toBeLessThan(740);
    await press(page, "Enter");
    await page.waitForURL(/\/a\/[a-z0-9]+$/);
    await page.waitForLoadState("networkidle");

    await tabTo(page, /^Oppose/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/argue\?.*stance=CON/);
    await ready(page, true);
    await tabTo(page, /^Your claim/);
    const claim = unlike("Nobody counted who stayed at home");
    await page.keyboard.type(claim);
    await tabTo(page, /^Take these words/);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Passage 1: the exact words")).not.toHaveValue("");
    for (let left = 150; left > 0 && !/^Post the argument/.test(await focused(page)); left--)
      await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
}

test("typing leads to the next claim that begins so, or to a number", async ({ page }) => {
  await enter(page, "Con");
  const items = tree(page, "Con").locator('> [role="treeitem"] > .argument');
  const number = (await items.nth(2).getAttribute("id"))?.slice(1) ?? "";
  await page.keyboard.type(number);
  expect(await page.evaluate(() => document.activeElement?.querySelector(".argument")?.id)).toBe(`a${number}`);
  await page.waitForTimeout(700);
  const beginning = ((await items.nth(1).locator("> .claim").textContent()) ?? "").slice(0, 12).toLowerCase();
  await page.keyboard.type(beginning);
  const reached = await page.evaluate(() => document.activeElement?.querySelector(".claim")?.textContent);
  expect(reached?.toLowerCase().startsWith(beginning)).toBe(true);
});

test("what was opened stands in the address: reload and Back show it again", async ({ page }) => {
  await page.goto(LONG);
  const branch = closed(page);
  const id = await branch.locator("> .argument").getAttribute("id");
  await branch.locator("> .argument .below").click();
  const answers = page.locator(`li:has(> #${id}) > .answers > li`);
  await expect(answers.first()).toBeVisible();
  const count = await answers.count();
  await expect(page).toHaveURL(new RegExp(`\\?open=${id?.slice(1)}$`));
  await page.reload();
  await expect(answers).toHaveCount(count);
  await answers.first().locator("> .argument .claim a").click();
  await expect(page).toHaveURL(/\/a\//);
  await page.goBack();
  await expect(answers).toHaveCount(count);
  await page.locator(`li > #${id} .below`).click();
  await expect(answers.first()).toBeHidden();
  expect(new URL(page.url()).search).toBe("");
});

test("an address says nothing that harms: what is no branch is passed over", async ({ page }) => {
  const complaints = complaintsOf(page);
  for (const open of ["999999", "0,-1,<b>,pro", "__proto__", `${"7,".repeat(500)}`]) {
    await page.goto(`${LONG}?open=${encodeURIComponent(open)}`, { waitUntil: "networkidle" });
    await expect(page.getByRole("tree")).toHaveCount(2);
  }
  expect(complaints).toEqual([]);
});

test("a link to an argument that is not on the screen leads to it", async ({ page }) => {
  await page.goto(`${LONG}#a277`);
  await expect(page).toHaveURL(/\/a\/\w+$/);
  await expect(page.locator("#a277")).toBeVisible();
  expect((await page.goto(`${LONG}/277`))?.url()).toMatch(/\/a\/\w+$/);
  expect((await page.goto(`${LONG}/99999`))?.status()).toBe(404);
});

test("a branch that does not come says so, and its link still leads there", async ({ page }) => {
  await page.goto(LONG);
  await page.route("**/a/*/answers", (route) => route.abort());
  const branch = closed(page);
  await branch.locator("> .argument .below").click();
  await expect(page.getByRole("status").filter({ hasText: "could not be fetched" })).toBeVisible();
  await expect(branch).toHaveAttribute("aria-expanded", "false");
});

test("one argument has its neighbours a key away, and the way back up to the question", async ({ page }) => {
  await page.goto(LONG);
  await page.locator(".column > li").nth(1).locator("> .argument .claim a").click();
  const next = page.getByRole("navigation", { name: "Beside this" }).locator('[rel="next"]');
  const address = await next.getAttribute("href");
  await expect(page.locator(".tree-keys")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.locator(".tree-keys")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page).not.toHaveURL(new RegExp(`${address}$`));
  await page.getByRole("navigation", { name: "What this answers" }).getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`${LONG}$`));
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("every answer is reached by links, and nothing claims to be a tree", async ({ page }) => {
    await page.goto(LONG);
    await expect(page.getByRole("tree")).toHaveCount(0);
    await expect(page.getByRole("article").first()).toBeVisible();
    await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
    await page.locator(".column > .more a").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^All that answers the question/);
    await page.goto(LONG);
    await page.locator("li:not(:has(> .answers)) > .argument .below").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".side .answers > li").first()).toBeVisible();
  });
});

for (const width of [1440, 360]) {
  test(`with branches open it fits ${width} pixels and has no flaw that a machine can see`, async ({ page }) => {
    // A machine looks at every card, and may have little of the processor.
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(LONG, { waitUntil: "networkidle" });
    for (let i = 0; i < 5; i++) {
      if ((await closed(page).count()) === 0) break;
      await closed(page).locator("> .argument .below").click();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
  });
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
  childIds?: string[];
}

test("the accessibility tree tells roles, names and levels, and keeps articles and headings inside", async ({
  page,
}, info) => {
  await page.goto(LONG, { waitUntil: "networkidle" });
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const property = (node: AxNode, name: string) => node.properties?.find((one) => one.name === name)?.value.value;
  const lines: string[] = [];
  const shown = new Set(["tree", "treeitem", "group", "article", "heading"]);
  const walk = (node: AxNode, depth: number): void => {
    const role = node.role?.value ?? "";
    const told = !node.ignored && shown.has(role);
    if (told) {
      const level = property(node, "level");
      const expanded = property(node, "expanded");
      const facts = [level && `level ${level}`, expanded !== undefined && (expanded ? "expanded" : "collapsed")];
      lines.push(
        `${"  ".repeat(depth)}${role} "${node.name?.value ?? ""}" ${facts.filter(Boolean).join(" ")}`.trimEnd(),
      );
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, depth + (told ? 1 : 0));
    }
  };
  walk(nodes[0] as AxNode, 0);
  await info.attach("accessibility tree", { body: lines.join("\n"), contentType: "text/plain" });
  console.log(lines.slice(0, 24).join("\n"));

  const items = nodes.filter((node) => !node.ignored && node.role?.value === "treeitem");
  expect(items.length).toBeGreaterThan(15);
  for (const item of items) {
    expect(property(item, "level"), item.name?.value).toBeGreaterThan(0);
    expect(item.name?.value).not.toBe("");
  }
  const nested = items.filter(
    (item) => Number(property(item, "level")) > 1 && !/more answer/.test(item.name?.value ?? ""),
  );
  for (const { name } of nested) expect(name?.value).toMatch(/^(?:Pro|Con) (?:supports|answers|grants)/);
  const inside = (item: AxNode): string[] =>
    (item.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? [child.ignored ? "" : (child.role?.value ?? ""), ...inside(child)] : [];
    });
  const first = inside(items[0] as AxNode);
  for (const role of ["article", "heading", "link"]) expect(first).toContain(role);
});
