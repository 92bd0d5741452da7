import { expect, type Locator, type Page, test } from "@playwright/test";
import { complaintsOf, ready, signIn, takeParagraph, unlike } from "../forum/cast.ts";

const THREAD = "/t/is-the-fee-sound";
const QUOTE =
  "The fee would be relatively low for the US but significant for us, making our entire prison system sustainable.";

/** A debate as Kialo exports it: a claim on a passage that is here, one on none, and an answer to that one. */
const kialo = (claims: { stands: string; waits: string; follows: string }) => `Discussion Name:
Is the fee sound?

1. Thesis:
Paying is sound.

  1.1. Pro:
  ${claims.stands} [1].

  1.2. Con:
  ${claims.waits}.

    1.2.1. Pro:
    ${claims.follows} [2].

Sources:
[1] https://elsewhere.example/s/inside-cecot?version=1
"${QUOTE}"
[2] https://elsewhere.example/fees
"Nobody in this forum has these words."
`;

async function choose(page: Page, name: string, text: string, thread = THREAD): Promise<void> {
  await page.goto(`${thread}/import`);
  await page.getByLabel("A file with a map").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "See what would come" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a debate from elsewhere is brought here, cited for from the tray, and taken along as Argdown and back", async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const complaints = complaintsOf(page);
      const said = {
        stands: unlike("A low fee is a fair price"),
        waits: unlike("A fee buys silence"),
        follows: unlike("Silence has been bought before"),
      };
      await page.goto(`${THREAD}/export`);
      await page.getByRole("link", { name: "bring a map here from elsewhere" }).click();
      await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
      await page.getByRole("button", { name: /Yuki Harada/ }).click();
      await expect(page.getByLabel("A file with a map")).toBeVisible();

      await choose(page, "fees.txt", kialo(said));
      const main = page.getByRole("main");
      await expect(main).toContainText("1 claim would be posted, as yours; 2 would wait in the tray");
      await expect(main).toContainText("Read as Kialo’s text, from “fees.txt”.");
      await expect(main).toContainText("1 quotes no words");
      await page.getByRole("button", { name: "Bring it here" }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Waiting for a passage");
      await expect(main).toContainText("One claim was posted. 2 wait for a passage.");
      const waiting = main.getByRole("listitem").filter({ hasText: said.waits });
      await expect(waiting).toContainText("answers the question");
      await expect(main.getByRole("listitem").filter({ hasText: said.follows })).toContainText(
        "Comes after what it answers",
      );
      await page.goto(THREAD);
      await expect(main).not.toContainText(said.waits);

      await page.goto(`${THREAD}/tray`);
      await waiting.getByRole("link", { name: "Cite a passage" }).click();
      await ready(page, javaScriptEnabled);
      await expect(page.getByLabel("Your claim")).toHaveValue(`${said.waits}.`);
      await expect(page.getByRole("radio", { name: "Con" })).toBeChecked();
      await takeParagraph(page, 2);
      await page.getByRole("button", { name: "Post the argument" }).click();
      await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${said.waits}.`);

      await page.goto(`${THREAD}/tray`);
      const follower = main.getByRole("listitem").filter({ hasText: said.follows });
      await expect(follower).toContainText("Nobody in this forum has these words.");
      await expect(follower.getByRole("link", { name: "Cite a passage" })).toBeVisible();
      await follower.getByRole("button", { name: "Put away" }).click();
      await expect(main.getByText(said.follows)).toHaveCount(0);

      const answer = await page.request.get(`/api/v1/threads/is-the-fee-sound/export?format=argdown`);
      await choose(page, "fees.argdown", await answer.text());
      await expect(main).toContainText("No claim would be posted; none would wait in the tray");
      await expect(main).toContainText("All of this is here already");
      await expect(page.getByRole("button", { name: "Bring it here" })).toHaveCount(0);
      expect(complaints).toEqual([]);
    });

    test("a file that is no map is refused, and nothing has come of it", async ({ page }) => {
      await signIn(page, "Seun Bankole", THREAD);
      await choose(page, "notes.json", '{"hello": "there"}');
      await expect(page.getByRole("alert").filter({ hasText: "Not read" })).toContainText(
        "no map of a kind that is read here",
      );
    });
  });
}

/** A thread that no other journey knows. */
async function ownThread(page: Page): Promise<string> {
  await page.goto(`/t/new?source=inside-cecot&question=${encodeURIComponent(unlike("Is it theirs alone"))}`);
  await takeParagraph(page, 3);
  await expect(page.getByRole("main")).toContainText("Verbatim. ¶3");
  await page.getByRole("button", { name: "Open the thread" }).click();
  await expect(page).toHaveURL(/\/t\/is-it-theirs-alone/);
  return new URL(page.url()).pathname;
}

/** Goes on from key to key until something has the focus; a whole page is no further than this. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let keys = 0; keys < 250; keys++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not reach it");
}

async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

test("with the keyboard alone a map is chosen, looked at and brought, and its tray is worked through", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const complaints = complaintsOf(page);
  await signIn(page, "Seun Bankole");
  const thread = await ownThread(page);
  const said = { stands: "A low fee is a fair price", waits: "A fee buys silence", follows: "It was bought before" };
  await page.goto(`${thread}/import`);
  await tabTo(page, page.getByLabel("A file with a map"));
  const asked = page.waitForEvent("filechooser");
  await page.keyboard.press("Space");
  await (await asked).setFiles({ name: "fees.txt", mimeType: "text/plain", buffer: Buffer.from(kialo(said)) });
  await press(page, page.getByRole("button", { name: "See what would come" }));
  await expect(page.getByRole("heading", { name: "What would come" })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Bring it here" }));

  const main = page.getByRole("main");
  await expect(main).toContainText("One claim was posted. 2 wait for a passage.");
  const waiting = main.getByRole("listitem").filter({ hasText: said.waits });
  await press(page, waiting.getByRole("link", { name: "Cite a passage" }));
  await ready(page, true);
  await press(page, page.getByRole("button", { name: "Take these words ¶2", exact: true }).first());
  await press(page, page.getByRole("button", { name: "Post the argument" }));
  await expect(page).toHaveURL(/\/a\/[a-z0-9]+$/);

  await page.goto(`${thread}/tray`);
  await press(page, main.getByRole("button", { name: "Put away" }));
  await expect(main).toContainText("Nothing waits here");
  expect(complaints).toEqual([]);
});

test("a large map says how far it is; cancelled it leaves nothing, and brought again it is all there", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  await signIn(page, "Seun Bankole");
  const thread = await ownThread(page);
  const COUNT = 1_500;
  const claims = Array.from({ length: COUNT }, (_, i) => `  1.${i + 1}. Pro:\n  Claim ${i + 1} of many [1].\n`);
  const source = `[1] https://elsewhere.example/s/inside-cecot?version=1\n"${QUOTE}"\n`;
  const text = `Discussion Name:\nX?\n\n1. Thesis:\nIt.\n\n${claims.join("\n")}\nSources:\n${source}`;
  await choose(page, "many.txt", text, thread);
  const bring = page.getByRole("button", { name: "Bring it here" });
  const bar = page.getByRole("progressbar", { name: "How many claims are in place" });
  const main = page.getByRole("main");

  await press(page, bring);
  await expect(bar).toHaveAttribute("value", /^0\.[1-9]/, { timeout: 60_000 });
  await press(page, page.getByRole("button", { name: "Cancel" }));
  await expect(main).toContainText("Cancelled. Nothing was stored.");
  await expect(bring).toBeFocused();
  await expect(bar).toHaveCount(0);
  // The server hears of it after the portion that it is at.
  await page.waitForTimeout(3_000);
  const answer = await page.request.get(`/api/v1${thread.replace("/t/", "/threads/")}`);
  expect((await answer.json()).arguments).toEqual([]);

  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tray\?/, { timeout: 120_000 });
  await expect(main).toContainText("1,500 claims were posted.");
  expect(complaints).toEqual([]);
});

test("a thread's file that was opened already says so, and opens nothing again", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, "Seun Bankole");
  const thread = await ownThread(page);
  await choose(page, "fees.txt", kialo({ stands: "It stands", waits: "It waits", follows: "It follows" }), thread);
  await page.getByRole("button", { name: "Bring it here" }).click();
  await expect(page).toHaveURL(/\/tray\?/);
  const exported = await page.request.get(`/api/v1${thread.replace("/t/", "/threads/")}/export?format=json`);
  const buffer = Buffer.from(await exported.body());
  const look = async () => {
    await page.goto("/t/new/map");
    await page.getByLabel("A thread’s file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer });
    await page.getByRole("button", { name: "See what would come" }).click();
  };
  await look();
  await page.getByRole("button", { name: "Open the thread with all of this" }).click();
  await expect(page).toHaveURL(/\/tray\?/);
  const opened = new URL(page.url()).pathname.replace(/\/tray$/, "");
  expect(opened).not.toBe(thread);
  await look();
  const main = page.getByRole("main");
  await expect(main).toContainText("You have opened this file as a thread already");
  await expect(main.getByRole("link", { name: /Is it theirs alone/ })).toHaveAttribute("href", opened);
  await expect(main.getByRole("button")).toHaveCount(0);
});
