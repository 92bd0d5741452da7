import { afterAll, describe, expect, it, vi } from "vitest";
import { db, disconnect, pool } from "#lib/db";
import { startSession } from "#lib/users/commands/session";
import { type Limit, spend } from "#lib/users/limits";
import { networkOf } from "#lib/users/network";
import { STATUS } from "#lib/verdict";
import { join, PASSWORD, somewhere } from "./people.ts";

afterAll(disconnect);

const spendAll = (times: number, limit: Limit, key: string) =>
  Promise.all(Array.from({ length: times }, () => spend(limit, key)));

const guess = (handle: string, network: string) => startSession(handle, "not the password", { network, agent: "" });

describe("guessing a password", () => {
  it("ends after ten tries from one network, and says when to come back", async () => {
    await join("ada");
    for (let i = 0; i < 10; i++)
      await expect(guess("ada", "n1")).rejects.toMatchObject({ code: "wrong-handle-or-password" });
    const refused = await guess("ada", "n1").catch((error) => error);
    expect(refused).toMatchObject({ code: "too-many", ground: "too-many" });
    expect(STATUS[refused.ground as "too-many"]).toBe(429);
    expect(refused.details.retryAfter).toBeGreaterThan(890);
    expect(refused.details.retryAfter).toBeLessThanOrEqual(900);
    expect(refused.values).toEqual({ seconds: refused.details.retryAfter });
  });

  it("from one network does not lock its victim out at another", async () => {
    await expect(guess("ada", "n1")).rejects.toMatchObject({ code: "too-many" });
    await startSession("ada", PASSWORD, somewhere());
  });

  it("from a rotating IPv6 address stays in one bucket", async () => {
    const spent = Array.from({ length: 11 }, (_, i) => guess("ada", networkOf(`2001:db8:1:2::${i + 1}`)));
    const codes = (await Promise.allSettled(spent)).map((one) => one.status === "rejected" && one.reason.code);
    expect(codes.filter((code) => code === "too-many")).toHaveLength(1);
  });

  it("at many people from one network ends as well", async () => {
    await spendAll(175, "signInNetwork", "sprayer");
    await expect(guess("-another", "sprayer")).rejects.toMatchObject({ code: "too-many" });
    await expect(guess("-another", "neighbour")).rejects.toMatchObject({ code: "wrong-handle-or-password" });
  });

  it("from many networks is slowed, and the limit passes by itself", async () => {
    await spendAll(100, "signInPerson", "-victim");
    await expect(guess("-victim", "net-100")).rejects.toMatchObject({ code: "too-many" });
    await db().$executeRaw`UPDATE rate_limits SET expire = ${Date.now() - 1}`;
    await expect(guess("-victim", "net-101")).rejects.toMatchObject({ code: "wrong-handle-or-password" });
  });
});

it("signing in rightly costs nothing, however often", async () => {
  await join("often");
  const home = somewhere();
  for (let i = 0; i < 12; i++) await startSession("often", PASSWORD, home);
  await expect(guess("often", home.network)).rejects.toMatchObject({ code: "wrong-handle-or-password" });
});

it("35 students behind one address join and sign in within a minute, and nobody is blocked", {
  timeout: 60_000,
}, async () => {
  const school = somewhere();
  const letters = [..."abcdefg"];
  const students = letters.flatMap((one) => [..."vwxyz"].map((other) => `pupil_${one}${other}`));
  await Promise.all(
    students.map(async (handle) => {
      await spend("join", school.network);
      await join(handle);
      await guess(handle, school.network).catch(() => {});
      await startSession(handle, PASSWORD, school);
    }),
  );
});

it("joining from one network ends after a hundred or so", async () => {
  await spendAll(105, "join", "factory");
  await expect(spend("join", "factory")).rejects.toMatchObject({ code: "too-many" });
  await spend("join", "elsewhere");
});

it("keeps neither handles nor addresses", async () => {
  await guess("a_secret_handle", "203.0.113.77").catch(() => {});
  const rows = await db().$queryRaw<{ key: string }[]>`SELECT key FROM rate_limits`;
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/secret_handle|203\.0\.113/);
});

describe("when nothing can be counted", () => {
  it("signing in and joining wait, and posting goes on with a count of its own", async () => {
    const broken = vi.spyOn(pool(), "query").mockImplementation(() => Promise.reject(new Error("connection refused")));
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      const down = { code: "database-unavailable", ground: "unavailable" };
      await expect(spend("signIn", "x")).rejects.toMatchObject(down);
      await expect(spend("join", "x")).rejects.toMatchObject(down);
      await spendAll(300, "post", "x");
      await expect(spend("post", "x")).rejects.toMatchObject({ code: "too-many" });
    } finally {
      broken.mockRestore();
      logged.mockRestore();
    }
  });
});
