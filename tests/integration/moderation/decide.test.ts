/** The queue, deciding, taking back, appeals. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { getArgument } from "#lib/arguments/queries/arguments";
import { db, pool } from "#lib/db";
import { claimReview } from "#lib/moderation/claim";
import { removeArgument } from "#lib/moderation/commands";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { raiseChallenge } from "#lib/moderation/commands/challenge";
import { decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { undoDecision } from "#lib/moderation/commands/undo";
import { hideFlagged } from "#lib/moderation/hiding";
import { getCase } from "#lib/moderation/queries/case";
import { getQueue } from "#lib/moderation/queries/queue";
import type { Act } from "#lib/moderation/schema";
import { search } from "#lib/search/queries";
import { setThreadMode } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { urlOf } from "../../support/databases.ts";
import { argument, countRows, eventsOf, makeWorld, refusal, type World } from "../../support/island.ts";

const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
const superuser = new pg.Client({ connectionString: urlOf(inject("postgres").superuserUrl, database) });
let world: World;
beforeAll(async () => {
  await superuser.connect();
  world = await makeWorld();
  await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
  await superuser.query("UPDATE users SET created_at = now() - interval '30 days'");
});
afterAll(() => superuser.end());

const NOWHERE = "0000000000000000";
const stateOf = async (id: string) => (await getArgument(world.people.mateo, id)).state;
const seenBy = async (id: string) => (await getArgument(null, id)).claim;

async function posted(author: Person = world.people.yuki, claim = "It should sail.") {
  return (await world.post(author, { claim })).id;
}

/** A post that waits for its first review. */
async function pending(author: Person = world.people.yuki) {
  await setThreadMode(world.people.signe, world.thread, { mode: "ALL_APPROVED" });
  const id = await posted(author);
  await setThreadMode(world.people.signe, world.thread, { mode: "OPEN" });
  return { id, ...(await openReview(id)) };
}

async function flagged(author: Person = world.people.yuki) {
  const id = await posted(author);
  await flagArgument(world.people.seun, id, { kind: "ABUSE" });
  return { id, ...(await openReview(id)) };
}

async function openReview(argumentId: string) {
  const review = await db().review.findFirstOrThrow({ where: { argumentId, decidedAt: null } });
  return { review: review.id, edition: review.edition };
}

const decide = (who: Person, { review, edition }: { review: string; edition: number }, act: Act, note?: string) =>
  decideReview(who, review, { act, edition, code: act === "APPROVE" ? null : "off-topic", note: note ?? null });

