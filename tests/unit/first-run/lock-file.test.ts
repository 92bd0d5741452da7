import { expect, test } from "vitest";
import { differences } from "../../../bin/first-run/lock-file.mjs";

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/for-another-system": { version: "1.0.0", optional: true },
  },
};

test("what the lock file names is installed, but for packages of other systems", () => {
  expect(differences(lock, { packages: { "node_modules/a": { version: "1.0.0" } } })).toEqual([]);
});

test("a missing package, another version and a left-over are differences", () => {
  expect(differences(lock, { packages: {} })).toEqual(["node_modules/a"]);
  expect(differences(lock, { packages: { "node_modules/a": { version: "1.0.1" } } })).toEqual(["node_modules/a"]);
  const surplus = { packages: { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.0.0" } } };
  expect(differences(lock, surplus)).toEqual(["node_modules/b"]);
});
