import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

test("what a first run serves is in health, planted with the debate, and open to the cast", async ({
  page,
  request,
}) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ status: "ok", database: "ok" });

  const { items } = await (await request.get("/api/v1/threads")).json();
  // The three that ship with it, and two long ones beside them.
  expect(items).toHaveLength(5);
  await page.goto("/");
  for (const { question } of items) await expect(page.getByText(question).first()).toBeVisible();

  const [first] = JSON.parse(readFileSync("prisma/seed/cast.json", "utf8"));
  await page.goto("/sign-in");
  await expect(page.getByText(first.name).first()).toBeVisible();
});
