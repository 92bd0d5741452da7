import { parseOptions } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { COST, flawOfPassword, hashPassword, isPassword, NOBODY, normalPassword } from "#lib/users/password";
import { Refused } from "#lib/verdict";

const GOOD = "three brown herons";

describe("a new password", () => {
  it("has 10 to 200 code points after NFC", () => {
    expect(flawOfPassword("nine char", "ada")).toBe("password-too-short");
    expect(flawOfPassword("ten chars!", "ada")).toBeNull();
    expect(flawOfPassword("😀🐢🌍🎈🎲🧩🪁🎻🥁", "ada")).toBe("password-too-short");
    expect(flawOfPassword("😀🐢🌍🎈🎲🧩🪁🎻🥁🎺", "ada")).toBeNull();
    expect(flawOfPassword(`${"héron ".repeat(33)}ab`.normalize("NFD"), "ada")).toBeNull();
    expect(flawOfPassword(`${"heron ".repeat(33)}abc`, "ada")).toBe("password-too-long");
    expect(flawOfPassword("x".repeat(1_000_000), "ada")).toBe("password-too-long");
  });

  it("holds no NUL, no other control and no broken character", () => {
    for (const bad of ["three\u0000brown herons", "three\tbrown herons", "three brown\nherons", "three \ud800 herons"])
      expect(flawOfPassword(bad, "ada")).toBe("password-control-character");
  });

  it("is not what everybody tries first, nor one's own handle", () => {
    for (const bad of ["Password123", "1234567890", "aaaaaaaaaaaa", "ababababab"])
      expect(flawOfPassword(bad, "ada"), bad).toBe("password-too-common");
    expect(flawOfPassword("leilani_kahale", "leilani_kahale")).toBe("password-too-common");
    expect(flawOfPassword("LeilaniLeilani1", "leilani")).toBe("password-too-common");
    expect(flawOfPassword("leilani reads twice", "leilani")).toBeNull();
  });
});

describe("a password", () => {
  it("is the same in NFC and NFD and with any space, and not under NFKC, case or trimming", async () => {
    const hashed = await hashPassword("Crème brûlée ﬁve");
    expect(await isPassword("Crème brûlée ﬁve".normalize("NFD"), hashed)).toBe(true);
    expect(await isPassword("Crème\u00a0brûlée\u3000ﬁve", hashed)).toBe(true);
    for (const other of ["Crème brûlée five", "crème brûlée ﬁve", " Crème brûlée ﬁve"])
      expect(await isPassword(other, hashed), other).toBe(false);
  });

  it("is hashed with argon2id at the cost that nobody's hash has too", async () => {
    const hashed = await hashPassword(GOOD);
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(parseOptions(NOBODY)).toMatchObject({ ...COST });
    expect(parseOptions(hashed)).toMatchObject({ ...COST });
    expect(await hashPassword(GOOD)).not.toBe(hashed);
  });

  it("is never that of nobody", async () => {
    expect(await isPassword(GOOD, null)).toBe(false);
  });

  it("of a megabyte costs no work", async () => {
    expect(normalPassword("\u0300".repeat(1_000_000))).toBeNull();
    const begun = performance.now();
    expect(await isPassword("x".repeat(1_000_000), NOBODY)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(5);
  });

  it("waits its turn among 72 at once, and beyond them is refused at once", async () => {
    const crowd = await Promise.allSettled(Array.from({ length: 90 }, () => isPassword(GOOD, null)));
    const refused = crowd.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(18);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(Refused);
      expect(reason).toMatchObject({ code: "sign-in-crowded", ground: "unavailable" });
    }
    expect(await isPassword(GOOD, null)).toBe(false);
  });
});
