import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { moveArgument } from "#lib/arguments/commands/move";
import { reviseArgument } from "#lib/arguments/commands/revise";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getArgument } from "#lib/arguments/queries/arguments";
import { db } from "#lib/db";
import { importMap } from "#lib/maps/commands/import";
import { takeSnapshot } from "#lib/maps/commands/take-snapshot";
import { compareInThread, getChanges } from "#lib/maps/comparing";
import { getSnapshot } from "#lib/maps/queries";
import { hashOf } from "#lib/maps/snapshot";
import { changesAt, differenceOf, isSame } from "#lib/maps/snapshot-difference";
import { readSnapshot, writeSnapshot } from "#lib/maps/snapshot-file";
import { getFrozen, getTwo, listSnapshots, NOW, readKept } from "#lib/maps/snapshot-queries";
import { removeArgument } from "#lib/moderation/commands";
import { raiseChallenge } from "#lib/moderation/commands/challenge";
import { newId } from "#lib/text/id";
import { openThread } from "#lib/threads/commands";
import { closeAccount } from "#lib/users/commands/close";
import type { Person } from "#lib/users/viewer";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const kept = () => db().snapshot.count();
const textOf = (slug: string, id: string) => readKept(null, slug, id).then((one) => JSON.stringify(one.snapshot));

/** A thread of its own with one argument in it, so that one test's words are no other's. */
async function aThread(question: string, author: Person = world.people.yuki) {
  const raisedBy = { source: world.source, quote: "whether the ferry should sail on Sundays as well" };
  const { slug } = await openThread(world.people.naledi, { question, raisedBy });
  const claim = `It should, says ${question}`;
  const { id } = await world.post(author, { claim }, { thread: slug });
  return { slug, claim, id };
}

describe("taking a snapshot", () => {
  it("keeps the state with the hash that an export has, and is on the record", async () => {
    const { slug } = await aThread("Is it kept?");
    const { id, made } = await takeSnapshot(world.people.seun, slug);
    expect(made).toBe(true);
    const { snapshot, ref } = await getFrozen(null, slug, id);
    const now = await getSnapshot(null, slug);
    expect(snapshot).toEqual({ ...now, exportedAt: ref.takenAt });
    expect([ref.hash, ref.number, ref.arguments, ref.takenBy.handle]).toEqual([now.hash, 1, 1, "seun"]);
    expect((await eventsOf(slug)).at(-1)).toBe("snapshot.taken");
    expect(readSnapshot(writeSnapshot(snapshot))).toEqual({ snapshot });
  });

  it("of a thread that is not there, or that one may not see, finds nothing", async () => {
    expect(await refusal(takeSnapshot(world.people.seun, "no-such-thread"))).toBe("missing");
    const hidden = await classThread();
    expect(await refusal(takeSnapshot(world.people.signe, hidden))).toBe("missing");
    expect(await refusal(listSnapshots(world.people.signe, hidden))).toBe("missing");
  });

  it("is for those who have signed in", async () => {
    const { slug } = await aThread("May a stranger?");
    const before = await kept();
    expect(await refusal(takeSnapshot(null as unknown as Person, slug))).toBe("sign-in-first");
    expect(await kept()).toBe(before);
  });

  it("of the same state twice is one snapshot, by whomever and at once", async () => {
    const { slug } = await aThread("Is twice as once?");
    const first = await takeSnapshot(world.people.seun, slug);
    const before = await countRows();
    expect(await takeSnapshot(world.people.farid, slug)).toEqual({ id: first.id, made: false });
    expect(await countRows()).toEqual(before);
    await world.post(world.people.farid, { claim: "And one more." }, { thread: slug });
    const { seun, farid, leilani, tomasz } = world.people;
    const all = await Promise.all([seun, farid, leilani, tomasz].map((who) => takeSnapshot(who, slug)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ made }) => made)).toHaveLength(1);
    expect((await listSnapshots(null, slug)).snapshots).toHaveLength(2);
  });
});

