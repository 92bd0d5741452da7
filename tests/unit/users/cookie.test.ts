import { expect, it } from "vitest";
import { sessionCookie, soleCookie } from "#lib/session";

process.env.APP_URL = "https://forum.example";
process.env.DATABASE_URL = "postgres://nowhere";
process.env.SECRET = "a secret of the tests, thirty-two characters at least";

it("over https the browser itself keeps the cookie to this host and to safe connections", () => {
  expect(sessionCookie()).toEqual({
    name: "__Host-grounds.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

it("of two cookies of one name, none counts, whichever comes first", () => {
  expect(soleCookie("a=1; s=x; b=2", "s")).toBe("x");
  expect(soleCookie("s=x", "s")).toBe("x");
  for (const header of ["", "a=1", "s=x; s=x", "s=; s=x", "a=s=x", "ss=x"])
    expect(soleCookie(header, "s"), header).toBeNull();
});
