/**
 * Articles of the world, where there are any beside the project: the same canonical text comes from each kind of file,
 * on the web and through the API. They are compared by their hashes, since their words are not ours to show.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { root } from "../../../bin/first-run/folders.mjs";
import { wordFileOf } from "../../support/archive.ts";
import { signIn, unlike } from "../forum/cast.ts";

const folder = join(root, "../shared/articles");
const articles = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** A lone signed-out page prints: how its pages break is the browser's own doing. */
async function printed(browser: Browser, html: string): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(html);
  const pdf = await page.pdf({ format: "A4", displayHeaderFooter: true });
  await page.close();
  return pdf;
}

async function filesOf(browser: Browser, name: string): Promise<{ name: string; buffer: Buffer }[]> {
  const text = readFileSync(join(folder, name));
  const lines = text
    .toString("utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const marked = lines.map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><article>${marked.join("\n")}</article></html>`;
  return [
    { name: "article.txt", buffer: text },
    { name: "article.html", buffer: Buffer.from(html) },
    { name: "article.pdf", buffer: await printed(browser, html) },
    { name: "article.docx", buffer: wordFileOf(lines) },
  ];
}

const kept = (page: Page) => page.getByLabel("The text", { exact: true });

/** The canonical text's hash as the form proposes it. */
async function proposed(page: Page, file: { name: string; buffer: Buffer }): Promise<string> {
  await page.goto("/s/new");
  await page.getByLabel("Or choose a file").setInputFiles({ ...file, mimeType: "application/octet-stream" });
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(kept(page)).toBeVisible({ timeout: 30_000 });
  return hashOf(await kept(page).inputValue());
}

// Eight files for each, each read in a thread of its own.
test.describe.configure({ timeout: 120_000 });

/** One person a journey: whoever brought everything in would be asked to wait. */
const readers = [
  ["Leilani Kahale", "Farid Rahmani"],
  ["Tomasz Wrona", "Mateo Quispe"],
] as const;

for (const [index, name] of articles.entries()) {
  const [onTheWeb, throughApi] = readers[index] ?? readers[0];
  test.describe(`article ${index + 1}`, () => {
    test("is one text on the web, whatever file it comes in, and one source", async ({ page, browser }) => {
      const files = await filesOf(browser, name);
      await signIn(page, onTheWeb, "/s/new");
      const [text, ...others] = files as [(typeof files)[number], ...typeof files];
      const hash = await proposed(page, text);
      // It may be here from an earlier run on the same database.
      if (!(await page.getByText("This very text is here already").isVisible())) {
        await page.getByRole("radio", { name: /Only you/ }).check();
        await page.getByRole("button", { name: "Bring it in" }).click();
        await expect(page).not.toHaveURL(/\/s\/new/);
        await expect(page.locator(`code[title$="${hash}"]`)).toBeVisible();
      }
      for (const file of others) {
        expect(await proposed(page, file), file.name).toBe(hash);
        await expect(page.getByText("This very text is here already"), file.name).toBeVisible();
      }
      await page.getByRole("button", { name: "Note that I brought it, too" }).click();
      await expect(page.getByText(/Brought in .+ more, word for word/)).toBeVisible();
      await expect(page.locator(`code[title$="${hash}"]`)).toBeVisible();
    });

    test("is one text through the API, whatever file it comes in", async ({ page, browser, request }) => {
      const files = await filesOf(browser, name);
      await signIn(page, throughApi, "/settings");
      await page.getByLabel("What it is for").fill(unlike("articles"));
      await page.getByRole("button", { name: "Make a token" }).click();
      const token = (await page.getByRole("main").locator("code").textContent()) ?? "";
      const headers = { authorization: `Bearer ${token.trim()}` };
      const hashes = [];
      for (const { name, buffer } of files) {
        const file = { name, content: buffer.toString("base64") };
        const answer = await request.post("/api/v1/sources/proposals", { headers, data: { file } });
        expect(answer.status(), name).toBe(200);
        hashes.push((await answer.json()).sha256);
      }
      expect(new Set(hashes).size).toBe(1);
    });
  });
}
