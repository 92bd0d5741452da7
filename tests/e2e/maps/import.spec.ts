import { expect, type Page, test } from "@playwright/test";
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

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.goto(`${THREAD}/import`);
  await page.getByLabel("A file with a map").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "See what would come" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a debate from elsewhere is brought here, cited for from the tray, and taken along as Argdown and back", async ({
      page,
    }) => {
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