describe("deciding", () => {
  it("approves a first post: it stands, and the record says who decided and in which quality", async () => {
    const { signe } = world.people;
    const one = await pending();
    expect(await refusal(getArgument(null, one.id))).toBe("missing");
    await decide(signe, one, "APPROVE");
    expect(await stateOf(one.id)).toBe("VISIBLE");
    const event = await db().event.findFirstOrThrow({ where: { kind: "review.decided" }, orderBy: { at: "desc" } });
    expect([event.actorId, event.subjects]).toEqual([
      signe.id,
      { argument: one.id, review: one.review, role: "MODERATOR" },
    ]);
  });

  it("refuses a first post, which then never stood in the thread; the decision keeps reason, version and word", async () => {
    const one = await pending();
    await decide(world.people.signe, one, "REMOVE", "Say what it has to do with the ferry.");
    expect(await refusal(getArgument(null, one.id))).toBe("missing");
    expect(await db().review.findUnique({ where: { id: one.review } })).toMatchObject({
      verdict: "REFUSED",
      policy: 1,
      code: "off-topic",
      note: "Say what it has to do with the ferry.",
    });
    expect(await db().removal.count({ where: { argumentId: one.id } })).toBe(0);
  });

  it("removes what was reported: a tombstone with role and rule, and the reports were right", async () => {
    const one = await flagged();
    await decide(world.people.mateo, one, "REMOVE", "An unkind word: quibblefax.");
    const shown = await getArgument(null, one.id);
    expect(shown).toMatchObject({
      state: "REMOVED",
      claim: null,
      tombstone: { role: "ADMIN", code: "off-topic", policy: 1, reason: null },
    });
    expect(JSON.stringify(shown)).not.toContain("quibblefax");
    expect(await db().flag.findMany({ where: { argumentId: one.id } })).toMatchObject([{ upheld: true }]);
  });

  it("lets stand what was reported and hidden: it is back, the reports were wrong, and they hide it no more", async () => {
    const { seun, farid, leilani, signe } = world.people;
    const id = await posted();
    for (const who of [seun, farid, leilani]) await flagArgument(who, id, { kind: "SPAM" });
    await hideFlagged([{ argument: id }]);
    expect(await seenBy(id)).toBeNull();
    await decide(signe, await openReview(id), "APPROVE");
    expect(await stateOf(id)).toBe("VISIBLE");
    expect(await db().flag.count({ where: { argumentId: id, upheld: false } })).toBe(3);
    for (const who of [seun, farid, leilani]) await flagArgument(who, id, { kind: "ABUSE" });
    await hideFlagged([{ argument: id }]);
    expect(await stateOf(id)).toBe("VISIBLE");
  });

  it("hides and leaves it in the queue; sends back, and it returns when its author has mended it", async () => {
    const { signe, yuki } = world.people;
    const one = await flagged();
    await decide(signe, one, "HIDE");
    expect(await seenBy(one.id)).toBeNull();
    expect(await refusal(decide(signe, await openReview(one.id), "HIDE"))).toBe("nothing-to-hide");
    await decide(signe, await openReview(one.id), "CHANGES", "Leave the last word out.");
    const isListed = async (sieve: "returned" | null) =>
      (await getQueue(signe, { sieve })).items.some(({ id }) => id === one.review);
    expect([await isListed(null), await isListed("returned")]).toEqual([false, true]);
    const { claim, body, citations } = argument(world.source, { claim: "Mended." });
    await reviseArgument(yuki, one.id, { claim, body, citations });
    expect(await db().revision.findFirst({ where: { argumentId: one.id, ordinal: 2 } })).toMatchObject({
      occasion: "CHANGES_REQUESTED",
    });
    expect([await isListed(null), await isListed("returned")]).toEqual([true, false]);
    expect(await seenBy(one.id)).toBeNull();
    await decide(signe, await openReview(one.id), "APPROVE");
    expect(await seenBy(one.id)).toBe("Mended.");
  });

  it("of what is not there, or by somebody who is no moderator, is missing: the queue is not theirs to know of", async () => {
    const one = await flagged();
    expect(await refusal(decide(world.people.signe, { review: NOWHERE, edition: 1 }, "APPROVE"))).toBe("missing");
    expect(await refusal(decide(world.people.yuki, one, "APPROVE"))).toBe("missing");
    expect(await refusal(claimReview(world.people.seun, one.review))).toBe("missing");
    expect(await refusal(undoDecision(world.people.seun, one.review))).toBe("missing");
    expect(await refusal(getQueue(world.people.yuki))).toBe("missing");
    expect(await refusal(getQueue(null))).toBe("missing");
    expect(await refusal(getCase(world.people.yuki, one.review))).toBe("missing");
  });

  it("on one's own post is refused and not offered, by the verb, the queue and the database", async () => {
    const { signe, mateo } = world.people;
    const own = await flagged(signe);
    expect(await refusal(decide(signe, own, "APPROVE"))).toBe("own-argument");
    expect((await getQueue(signe)).items.map(({ id }) => id)).not.toContain(own.review);
    expect((await getCase(signe, own.review)).own).toBe(true);
    expect((await getQueue(mateo)).items.map(({ id }) => id)).toContain(own.review);
    const forged = db().review.update({
      where: { id: own.review },
      data: { verdict: "APPROVED", decidedById: signe.id, decidedAt: new Date() },
    });
    await expect(forged).rejects.toThrow(/judged_by_another/);
  });

  it("without a reason is refused, and with a challenge open too", async () => {
    const { signe, farid } = world.people;
    const one = await flagged();
    const bare = decideReview(signe, one.review, { act: "REMOVE", edition: one.edition, code: null, note: null });
    expect(await refusal(bare)).toBe("reason-needed");
    const [citation] = (await getArgument(null, one.id)).citations;
    await raiseChallenge(farid, citation?.id ?? "", { kind: "CLIPPED", note: "It goes on." });
    expect(await refusal(decide(signe, one, "APPROVE"))).toBe("challenges-open");
  });

  it("twice is as once; of two at once the second sees what the first did", async () => {
    const { signe, mateo } = world.people;
    const one = await flagged();
    await decide(signe, one, "REMOVE");
    const before = await countRows();
    await decide(signe, one, "REMOVE");
    expect(await countRows()).toEqual(before);
    const late = await decide(mateo, one, "APPROVE").then(
      () => null,
      (error) => error,
    );
    expect([late.code, late.values]).toEqual([
      "review-decided",
      { name: signe.name, verdict: "REFUSED", code: "off-topic" },
    ]);
    const race = await flagged();
    const outcomes = await Promise.all([
      refusal(decide(signe, race, "APPROVE")),
      refusal(decide(mateo, race, "REMOVE")),
    ]);
    expect(outcomes.filter((one) => one === "done")).toHaveLength(1);
    expect(await db().review.count({ where: { argumentId: race.id } })).toBe(1);
    expect((await getCase(mateo, race.review)).decided).not.toBeNull();
  });

  it("on what has changed since is refused, and so is what somebody else has open", async () => {
    const { signe, mateo, yuki } = world.people;
    const one = await flagged();
    const { claim, body, citations } = argument(world.source, { claim: "Swapped." });
    await reviseArgument(yuki, one.id, { claim, body, citations });
    expect(await refusal(decide(signe, one, "APPROVE"))).toBe("review-changed");
    await claimReview(mateo, one.review);
    expect(await refusal(decide(signe, await openReview(one.id), "APPROVE"))).toBe("review-claimed");
    await claimReview(signe, one.review);
    expect((await getQueue(signe)).items.find(({ id }) => id === one.review)?.claimedBy?.handle).toBe("mateo");
    await decide(mateo, await openReview(one.id), "APPROVE");
  });
});

