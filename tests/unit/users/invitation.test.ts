import { expect, it } from "vitest";
import { newInvitation, normalInvitation } from "#lib/users/invitation";

it("an invitation's code is read in groups of four and means the same however it is typed", () => {
  const code = newInvitation();
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
  expect(normalInvitation(` ${code.toUpperCase().replaceAll("-", " ")} `)).toBe(code.replaceAll("-", ""));
  expect(normalInvitation("OIl0-abcd")).toBe("0110abcd");
});

it("two codes differ", () => {
  expect(new Set(Array.from({ length: 1_000 }, newInvitation)).size).toBe(1_000);
});
