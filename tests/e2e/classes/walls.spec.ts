import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { signIn } from "../forum/cast.ts";
import { argue, moment, openClass } from "./class.ts";

/** It stands in a pupil's name, in what they are set to do and in what is said there, and nowhere else. */
const WORD = `canary${Date.now().toString(36)}`;

/** Said beside it: what somebody looks for stands on the page that answers them. */
const BESIDE = WORD.replace("canary", "perch");

const under = (place: string, pages: readonly string[]) => pages.map((page) => place + page);
const OF_THREAD = ["/map", "/flow", "/evidence", "/strength", "/activity", "/bibliography", "/export", "/snapshots"];
const ELSEWHERE = ["/", "/log", "/log/csv", "/c", "/sitemap/1.xml", "/t/new", "/s/new", "/m", "/bookmarks", "/notices"];

/** The addresses of a class, its assignment, its thread and an argument that is said there. */
let addresses: string[] = [];

/** On which pages the word stands, in the page or in the router's payload; and which of the class's are there at all. */
async function found(request: APIRequestContext): Promise<{ told: string[]; there: string[] }> {
  const [told, there] = [new Set<string>(), new Set<string>()];
  for (const address of [...addresses, ...ELSEWHERE])
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
      const answer = await request.get(address, { headers });
      expect(answer.status(), address).toBeLessThan(500);
      if ((await answer.text()).includes(WORD)) told.add(address);
      if (addresses.includes(address) && !headers.rsc && answer.ok()) there.add(address);
    }
  if ((await (await request.get(`/search?q=${BESIDE}`)).text()).includes(WORD)) told.add("/search");
  return { told: [...told], there: [...there] };
}

async function as(page: Page, name: string | null) {
  if (name) await signIn(page, name);
  return page.context().request;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  const teacher = await browser.newPage();
  await signIn(teacher, "Naledi Mokoena");
  const room = await openClass(teacher, "Walls", [`Ana ${WORD}`]);
  await teacher.goto(`${room}/assign`);
  await teacher.getByLabel("Title").fill("Within");
  await teacher.getByLabel("What to do").fill(`Look for a ${WORD}.`);
  await teacher.getByLabel("The thread", { exact: true }).fill("/t/rights-of-those-held");
  await teacher.locator("#field-opensAt1").fill(moment(-2));
  await teacher.getByRole("button", { name: "Set it" }).click();
  await expect(teacher.getByRole("heading", { level: 1 })).toHaveText("Within");
  const assignment = new URL(teacher.url()).pathname;
  const thread = (await teacher.getByRole("main").locator('header a[href^="/t/"]').getAttribute("href")) ?? "";
  await argue(teacher, thread, "PRO", `Here is the ${WORD} on its ${BESIDE}.`);
  const argument = new URL(teacher.url()).pathname;
  addresses = [
    ...under(room, ["", "/people", "/code", "/cards", "/settings", "/assign", "/rounds", "/rounds/new"]),
    ...under(assignment, ["", "/change", "/rubric", "/gradebook"]),
    ...under(thread, ["", ...OF_THREAD, "/pro", "/1", "/feed.atom", "/argue", "/mode", "/export/svg", "?sort=impact"]),
    ...under(argument, ["", "/history", "/redact", "/places", "/flag", "/mark", "/challenge", "/follow"]),
  ];
  await teacher.close();
});

for (const name of [null, "Yuki Harada", "Tomasz Wrona", "Signe Lindqvist", "Mateo"]) {
  test(`of a class nothing is there, and nothing is told, for ${name ?? "a stranger"}`, async ({ page }) => {
    test.setTimeout(120_000);
    expect(await found(await as(page, name))).toEqual({ told: [], there: [] });
  });
}

test("its teacher finds the word on its pages by the same search, so that those above can fail", async ({ page }) => {
  test.setTimeout(120_000);
  const { told, there } = await found(await as(page, "Naledi Mokoena"));
  expect(there.length).toBeGreaterThan(30);
  expect(told.length).toBeGreaterThan(15);
  expect(told).toContain("/search");
});
