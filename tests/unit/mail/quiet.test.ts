import { describe, expect, it } from "vitest";
import { quiet, quietName } from "#lib/mail/quiet";

describe("words of strangers in a letter", () => {
  it.each([
    "https://evil.example/x",
    "HTTP://evil.example",
    "evil.example/login",
    "www.evil.example",
    "пример.рф",
    "a@evil.example",
    "javascript:alert(1)",
    "mailto:a@b.example",
    "evil.example:8080/x?y=z",
  ])("keep nothing that a mail program would make a link of: %s", (address) => {
    expect(quiet(`Look at ${address} today`)).toBe("Look at […] today");
  });

  it("stand in one line, whatever breaks they had", () => {
    expect(quiet("Yes\r\nBcc: everybody")).toBe("Yes Bcc: everybody");
  });

  it("hold no angle brackets and nothing that cannot be seen", () => {
    expect(quiet("<b>bold</b> \u202eturned\u200b")).toBe("bbold/b turned");
  });

  it("stay as they are where they are words", () => {
    for (const words of ["The U.S. paid $4.76 million, i.e. 20,000 each.", "Nobody asked – why?", "50 % at 3:15 p.m."])
      expect(quiet(words)).toBe(words);
  });

  it("take linear time", () => {
    const started = performance.now();
    quiet("a.".repeat(50_000));
    quiet("a@".repeat(50_000));
    quiet(`${"a".repeat(100_000)}:`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("a name in a letter", () => {
  it("is the person's name", () => {
    expect(quietName({ name: "Yuki Tanaka", handle: "yuki" })).toBe("Yuki Tanaka");
  });

  it.each(["evil.example", "<x@y>", "Win now https://evil.example", "Ann\r\nBcc: x"])(
    "is the handle where it is none: %s",
    (name) => {
      expect(quietName({ name, handle: "yuki" })).toBe("@yuki");
    },
  );
});
