import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hasSentence } from "#lib/sentence";

it("every code with which a person may be refused has its sentence", () => {
  const codes = globSync("lib/{action,form,users/{handles,password,policy,schema,limits,commands/*}}.ts")
    .map((path) => readFileSync(path, "utf8").replace(/^import .*$/gm, ""))
    .flatMap((text) => [...text.matchAll(/"([a-z]+(?:-[a-z]+)+)"|Refused\("([a-z]+)"/g)])
    .map(([, named, refused]) => named ?? refused ?? "");
  expect(codes).toEqual(expect.arrayContaining(["handle-taken", "password-too-short", "too-many", "sent-twice"]));
  expect(codes.filter((code) => !hasSentence(code))).toEqual([]);
});