/** Nobody sees it until there are classes. */
async function classThread(): Promise<string> {
  const { slug } = await aThread("Is this a class's?");
  const classId = newId();
  await db().class.create({ data: { id: classId, slug: `c-${classId}`, name: "A class" } });
  const thread = await db().thread.findUniqueOrThrow({ where: { slug } });
  const { raisedById, openedById } = thread;
  const own = { id: newId(), slug: `${slug}-own`, question: "Theirs?", raisedById, openedById, classId };
  await db().thread.create({ data: own });
  return own.slug;
}

describe("a snapshot taken before", () => {
  it("stays as it was while the thread goes on", async () => {
    const { slug, claim, id: argument } = await aThread("Does it stay?");
    const { id } = await takeSnapshot(world.people.seun, slug);
    const before = await readKept(null, slug, id);
    await reviseArgument(world.people.yuki, argument, {
      claim: "I put it otherwise.",
      body: null,
      citations: [{ source: world.source, quote: QUOTES[2] }],
    });
    await world.post(world.people.farid, { parent: argument, stance: "CON" }, { thread: slug });
    expect(await readKept(null, slug, id)).toEqual(before);
    expect(await textOf(slug, id)).toContain(claim);
  });

  it("does not say what was removed or withdrawn since, and says that something was taken out", async () => {
    const { slug, claim, id: argument } = await aThread("Is it hidden everywhere?");
    const other = await world.post(world.people.farid, { claim: "Withdrawn later on." }, { thread: slug });
    const { id } = await takeSnapshot(world.people.seun, slug);
    await removeArgument(world.people.signe, argument, { code: "off-topic", note: null });
    await withdrawArgument(world.people.farid, other.id, null);
    const { snapshot, ref, takenOut } = await getFrozen(null, slug, id);
    expect(JSON.stringify(snapshot)).not.toContain(claim);
    expect(JSON.stringify(snapshot)).not.toContain("Withdrawn later on.");
    expect(snapshot.arguments.map(({ state, tombstone }) => [state, tombstone?.code])).toEqual([
      ["REMOVED", "off-topic"],
      ["WITHDRAWN", null],
    ]);
    expect(takenOut).toEqual([1, 2]);
    expect(snapshot.frozen?.hash).toBe(ref.hash);
    expect(snapshot.hash).not.toBe(ref.hash);
    expect(snapshot.hash).toBe(hashOf(snapshot));
    expect(readSnapshot(writeSnapshot(snapshot))).toEqual({ snapshot });
  });

  it("shows what is doubted of its words today", async () => {
    const { slug, id: argument } = await aThread("Is it doubted?");
    const { id } = await takeSnapshot(world.people.seun, slug);
    expect((await getFrozen(null, slug, id)).doubts.size).toBe(0);
    const citation = (await getArgument(null, argument)).citations[0]?.id ?? "";
    await raiseChallenge(world.people.seun, citation, { kind: "CLIPPED", note: "The sentence goes on." });
    expect([...(await getFrozen(null, slug, id)).doubts]).toEqual([
      [citation, [{ kind: "CLIPPED", ruled: false, argument }]],
    ]);
  });

  it("is redacted where its words are, in the database itself", async () => {
    const { slug, claim, id: argument } = await aThread("Can it be erased?");
    const { id } = await takeSnapshot(world.people.seun, slug);
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id: argument } });
    await redact("revision", currentRevisionId);
    const stored = await db().snapshot.findUniqueOrThrow({ where: { id } });
    expect(stored.content).not.toContain(claim);
    const [said] = (await getFrozen(null, slug, id)).snapshot.arguments;
    expect(said?.claim).toMatch(/^[█\s]+$/);
    expect((await getFrozen(null, slug, id)).redacted).toBe(true);
  });

  it("loses a redacted passage with what stands around it, in every thread", async () => {
    const { slug } = await aThread("Is a passage erased?");
    const [first, second] = ["They say that visitors stay away", "because they cannot get home."];
    const citations = [{ source: world.source, quote: second as string }];
    await world.post(world.people.farid, { claim: "They stay away.", citations }, { thread: slug });
    const { id } = await takeSnapshot(world.people.seun, slug);
    await world.post(world.people.yuki, { claim: "x", citations: [{ source: world.source, quote: first as string }] });
    const passage = await db().passage.findFirstOrThrow({ where: { quote: first as string } });
    expect(await textOf(slug, id)).toContain("They say that visitors");
    await redact("passage", passage.id);
    const after = await textOf(slug, id);
    expect(after).not.toContain("visitors");
    expect(after).toContain("because they cannot get home.");
  });

  it("is not taken while words are redacted, lest it keep them", async () => {
    const { slug, claim, id: argument } = await aThread("What if both happen at once?");
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id: argument } });
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query("BEGIN");
    const why = [currentRevisionId, "For the test.", world.people.signe.id];
    await other.query("SELECT redact('revision', $1, $2, $3)", why);
    const before = await kept();
    // It has read the words of before, and waits.
    const taking = refusal(takeSnapshot(world.people.seun, slug));
    await delay(1_000);
    await other.query("COMMIT");
    await other.end();
    expect(await taking).toBe("busy");
    expect(await kept()).toBe(before);
    const { id } = await takeSnapshot(world.people.seun, slug);
    expect(await textOf(slug, id)).not.toContain(claim);
  });

  it("names nobody who has left", async () => {
    const leaver = await joined("quentin");
    const { slug } = await aThread("Do names go?", leaver);
    const { id } = await takeSnapshot(leaver, slug);
    expect(await textOf(slug, id)).toContain("Quentin");
    await closeAccount(leaver, { handle: leaver.handle });
    expect(await textOf(slug, id)).not.toMatch(/quentin/i);
    const { snapshot, ref } = await getFrozen(null, slug, id);
    expect(snapshot.arguments[0]?.author.handle).toMatch(/^deleted_\d+$/);
    expect(snapshot.frozen?.hash).toBe(ref.hash);
    const row = await db().snapshot.findUniqueOrThrow({ where: { id } });
    expect(row.content).not.toMatch(/quentin/i);
  });

  it("is changed by nobody, and none with another hash is kept", async () => {
    const { slug } = await aThread("Is it safe?");
    const { id } = await takeSnapshot(world.people.seun, slug);
    const row = await db().snapshot.findUniqueOrThrow({ where: { id } });
    await expect(db().snapshot.update({ where: { id }, data: { content: "{}" } })).rejects.toThrow(
      /denied|insert_only/,
    );
    await expect(db().snapshot.delete({ where: { id } })).rejects.toThrow(/denied|insert_only/);
    const forged = { ...row, id: newId(), hash: "0".repeat(64), content: row.content.replace("ferry", "bridge") };
    await expect(db().snapshot.create({ data: forged })).rejects.toThrow(/snapshot_hash/);
  });
});

