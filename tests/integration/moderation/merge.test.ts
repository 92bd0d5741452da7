/** Merging what says the same: words, authors and ratings stay, and it can be taken back. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { endLink, startLink } from "#lib/arguments/commands/link";
import { moveArgument } from "#lib/arguments/commands/move";
import { postArgument } from "#lib/arguments/commands/post";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument, getHistory } from "#lib/arguments/queries/arguments";
import { getFocus, getOutline } from "#lib/arguments/queries/outline";
import { listTakenIn } from "#lib/arguments/queries/taken-in";
import { getThread } from "#lib/arguments/queries/threads";
import { reviseArgumentInput } from "#lib/arguments/schema";
import { db } from "#lib/db";
import { decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { mergeArgument, unmergeArgument } from "#lib/moderation/commands/merge";
import { undoDecision } from "#lib/moderation/commands/undo";
import { getCase } from "#lib/moderation/queries/case";
import { getLog } from "#lib/moderation/queries/log";
import { getMerging } from "#lib/moderation/queries/merging";
import { tell } from "#lib/notices/fan-out";
import { listNotices } from "#lib/notices/queries";
import { search } from "#lib/search/queries";
import { openThread } from "#lib/threads/commands";
import type { Person } from "#lib/users/viewer";
import { rateLink } from "#lib/weighing/commands/rate";
import { listCounts } from "#lib/weighing/queries";
import { argument, countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

// Whole stories: each posts, weighs and judges many times.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const NOWHERE = "0000000000000000";
const into = (id: string, note: string | null = null) => ({ into: id, note });
const stateOf = async (id: string) => (await getArgument(null, id)).state;
const linksOf = async (id: string) => (await getArgument(null, id)).links;
const linkOf = async (id: string) => (await linksOf(id))[0]?.id ?? "";
const to = (parent: string | null, stance: "PRO" | "CON" = "PRO") =>
  ({ parent, stance, target: "CLAIM", concession: false }) as const;

/** The first of Yuki, and what says the same by Seun, answered by Tomasz. */
async function pair(claim = "It should sail on every day.") {
  const { yuki, seun, tomasz } = world.people;
  const stays = await world.post(yuki, { claim });
  const goes = await world.post(seun, { claim, citations: [{ source: world.source, quote: QUOTES[1] }] });
  const answer = await world.post(tomasz, { parent: goes.id, stance: "CON" });
  return { stays: stays.id, goes: goes.id, answer: answer.id };
}

async function told(reader: Person): Promise<string[]> {
  const rows = await db().event.findMany({ orderBy: [{ stream: "asc" }, { number: "asc" }] });
  await tell(rows.map(({ stream, number }) => ({ stream, number })));
  return (await listNotices(reader)).items.map(({ kind, argument: { number }, code }) => `${kind} ${number} ${code}`);
}

