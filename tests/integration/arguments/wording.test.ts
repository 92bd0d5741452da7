/** Another wording of a claim: offered by anybody, its author's when they take it. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { declineWording, offerWording, takeWording } from "#lib/arguments/commands/wording";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { getWordings } from "#lib/arguments/queries/wordings";
import { reviseArgumentInput } from "#lib/arguments/schema";
import { db } from "#lib/db";
import { tell } from "#lib/notices/fan-out";
import { listNotices } from "#lib/notices/queries";
import { setThreadMode } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { urlOf } from "../../support/databases.ts";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

// Whole stories: each posts, weighs and judges many times.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
let world: World;
beforeAll(async () => {
  await superuser.connect();
  world = await makeWorld();
});
afterAll(() => superuser.end());

const NOWHERE = "0000000000000000";
const LONG_AGO = new Date(Date.now() - 86_400_000);
const better = (claim = "It should sail, for nobody knows who would come.") => ({ claim, note: "Shorter." });

/** Posted yesterday, so that it may be revised freely no more. */
async function posted(author: Person = world.people.yuki) {
  return (await world.post(author, {}, { at: LONG_AGO })).id;
}

async function offered(by: Person = world.people.seun) {
  const id = await posted();
  await offerWording(by, id, better());
  const [one] = (await getWordings(by, id)).wordings;
  return { id, wording: one?.id ?? "" };
}

async function told(reader: Person): Promise<string[]> {
  const rows = await db().event.findMany({ where: { at: { gt: new Date(Date.now() - 60_000) } } });
  await tell(rows.map(({ stream, number }) => ({ stream, number })));
  return (await listNotices(reader)).items.map(({ kind, actor }) => `${kind} ${actor?.handle}`);
}

describe("offering a wording", () => {
  it("is on the record and seen by the author, by who offered it and by moderators, and the author is told", async () => {
    const { yuki, seun, signe, farid } = world.people;
    const { id } = await offered();
    expect((await eventsOf(world.thread)).at(-1)).toBe("wording.offered");
    for (const who of [yuki, seun, signe])
      expect((await getWordings(who, id)).wordings).toMatchObject([
        { ...better(), by: { handle: "seun" }, answer: null },
      ]);
    for (const who of [farid, null]) expect((await getWordings(who, id)).wordings).toEqual([]);
    expect(await told(yuki)).toContain("WORDING_OFFERED seun");
    expect((await getArgument(null, id)).claim).not.toBe(better().claim);
  });

  it("for what is not there is missing, for one's own or for what is gone is refused, as is none at all", async () => {
    const { yuki, seun, signe } = world.people;
    const id = await posted();
    expect(await refusal(offerWording(seun, NOWHERE, better()))).toBe("missing");
    expect(await refusal(offerWording(yuki, id, better()))).toBe("wording-own");
    const { claim } = await getArgument(null, id);
    expect(await refusal(offerWording(seun, id, better(claim ?? "")))).toBe("wording-same");
    await setThreadMode(signe, world.thread, { mode: "LOCKED" });
    expect(await refusal(offerWording(seun, id, better()))).toBe("thread-locked");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    await withdrawArgument(yuki, id, null);
    expect(await refusal(offerWording(seun, id, better()))).toBe("argument-gone");
  });

  it("twice is as once, and another waits for the answer to the first", async () => {
    const { seun } = world.people;
    const { id } = await offered();
    const rows = await countRows();
    await offerWording(seun, id, better());
    expect(await countRows()).toEqual(rows);
    expect(await refusal(offerWording(seun, id, better("Let it sail.")))).toBe("wording-waits");
    expect(await db().wording.count({ where: { argumentId: id } })).toBe(1);
  });
});