const redact = (what: string, id: string) =>
  db().$executeRaw`SELECT redact(${what}, ${id}, 'For the test.', ${world.people.signe.id})`;

async function joined(handle: string): Promise<Person> {
  const row = { id: newId(), handle, skeleton: handle, name: "Quentin", role: "MEMBER" as const };
  await db().user.create({ data: row });
  return row;
}

describe("what changed between two", () => {
  it("is told by what happened, in either direction of time", async () => {
    const { slug, claim, id: argument } = await aThread("What changed?");
    const { yuki, farid, seun, signe } = world.people;
    const inIt = { thread: slug };
    const removed = await world.post(farid, { claim: "This will be removed." }, inIt);
    const withdrawn = await world.post(farid, { claim: "This will be withdrawn." }, inIt);
    const moving = await world.post(farid, { claim: "This will be moved." }, inIt);
    const from = await takeSnapshot(seun, slug);
    const citations = [{ source: world.source, quote: QUOTES[2] }];
    await reviseArgument(yuki, argument, { claim: "Otherwise.", body: null, citations });
    await removeArgument(signe, removed.id, { code: "off-topic", note: null });
    await withdrawArgument(farid, withdrawn.id, null);
    const [link] = (await getArgument(farid, moving.id)).links;
    const aim = { parent: argument, stance: "PRO", target: "CLAIM", concession: false } as const;
    await moveArgument(farid, link?.id ?? "", aim);
    const added = await world.post(seun, { claim: "This is new." }, inIt);
    const to = await takeSnapshot(seun, slug);
    const { before, after } = await getTwo(null, slug, from.id, to.id);
    const changed = differenceOf(before, after);
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect(ids(changed.added)).toEqual([added.id]);
    expect(ids(changed.removed)).toEqual([removed.id]);
    expect(ids(changed.withdrawn)).toEqual([withdrawn.id]);
    expect(ids(changed.restored)).toEqual([]);
    expect(changed.moved.map((one) => [one.argument.id, one.from.length, one.to.length])).toEqual([[moving.id, 1, 1]]);
    expect(changed.reworded.map((one) => [one.before.claim, one.argument.claim, one.claim])).toEqual([
      [claim, "Otherwise.", true],
    ]);
    expect(changed.reworded.map((one) => [one.cited[0]?.spans[0]?.quote, one.uncited[0]?.spans[0]?.quote])).toEqual([
      [QUOTES[2], QUOTES[0]],
    ]);
    expect(JSON.stringify(changed)).not.toContain("This will be removed.");
    expect(JSON.stringify(changed)).not.toContain("This will be withdrawn.");
    // A large debate is compared in a thread of its own, and nothing else is said of it there.
    const told = { slug, from: from.id, to: to.id };
    const [here, elsewhere] = await Promise.all([getChanges(null, told), compareInThread(null, told)]);
    expect(elsewhere).toEqual(here);
    expect(here.counts).toMatchObject({ added: 1, removed: 1, withdrawn: 1, reworded: 1, moved: 1, restored: 0 });
    expect(await refusal(compareInThread(null, { ...told, to: to.id, from: to.id }))).toBe("missing");
    const now = await getTwo(null, slug, to.id, NOW);
    expect(isSame(differenceOf(now.before, now.after))).toBe(true);
    expect(await refusal(getTwo(null, slug, to.id, to.id))).toBe("missing");
    expect(await refusal(getTwo(null, slug, "0000000000000000", NOW))).toBe("missing");
  }, 30_000);

  it("are told in full, a page of a list at a time", async () => {
    const { yuki } = world.people;
    const raisedBy = { source: world.source, quote: QUOTES[0] };
    const { slug } = await openThread(yuki, { question: "How many are there?", raisedBy }, { mode: "OPEN" });
    const from = (await takeSnapshot(yuki, slug)).id;
    const lines = Array.from({ length: 130 }, (_, i) => `  1.${i + 1}. Pro:\n  Claim ${i + 1} [1].\n`).join("\n");
    const text = `Discussion Name:\nX?\n\n1. Thesis:\nIt.\n\n${lines}\nSources:\n[1] \n"${QUOTES[0]}"\n`;
    await importMap(yuki, slug, { name: "many.txt", bytes: new TextEncoder().encode(text) });
    const pageOf = async (address: string | null) => {
      const told = await getChanges(null, { slug, from, to: NOW, at: address ? changesAt(address) : null });
      return told.changes.added.map(({ number }) => number);
    };
    const [first, second, third] = await Promise.all([null, "added/2", "added/3"].map(pageOf));
    expect([first?.length, second?.length, third?.length]).toEqual([60, 60, 10]);
    expect([...(first ?? []), ...(second ?? []), ...(third ?? [])]).toEqual(
      Array.from({ length: 130 }, (_, i) => i + 1),
    );
    for (const address of ["added/4", "moved/2"]) expect(await refusal(pageOf(address))).toBe("missing");
    expect(["added", "added/1", "added/02", "others/2"].map(changesAt)).toEqual([null, null, null, null]);
  }, 30_000);
});