describe("merging", () => {
  it("leaves the words, the author and the citations of what is merged, in one act that is on the record", async () => {
    const { signe, seun } = world.people;
    const { stays, goes } = await pair();
    const before = await getArgument(null, goes);
    await mergeArgument(signe, goes, into(stays, "Word for word."));
    const after = await getArgument(null, goes);
    expect([after.state, after.claim, after.citations]).toEqual(["MERGED", null, []]);
    expect(after.tombstone).toMatchObject({ role: "MODERATOR", reason: "Word for word.", into: { id: stays } });
    expect((await eventsOf(world.thread)).at(-1)).toBe("argument.merged");
    const [taken] = await listTakenIn(null, stays);
    expect(taken).toMatchObject({ claim: before.claim, author: { handle: seun.handle }, citations: before.citations });
    expect((await getHistory(null, goes)).revisions.map(({ claim }) => claim)).toEqual([before.claim]);
  });

  it("of what is not there is missing, and what it goes into must be there, of the same thread, and another", async () => {
    const { signe, naledi } = world.people;
    const { stays, goes } = await pair();
    expect(await refusal(mergeArgument(signe, NOWHERE, into(stays)))).toBe("missing");
    expect(await refusal(mergeArgument(signe, goes, into(NOWHERE)))).toBe("merge-unknown");
    expect(await refusal(mergeArgument(signe, goes, into(goes)))).toBe("merge-itself");
    const raisedBy = { source: world.source, quote: QUOTES[2] };
    const { slug } = await openThread(naledi, { question: `Elsewhere, ${goes}?`, raisedBy }, { mode: "OPEN" });
    const other = await postArgument(naledi, slug, argument(world.source));
    expect(await refusal(mergeArgument(signe, goes, into(other.id)))).toBe("merge-elsewhere");
    expect(await stateOf(goes)).toBe("VISIBLE");
  });

  it("is a moderator's, and never of one's own nor into one's own", async () => {
    const { signe, yuki, seun } = world.people;
    const { stays, goes } = await pair();
    for (const who of [yuki, seun])
      expect(await refusal(mergeArgument(who, goes, into(stays)))).toBe("moderators-only");
    const mine = (await world.post(signe)).id;
    expect(await refusal(mergeArgument(signe, mine, into(stays)))).toBe("own-argument");
    expect(await refusal(mergeArgument(signe, goes, into(mine)))).toBe("own-argument");
    expect((await getMerging(signe, mine, {})).verdict).toMatchObject({ code: "own-argument" });
    expect((await getMerging(yuki, goes, {})).verdict).toMatchObject({ code: "moderators-only" });
  });

  it("twice is as once, and into something else is refused", async () => {
    const { signe } = world.people;
    const [{ stays, goes }, other] = [await pair(), await pair()];
    await mergeArgument(signe, goes, into(stays));
    const rows = await countRows();
    await mergeArgument(signe, goes, into(stays));
    expect(await countRows()).toEqual(rows);
    expect(await refusal(mergeArgument(signe, goes, into(other.stays)))).toBe("merge-gone");
    expect(await refusal(mergeArgument(signe, other.goes, into(goes)))).toBe("merge-gone");
  });

  it("by two at once is one merge", async () => {
    const { signe, mateo } = world.people;
    const { stays, goes } = await pair();
    const done = await Promise.all([signe, mateo].map((who) => refusal(mergeArgument(who, goes, into(stays)))));
    expect(done).toEqual(["done", "done"]);
    expect(await db().merge.count({ where: { argumentId: goes } })).toBe(1);
  });

  it("takes the answers along: their links end and go on as links of the same authors, with what they aim at", async () => {
    const { signe, tomasz, naledi } = world.people;
    const { stays, goes, answer } = await pair();
    const [{ id: passage } = { id: "" }] = (await getArgument(null, goes)).citations;
    const evidence = await world.post(naledi, {
      parent: goes,
      stance: "CON",
      target: "EVIDENCE",
      targetCitation: passage,
    });
    const step = await world.post(naledi, {
      parent: goes,
      stance: "CON",
      target: "RELEVANCE",
      targetLink: await linkOf(goes),
    });
    await mergeArgument(signe, goes, into(stays));
    expect(await linksOf(answer)).toMatchObject([{ parent: stays, stance: "CON", target: "CLAIM" }]);
    // The other stands on other words, but answers the same.
    expect(await linksOf(evidence.id)).toMatchObject([{ parent: stays, target: "CLAIM" }]);
    expect(await linksOf(step.id)).toMatchObject([
      { parent: stays, target: "RELEVANCE", targetLink: await linkOf(stays) },
    ]);
    const rows = await db().link.findMany({ where: { childId: answer }, orderBy: { startedAt: "asc" } });
    expect(rows.map(({ endedReason, authorId }) => [endedReason, authorId])).toEqual([
      ["merged", tomasz.id],
      [null, tomasz.id],
    ]);
    const focus = await getFocus(null, stays);
    expect(focus.columns.CON.shown.map(({ argument: { id } }) => id)).toEqual([answer, evidence.id, step.id]);
  });

  it("lets the other stand wherever the merged one stood, but under itself", async () => {
    const { signe, naledi } = world.people;
    const { stays, goes } = await pair();
    const elsewhere = await world.post(naledi);
    await startLink(world.people.seun, { child: goes, ...to(elsewhere.id, "CON") });
    await mergeArgument(signe, goes, into(stays));
    expect((await linksOf(stays)).map(({ parent, stance }) => [parent, stance])).toEqual([
      [null, "PRO"],
      [elsewhere.id, "CON"],
    ]);
    const [upper, lower] = [await world.post(naledi), await world.post(world.people.seun)];
    await moveArgument(world.people.seun, await linkOf(lower.id), to(upper.id));
    await mergeArgument(signe, lower.id, into(upper.id));
    expect((await linksOf(upper.id)).map(({ parent }) => parent)).toEqual([null]);
    expect(await refusal(mergeArgument(signe, elsewhere.id, into(stays)))).toBe("merge-below");
  });

  it("of two that stand on different sides of the same thing is refused", async () => {
    const { signe, yuki, seun } = world.people;
    const [pro, con] = [await world.post(yuki), await world.post(seun, { stance: "CON" })];
    expect(await refusal(mergeArgument(signe, con.id, into(pro.id)))).toBe("merge-sides");
  });

  it("leaves what is merged out of counts, search, sides and answers, and out of what can be answered or changed", async () => {
    const { signe, seun, naledi } = world.people;
    const { stays, goes } = await pair("A canarymerged says it.");
    const count = async () => (await getThread(null, world.thread)).counts.arguments;
    const before = await count();
    await mergeArgument(signe, goes, into(stays));
    expect(await count()).toBe(before - 1);
    expect((await search(null, { q: "canarymerged" })).total).toBe(1);
    const outline = await getOutline(null, world.thread);
    expect(outline.sides.PRO + outline.sides.CON).toBe(before - 1);
    expect(await refusal(world.post(naledi, { parent: goes }))).toBe("parent-merged");
    const words = reviseArgumentInput.parse({
      claim: "Other words.",
      citations: [{ source: world.source, quote: QUOTES[0] }],
    });
    expect(await refusal(reviseArgument(seun, goes, words))).toBe("argument-merged");
    expect(await refusal(startLink(seun, { child: goes, ...to(stays) }))).toBe("argument-gone");
    expect(await refusal(rateLink(naledi, await linkOf(goes), 2))).toBe("argument-gone");
    await flagArgument(naledi, goes, { kind: "ABUSE" });
  });

  it("tells both authors, who answered, and who weighed it; a rating is counted once, where it was given", async () => {
    const { signe, yuki, seun, tomasz, farid, leilani, naledi } = world.people;
    const { stays, goes, answer } = await pair();
    const numbers = new Map((await getThread(null, world.thread)).arguments.map(({ id, number }) => [id, number]));
    const [up, down] = [numbers.get(stays), numbers.get(goes)];
    const link = await linkOf(goes);
    for (const who of [farid, leilani, naledi]) await rateLink(who, link, 3);
    await rateLink(naledi, await linkOf(stays), 1);
    await mergeArgument(signe, goes, into(stays));
    expect(await told(seun)).toContain(`MERGED ${down} ${up}`);
    expect(await told(yuki)).toContain(`TOOK_IN ${up} ${down}`);
    expect(await told(tomasz)).toContain(`CARRIED ${numbers.get(answer)} ${up}`);
    expect(await told(farid)).toContain(`RATE_AGAIN ${up} 3`);
    expect((await told(naledi)).filter((line) => line.startsWith("RATE_AGAIN"))).toEqual([]);
    const counts = await listCounts((await db().thread.findUniqueOrThrow({ where: { slug: world.thread } })).id);
    expect([counts.get(await linkOf(stays)), counts.get(link)?.[3]]).toEqual([undefined, 3]);
    const { entries } = await getLog({ act: "merged", thread: null, code: null, page: 1 });
    expect(entries[0]).toMatchObject({ act: "merged", role: "MODERATOR", argument: { id: goes } });
  });
});