describe("taking back", () => {
  it("opens it again as it was, for who decided, within the minutes of a slip", async () => {
    const { signe, mateo } = world.people;
    const one = await flagged();
    await decide(signe, one, "HIDE");
    await decide(signe, await openReview(one.id), "REMOVE");
    expect(await refusal(undoDecision(mateo, one.review))).toBe("undo-own");
    await undoDecision(signe, one.review);
    expect((await getArgument(null, one.id)).state).toBe("HIDDEN");
    expect(await db().flag.findMany({ where: { argumentId: one.id } })).toMatchObject([{ upheld: null }]);
    const before = await countRows();
    await undoDecision(signe, one.review);
    expect(await countRows()).toEqual(before);
    const again = await openReview(one.id);
    await decide(signe, again, "APPROVE");
    await superuser.query("SET session_replication_role = replica");
    await superuser.query("UPDATE reviews SET decided_at = decided_at - interval '11 minutes' WHERE id = $1", [
      again.review,
    ]);
    await superuser.query("SET session_replication_role = DEFAULT");
    expect(await refusal(undoDecision(signe, again.review))).toBe("undo-over");
  });

  it("of a first post that was refused or let in makes it wait again", async () => {
    const { signe } = world.people;
    for (const act of ["REMOVE", "APPROVE"] as const) {
      const one = await pending();
      await decide(signe, one, act);
      await undoDecision(signe, one.review);
      expect(await stateOf(one.id)).toBe("PENDING");
      await decide(signe, await openReview(one.id), "APPROVE");
      expect(await stateOf(one.id)).toBe("VISIBLE");
    }
  });

  it("of what was sent back lifts it where one has hidden it oneself", async () => {
    const { signe } = world.people;
    const one = await flagged();
    await decide(signe, one, "CHANGES");
    expect(await seenBy(one.id)).toBeNull();
    await undoDecision(signe, one.review);
    expect(await stateOf(one.id)).toBe("VISIBLE");
    expect((await getQueue(signe)).items.map(({ id }) => id)).toContain(one.review);
  });
});

