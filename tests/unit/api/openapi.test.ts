import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openapi } from "#lib/api/openapi";
import { ROUTES } from "#lib/api/routes";

const ROOT = "app/api/v1";
const description = openapi({ version: "1.2.3", appUrl: "https://forum.example" });

test("the description has every route that exists, and no other", () => {
  const exported = globSync(`${ROOT}/**/route.ts`)
    .filter((file) => !file.includes("[..."))
    .flatMap((file) => {
      const path = file.slice(ROOT.length, -"/route.ts".length).replace(/\[(\w+)\]/g, "{$1}");
      const methods = readFileSync(file, "utf8").matchAll(/^export const (GET|POST|PUT|PATCH|DELETE) = door\(/gm);
      return Array.from(methods, ([, method]) => `${method?.toLowerCase()} ${path}`);
    });
  expect(exported.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
});

test("every export of a route is made by the door", () => {
  for (const file of globSync(`${ROOT}/**/route.ts`)) {
    const exports = readFileSync(file, "utf8").match(/^export .*/gm) ?? [];
    expect(exports.filter((line) => !/^export const [A-Z]+ = door\(/.test(line) && !line.includes("none"))).toEqual([]);
  }
});

test("every reference in the description leads somewhere, and every operation has a name of its own", () => {
  const text = JSON.stringify(description);
  const names = Array.from(text.matchAll(/"#\/components\/schemas\/(\w+)"/g), ([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !((name as string) in description.components.schemas))).toEqual([]);
  const ids = Array.from(text.matchAll(/"operationId":"(\w+)"/g), ([, id]) => id);
  expect(new Set(ids).size).toBe(ROUTES.length);
});

test("what may be posted is told as the schemas have it", () => {
  const { postThreadsArguments } = description.components.schemas as unknown as {
    postThreadsArguments: { required: string[]; additionalProperties: boolean };
  };
  expect(postThreadsArguments).toMatchObject({
    required: ["stance", "claim", "citations"],
    additionalProperties: false,
  });
  expect(description.servers).toEqual([{ url: "https://forum.example/api/v1" }]);
});
