import { deflateSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { ARTICLE, FILES, PAGE } from "../../support/article.ts";
import { pdfOfContents } from "../../support/pdf.ts";
import { complaintsOf, signIn, THREAD, unlike } from "../forum/cast.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const fileOf = (name: string, buffer = FILES[name] as Buffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer,
});
const look = (page: Page) => page.getByRole("button", { name: "Look at it" }).click();
const kept = (page: Page) => page.getByLabel("The text", { exact: true });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a file is looked at, mended and brought in", async ({ page }) => {
      const complaints = complaintsOf(page);
      await signIn(page, "Leilani Kahale", "/s/new");
      await page.getByLabel("Or choose a file").setInputFiles(fileOf("article.docx"));
      await look(page);
      await expect(page.getByText("This is what was found in article.docx")).toBeVisible();
      await expect(kept(page)).toHaveValue(ARTICLE.paragraphs.join("\n\n"));
      await expect(page.getByText("4 lines were set aside")).toBeVisible();
      await page.getByRole("checkbox", { name: /the sea keeps taking/ }).check();
      const title = unlike("A toll for the road");
      await page.getByRole("textbox", { name: "Headline" }).fill("");
      await page.getByRole("button", { name: "Bring it in" }).click();
      await expect(page.getByRole("form").getByRole("alert")).toContainText("Not brought in");
      await expect(page.getByRole("checkbox", { name: /the sea keeps taking/ })).toBeChecked();
      await page.getByRole("textbox", { name: "Headline" }).fill(title);
      await kept(page).fill(`${await kept(page).inputValue()}\n\n${unlike("One line more.")}`);
      await page.getByRole("button", { name: "Bring it in" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page.getByText("The town cannot agree who should pay")).toBeVisible();
      await expect(page.getByText("pasted by Leilani Kahale")).toBeVisible();
      await page.goto("/s/new");
      await expect(page.getByText("You left words here")).toHaveCount(0);
      expect(complaints).toEqual([]);
    });

    test("words that are here already are noted as standing in one more place", async ({ page }) => {
      const words = `${ARTICLE.paragraphs.join("\n\n")}\n\n${unlike("So it was heard.")}`;
      const looked = async () => {
        await page.goto("/s/new");
        await page.getByLabel("Paste the words").fill(words);
        await look(page);
        await expect(kept(page)).toBeVisible({ timeout: 20_000 });
      };
      await signIn(page, "Leilani Kahale", "/s/new");
      await looked();
      await page.getByRole("textbox", { name: "Headline" }).fill(unlike("Heard twice"));
      await page.getByRole("button", { name: "Bring it in" }).click();
      await expect(page).not.toHaveURL(/s\/new/);
      const address = page.url();
      await looked();
      await expect(page.getByText("This very text is here already")).toBeVisible();
      await page.getByRole("textbox", { name: "Address" }).fill("https://mirror.example/heard");
      await page.getByRole("button", { name: "Note that I brought it, too" }).click();
      await expect(page).toHaveURL(address);
      await expect(page.getByText("pasted by Leilani Kahale, who says that it stands at mirror.example")).toBeVisible();
    });

    test("what cannot be read is refused with every word, and asked for again", async ({ page }) => {
      await signIn(page, "Leilani Kahale", "/s/new");
      await look(page);
      await expect(page.getByRole("form").getByRole("alert")).toContainText("paste the words, or choose a file");
      await page.getByLabel("Paste the words").fill("Some words of my own.");
      await page.getByLabel("Or choose a file").setInputFiles(fileOf("page.pdf", Buffer.from("<p>a page</p>")));
      await look(page);
      await expect(page.getByRole("form").getByRole("alert")).toContainText("Give one thing at a time");
      await expect(page.getByLabel("Paste the words")).toHaveValue("Some words of my own.");
      await page.getByLabel("Paste the words").fill("");
      await page.getByLabel("Or choose a file").setInputFiles(fileOf("page.pdf", Buffer.from("<p>a page</p>")));
      await look(page);
      await expect(page.getByRole("form").getByRole("alert")).toContainText("This is no PDF");
      await page.getByLabel("Or choose a file").setInputFiles([]);
      await page.getByLabel("Or give its address").fill("http://127.0.0.1:5432/");
      await look(page);
      await expect(page.getByRole("form").getByRole("alert")).toContainText("Nothing came from this address");
      await expect(page.getByLabel("Or give its address")).toHaveValue("http://127.0.0.1:5432/");
    });
  });
}

