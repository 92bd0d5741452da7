import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, disconnect } from "#lib/db";
import { makeToken, revokeToken } from "#lib/users/commands/token";
import { TOKENS_MAX } from "#lib/users/policy";
import { findPersonByToken, listTokens } from "#lib/users/queries";
import type { Person } from "#lib/users/viewer";
import { Missing } from "#lib/verdict";
import { actsOf, join, kindsOf } from "./people.ts";

let ada: Person;
let eve: Person;

beforeAll(async () => {
  ada = await join("ada");
  eve = await join("eve");
});
afterAll(disconnect);

describe("a token", () => {
  it("is shown once and stored as a hash, opens for its owner, and is on the record", async () => {
    const { id, token } = await makeToken(ada, "a script");
    expect(token).toMatch(/^gr_[A-Za-z0-9_-]{43}$/);
    expect(await findPersonByToken(token)).toEqual(ada);
    const stored = await db().apiToken.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain(token.slice(3));
    expect(await actsOf(ada)).toContainEqual({ kind: "token.made", subjects: { token: id } });
    expect((await listTokens(ada)).map(({ name }) => name)).toContain("a script");
  });

  it("that is not one opens nothing", async () => {
    const { token } = await makeToken(ada, "another");
    for (const wrong of ["", "gr_", token.slice(0, -1), `${token}x`, token.toLowerCase(), "gr_\u0000", "%"])
      expect(await findPersonByToken(wrong), wrong).toBeNull();
  });

  it("is revoked by its owner, once; to others it does not exist", async () => {
    const { id, token } = await makeToken(ada, "revoked");
    await expect(revokeToken(eve, id)).rejects.toBeInstanceOf(Missing);
    expect(await findPersonByToken(token)).toEqual(ada);
    await revokeToken(ada, id);
    await revokeToken(ada, id);
    expect(await findPersonByToken(token)).toBeNull();
    expect((await kindsOf(ada)).filter((kind) => kind === "token.revoked")).toHaveLength(1);
    expect(await listTokens(eve)).toEqual([]);
  });

  it("notes its use once an hour at most", async () => {
    const { id, token } = await makeToken(eve, "used");
    const usedAt = async () => (await db().apiToken.findUniqueOrThrow({ where: { id } })).usedAt;
    expect(await usedAt()).toBeNull();
    await findPersonByToken(token);
    const first = await usedAt();
    expect(first).not.toBeNull();
    await findPersonByToken(token);
    expect(await usedAt()).toEqual(first);
    await db().apiToken.update({ where: { id }, data: { usedAt: new Date(Date.now() - 3_601_000) } });
    await findPersonByToken(token);
    expect((await usedAt())?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it("is refused to whoever holds too many, until one is revoked", async () => {
    const fay = await join("fay");
    const { id } = await makeToken(fay, "the first");
    const others = Array.from({ length: TOKENS_MAX - 1 }, (_, i) => ({
      id: `t${i}`,
      userId: fay.id,
      name: "x",
      hash: `${i}`,
    }));
    await db().apiToken.createMany({ data: others });
    await expect(makeToken(fay, "one more")).rejects.toMatchObject({ code: "tokens-full", ground: "forbidden" });
    await revokeToken(fay, id);
    await makeToken(fay, "instead");
  });

  it("of whoever was erased opens nothing", async () => {
    const gone = await join("gone");
    const { token } = await makeToken(gone, "x");
    await db().user.update({ where: { id: gone.id }, data: { erasedAt: new Date() } });
    expect(await findPersonByToken(token)).toBeNull();
  });
});