describe("answering one", () => {
  it("takes it as a revision that stands on the same passages and says whose wording it is, late as it may be", async () => {
    const { yuki, seun } = world.people;
    const { id, wording } = await offered();
    const before = await getArgument(null, id);
    await takeWording(yuki, wording);
    const after = await getArgument(null, id);
    expect([after.claim, after.revision]).toEqual([better().claim, 2]);
    const places = (of: typeof after) =>
      of.citations.map(({ source, version, spans }) => [source.slug, version, spans]);
    expect(places(after)).toEqual(places(before));
    const [now] = (await getHistory(null, id)).revisions;
    expect(now).toMatchObject({ occasion: "REWORDED", wordedBy: { handle: "seun" } });
    expect((await eventsOf(world.thread)).slice(-2)).toEqual(["argument.revised", "wording.taken"]);
    expect(await told(seun)).toContain("WORDING_TAKEN yuki");
    const rows = await countRows();
    await takeWording(yuki, wording);
    expect(await countRows()).toEqual(rows);
    expect(await refusal(declineWording(yuki, wording, null))).toBe("wording-answered");
  });

  it("can be put otherwise by its author again, once", async () => {
    const { yuki } = world.people;
    const { id, wording } = await offered();
    const words = (claim: string) =>
      reviseArgumentInput.parse({ claim, citations: [{ source: world.source, quote: QUOTES[0] }] });
    expect(await refusal(reviseArgument(yuki, id, words("Mine again.")))).toBe("edit-window-over");
    await takeWording(yuki, wording);
    await reviseArgument(yuki, id, words("Mine again."));
    expect(await refusal(reviseArgument(yuki, id, words("And again.")))).toBe("edit-window-over");
    const [now] = (await getHistory(null, id)).revisions;
    expect(now).toMatchObject({ occasion: "REWORDED", wordedBy: null });
  });

  it("says no with a word, which who offered it reads; twice is as once", async () => {
    const { yuki, seun } = world.people;
    const { id, wording } = await offered();
    await declineWording(yuki, wording, "Mine is exact.");
    expect((await getWordings(seun, id)).wordings[0]?.answer).toMatchObject({ taken: false, word: "Mine is exact." });
    expect((await eventsOf(world.thread)).at(-1)).toBe("wording.declined");
    expect(await told(seun)).toContain("WORDING_DECLINED yuki");
    const rows = await countRows();
    await declineWording(yuki, wording, null);
    expect(await countRows()).toEqual(rows);
    expect(await refusal(takeWording(yuki, wording))).toBe("wording-answered");
  });

  it("is the author's alone: to others it is refused, and missing where they may not even see it", async () => {
    const { seun, signe, farid } = world.people;
    const { wording } = await offered();
    for (const who of [seun, signe]) expect(await refusal(takeWording(who, wording))).toBe("author-only");
    expect(await refusal(declineWording(signe, wording, null))).toBe("author-only");
    expect(await refusal(takeWording(farid, wording))).toBe("missing");
    expect(await refusal(takeWording(farid, NOWHERE))).toBe("missing");
  });

  it("is no way round a moderator: what was let stand is looked at again, and where each is read nothing is swapped", async () => {
    const { yuki, signe } = world.people;
    const { id, wording } = await offered();
    await db().review.create({
      data: {
        id: `r${id}`.slice(0, 16),
        argumentId: id,
        revisionId: (await db().argument.findUniqueOrThrow({ where: { id } })).currentRevisionId,
        cause: "FLAG",
        verdict: "APPROVED",
        decidedAt: new Date(),
        decidedById: signe.id,
      },
    });
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    expect(await refusal(takeWording(yuki, wording))).toBe("revision-needs-review");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    await takeWording(yuki, wording);
    expect(await db().review.count({ where: { argumentId: id, cause: "EDITED", decidedAt: null } })).toBe(1);
  });

  it("and taking it at the same moment ends in one of the two", async () => {
    const { yuki } = world.people;
    const { wording } = await offered();
    const ends = await Promise.all([refusal(takeWording(yuki, wording)), refusal(declineWording(yuki, wording, null))]);
    expect(ends.toSorted()).toEqual(["done", "wording-answered"]);
  });
});

describe("the database", () => {
  it("keeps a wording as it was offered, and takes its words with those of the revision when they are redacted", async () => {
    const { mateo } = world.people;
    const { id, wording } = await offered();
    await expect(superuser.query("UPDATE wordings SET claim = 'x' WHERE id = $1", [wording])).rejects.toThrow(
      /answered_once/,
    );
    await expect(
      superuser.query(
        "UPDATE wordings SET answered_at = now(), became_id = (SELECT current_revision_id FROM arguments WHERE id = $2) WHERE id = $1",
        [wording, id],
      ),
    ).rejects.toThrow(/wording_became/);
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    await superuser.query("SELECT redact('revision', $1, 'For the test.', $2)", [currentRevisionId, mateo.id]);
    expect((await db().wording.findUniqueOrThrow({ where: { id: wording } })).claim).toMatch(/^[█\s]+$/);
  });
});
