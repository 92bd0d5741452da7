import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type FrameLocator, type Page, test } from "@playwright/test";
import { decodeJwt } from "jose";
import pg from "pg";
import { Platform, type Pupil, ROLE } from "../../support/platform.ts";
import { argue } from "../classes/class.ts";
import { signIn, unlike } from "../forum/cast.ts";

const SITE = process.env.BASE_URL ?? "";
const HOST = "school.example";
const teacher: Pupil = { sub: "t-1", name: "Ada Okoro", roles: [`${ROLE}Instructor`] };
const pupil: Pupil = { sub: "p-1", name: "Bo Lindqvist", roles: [`${ROLE}Learner`] };
const other: Pupil = { sub: "p-2", name: "Cai Mendes", roles: [`${ROLE}Learner`] };

let platform: Platform;
let browser: Browser;
const database = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });

test.beforeAll(async ({ playwright }) => {
  const port = Number(process.env.SCHOOL_PORT);
  platform = await new Platform(HOST).start(port);
  platform.redirectUri = `${SITE}/api/lti/launch`;
  platform.toolKeys = async () => (await fetch(`${SITE}/api/lti/jwks`)).json();
  platform.pages = [[teacher, pupil, other]];
  // As `registerPlatform` writes it; that one takes addresses with https alone, for which nobody here has a certificate.
  await database.connect();
  const { name, issuer, clientId, loginUrl, tokenUrl, jwksUrl } = platform.registration;
  await database.query(
    `INSERT INTO lti_platforms (id, name, issuer, client_id, login_url, token_url, jwks_url, origins)
     VALUES ('school', $1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [name, issuer, clientId, loginUrl, tokenUrl, jwksUrl, [new URL(loginUrl).origin]],
  );
  await database.query(
    "INSERT INTO lti_deployments (id, platform_id, deployment) VALUES ('one', 'school', '1') ON CONFLICT DO NOTHING",
  );
  browser = await playwright.chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      `--host-resolver-rules=MAP ${HOST}:80 127.0.0.1:${port}`,
      // As browsers do by themselves one day, and many do already.
      "--test-third-party-cookie-phaseout",
    ],
  });
});
test.afterAll(async () => {
  await browser.close();
  platform.stop();
  await database.end();
});

/** Somebody at the platform opens a page of the course, in which a frame leads to us. */
async function openTool(page: Page, hint: string, claims: (nonce: string) => Record<string, unknown>, target = SITE) {
  platform.waiting.set(hint, claims);
  // What stands in a frame of a page behind others is not in a hurry.
  await page.bringToFront();
  const tool = new URL("/api/lti/login", SITE);
  const asked = { iss: platform.issuer, client_id: platform.clientId, login_hint: hint, target_link_uri: target };
  for (const [name, value] of Object.entries(asked)) tool.searchParams.set(name, value);
  await page.goto(`${platform.at("/course")}?tool=${encodeURIComponent(tool.href)}`);
  return page.frameLocator("iframe");
}

/** From the frame into a page of one's own. */
async function goIn(page: Page, frame: FrameLocator): Promise<Page> {
  const [own] = await Promise.all([
    page.waitForEvent("popup"),
    frame.getByRole("button", { name: /^Open (Grounds|the class)/ }).click(),
  ]);
  await own.waitForLoadState();
  return own;
}

const ours = async (context: BrowserContext) => (await context.cookies(SITE)).map(({ name }) => name);
const until = (what: () => boolean) => expect.poll(what, { timeout: 30_000 }).toBe(true);

test("a course leads its people in from a frame without a cookie, its teacher chooses what a link leads to, and a grade goes back", async () => {
  test.setTimeout(240_000);
  const [school, home] = [await browser.newContext(), await browser.newContext()];
  const page = await school.newPage();
  const frame = await openTool(page, "teacher", (nonce) => platform.claims(teacher, nonce, SITE));
  await expect(frame.getByText("You go in as Ada Okoro.", { exact: false })).toBeVisible();
  expect(await ours(school)).toEqual([]);
  const desk = await goIn(page, frame);
  await expect(desk).toHaveURL(/\/c\/[a-z0-9-]+$/);
  await expect(desk.getByRole("heading", { level: 1 })).toContainText("Debate, year 9");
  expect(await ours(school)).not.toEqual([]);
  const room = new URL(desk.url()).pathname;

  const title = unlike("Argued at school");
  await desk.goto(`${room}/assign`);
  await desk.getByLabel("Title").fill(title);
  await desk.getByLabel("What to do").fill("Argue as you like.");
  await desk.getByLabel("The thread", { exact: true }).fill("/t/rights-of-those-held");
  await desk.locator("#field-sides").selectOption("NONE");
  await desk.locator("#field-opensAt1").fill("2026-01-01T08:00");
  await desk.getByRole("button", { name: "Set it" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(title);
  const assignment = new URL(desk.url()).pathname;

  // The link is chosen within the frame, where nobody is signed in.
  const choosing = await openTool(page, "choose", (nonce) => platform.choosing(teacher, nonce, platform.at("/chosen")));
  await choosing.getByRole("radio", { name: title }).check();
  const flaws = await new AxeBuilder({ page }).include("iframe").disableRules(["region"]).analyze();
  expect(flaws.violations.map(({ id }) => id)).toEqual([]);
  await choosing.getByRole("button", { name: "Choose this" }).click();
  await choosing.getByRole("button", { name: "Add it to the course" }).click();
  await expect(choosing.getByRole("heading", { name: "Added" })).toBeVisible();
  const items = decodeJwt(platform.chosen.at(-1) ?? "")["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"];
  const [item] = items as { url: string; title: string; lineItem?: { label: string } }[];
  expect(item).toMatchObject({ url: SITE + assignment, title, lineItem: { label: title } });

  const seat = await home.newPage();
  const link = await openTool(
    seat,
    "pupil",
    (nonce) => platform.claims(pupil, nonce, item?.url ?? "", "link-9"),
    item?.url,
  );
  await expect(link.getByText("You go in as", { exact: false })).toBeVisible();
  await expect(link.getByText("Bo Lindqvist")).toHaveCount(0);
  const own = await goIn(seat, link);
  await expect(own).toHaveURL(SITE + assignment);
  const thread = (await own.getByRole("main").locator('header a[href^="/t/"]').getAttribute("href")) ?? "";
  const said = unlike("A yard is no corridor");
  await argue(own, thread, "PRO", said);

  await desk.goto(assignment);
  const row = desk.getByRole("row", { name: /Bo Lindqvist/ });
  await expect(row).toBeVisible();
  await row.getByRole("link").first().click();
  await expect(desk.getByRole("main")).toContainText(said);
  for (const criterion of await desk.locator('select[name="level"]').all()) await criterion.selectOption({ index: 2 });
  await desk.getByRole("button", { name: "Keep the grade" }).click();
  await expect(desk.getByText("The grade is kept.")).toBeVisible();
  await desk.goto(assignment);
  await desk.getByRole("button", { name: "Release grades" }).click();
  await expect(desk.getByText("Grades are released.", { exact: false }).first()).toBeVisible();
  expect(platform.scores).toEqual([]);
  // It stands for a day before it goes.
  await database.query("UPDATE pgboss.job SET start_after = now() WHERE name = 'marks' AND state < 'active'");
  await until(() => platform.scores.length === 1);
  expect(platform.columns).toMatchObject([{ label: title, resourceLinkId: "link-9" }]);
  expect(platform.scores[0]?.score).toMatchObject({ userId: "p-1", scoreMaximum: 100, gradingProgress: "FullyGraded" });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an admin registers a platform and removes it, what was done is told, and nobody else finds the page", async ({
      page,
    }) => {
      await signIn(page, "Signe");
      expect((await page.goto("/m/platforms"))?.status()).toBe(404);
      await page.context().clearCookies();
      await signIn(page, "Mateo");
      await page.goto("/m");
      await page.getByRole("link", { name: "Learning platforms" }).click();
      const name = unlike("The other school");
      const client = `client-${Date.now()}`;
      const fill = async (fields: Record<string, string>) => {
        for (const [field, words] of Object.entries(fields)) await page.locator(`#field-${field}`).fill(words);
      };
      await fill({ name, issuer: "https://lms.school.org", clientId: client, deployments: "1\n2" });
      await fill({ loginUrl: "https://lms.school.org/auth", tokenUrl: "http://lms.school.org/token" });
      await page.getByRole("button", { name: "Register it" }).click();
      await expect(page.getByText("These addresses begin with https").first()).toBeVisible();
      await expect(page.locator("#field-deployments")).toHaveValue("1\n2");
      await fill({ tokenUrl: "https://lms.school.org/token", jwksUrl: "https://lms.school.org/jwks" });
      await page.getByRole("button", { name: "Register it" }).click();
      await expect(page.getByText(`client ${client}`)).toBeVisible();
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
      await page.getByRole("button", { name: `Remove ${name}` }).click();
      await expect(page.getByRole("button", { name: `Remove ${name}` })).toHaveCount(0);
      await expect(page.getByText(`${name} was removed by Mateo`, { exact: false })).toBeVisible();
    });
  });
}
