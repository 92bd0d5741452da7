import { expect, test } from "vitest";
import { parsePostmaster, processOf } from "../../../bin/first-run/postmaster.ts";

test("the process and the port are the first and the fourth line", () => {
  expect(parsePostmaster("42\n/data\n1700000000\n5433\n\n127.0.0.1\n")).toEqual({ pid: 42, port: 5433 });
});

test("an empty or broken file names no server", () => {
  expect(parsePostmaster("")).toBeUndefined();
  expect(parsePostmaster("nonsense\n")).toBeUndefined();
  expect(parsePostmaster("-1\n")).toBeUndefined();
});

test("a number of a process that nobody has is gone", () => {
  // Beyond the highest number that Linux gives (2 to the 22nd).
  expect(processOf({ pid: 2 ** 22 + 1, port: 1 }, "/")).toBe("gone");
});

test.runIf(process.platform === "linux")("a living process that works in another folder is another's", () => {
  expect(processOf({ pid: process.pid, port: 1 }, "/proc")).toBe("another's");
  expect(processOf({ pid: process.pid, port: 1 }, process.cwd())).toBe("ours");
});
