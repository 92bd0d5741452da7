/** Whose argument was merged away may have that looked at by somebody else, as of any other decision. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getFocus } from "#lib/arguments/queries/outline";
import { reviseArgumentInput } from "#lib/arguments/schema";
import { db } from "#lib/db";
import { appealDecision } from "#lib/moderation/commands/appeal";
import { decideReview } from "#lib/moderation/commands/decide";
import { flagArgument } from "#lib/moderation/commands/flag";
import { mergeArgument, unmergeArgument } from "#lib/moderation/commands/merge";
import { undoDecision } from "#lib/moderation/commands/undo";
import { getCase } from "#lib/moderation/queries/case";
import { getDueProcess } from "#lib/moderation/queries/due-process";
import { getLog } from "#lib/moderation/queries/log";
import { getQueue } from "#lib/moderation/queries/queue";
import { tell } from "#lib/notices/fan-out";
import { listNotices } from "#lib/notices/queries";
import type { Person } from "#lib/users/viewer";
import { rateLink } from "#lib/weighing/commands/rate";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

// Whole stories: each posts, merges and judges many times.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const stateOf = async (id: string) => (await getArgument(null, id)).state;
const linkOf = async (id: string) => (await getArgument(null, id)).links[0]?.id ?? "";
const appealOf = (argumentId: string) =>
  db().review.findFirstOrThrow({
    where: { argumentId, cause: "APPEAL", decidedAt: null },
    select: { id: true, edition: true },
  });

/** What Seun said and Signe merged into the same by Yuki, answered by Tomasz. */
async function merged() {
  const { yuki, seun, tomasz, signe } = world.people;
  const claim = "It should sail on every day.";
  const stays = await world.post(yuki, { claim });
  const goes = await world.post(seun, { claim, citations: [{ source: world.source, quote: QUOTES[1] }] });
  const answer = await world.post(tomasz, { parent: goes.id, stance: "CON" });
  const before = await seen([stays.id, goes.id, answer.id]);
  await mergeArgument(signe, goes.id, { into: stays.id, note: "Word for word." });
  return { stays: stays.id, goes: goes.id, answer: answer.id, before };
}

/** Each as it is read, and what stands around it. */
const seen = (ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { above, columns, link, places } = await getFocus(null, id);
      return [await getArgument(null, id), above, columns, link, places];
    }),
  );

const hear = async (viewer: Person, argumentId: string, act: "APPROVE" | "REMOVE", note: string | null = null) => {
  const { id, edition } = await appealOf(argumentId);
  await decideReview(viewer, id, { act, edition, code: null, note });
  return id;
};

async function told(reader: Person): Promise<string[]> {
  const rows = await db().event.findMany({ orderBy: [{ stream: "asc" }, { number: "asc" }] });
  await tell(rows.map(({ stream, number }) => ({ stream, number })));
  return (await listNotices(reader)).items.map(({ kind, argument, code }) => `${kind} ${argument.id} ${code}`);
}