describe("an appeal", () => {
  const removed = async () => {
    const one = await flagged();
    await decide(world.people.signe, one, "REMOVE");
    return one;
  };

  it("opens a review that somebody else decides; granted, the post is back", async () => {
    const { yuki, signe, mateo } = world.people;
    const { id } = await removed();
    await appealDecision(yuki, id, "It bears on the question.");
    const appeal = await openReview(id);
    expect((await getQueue(signe)).items.map((one) => one.id)).not.toContain(appeal.review);
    expect(await refusal(decide(signe, appeal, "APPROVE"))).toBe("appeal-own-decision");
    const open = await getCase(mateo, appeal.review);
    expect([open.appeal?.plea, open.argument.claim]).toEqual(["It bears on the question.", "It should sail."]);
    await decide(mateo, appeal, "APPROVE");
    expect(await stateOf(id)).toBe("VISIBLE");
    expect((await eventsOf(world.thread)).slice(-2)).toEqual(["review.decided", "argument.restored"]);
    const forged = db().review.update({ where: { id: appeal.review }, data: { verdict: "REFUSED" } });
    await expect(forged).rejects.toThrow(/judged_once/);
  });

  it("of a first post that was not let in, granted, lets it in", async () => {
    const { yuki, signe, mateo } = world.people;
    const one = await pending();
    await decide(signe, one, "REMOVE");
    await appealDecision(yuki, one.id, "Read it again.");
    await decide(mateo, await openReview(one.id), "APPROVE");
    expect(await seenBy(one.id)).toBe("It should sail.");
    expect(await db().review.findUnique({ where: { id: one.review } })).toMatchObject({ decidedById: signe.id });
  });

  it("refused, the decision stands, and there is no second one", async () => {
    const { yuki, mateo } = world.people;
    const { id } = await removed();
    await appealDecision(yuki, id, "It bears on the question.");
    const before = await countRows();
    await appealDecision(yuki, id, "It bears on the question.");
    expect(await countRows()).toEqual(before);
    expect(await refusal(appealDecision(yuki, id, "And again."))).toBe("appealed-already");
    await decide(mateo, await openReview(id), "REMOVE");
    expect(await stateOf(id)).toBe("REMOVED");
    expect(await refusal(appealDecision(yuki, id, "And again."))).toBe("appealed-already");
  });

  it("is the author's, within fourteen days, and of something", async () => {
    const { yuki, seun } = world.people;
    const { id } = await removed();
    expect(await refusal(appealDecision(seun, id, "No."))).toBe("author-only");
    expect(await refusal(appealDecision(yuki, NOWHERE, "No."))).toBe("missing");
    expect(await refusal(appealDecision(yuki, await posted(), "No."))).toBe("nothing-to-appeal");
    const other = await pending();
    expect(await refusal(appealDecision(seun, other.id, "No."))).toBe("missing");
    await superuser.query("UPDATE removals SET removed_at = removed_at - interval '15 days' WHERE argument_id = $1", [
      id,
    ]);
    expect(await refusal(appealDecision(yuki, id, "No."))).toBe("appeal-too-late");
  });

  it("against what was removed at once, too, is not decided by who removed it", async () => {
    const { yuki, signe } = world.people;
    const id = await posted();
    await removeArgument(signe, id, { code: "off-topic", note: null });
    await appealDecision(yuki, id, "Why?");
    const { review } = await openReview(id);
    const forged = db().review.update({
      where: { id: review },
      data: { verdict: "REFUSED", decidedById: signe.id, decidedAt: new Date() },
    });
    await expect(forged).rejects.toThrow(/appeal_by_another/);
  });
});

describe("the queue", () => {
  it("has one row for each post with all that is said of it, the oldest first, in five queries however much waits", async () => {
    const { signe, seun, farid, yuki } = world.people;
    const id = await posted(yuki, "Many say things of this ferry.");
    await flagArgument(seun, id, { kind: "ABUSE", note: "canarynote" });
    await flagArgument(farid, id, { kind: "SPAM" });
    for (let i = 0; i < 30; i += 1) await flagArgument(seun, await posted(yuki, `Post ${i}.`), { kind: "OTHER" });
    const asked = vi.spyOn(pool(), "query");
    const { items } = await getQueue(signe);
    const row = items.filter((item) => item.argument.id === id);
    expect(row).toMatchObject([{ flags: 2, cause: "FLAG" }]);
    expect(items.map(({ openedAt }) => openedAt)).toEqual(items.map(({ openedAt }) => openedAt).sort());
    const open = await getCase(signe, row[0]?.id ?? "");
    expect(open.flags.map(({ kind, count }) => [kind, count])).toEqual([
      ["ABUSE", 1],
      ["SPAM", 1],
    ]);
    expect(JSON.stringify(open)).toContain("canarynote");
    for (const who of [seun, farid]) expect(JSON.stringify(open)).not.toContain(who.handle);
    expect(open.passages[0]?.paragraphs.map(({ cited }) => cited)).toEqual([true, false]);
    expect(open.record.posted).toBeGreaterThan(30);
    // The fifth says who is looking.
    expect(asked.mock.calls.length).toBe(4);
    asked.mockRestore();
  }, 30_000);

  it("is narrowed by kind and thread", async () => {
    const { signe } = world.people;
    const one = await pending();
    const firsts = (await getQueue(signe, { sieve: "first" })).items;
    expect(firsts.map(({ id }) => id)).toContain(one.review);
    expect(new Set(firsts.map(({ cause }) => cause))).toEqual(new Set(["MODE"]));
    expect((await getQueue(signe, { thread: "elsewhere" })).total).toBe(0);
    expect((await getQueue(signe, { sieve: "flagged" })).items.every(({ flags }) => flags > 0)).toBe(true);
  });
});

describe("what is hidden or removed", () => {
  it("is found by nobody in the search", async () => {
    const { signe, yuki } = world.people;
    const id = await posted(yuki, "The ferry is a gallimaufrite.");
    await flagArgument(world.people.seun, id, { kind: "ABUSE" });
    expect((await search(null, { q: "gallimaufrite" })).total).toBe(1);
    await decide(signe, await openReview(id), "HIDE");
    for (const who of [null, yuki, signe]) expect((await search(who, { q: "gallimaufrite" })).total).toBe(0);
  });
});
