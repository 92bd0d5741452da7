import { describe, expect, it } from "vitest";
import { joining, signingIn } from "#lib/users/schema";

const GOOD = { handle: "ada", name: "Ada Lovelace", password: "three brown herons" };

function codes(input: object): Record<string, string> {
  const parsed = joining.safeParse(input);
  return Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);
}

describe("joining", () => {
  it("needs a handle, a name and a password, and no e-mail address", () => {
    expect(joining.parse(GOOD)).toEqual(GOOD);
    expect(codes({})).toEqual({ handle: "blank", name: "not-text", password: "blank" });
    expect(codes({ handle: "", name: " ", password: "" })).toEqual({
      handle: "blank",
      name: "blank",
      password: "blank",
    });
  });

  it("takes one e-mail address, in one spelling, or refuses", () => {
    expect(joining.parse({ ...GOOD, email: " A@School.ORG " }).email).toBe("a@school.org");
    for (const email of [
      "a@school.org,evil@x.com",
      "a@school.org, evil@x.com",
      '"a@school.org evil@x.com"@z.com',
      "a@school.org%0d%0aBcc:x@y",
      "a@school.org\r\nBcc: x@y.org",
      "x@a.com, <a href=//evil>Click</a>",
      "Ada <ada@school.org>",
      "ada@school",
      `${"a".repeat(250)}@b.org`,
    ])
      expect(codes({ ...GOOD, email }), email).toEqual({ email: "bad-email" });
  });

  it("shows no name that cannot be seen or turns the text around it", () => {
    expect(codes({ ...GOOD, name: "Ada \u202egro.live" })).toEqual({ name: "hidden-characters" });
    expect(codes({ ...GOOD, name: "\u200b\u2060" })).toMatchObject({ name: "blank" });
    expect(codes({ ...GOOD, name: "a\u0000b" })).toEqual({ name: "control-character" });
    expect(joining.parse({ ...GOOD, name: "علی\u200cرضا" }).name).toBe("علی\u200cرضا");
  });

  it("gives nobody what they did not say: role, id and the like are left out", () => {
    const parsed = joining.parse({ ...GOOD, role: "ADMIN", id: "x", createdAt: "1999-01-01", erasedAt: null });
    expect(parsed).toEqual(GOOD);
  });

  it("refuses a password that is the handle", () => {
    expect(codes({ ...GOOD, handle: "ada_lovelace", password: "ada_lovelace" })).toEqual({
      password: "password-too-common",
    });
  });
});

it("signing in forgives what a telephone makes of a handle", () => {
  expect(signingIn.parse({ handle: " Ada ", password: "x" })).toEqual({ handle: "ada", password: "x" });
});