describe("taking a merge back", () => {
  it("puts everything back as it was: state, places, answers and their ratings, and the record says so", async () => {
    const { signe, mateo, farid, leilani, yuki } = world.people;
    const { stays, goes, answer } = await pair();
    const old = await linkOf(answer);
    for (const who of [farid, leilani, yuki]) await rateLink(who, old, 4);
    const seen = async () => {
      const all = [await getArgument(null, stays), await getArgument(null, goes), await getArgument(null, answer)];
      return JSON.stringify([all, (await getFocus(null, answer)).link.ratings]);
    };
    const before = await seen();
    await mergeArgument(signe, goes, into(stays));
    const carried = await linkOf(answer);
    expect((await getFocus(null, answer)).link.ratings).toEqual([0, 0, 0, 0, 0]);
    await unmergeArgument(mateo, goes);
    expect(await seen()).toBe(before);
    expect((await eventsOf(world.thread)).at(-1)).toBe("argument.unmerged");
    expect(await db().link.findUniqueOrThrow({ where: { id: carried } })).toMatchObject({ endedReason: "unmerged" });
    const rows = await countRows();
    await unmergeArgument(mateo, goes);
    expect(await countRows()).toEqual(rows);
  });

  it("is a moderator's, and its author's once what it went into stands no more", async () => {
    const { signe, yuki, seun } = world.people;
    const { stays, goes } = await pair();
    await mergeArgument(signe, goes, into(stays));
    expect(await refusal(unmergeArgument(signe, NOWHERE))).toBe("missing");
    for (const who of [seun, yuki]) expect(await refusal(unmergeArgument(who, goes))).toBe("moderators-only");
    await withdrawArgument(yuki, stays, null);
    expect((await getMerging(seun, goes, {})).verdict.ok).toBe(true);
    await unmergeArgument(seun, goes);
    expect(await stateOf(goes)).toBe("VISIBLE");
  });

  it("leaves what has left for elsewhere since where it went, and what was said under the other there", async () => {
    const { signe, tomasz, naledi } = world.people;
    const { stays, goes, answer } = await pair();
    const other = await world.post(naledi);
    await mergeArgument(signe, goes, into(stays));
    const later = await world.post(naledi, { parent: stays, stance: "CON" });
    await moveArgument(tomasz, await linkOf(answer), to(other.id, "CON"));
    await unmergeArgument(signe, goes);
    expect((await linksOf(answer)).map(({ parent }) => parent)).toEqual([other.id]);
    expect((await linksOf(later.id)).map(({ parent }) => parent)).toEqual([stays]);
  });

  it("is refused where something said since would lose what it answers", async () => {
    const { signe, mateo, yuki, seun, naledi } = world.people;
    const { stays, goes, answer } = await pair();
    const elsewhere = await world.post(naledi);
    await startLink(seun, { child: goes, ...to(elsewhere.id) });
    await mergeArgument(signe, goes, into(stays));
    const step = await linkOf(answer);
    const later = await world.post(naledi, { parent: answer, stance: "CON", target: "RELEVANCE", targetLink: step });
    expect(await refusal(unmergeArgument(mateo, goes))).toBe("unmerge-answered");
    await withdrawArgument(naledi, later.id, null);
    await endLink(yuki, await linkOf(stays), "Not here.");
    expect(await refusal(unmergeArgument(mateo, goes))).toBe("unmerge-places");
    const third = await pair();
    const merged = await pair();
    await mergeArgument(signe, merged.goes, into(merged.stays));
    await mergeArgument(signe, merged.stays, into(third.stays));
    expect((await listTakenIn(null, third.stays)).map(({ id }) => id)).toEqual([merged.stays, merged.goes]);
    expect(await refusal(unmergeArgument(mateo, merged.goes))).toBe("unmerge-carried");
    await unmergeArgument(mateo, merged.stays);
    await unmergeArgument(mateo, merged.goes);
  });
});

describe("in the queue", () => {
  it("what waits is let stand as part of the one that was chosen, and undone with the decision", async () => {
    const { signe, naledi } = world.people;
    const { stays, goes } = await pair("Every island needs its boat on Sundays.");
    await flagArgument(naledi, goes, { kind: "OTHER" });
    const review = await db().review.findFirstOrThrow({ where: { argumentId: goes, decidedAt: null } });
    expect((await getCase(signe, review.id)).near.map(({ id }) => id)).toContain(stays);
    const decision = { act: "MERGE", edition: review.edition, note: null } as const;
    expect(await refusal(decideReview(signe, review.id, decision))).toBe("merge-needs-into");
    expect(await refusal(decideReview(signe, review.id, { ...decision, into: NOWHERE }))).toBe("merge-unknown");
    expect((await db().review.findUniqueOrThrow({ where: { id: review.id } })).decidedAt).toBeNull();
    await decideReview(signe, review.id, { ...decision, into: stays });
    expect(await stateOf(goes)).toBe("MERGED");
    await undoDecision(signe, review.id);
    expect(await stateOf(goes)).toBe("VISIBLE");
    expect(await db().review.count({ where: { argumentId: goes, decidedAt: null } })).toBe(1);
  });
});
