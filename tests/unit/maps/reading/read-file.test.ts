import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readMapFile } from "#lib/maps/reading/read-file";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const refusal = (text: string) =>
  readMapFile(bytesOf(text), "somebody", 3_000).then(
    ({ format }) => `read as ${format}`,
    (error: { code?: string }) => error.code ?? `${error}`,
  );

describe("a file of somebody's", () => {
  test("is read in a thread of its own, and what comes of it is the same", async () => {
    const text = readFileSync(new URL("../../../fixtures/maps/kialo-flat.txt", import.meta.url), "utf8");
    expect((await readMapFile(bytesOf(text), "somebody")).claims).toHaveLength(4);
  });

  test("that refers to itself a billion times over is refused, or read without its settings", async () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]`,
    );
    const bomb = ["l0: &l0 [x]", ...levels].join("\n");
    const head = `===\n${bomb}\n===\n\n[A]: One.\n    + <B>: Two.\n`;
    expect(["read as argdown", "map-unreadable", "map-file-too-large"]).toContain(await refusal(head));
    const beside = `[A]: One. {\n${bomb}\n}\n    + <B>: Two.\n`;
    expect(["read as argdown", "map-unreadable", "map-file-too-large", "argdown-unparsed"]).toContain(
      await refusal(beside),
    );
  }, 40_000);

  test("that is too large is not looked at", async () => {
    expect(await refusal(" ".repeat(5 * 2 ** 20 + 1))).toBe("map-file-too-large");
  });
});
