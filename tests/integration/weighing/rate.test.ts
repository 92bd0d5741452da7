import { beforeAll, describe, expect, it } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { setThreadMode } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { rateLink, retractRating } from "#lib/weighing/commands/rate";
import { getRated, listCounts, listImpacts, listOwn } from "#lib/weighing/queries";
import { countRows, eventsOf, makeWorld, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const NOWHERE = "0000000000000000";
const asAnswer = (parent: string | null) => ({ parent, stance: "PRO", target: "CLAIM", concession: false }) as const;
const ratings = () => db().rating.count();
const last = async () => (await eventsOf(world.thread)).at(-1);

/** A fresh argument of somebody's, and its one link. */
async function posted(author: Person = world.people.yuki, parent: string | null = null) {
  const { id } = await world.post(author, { parent });
  const [link] = (await getArgument(author, id)).links;
  return { id, link: link?.id ?? "" };
}

describe("rating", () => {
  it("is kept, and the record says that it happened but not by whom", async () => {
    const { seun } = world.people;
    const { link } = await posted();
    await rateLink(seun, link, 3);
    expect((await getRated(seun, link)).own).toBe(3);
    expect(await last()).toBe("link.rated");
    const event = await db().event.findFirstOrThrow({ where: { kind: "link.rated" }, orderBy: { number: "desc" } });
    expect([event.actorId, event.subjects]).toEqual([null, { link }]);
  });

  it("of what is not there is missing, and so is what one may not see", async () => {
    const { yuki, seun, signe } = world.people;
    expect(await refusal(rateLink(seun, NOWHERE, 3))).toBe("missing");
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const { link } = await posted(yuki);
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect(await refusal(rateLink(seun, link, 3))).toBe("missing");
    expect(await refusal(getRated(seun, link))).toBe("missing");
    expect(await refusal(rateLink(signe, link, 3))).toBe("argument-gone");
  });

  it("of one's own argument is refused, and so is what is gone, has ended, or is locked", async () => {
    const { yuki, seun, signe } = world.people;
    const before = await ratings();
    const own = await posted();
    expect(await refusal(rateLink(yuki, own.link, 4))).toBe("rating-own");
    const withdrawn = await posted();
    await withdrawArgument(yuki, withdrawn.id, null);
    expect(await refusal(rateLink(seun, withdrawn.link, 4))).toBe("argument-gone");
    const removed = await posted();
    await removeArgument(signe, removed.id, { code: "off-topic", note: null });
    expect(await refusal(rateLink(seun, removed.link, 4))).toBe("argument-gone");
    const second = await startLink(yuki, { child: own.id, ...asAnswer((await posted(seun)).id) });
    await endLink(yuki, own.link, "Not here.");
    expect(await refusal(rateLink(seun, own.link, 4))).toBe("rating-ended");
    await setThreadMode(signe, world.thread, { mode: "LOCKED" });
    expect(await refusal(rateLink(seun, second.id, 4))).toBe("thread-locked");
    expect(await refusal(retractRating(seun, second.id))).toBe("thread-locked");
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect(await ratings()).toBe(before);
  });

  it("twice is as once, and said otherwise replaces what was said", async () => {
    const { seun } = world.people;
    const { link } = await posted();
    await rateLink(seun, link, 3);
    const before = await countRows();
    await rateLink(seun, link, 3);
    expect(await countRows()).toEqual(before);
    await rateLink(seun, link, 0);
    expect(await db().rating.findMany({ where: { linkId: link }, select: { impact: true } })).toEqual([{ impact: 0 }]);
  });

  it("by one person twenty times at once is one rating", async () => {
    const { seun } = world.people;
    const { link } = await posted();
    await Promise.all(Array.from({ length: 20 }, (_, i) => rateLink(seun, link, i % 5)));
    expect(await db().rating.count({ where: { linkId: link } })).toBe(1);
  });

  it("changed and retracted at once by many ends with what is there", async () => {
    const { seun, farid, leilani } = world.people;
    const { link } = await posted();
    const acts = [seun, farid, leilani].flatMap((who) => [
      rateLink(who, link, 4),
      retractRating(who, link),
      rateLink(who, link, 1),
      retractRating(who, link),
      rateLink(who, link, 2),
    ]);
    await Promise.all(acts);
    for (const who of [seun, farid]) await rateLink(who, link, 2);
    await retractRating(leilani, link);
    await rateLink(leilani, link, 4);
    const stored = await db().rating.count({ where: { linkId: link } });
    const shown = (await listImpacts([link])).get(link);
    expect([shown?.ratings, shown?.counts]).toEqual([stored, [0, 0, 2, 0, 1]]);
  });

  it("is refused by the database itself where a verb would be passed by", async () => {
    const { yuki, seun } = world.people;
    const { id, link } = await posted();
    const insert = (who: Person, impact: number, of = link) =>
      db().rating.create({ data: { linkId: of, personId: who.id, impact }, select: { impact: true } });
    await expect(insert(yuki, 2)).rejects.toThrow(/rating_of_another/);
    await expect(insert(seun, 5)).rejects.toThrow(/rating_impact/);
    await insert(seun, 4);
    const moved = await moveArgument(yuki, link, asAnswer((await posted(seun)).id));
    const change = db().rating.update({
      where: { linkId_personId: { linkId: link, personId: seun.id } },
      data: { impact: 1 },
    });
    await expect(change).rejects.toThrow(/rating_of_a_living_link/);
    await withdrawArgument(yuki, id, null);
    await expect(insert(seun, 2, moved.id)).rejects.toThrow(/rating_of_what_stands/);
  });
});

describe("retracting a rating", () => {
  it("takes it out and is on the record; twice is as once, and of nothing there is nothing to take", async () => {
    const { seun, farid } = world.people;
    const { link } = await posted();
    await rateLink(seun, link, 3);
    await retractRating(seun, link);
    expect((await getRated(seun, link)).own).toBeNull();
    expect(await last()).toBe("link.rating_retracted");
    const before = await countRows();
    await retractRating(seun, link);
    await retractRating(farid, link);
    expect(await countRows()).toEqual(before);
    expect(await refusal(retractRating(seun, NOWHERE))).toBe("missing");
  });
});

describe("what is shown of ratings", () => {
  it("is nothing until three have rated, then how often each impact was given", async () => {
    const { seun, farid, leilani } = world.people;
    const { link } = await posted();
    await rateLink(seun, link, 4);
    await rateLink(farid, link, 1);
    expect((await getRated(null, link)).impact).toBeNull();
    await rateLink(leilani, link, 4);
    expect((await getRated(null, link)).impact).toEqual({ counts: [0, 1, 0, 0, 2], ratings: 3, mean: 3 });
    expect((await listOwn(farid, world.thread)).find((own) => own.link === link)?.impact).toBe(1);
    expect(await listOwn(null, world.thread)).toEqual([]);
  });

  it("can be what certain people say alone, if they are three", async () => {
    const { seun, farid, leilani, tomasz } = world.people;
    const { link } = await posted();
    const people = [seun, farid, leilani];
    const { id } = await db().thread.findUniqueOrThrow({ where: { slug: world.thread }, select: { id: true } });
    await Promise.all([seun, farid].map((person) => rateLink(person, link, 4)));
    expect((await listCounts(id)).get(link)).toBeUndefined();
    await Promise.all([leilani, tomasz].map((person) => rateLink(person, link, 0)));
    expect((await listCounts(id)).get(link)).toEqual([2, 0, 0, 0, 2]);
    const ids = people.map((person) => person.id);
    expect((await listCounts(id, ids)).get(link)).toEqual([1, 0, 0, 0, 2]);
    expect((await listCounts(id, ids.slice(1))).get(link)).toBeUndefined();
  });
});
