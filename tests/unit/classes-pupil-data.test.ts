import { expect, it } from "vitest";
import { OF_CLASS } from "#lib/classes/pupil-data";
import { PERSONAL } from "#lib/users/personal";

it("every table that names a person says what of it is a class's", () => {
  expect(Object.keys(OF_CLASS).sort()).toEqual([...new Set(PERSONAL.map(({ table }) => table))].sort());
});

it("what lets somebody in, what they read, rate and report is in no teacher's hands", () => {
  for (const table of ["credentials", "sessions", "api_tokens", "login_cards", "visits", "ratings", "flags", "notices"])
    expect([table, OF_CLASS[table]]).toEqual([table, null]);
});
