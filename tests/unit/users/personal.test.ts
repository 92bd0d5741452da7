import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { partsOf } from "#lib/users/own-data";
import { PERSONAL } from "#lib/users/personal";

/** Every column of the schema that names a person, as `table.column`. */
function namingColumns(): string[] {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  return [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].flatMap(([, name, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
    const columns = new Map(
      [...body.matchAll(/^ {2}(\w+) .*?(?:@map\("(\w+)"\).*)?$/gm)].map(([, field, column]) => [
        field,
        column ?? field,
      ]),
    );
    return [...body.matchAll(/^ {2}\w+ +User\b.*fields: \[(\w+)\]/gm)].map(
      ([, field]) => `${table}.${columns.get(field)}`,
    );
  });
}

test("every column that names a person says what the download and the closing of an account do with it", () => {
  const named = namingColumns();
  expect(named.length).toBeGreaterThan(20);
  expect(named).toContain("arguments.author_id");
  expect([...named].sort()).toEqual(PERSONAL.map(({ table, by }) => `${table}.${by}`).sort());
});

test("no secret is in the download, and no part of it stands under another's name", () => {
  const parts = partsOf();
  expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  for (const { sql } of parts) expect(sql).not.toMatch(/hash|unsubscribe_key|(?<!file_)\bid\b(?=.*FROM sessions)/);
});