describe("an appeal of a merge", () => {
  it("is its author's alone, once, within fourteen days, and is on the record", async () => {
    const { yuki, seun, signe } = world.people;
    const { goes, stays } = await merged();
    expect(await getDueProcess(seun, goes)).toMatchObject({
      what: "merge",
      word: "Word for word.",
      verdict: { ok: true },
    });
    expect(await refusal(appealDecision(yuki, goes, "Mine."))).toBe("author-only");
    expect(await refusal(appealDecision(yuki, stays, "Mine."))).toBe("nothing-to-appeal");
    expect(await refusal(appealDecision(seun, "0000000000000000", "Mine."))).toBe("missing");
    await appealDecision(seun, goes, "They do not say the same.");
    expect((await eventsOf(world.thread)).at(-1)).toBe("review.opened");
    const rows = await countRows();
    await appealDecision(seun, goes, "They do not say the same.");
    expect(await countRows()).toEqual(rows);
    expect(await refusal(appealDecision(seun, goes, "Really not."))).toBe("appealed-already");

    const late = await world.post(seun);
    await mergeArgument(signe, late.id, { into: stays, note: null }, { at: new Date(Date.now() - 15 * 86_400_000) });
    expect(await refusal(appealDecision(seun, late.id, "At last."))).toBe("appeal-too-late");
  });

  it("is heard by somebody else than who merged, and not by who wrote what it went into", async () => {
    const { seun, signe, mateo } = world.people;
    const { goes, stays } = await merged();
    await appealDecision(seun, goes, "They do not say the same.");
    const { id, edition } = await appealOf(goes);
    const decision = { act: "APPROVE", edition, code: null, note: null } as const;
    const waits = async (who: Person) => (await getQueue(who)).items.some((item) => item.id === id);
    expect([await waits(signe), await waits(mateo)]).toEqual([false, true]);
    expect(await getCase(mateo, id)).toMatchObject({
      own: false,
      appeal: { plea: "They do not say the same.", into: { id: stays, note: "Word for word.", undone: false } },
    });
    expect((await getCase(signe, id)).own).toBe(true);
    expect(await refusal(decideReview(signe, id, decision))).toBe("appeal-own-decision");
    expect(await refusal(decideReview(seun, id, decision))).toBe("missing");
    const forged = db().review.update({
      where: { id },
      data: { verdict: "REFUSED", decidedById: signe.id, decidedAt: new Date() },
    });
    await expect(forged).rejects.toThrow(/appeal_by_another/);

    const own = await world.post(mateo);
    const other = await world.post(seun);
    await mergeArgument(signe, other.id, { into: own.id, note: null });
    await appealDecision(seun, other.id, "Not his.");
    const second = await appealOf(other.id);
    expect((await getQueue(mateo)).items.map((item) => item.id)).not.toContain(second.id);
    expect(await refusal(decideReview(mateo, second.id, decision))).toBe("own-argument");
    const byAuthor = db().review.update({
      where: { id: second.id },
      data: { verdict: "REFUSED", decidedById: mateo.id, decidedAt: new Date() },
    });
    await expect(byAuthor).rejects.toThrow(/appeal_by_another/);
  });

  it("granted undoes the merge exactly, and tells its author; it stands in the log", async () => {
    const { seun, mateo, naledi } = world.people;
    const { goes, stays, answer, before } = await merged();
    await appealDecision(seun, goes, "They do not say the same.");
    await hear(mateo, goes, "APPROVE", "Indeed not.");
    expect(await seen([stays, goes, answer])).toEqual(before);
    expect((await eventsOf(world.thread)).slice(-2)).toEqual(["review.decided", "argument.unmerged"]);
    expect(await told(seun)).toContain(`UNMERGED ${goes} null`);
    const { entries } = await getLog({ act: "granted", thread: null, code: null, page: 1 });
    expect(entries[0]).toMatchObject({ act: "granted", argument: { id: goes } });
    expect((await getDueProcess(seun, goes)).what).toBeNull();
    // What was weighed counts again.
    await rateLink(naledi, await linkOf(goes), 2);
  });

  it("refused leaves it merged, says so to its author, and is the last word", async () => {
    const { seun, mateo } = world.people;
    const { goes } = await merged();
    await appealDecision(seun, goes, "They do not say the same.");
    await hear(mateo, goes, "REMOVE", "They do.");
    expect(await stateOf(goes)).toBe("MERGED");
    expect(await told(seun)).toContain(`APPEAL_REFUSED ${goes} merged`);
    expect((await getDueProcess(seun, goes)).appeal).toMatchObject({ granted: false, word: "They do." });
    expect(await refusal(appealDecision(seun, goes, "Once more."))).toBe("appealed-already");
  });

  it("waits beside the reports of its conduct, and neither settles the other", async () => {
    const { seun, mateo, naledi, signe } = world.people;
    const { goes } = await merged();
    await flagArgument(naledi, goes, { kind: "ABUSE" });
    await appealDecision(seun, goes, "They do not say the same.");
    expect(await db().review.count({ where: { argumentId: goes, decidedAt: null } })).toBe(2);
    await hear(mateo, goes, "REMOVE");
    expect(await db().flag.findFirstOrThrow({ where: { argumentId: goes } })).toMatchObject({ upheld: null });
    const reported = await db().review.findFirstOrThrow({ where: { argumentId: goes, decidedAt: null } });
    const { id, edition } = reported;
    await decideReview(signe, id, { act: "APPROVE", edition, code: null, note: null });
    expect(await db().flag.findFirstOrThrow({ where: { argumentId: goes } })).toMatchObject({ upheld: false });
    expect(await stateOf(goes)).toBe("MERGED");
  });

  it("leaves a later merge alone where the one it is against was taken back meanwhile", async () => {
    const { seun, signe, mateo, yuki } = world.people;
    const { goes, stays } = await merged();
    await appealDecision(seun, goes, "They do not say the same.");
    await unmergeArgument(signe, goes);
    const { id } = await appealOf(goes);
    expect((await getCase(mateo, id)).appeal?.into?.undone).toBe(true);
    const third = await world.post(yuki);
    await mergeArgument(signe, goes, { into: third.id, note: null });
    await hear(mateo, goes, "APPROVE");
    expect((await getArgument(null, goes)).tombstone?.into?.id).toBe(third.id);
    expect(stays).not.toBe(third.id);
    // Of the later one there is an appeal of its own.
    await appealDecision(seun, goes, "Nor that.");
  });

  it("does not stand in the way of who merged in the queue and takes that back, nor hide a later change", async () => {
    const { seun, signe, naledi, yuki } = world.people;
    const claim = "Every island needs its boat on Mondays.";
    const stays = await world.post(yuki, { claim });
    const goes = await world.post(seun, { claim, citations: [{ source: world.source, quote: QUOTES[1] }] });
    await flagArgument(naledi, goes.id, { kind: "OTHER" });
    const { id, edition } = await db().review.findFirstOrThrow({ where: { argumentId: goes.id, decidedAt: null } });
    await decideReview(signe, id, { act: "MERGE", edition, into: stays.id, note: null });
    await appealDecision(seun, goes.id, "They do not say the same.");
    const again = await undoDecision(signe, id);
    expect(await stateOf(goes.id)).toBe("VISIBLE");
    const open = await getCase(signe, again);
    await decideReview(signe, again, { act: "APPROVE", edition: open.edition, note: null });
    const words = reviseArgumentInput.parse({
      claim: "Something else.",
      citations: [{ source: world.source, quote: QUOTES[0] }],
    });
    await reviseArgument(seun, goes.id, words);
    expect(await db().review.count({ where: { argumentId: goes.id, cause: "EDITED", decidedAt: null } })).toBe(1);
  });
});