test("words that were pasted and looked at are kept in this browser until they are stored", async ({ page }) => {
  await signIn(page, "Leilani Kahale", "/s/new");
  await page.getByLabel("Paste the words").fill(ARTICLE.paragraphs.join("\n\n"));
  await look(page);
  await kept(page).fill("These words were mended by hand.");
  await page.waitForTimeout(600);
  await page.goto("/s/new");
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(kept(page)).toHaveValue("These words were mended by hand.");
  await page.evaluate(() => localStorage.clear());
});

test("a page that Chromium prints gives the text of the page", async ({ page }) => {
  await page.setContent(PAGE.replace(/<(nav|footer|script)\b.*?<\/\1>/gs, ""));
  const pdf = await page.pdf({ format: "A5" });
  await signIn(page, "Leilani Kahale", "/s/new");
  await page.getByLabel("Or choose a file").setInputFiles(fileOf("printed.pdf", pdf));
  await look(page);
  await expect(page.getByText("The words are those of the PDF’s text layer")).toBeVisible();
  // What is white on white is printed, too: the words of the text layer may differ from what the pages show.
  const text = await kept(page).inputValue();
  expect(text.replace(/\n\nWhite words on white paper.*/, "")).toBe(ARTICLE.paragraphs.join("\n\n"));
});

/** The 95th of a hundred: how long a reader waits for a page of everybody's, in milliseconds. */
async function p95(request: APIRequestContext, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const began = performance.now();
    expect((await request.get(THREAD)).status()).toBe(200);
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds * 0.95)] ?? 0;
}

const nested = deflateSync(deflateSync(Buffer.alloc(1_000_000_000)));
const BOMBS: [string, () => Buffer, RegExp][] = [
  [
    "page.html",
    () => Buffer.from("<i>words</i> ".repeat(59_000) + "<div>".repeat(500)),
    /more parts than an article|took too long/,
  ],
  [
    "streams.pdf",
    () => pdfOfContents([{ content: nested, filter: "/Filter [/FlateDecode /FlateDecode]" }]),
    /more memory than a text needs|took too long/,
  ],
];

test("others wait no longer for a page while a hostile file or far too many words are refused", async ({
  page,
  request,
}, { annotations }) => {
  test.setTimeout(120_000);
  await signIn(page, "Leilani Kahale", "/s/new");
  await p95(request, 20);
  const quiet = await p95(request, 100);
  const told = [`quiet ${quiet.toFixed(1)} ms`];
  const measure = async (what: string) => {
    const busy = await p95(request, 100);
    told.push(`${what} ${busy.toFixed(1)} ms`);
    // Two cores, of which the reader of the file takes one; fifty milliseconds are noticed by nobody.
    expect(busy, what).toBeLessThan(2 * quiet + 50);
  };
  for (const [name, bomb, refusal] of BOMBS) {
    await page.goto("/s/new");
    await page.getByLabel("Or choose a file").setInputFiles(fileOf(name, bomb()));
    await look(page);
    await measure(name);
    await expect(page.getByRole("form").getByRole("alert")).toContainText(refusal, { timeout: 30_000 });
  }
  // Sent by the browser, so that sending it keeps nobody here from looking at the clock.
  const paste = page.evaluate(async () => {
    const words = new FormData();
    words.set("text", "a word ".repeat(30_000_000 / 7));
    return (await fetch("/s/new", { method: "POST", body: words })).status;
  });
  await measure("30 MB of words");
  // The server answers before it has read them, and closes the way.
  expect(await paste.catch(() => 413)).toBe(413);
  annotations.push({ type: "p95 of a reading page", description: told.join(", ") });
  console.log(`p95 of a reading page: ${told.join(", ")}`);
});

test("more than a file may have is refused before it is read", async ({ page }) => {
  await signIn(page, "Leilani Kahale", "/s/new");
  const { status } = await page.evaluate(async () => {
    const answer = await fetch("/s/new", { method: "POST", body: new Blob(["a".repeat(30_000_000)]) });
    return { status: answer.status };
  });
  expect(status).toBe(413);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} pixels wide`, () => {
      test.use({ colorScheme, viewport });

      test("a proposal and a refusal have no flaw that a machine can see", async ({ page }) => {
        await signIn(page, "Leilani Kahale", "/s/new");
        const flaws = async () => {
          const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
        };
        await look(page);
        await expect(page.getByRole("form").getByRole("alert")).toBeVisible();
        expect(await flaws()).toEqual([]);
        await page.getByLabel("Or choose a file").setInputFiles(fileOf("article.html"));
        await look(page);
        await expect(kept(page)).toBeVisible();
        expect(await flaws()).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
      });
    });
  }
}
