/** Marks, which say under a name what is argued badly; and flags, of which nobody learns who raised them. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { db } from "#lib/db";
import { markArgument } from "#lib/moderation/commands";
import { flagArgument } from "#lib/moderation/commands/flag";
import { resolveMark } from "#lib/moderation/commands/mark";
import { hideFlagged } from "#lib/moderation/hiding";
import { getMarked } from "#lib/moderation/queries/marks";
import { setThreadMode } from "#lib/threads/commands";
import { ownData } from "#lib/users/own-data";
import type { Person } from "#lib/users/viewer";
import { POST as FLAG } from "../../../app/api/v1/arguments/[id]/flags/route.ts";
import { POST as MARK, GET as MARKS } from "../../../app/api/v1/arguments/[id]/marks/route.ts";
import { call } from "../../support/call.ts";
import { urlOf } from "../../support/databases.ts";
import { argument, countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";
import { tokenOf } from "../../support/world.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
let world: World;
beforeAll(async () => {
  await superuser.connect();
  world = await makeWorld();
  // As if they had been here for a month.
  await superuser.query("UPDATE users SET created_at = now() - interval '30 days'");
});
afterAll(() => superuser.end());

const NOWHERE = "0000000000000000";
const posted = async (author: Person = world.people.yuki) => (await world.post(author)).id;
const stateOf = async (id: string) => (await getArgument(null, id)).state;
const weigh = (id: string) => hideFlagged([{ argument: id }]);

/** A post that was there and that strangers may not see. */
async function pending() {
  await setThreadMode(world.people.signe, world.thread, { mode: "ALL_APPROVED" });
  const id = await posted();
  await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
  return id;
}

describe("a mark", () => {
  it("is made by any member under their name, and costs the author nothing", async () => {
    const { seun } = world.people;
    const id = await posted();
    await markArgument(seun, id, { kind: "MISLEADING_OMISSION", note: "The next sentence says otherwise." });
    expect(await getArgument(null, id)).toMatchObject({
      state: "VISIBLE",
      marks: [{ kind: "MISLEADING_OMISSION", by: { handle: "seun" } }],
    });
    expect((await eventsOf(world.thread)).at(-1)).toBe("argument.marked");
  });

  it("on what one may not see is missing", async () => {
    const id = await pending();
    expect(await refusal(markArgument(world.people.seun, id, { kind: "UNCLEAR" }))).toBe("missing");
    expect(await refusal(markArgument(world.people.seun, NOWHERE, { kind: "UNCLEAR" }))).toBe("missing");
    expect(await refusal(getMarked(world.people.seun, id))).toBe("missing");
    expect(await refusal(resolveMark(world.people.seun, NOWHERE))).toBe("missing");
  });

  it("of one's own post is refused, and to let go of another's mark is for moderators", async () => {
    const { yuki, seun, farid, signe } = world.people;
    const id = await posted();
    expect(await refusal(markArgument(yuki, id, { kind: "UNCLEAR" }))).toBe("own-argument");
    await markArgument(seun, id, { kind: "UNCLEAR" });
    const [mark] = (await getMarked(null, id)).marks;
    expect(await refusal(resolveMark(farid, mark?.id ?? ""))).toBe("marker-only");
    expect(await refusal(resolveMark(yuki, mark?.id ?? ""))).toBe("own-argument");
    await resolveMark(signe, mark?.id ?? "");
    expect((await getArgument(null, id)).marks).toEqual([]);
  });

  it("lets its author mend after the edit window, says so, and goes when its maker agrees", async () => {
    const { yuki, seun } = world.people;
    const long = new Date(Date.now() - 5 * 3_600_000);
    const { id } = await world.post(yuki, {}, { at: long });
    const mended = {
      claim: "It should, as far as one can count.",
      body: null,
      citations: [{ source: world.source, quote: QUOTES[0] }],
    };
    expect(await refusal(reviseArgument(yuki, id, mended))).toBe("edit-window-over");
    await markArgument(seun, id, { kind: "UNCLEAR" });
    await reviseArgument(yuki, id, mended);
    expect((await getHistory(null, id)).revisions[0]?.occasion).toBe("MARK");
    expect((await getArgument(null, id)).marks).toMatchObject([{ kind: "UNCLEAR", mended: true }]);
    const [mark] = (await getMarked(seun, id)).marks;
    expect(mark).toMatchObject({ mended: true, own: true, resolvable: true });
    await resolveMark(seun, mark?.id ?? "");
    await resolveMark(seun, mark?.id ?? "");
    expect((await getArgument(null, id)).marks).toEqual([]);
    expect((await eventsOf(world.thread)).filter((kind) => kind === "mark.resolved")).toHaveLength(2);
  });

  it("twice is as once, and through the API the same", async () => {
    const { seun } = world.people;
    const id = await posted();
    const token = await tokenOf(seun);
    const body = { kind: "DUPLICATE" };
    const first = await call(MARK, { token, params: { id }, body });
    expect([first.status, first.json.items.length]).toEqual([200, 1]);
    const before = await countRows();
    expect((await call(MARK, { token, params: { id }, body })).json).toEqual(first.json);
    expect(await countRows()).toEqual(before);
    expect((await call(MARKS, { params: { id } })).json.items).toMatchObject([{ kind: "DUPLICATE", mended: false }]);
    expect((await call(MARK, { token, params: { id }, body: { kind: "WRONG" } })).status).toBe(422);
  });
});

