/** A person's page: what everybody may see of what they argued, and what became of it. */
import { describe, expect, test } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getPerson } from "#lib/arguments/queries/person";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { newId } from "#lib/text/id";
import { setThreadMode } from "#lib/threads/commands";
import { refusal } from "../../support/island.ts";
import { asOwner } from "../../support/queue.ts";
import { anArgument, aSource, aThread, person } from "../../support/world.ts";

const yuki = await person("yuki");
const farid = await person("farid");
const signe = await person("signe");
const seun = await person("seun");
const source = await aSource(farid);
const thread = await aThread(farid, source);

const post = async (who = yuki, other: Parameters<typeof anArgument>[3] = {}, where = thread) =>
  (await anArgument(who, where, source, other)).id;
const fateOf = async (id: string) => (await getPerson("yuki")).fates.find((fate) => fate.id === id);
/** As if it had been posted two days ago. */
const longAgo = (id: string) =>
  asOwner(`ALTER TABLE arguments DISABLE TRIGGER USER;
    UPDATE arguments SET posted_at = posted_at - interval '2 days' WHERE id = '${id}';
    ALTER TABLE arguments ENABLE TRIGGER USER`);

describe("a person's page", () => {
  test("names answers by stance, and nobody's where there are none or they are gone", async () => {
    const id = await post();
    expect(await fateOf(id)).toMatchObject({ state: "VISIBLE", answers: { PRO: 0, CON: 0 }, dropped: false });
    const con = await post(farid, { parent: id, stance: "CON" });
    await post(farid, { parent: id, stance: "PRO" });
    expect((await fateOf(id))?.answers).toEqual({ PRO: 1, CON: 1 });
    await withdrawArgument(farid, con, null);
    expect((await fateOf(id))?.answers).toEqual({ PRO: 1, CON: 0 });
  });

  test("says what was withdrawn and removed, why, and no word of it nor who removed it", async () => {
    const withdrawn = await post();
    await withdrawArgument(yuki, withdrawn, "I was wrong.");
    const removed = await post();
    await removeArgument(signe, removed, { code: "off-topic", note: null });
    expect(await fateOf(withdrawn)).toMatchObject({
      state: "WITHDRAWN",
      claim: null,
      tombstone: { reason: "I was wrong.", code: null },
    });
    expect(await fateOf(removed)).toMatchObject({
      state: "REMOVED",
      claim: null,
      tombstone: { code: "off-topic", policy: 1 },
    });
    expect(JSON.stringify(await getPerson("yuki"))).not.toContain("signe");
  });

  test("says what is dropped, by the thread's own rule", async () => {
    const other = await aThread(farid, source);
    const id = await post(yuki, {}, other);
    await longAgo(id);
    expect((await fateOf(id))?.dropped).toBe(false);
    for (let i = 0; i < 3; i += 1) await post(seun, { stance: "CON" }, other);
    expect((await fateOf(id))?.dropped).toBe(true);
    await post(seun, { parent: id, stance: "CON" }, other);
    expect((await fateOf(id))?.dropped).toBe(false);
  });

  test("holds nothing that waits for a moderator or that a class owns, and does not count it", async () => {
    const other = await aThread(farid, source);
    await post(yuki, {}, other);
    const { counts } = await getPerson("yuki");
    const id = newId();
    await db().class.create({ data: { id, slug: id, name: "3b" } });
    await asOwner(`UPDATE threads SET class_id = '${id}' WHERE slug = '${other}'`);
    expect((await getPerson("yuki")).counts.posted).toBe(counts.posted - 1);
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    const pending = await post();
    expect(await fateOf(pending)).toBeUndefined();
    expect((await getPerson("yuki")).counts.posted).toBe(counts.posted - 1);
    await setThreadMode(signe, thread, { mode: "OPEN" });
  });

  test("counts, and gives no score", async () => {
    const { counts, fates, ...rest } = await getPerson("yuki");
    expect(Object.keys(counts).sort()).toEqual(["answered", "posted", "removed", "withdrawn"]);
    expect(Object.keys(rest).sort()).toEqual(["about", "handle", "name", "role", "since"]);
    expect(fates.length).toBe(counts.posted);
  });

  test("is nobody's who is not there, or who has left", async () => {
    expect(await refusal(getPerson("nobody"))).toBe("missing");
    await db().user.update({ where: { id: seun.id }, data: { erasedAt: new Date() } });
    expect(await refusal(getPerson("seun"))).toBe("missing");
    await db().user.update({ where: { id: seun.id }, data: { erasedAt: null } });
  });
});
