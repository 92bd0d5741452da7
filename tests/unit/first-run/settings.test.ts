import { expect, test } from "vitest";
import { isOwnMachine, portFrom } from "../../../bin/first-run/settings.ts";

test("the cast may be played on one's own machine, and nowhere else", () => {
  expect(["http://localhost:3000", "http://127.0.0.1", "http://[::1]:80"].map(isOwnMachine)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["https://forum.example", "http://localhost.example", "http://192.168.1.2"].map(isOwnMachine)).toEqual([
    false,
    false,
    false,
  ]);
});

test("a port is a whole number from 1 to 65535, and 3000 unless told", () => {
  expect(portFrom(undefined)).toBe(3000);
  expect(portFrom("8080")).toBe(8080);
  for (const text of ["0", "65536", "3000.5", "http", "-1"]) expect(() => portFrom(text)).toThrow("is no port");
});
