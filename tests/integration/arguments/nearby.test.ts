import { beforeAll, describe, expect, it } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { listNearby, type Writing } from "#lib/arguments/nearby";
import { findSecondThought } from "#lib/arguments/queries/second-thought";
import { db } from "#lib/db";
import { checkCitations } from "#lib/sources/check";
import { bringSource } from "#lib/sources/commands/bring";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { countRows, makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

/** Where the second quotation stands, in code points: no emoji comes before it. */
const TEXT_PLACE = TEXT.indexOf(QUOTES[1]);

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const cite = (quote: string) => ({ citations: [{ source: world.source, quote }] });

/** What is near an argument that Yuki writes. */
async function near(writing: Partial<Omit<Writing, "found">> & { quotes?: string[] }, thread = world.thread) {
  const { quotes = [], claim = "", ...rest } = writing;
  const citations = quotes.map((quote) => ({ source: world.source, quote }));
  const { found } = await checkCitations(world.people.yuki, citations);
  return listNearby(world.people.yuki, thread, { ...rest, claim, found });
}

async function openAnother(question: string): Promise<string> {
  const raisedBy = { source: world.source, quote: QUOTES[1] };
  return (await openThread(world.people.naledi, { question, raisedBy })).slug;
}

describe("the check of passages that are being written", () => {
  it("says of each by itself where it stands or why it may not, as posting would", async () => {
    const { checked, found } = await checkCitations(world.people.yuki, [
      { source: world.source, quote: "Nobody has counted the travellers since the spring of 2019." },
      { source: world.source, quote: QUOTES[1] },
      { source: world.source, quote: "The ferry costs 40,000 crowns a week." },
      { source: "no-such-source", quote: QUOTES[1] },
      { source: world.source, spans: [{ quote: QUOTES[0] }, { quote: QUOTES[2] }] },
    ]);
    expect(checked).toMatchObject([
      { ok: false, nearest: { words: QUOTES[0], paragraph: 1 }, span: 0, source: world.source },
      {
        ok: true,
        source: world.source,
        paragraphs: [3],
        places: [{ start: TEXT_PLACE, end: TEXT_PLACE + QUOTES[1].length }],
        normalised: false,
      },
      { ok: false, candidates: [{ paragraph: 2 }, { paragraph: 3 }] },
      { ok: false, sentence: expect.stringContaining("no-such-source") },
      { ok: true, paragraphs: [1, 2] },
    ]);
    expect(found).toHaveLength(2);
    expect(JSON.stringify(checked)).not.toContain('"citation"');
  });

  it("says that the source's own characters are kept where others were sent", async () => {
    const quote = "It was not meant as an answer to anybody's question.";
    const { checked } = await checkCitations(world.people.yuki, [{ source: world.source, quote }]);
    expect(checked).toMatchObject([{ ok: true, normalised: true }]);
  });

  it("shows no words of a text that this viewer may read in excerpts alone", async () => {
    const { people } = world;
    const text = `${TEXT}\n\nAnd one more line that makes it a text of its own.`;
    const { slug: source } = await bringSource(people.mateo, { title: "Not to be read", text, rights: "EXCERPTS" });
    const citation = { source, quote: "Nobody has counted the travellers since the spring of 2019." };
    const [[hidden], [shown]] = [
      (await checkCitations(people.yuki, [citation])).checked,
      (await checkCitations(people.mateo, [citation])).checked,
    ];
    expect(hidden).not.toHaveProperty("nearest");
    expect(shown).toHaveProperty("nearest.words", QUOTES[0]);
  });
});

describe("what is near an argument that is being written", () => {
  it("stands on some of the same words, those that answer the same on the same side first", async () => {
    const { seun, farid, tomasz } = world.people;
    const thread = await openAnother("Is anybody counting?");
    const whole = "Nobody has counted the passengers since the spring of 2019";
    const against = await world.post(seun, { stance: "CON", ...cite(whole) }, { thread });
    const other = await world.post(farid, cite(QUOTES[1]), { thread });
    const answer = await world.post(farid, { parent: other.id, ...cite(whole) }, { thread });
    const alike = await world.post(
      tomasz,
      { stance: "PRO", ...cite("the passengers since the spring of 2019") },
      { thread },
    );
    await world.post(tomasz, cite("The island council has asked"), { thread });
    await world.post(tomasz, cite(whole));

    const found = await near({ stance: "PRO", quotes: [QUOTES[0]] }, thread);
    expect(found.map(({ id }) => id)).toEqual([alike.id, against.id, answer.id]);
    expect(found.map(({ same }) => same)).toEqual([true, false, false]);
    expect(found[0]).toMatchObject({
      number: 4,
      author: { handle: "tomasz" },
      stance: "PRO",
      words: true,
      saying: false,
    });
    const answering = await near({ stance: "PRO", parent: other.id, quotes: [QUOTES[0]] }, thread);
    expect(answering.map(({ id, same }) => same && id).filter(Boolean)).toEqual([answer.id]);
  });

  it("says nearly the same, in this thread", async () => {
    const thread = await openAnother("Would anybody come?");
    const claim = "The fare would cost visitors less than a night at the inn does.";
    const { id } = await world.post(world.people.seun, { claim }, { thread });
    await world.post(world.people.seun, { claim: "Visitors stay away for reasons that no fare can mend." }, { thread });
    await world.post(world.people.farid, { claim });

    const reworded = "The fare costs visitors less than one night at the inn.";
    expect(await near({ claim: reworded, stance: "CON" }, thread)).toMatchObject([{ id, saying: true, same: false }]);
    expect(await near({ claim: "An inn is no boat, and no boat is an inn." }, thread)).toEqual([]);
    expect(await near({ claim: "" }, thread)).toEqual([]);
  });

  it("is nothing that waits for a moderator or was taken back", async () => {
    const { seun, signe } = world.people;
    const thread = await openAnother("Who has read this?");
    const claim = "Words that a moderator has yet to read are nobody else’s to see.";
    const taken = await world.post(seun, { claim }, { thread });
    await withdrawArgument(seun, taken.id, "A slip.");
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    await world.post(seun, { claim }, { thread });
    expect(await near({ claim, quotes: [QUOTES[0]] }, thread)).toEqual([]);
  });

  it("is not the argument that is revised, and compares it where it stands", async () => {
    const { yuki, seun } = world.people;
    const thread = await openAnother("Is it near itself?");
    const claim = "A boat that nobody boards is paid for by everybody.";
    const mine = await world.post(yuki, { claim }, { thread });
    const other = await world.post(seun, { claim: `${claim.slice(0, -1)} all the same.` }, { thread });
    const found = await near({ claim, stance: "PRO", revised: mine.id, quotes: [QUOTES[0]] }, thread);
    expect(found).toMatchObject([{ id: other.id, same: true, saying: true, words: true }]);
  });

  it("has room for further words where it is the viewer's own and may be revised", async () => {
    const { yuki, seun, signe } = world.people;
    const thread = await openAnother("Whose is it?");
    const claim = "The words of one person are not another's to add to.";
    const hourAgo = { thread, at: new Date(Date.now() - 61 * 60_000) };
    const room = async () => (await near({ claim }, thread)).map(({ room }) => room);
    await world.post(yuki, { claim }, hourAgo);
    await world.post(yuki, { claim, citations: QUOTES.map((quote) => ({ source: world.source, quote })) }, { thread });
    await world.post(seun, { claim }, { thread });
    expect(await room()).toEqual([null, 1, null]);
    await setThreadMode(signe, thread, { mode: "LOCKED" });
    expect(await room()).toEqual([null, null, null]);
  });

  it("in a thread that is not there is missing", async () => {
    expect(await refusal(near({ claim: "Anything." }, "no-such-thread"))).toBe("missing");
  });
});

describe("posting what somebody says nearly already", () => {
  it("keeps why, beside both arguments, and for good", async () => {
    const { yuki, seun } = world.people;
    const near = await world.post(seun);
    const { id } = await world.post(yuki, { postedAnyway: { near: near.id, reason: "Mine is about the winter." } });
    const kept = await db().postedAnyway.findUnique({ where: { argumentId: id } });
    expect(kept).toMatchObject({ nearId: near.id, reason: "Mine is about the winter." });
    await expect(db().$executeRaw`UPDATE posted_anyway SET reason = 'Another one.'`).rejects.toThrow(
      /permission denied/,
    );
    await expect(db().$executeRaw`DELETE FROM posted_anyway`).rejects.toThrow(/permission denied/);
  });

  it("is for its author and for moderators to read, and for nobody else", async () => {
    const { yuki, seun, signe, mateo, tomasz } = world.people;
    const near = await world.post(seun);
    const { id } = await world.post(yuki, { postedAnyway: { near: near.id, reason: "Mine is about the winter." } });
    const kept = { reason: "Mine is about the winter.", near: { id: near.id, number: near.number } };
    const asked = [yuki, signe, mateo, seun, tomasz, null].map((viewer) => findSecondThought(viewer, id));
    expect(await Promise.all(asked)).toEqual([kept, kept, kept, null, null, null]);
    expect(await findSecondThought(signe, near.id)).toBeNull();
    expect(await findSecondThought(signe, "nosuchargument")).toBeNull();
  });

  it("is refused where the other is in no way of this thread, and leaves nothing behind", async () => {
    const { yuki, seun, signe } = world.people;
    const elsewhere = await world.post(seun, {}, { thread: await openAnother("Is this elsewhere?") });
    await setThreadMode(signe, world.thread, { mode: "ALL_APPROVED" });
    const unseen = await world.post(seun);
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    const before = await countRows();
    for (const near of [elsewhere.id, unseen.id, "nosuchargument"]) {
      const postedAnyway = { near, reason: "It is not the same." };
      expect(await refusal(world.post(yuki, { postedAnyway }))).toBe("near-unknown");
    }
    expect(await countRows()).toEqual(before);
  });
});
