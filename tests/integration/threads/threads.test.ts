import { beforeAll, describe, expect, it } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getThread, listThreads } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { removeArgument } from "#lib/moderation/commands";
import { bringSource } from "#lib/sources/commands/bring";
import { maySee as maySeeSource, visibleTo as sourcesVisibleTo } from "#lib/sources/policy";
import { getSource, listSources } from "#lib/sources/queries";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { maySee, visibleTo } from "#lib/threads/policy";
import { countRows, eventsOf, makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

describe("opening a thread", () => {
  it("keeps the passage that raised it", async () => {
    const thread = await getThread(null, world.thread);
    expect(thread).toMatchObject({
      slug: "should-the-ferry-sail-on-sundays",
      question: "Should the ferry sail on Sundays?",
      arguments: [],
    });
    expect(thread.raisedBy).toMatchObject({
      before: "The island council has asked ",
      spans: [{ paragraph: 1 }],
      source: { slug: world.source },
    });
    expect(await eventsOf(world.thread)).toEqual(["thread.opened"]);
  });

  it("on the same question again gets an address of its own", async () => {
    const raisedBy = { source: world.source, quote: QUOTES[1] };
    const { slug } = await openThread(world.people.seun, { question: "Should the ferry sail on Sundays?", raisedBy });
    expect(slug).toBe("should-the-ferry-sail-on-sundays-2");
  });

  it("on words that no source has is refused, and leaves nothing behind", async () => {
    const before = await countRows();
    const raisedBy = { source: world.source, quote: "words that are nowhere in this text" };
    expect(await refusal(openThread(world.people.seun, { question: "Why?", raisedBy }))).toBe("quote-not-found");
    expect(
      await refusal(
        openThread(world.people.seun, { question: "Why?", raisedBy: { ...raisedBy, source: "no-such-source" } }),
      ),
    ).toBe("source-unknown");
    expect(await countRows()).toEqual(before);
  });
});

describe("locking a thread", () => {
  it("is for moderators, shows, and twice is as once", async () => {
    const { signe, yuki } = world.people;
    expect(await refusal(setThreadMode(yuki, world.thread, { mode: "LOCKED" }))).toBe("moderators-only");
    expect(await refusal(setThreadMode(signe, "no-such-thread", { mode: "LOCKED" }))).toBe("missing");
    await setThreadMode(signe, world.thread, { mode: "LOCKED" });
    await setThreadMode(signe, world.thread, { mode: "LOCKED" });
    expect((await getThread(null, world.thread)).locked).toBe(true);
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    await setThreadMode(signe, world.thread, { mode: "OPEN" });
    expect((await eventsOf(world.thread)).slice(1)).toEqual(["thread.mode_set", "thread.mode_set"]);
    expect(await refusal(setThreadMode(yuki, world.thread, { mode: "LOCKED" }))).toBe("moderators-only");
  });
});

describe("bringing a source", () => {
  it("stores the canonical text with its hash, and the same text once", async () => {
    const { version, provenance, paragraphs } = await getSource(null, world.source);
    expect({ number: version.number, provenance, first: paragraphs[0]?.text }).toEqual({
      number: 1,
      provenance: "PASTED",
      first: TEXT.split("\n\n")[0],
    });
    const again = {
      title: "The same again",
      text: `\uFEFF${TEXT.replaceAll("\n", "\r\n")}\n\n`,
      rights: "OPEN",
    } as const;
    expect(await refusal(bringSource(world.people.seun, again))).toBe("source-exists");
  });

  it("is refused where nothing of the text can be seen, or a class is missing", async () => {
    const { seun } = world.people;
    expect(await refusal(bringSource(seun, { title: "Nothing", text: " \u200b\n", rights: "OPEN" }))).toBe("blank");
    expect(await refusal(bringSource(seun, { title: "Zero", text: "a\u0000b", rights: "OPEN" }))).toBe(
      "control-character",
    );
    expect(
      await refusal(bringSource(seun, { title: "For a class", text: "A text of its own.", rights: "CLASS" })),
    ).toBe("rights-need-class");
  });

  it("for excerpts alone shows strangers the cited sentences, and who brought it the whole", async () => {
    const { seun, yuki } = world.people;
    const text = "This sentence is cited by an argument. This one is not.\n\nNor is anything in this whole paragraph.";
    const { slug } = await bringSource(seun, { title: "Excerpts", text, rights: "EXCERPTS" });
    await world.post(yuki, { citations: [{ source: slug, quote: "is cited by an argument" }] });
    const seen = await getSource(null, slug);
    expect({ excerpts: seen.excerpts, texts: seen.paragraphs.map((one) => one.text.trim()) }).toEqual({
      excerpts: true,
      texts: ["This sentence is cited by an argument."],
    });
    expect((await getSource(seun, slug)).paragraphs).toHaveLength(2);
    const probe = { citations: [{ source: slug, quote: "This one is not what it says" }] };
    const details = (who: typeof yuki) => world.post(who, probe).catch((error: { details: object }) => error.details);
    expect(await details(yuki)).not.toHaveProperty("nearest");
    expect(await details(seun)).toHaveProperty("nearest");
  });
});

describe("what is visible", () => {
  it("is the same to the query and to the policy, for everybody in the cast and everything in the world", async () => {
    const owner = await db().class.create({ data: { id: "aclass", slug: "a-class", name: "A class" } });
    const hidden = {
      title: "Of a class",
      kind: "ARTICLE",
      rights: "CLASS",
      csl: {},
      provenance: "PASTED",
      broughtById: world.people.naledi.id,
    } as const;
    await db().source.create({ data: { ...hidden, id: "asource", slug: "of-a-class", classId: owner.id } });
    for (const viewer of [null, ...Object.values(world.people)]) {
      const sources = await db().source.findMany();
      const seen = new Set((await db().source.findMany({ where: sourcesVisibleTo(viewer) })).map(({ id }) => id));
      expect(sources.map((source) => maySeeSource(viewer, source))).toEqual(sources.map(({ id }) => seen.has(id)));
      const threads = await db().thread.findMany();
      const open = new Set((await db().thread.findMany({ where: visibleTo(viewer) })).map(({ id }) => id));
      expect(threads.map((thread) => maySee(viewer, thread))).toEqual(threads.map(({ id }) => open.has(id)));
    }
    expect(await refusal(getSource(world.people.naledi, "of-a-class"))).toBe("missing");
    expect(await listSources(null, "of-a-class")).toEqual(await listSources(null, "no-such-source"));
  });

  it("stands in passages, lists and counts alike: neither withdrawn, nor removed, nor waiting", async () => {
    const { yuki, seun, signe, farid } = world.people;
    const raisedBy = { source: world.source, quote: QUOTES[2] };
    const { slug: thread } = await openThread(world.people.naledi, { question: "Which of these are seen?", raisedBy });
    const kept = await world.post(yuki, {}, { thread });
    const answered = await world.post(seun, { parent: kept.id, stance: "CON" }, { thread });
    await withdrawArgument(seun, (await world.post(seun, {}, { thread })).id, null);
    await removeArgument(signe, (await world.post(farid, {}, { thread })).id, { code: "off-topic", note: null });
    await setThreadMode(signe, thread, { mode: "ALL_APPROVED" });
    await world.post(farid, {}, { thread });
    const { passages } = await getSource(null, world.source);
    const here = passages.flatMap((passage) =>
      passage.arguments.filter((one) => one.thread.slug === thread).map(({ id }) => id),
    );
    expect(here).toEqual([kept.id, answered.id]);
    const listed = (await listThreads(null)).items.find(({ slug }) => slug === thread);
    expect(listed).toMatchObject({ counts: { PRO: 1, CON: 1 }, last: { id: answered.id } });
    const whole = (await listSources(null)).items.find(({ slug }) => slug === world.source);
    expect(whole?.arguments).toBe(passages.flatMap((passage) => passage.arguments).length);
  });
});
