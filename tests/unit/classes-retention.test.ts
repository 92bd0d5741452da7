import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CARD_DAYS, CODE_DAYS_MAX, KEEP_DAYS, KEEP_MAX_DAYS, WARN_DAYS } from "#lib/classes/schema";

it("what is said of classes in docs/retention.md is what holds", () => {
  const said = readFileSync("docs/retention.md", "utf8");
  expect(said).toContain(`${KEEP_DAYS} days after the term’s last day`);
  expect(said).toContain(`at most ${KEEP_MAX_DAYS} days ahead`);
  expect(said).toContain(`${WARN_DAYS.join(" days and ")} day before`);
  expect(said).toContain(`${CARD_DAYS} days after they were made`);
  expect(said).toContain(`${CODE_DAYS_MAX} days at most`);
});
