import fc from "fast-check";
import { expect, it } from "vitest";
import { oneLine } from "#lib/text/one-line";

it("breaks and the white space around them become one space", () => {
  expect(oneLine("a \n b")).toBe("a b");
  expect(oneLine("a\r\n \t\n b")).toBe("a b");
  expect(oneLine("\nb")).toBe(" b");
  expect(oneLine(" a  b ")).toBe(" a  b ");
});

it("is what the pattern says, for any text", () => {
  const text = fc
    .array(fc.constantFrom("a", " ", "\n", "\t", "\r"), { maxLength: 12 })
    .map((letters) => letters.join(""));
  fc.assert(fc.property(text, (sample) => oneLine(sample) === sample.replace(/\s*[\r\n\t]\s*/g, " ")));
});

it("takes no longer for a megabyte of spaces than it has to", () => {
  const begun = process.cpuUsage();
  oneLine(`${" ".repeat(1_000_000)}x\n`);
  expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(200);
});
