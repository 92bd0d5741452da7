import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashOf } from "../../../bin/first-run/made-of.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "grounds-"));
  mkdirSync(join(folder, "lib/deep"), { recursive: true });
  writeFileSync(join(folder, "lib/deep/a.ts"), "one");
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = (words: string[] = []) => hashOf(folder, ["lib", "next.config.ts"], words);

test("what was not changed is not made again", () => {
  expect(hash()).toBe(hash());
});

test("a changed, a new, a renamed and a removed file are each noticed", () => {
  const seen = new Set([hash()]);
  writeFileSync(join(folder, "lib/deep/a.ts"), "two");
  seen.add(hash());
  writeFileSync(join(folder, "lib/b.ts"), "two");
  seen.add(hash());
  rmSync(join(folder, "lib/deep"), { recursive: true });
  seen.add(hash());
  writeFileSync(join(folder, "next.config.ts"), "");
  seen.add(hash());
  expect(seen.size).toBe(5);
});

test("words moved from one file to the next are noticed", () => {
  writeFileSync(join(folder, "lib/deep/b.ts"), "two");
  const before = hash();
  writeFileSync(join(folder, "lib/deep/a.ts"), "onetwo");
  writeFileSync(join(folder, "lib/deep/b.ts"), "");
  expect(hash()).not.toBe(before);
});

test("another key is another build", () => {
  expect(hash(["key"])).not.toBe(hash(["other"]));
});