describe("a report", () => {
  it("is taken down; the record says that it happened, not by whom nor on what", async () => {
    const id = await posted();
    const thread = await eventsOf(world.thread);
    await flagArgument(world.people.seun, id, { kind: "ABUSE", note: "Look at the second sentence." });
    expect(await db().flag.count({ where: { argumentId: id } })).toBe(1);
    expect(await eventsOf(world.thread)).toEqual(thread);
    const events = await db().event.findMany({ where: { stream: "site" }, orderBy: { number: "desc" }, take: 2 });
    expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ["flag.raised", null],
      ["review.opened", null],
    ]);
    expect(JSON.stringify(events)).not.toContain(id);
    expect(await stateOf(id)).toBe("VISIBLE");
  });

  it("of what one may not see is missing, of one's own post or of what is gone refused", async () => {
    const { yuki, seun } = world.people;
    const spam = { kind: "SPAM" } as const;
    expect(await refusal(flagArgument(seun, await pending(), spam))).toBe("missing");
    expect(await refusal(flagArgument(seun, NOWHERE, spam))).toBe("missing");
    expect(await refusal(flagArgument(yuki, await posted(), spam))).toBe("flag-own");
  });

  it("twice is as once, for each person and kind", async () => {
    const { seun, farid } = world.people;
    const id = await posted();
    await flagArgument(seun, id, { kind: "SPAM" });
    const before = await countRows();
    await flagArgument(seun, id, { kind: "SPAM", note: "Once more." });
    expect(await countRows()).toEqual(before);
    await Promise.all([flagArgument(seun, id, { kind: "ABUSE" }), flagArgument(farid, id, { kind: "SPAM" })]);
    expect(await db().flag.count({ where: { argumentId: id } })).toBe(3);
    expect(await db().review.count({ where: { argumentId: id } })).toBe(1);
  });

  it("is answered alike whether it is the first or the one that hides, and says nothing", async () => {
    const id = await posted();
    const answers = [];
    for (const who of ["seun", "farid", "leilani"] as const) {
      const token = await tokenOf(world.people[who]);
      const { status, json } = await call(FLAG, { token, params: { id }, body: { kind: "ABUSE" } });
      answers.push([status, json, await stateOf(id)]);
    }
    expect(answers).toEqual(answers.map(() => [204, null, "VISIBLE"]));
  });

  it("by enough people hides the post until it is judged, and nobody is named as having done it", async () => {
    const id = await posted();
    for (const who of ["seun", "farid"] as const) await flagArgument(world.people[who], id, { kind: "ABUSE" });
    await weigh(id);
    expect(await stateOf(id)).toBe("VISIBLE");
    await flagArgument(world.people.leilani, id, { kind: "SPAM" });
    await weigh(id);
    await weigh(id);
    expect(await getArgument(null, id)).toMatchObject({
      state: "HIDDEN",
      claim: null,
      tombstone: { role: "NOBODY", code: null },
    });
    const event = await db().event.findFirstOrThrow({ where: { kind: "argument.hidden" } });
    expect(event.actorId).toBeNull();
    expect(await db().removal.count({ where: { argumentId: id } })).toBe(1);
    // Its author and the moderators still read it.
    expect((await getArgument(world.people.yuki, id)).claim).not.toBeNull();
    expect((await getArgument(world.people.signe, id)).claim).not.toBeNull();
    expect((await getArgument(world.people.seun, id)).claim).toBeNull();
    expect((await getHistory(world.people.yuki, id)).revisions).toHaveLength(1);
    expect((await getHistory(null, id)).revisions).toEqual([]);
  });

  it("by any number of accounts made today hides nothing", async () => {
    const id = await posted();
    await superuser.query("UPDATE users SET created_at = now() WHERE handle IN ('seun', 'farid', 'leilani', 'tomasz')");
    for (const who of ["seun", "farid", "leilani", "tomasz"] as const)
      await flagArgument(world.people[who], id, { kind: "ABUSE" });
    await weigh(id);
    expect(await stateOf(id)).toBe("VISIBLE");
    await superuser.query("UPDATE users SET created_at = now() - interval '30 days'");
  });

  it("is in the download of who made it, and in nobody else's", async () => {
    const id = await posted();
    await flagArgument(world.people.tomasz, id, { kind: "OTHER", note: "canaryfinch" });
    const fileOf = async (who: Person) => {
      let file = "";
      for await (const piece of ownData(who)) file += piece;
      return file;
    };
    expect(await fileOf(world.people.tomasz)).toContain("canaryfinch");
    for (const who of ["yuki", "signe", "mateo"] as const)
      expect(await fileOf(world.people[who])).not.toContain("canaryfinch");
  });
});

describe("what a moderator let stand", () => {
  it("and its author then changes is looked at again", async () => {
    const { yuki } = world.people;
    const id = await pending();
    await db().review.updateMany({
      where: { argumentId: id },
      data: { decidedAt: new Date(), decidedById: world.people.signe.id, verdict: "APPROVED" },
    });
    const { claim, body, citations } = argument(world.source, { claim: "Something else altogether." });
    await reviseArgument(yuki, id, { claim, body, citations });
    expect(await db().review.findMany({ where: { argumentId: id, decidedAt: null } })).toMatchObject([
      { cause: "EDITED" },
    ]);
  });
});
