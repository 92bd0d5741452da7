import { beforeAll, describe, expect, it, vi } from "vitest";
import { withdrawArgument } from "#lib/arguments/commands/withdraw";
import { getThread } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { toArgdown } from "#lib/maps/argdown";
import { importMap } from "#lib/maps/commands/import";
import { openFromMap } from "#lib/maps/commands/open-from-map";
import { postFromTray, putAway } from "#lib/maps/commands/tray";
import { toKialo } from "#lib/maps/kialo";
import { proposeThread } from "#lib/maps/opening-map";
import { proposeImport } from "#lib/maps/proposing";
import { getSnapshot } from "#lib/maps/queries";
import { hashOf } from "#lib/maps/snapshot";
import { writeSnapshot } from "#lib/maps/snapshot-file";
import { countTray, getTray } from "#lib/maps/tray-queries";
import { bringSource } from "#lib/sources/commands/bring";
import { openThread, setThreadMode } from "#lib/threads/commands";
import { argument, countRows, eventsOf, makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";

// Every import starts a thread that reads its file.
vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (text: string, name = "debate.txt") => ({ name, bytes: bytes(text) });
let made = 0;

/** A thread of its own. */
async function aThread(): Promise<string> {
  made += 1;
  const raisedBy = { source: world.source, quote: "whether the ferry should sail on Sundays as well" };
  return (
    await openThread(world.people.naledi, { question: `Should it sail, take ${made}?`, raisedBy }, { mode: "OPEN" })
  ).slug;
}

/** Kialo's file: two claims on passages, one of them with other quotation marks; one without; one below that. */
const KIALO = `Discussion Name:
Should the ferry sail on Sundays?

1. Thesis:
It should.

  1.1. Pro:
  Nobody knows who would come [1].

    1.1.1. Con:
    Those who keep the books know enough [2].

  1.2. Con:
  It would be empty.

    1.2.1. Pro:
    They say so themselves [3].

    1.2.2. Con:
    -> See 1.1.

Sources:
[1] https://island.example/ferry
"${QUOTES[0]}"
[2] https://www.island.example/ferry/
""We will not pay for an empty boat," said Ane Holm"
[3] https://elsewhere.example/no
"Words that stand in no text that is here."
`;

async function rows() {
  const own = await db().$queryRaw<{ tray: number; imports: number }[]>`
    SELECT (SELECT count(*)::int FROM tray_items) AS tray, (SELECT count(*)::int FROM map_imports) AS imports`;
  return { ...(await countRows()), ...own[0] };
}

const shape = async (slug: string) => {
  const { arguments: all, links } = await getThread(null, slug);
  const claims = new Map(all.map(({ id, claim }) => [id, claim]));
  return links
    .map(
      ({ child, parent, stance, target }) => `${claims.get(child)} ${stance} ${target} ${parent && claims.get(parent)}`,
    )
    .sort();
};

describe("importing a map", () => {
  beforeAll(async () => {
    await db().source.update({ where: { slug: world.source }, data: { url: "https://island.example/ferry" } });
  });

  it("says before what comes, and stores nothing", async () => {
    const slug = await aThread();
    const before = await rows();
    const proposal = await proposeImport(world.people.yuki, slug, file(KIALO));
    expect(proposal).toMatchObject({
      format: "kialo",
      thesis: "It should.",
      posted: 2,
      waiting: 2,
      known: 0,
      reasons: { "no-words": 1, "parent-waits": 1 },
      losses: { "places-waiting": 1 },
    });
    expect(proposal.claims.map(({ comes, depth, why }) => [comes, depth, why])).toEqual([
      // The first stands below this one, too.
      ["waiting", 1, "no-words"],
      ["posted", 1, null],
      ["posted", 2, null],
      ["waiting", 2, "parent-waits"],
    ]);
    expect(await rows()).toEqual(before);
  });

  it("posts what stands on a passage as the importer's, in the source's own words, and the event is there", async () => {
    const { yuki } = world.people;
    const slug = await aThread();
    expect(await importMap(yuki, slug, file(KIALO, "../up/debate.txt"))).toEqual({ posted: 2, waiting: 2, known: 0 });
    const { arguments: all } = await getThread(null, slug);
    expect(all.map(({ number, author, claim }) => [number, author.handle, claim])).toEqual([
      [1, "yuki", "Nobody knows who would come."],
      [2, "yuki", "Those who keep the books know enough."],
    ]);
    expect(all[1]?.citations[0]?.spans[0]?.quote).toBe("“We will not pay for an empty boat,” said Ane Holm");
    expect(await eventsOf(slug)).toEqual(["thread.opened", "map.imported", "argument.posted", "argument.posted"]);
    const kept = await db().mapImport.findFirstOrThrow({ where: { thread: { slug } } });
    expect(kept).toMatchObject({ format: "kialo", fileName: "debate.txt", importedById: yuki.id });
    const rows = await db().argument.findMany({ where: { thread: { slug } }, orderBy: { number: "asc" } });
    expect(rows.map(({ importedFrom }) => importedFrom)).toEqual([
      { format: "kialo", fileSha256: kept.fileSha256, originalId: "1.1." },
      { format: "kialo", fileSha256: kept.fileSha256, originalId: "1.1.1." },
    ]);
  });

  it("twice is as once, whoever brings the file again, and after part of it left the tray", async () => {
    const { yuki, seun } = world.people;
    const slug = await aThread();
    await importMap(yuki, slug, file(KIALO));
    const before = await rows();
    const nothing = { posted: 0, waiting: 0, known: 4 };
    expect(await importMap(yuki, slug, file(KIALO))).toEqual(nothing);
    expect(await importMap(seun, slug, file(KIALO, "other.txt"))).toEqual(nothing);
    expect(await rows()).toEqual(before);
    const { items } = await getTray(yuki, slug);
    await postFromTray(
      seun,
      slug,
      items[0]?.id ?? "",
      argument(world.source, { stance: "CON", claim: "It would be empty." }),
    );
    await putAway(yuki, slug, items[1]?.id ?? "");
    expect(await importMap(yuki, slug, file(KIALO))).toEqual(nothing);
    expect(await importMap(seun, slug, file(KIALO))).toEqual(nothing);
  });

  it("tells whoever waits what part is there, and stores nothing once nobody waits any more", async () => {
    const { yuki } = world.people;
    const slug = await aThread();
    const before = await rows();
    const parts: (number | null)[] = [];
    const bring = (end: (part: number | null) => boolean) => {
      const waits = new AbortController();
      const told = (part: number | null) => {
        parts.push(part);
        if (end(part)) waits.abort(new Error("gone"));
      };
      return importMap(yuki, slug, file(KIALO), { signal: waits.signal, told });
    };
    for (const at of [null, 0, 1]) await expect(bring((part) => part === at)).rejects.toThrow(/gone|aborted/);
    expect(await rows()).toEqual(before);
    parts.length = 0;
    expect(await bring(() => false)).toEqual({ posted: 2, waiting: 2, known: 0 });
    expect(parts).toEqual([null, 0, 0.5, 1]);
  });

  it("at once by two people is as once", async () => {
    const { yuki, seun } = world.people;
    const slug = await aThread();
    const done = await Promise.all([importMap(yuki, slug, file(KIALO)), importMap(seun, slug, file(KIALO))]);
    expect(done.map(({ posted }) => posted).sort()).toEqual([0, 2]);
    expect(await countTray(yuki, slug)).toBe(2);
  });

  it("into what is not there is missing, and where nobody may write is refused", async () => {
    const { yuki, signe } = world.people;
    const slug = await aThread();
    expect(await refusal(importMap(yuki, "nowhere", file(KIALO)))).toBe("missing");
    await setThreadMode(signe, slug, { mode: "LOCKED" });
    const before = await rows();
    expect(await refusal(importMap(yuki, slug, file(KIALO)))).toBe("thread-locked");
    expect(await refusal(proposeImport(yuki, slug, file(KIALO)))).toBe("thread-locked");
    expect(await rows()).toEqual(before);
    await setThreadMode(signe, slug, { mode: "OPEN" });
  });

  it("of a file that is none leaves nothing behind", async () => {
    const slug = await aThread();
    const before = await rows();
    const circle = "Discussion Title: X?\n\n1. A.\n1.1. Pro: One.\n1.1.1. Con: Two.\n1.1.1.1. Con: -> See 1.1.\n";
    const many = `Discussion Title: X?\n\n1. A.\n${Array.from({ length: 5_001 }, (_, i) => `1.${i + 1}. Pro: C ${i}.`).join("\n")}\n`;
    for (const [text, code] of [
      [circle, "map-circle"],
      [many, "map-too-large"],
      ["[".repeat(50_000), "map-too-deep-json"],
      ['{"a":"\\ud800"}', "map-unknown"],
      ["Discussion Title: X?\n\n1. A.\n1.1. Pro: a\u0007b\n", "map-text-broken"],
    ] as const)
      expect(await refusal(importMap(world.people.yuki, slug, file(text)))).toBe(code);
    expect(await rows()).toEqual(before);
  });

  it("where posts are read first, or people take turns, lets everything wait", async () => {
    const { yuki, signe } = world.people;
    const slug = await aThread();
    await setThreadMode(signe, slug, { mode: "ALL_APPROVED" });
    expect((await proposeImport(yuki, slug, file(KIALO))).reasons).toEqual({
      reviewed: 1,
      "parent-waits": 2,
      "no-words": 1,
    });
    expect(await importMap(yuki, slug, file(KIALO))).toMatchObject({ posted: 0, waiting: 4 });
  });

  it("where people are told of a newcomer’s posts once a moderator has read them, asks for that", async () => {
    const { yuki, signe } = world.people;
    const slug = await aThread();
    await setThreadMode(signe, slug, { mode: "OPEN_QUIET" });
    expect(await importMap(yuki, slug, file(KIALO))).toMatchObject({ posted: 2 });
    const reviews = await db().review.findMany({ where: { argument: { thread: { slug } } } });
    expect(reviews.map(({ cause }) => cause)).toEqual(["QUIET", "QUIET"]);
    expect((await eventsOf(slug)).slice(-2)).toEqual(["review.opened", "review.opened"]);
  });

  it("takes no words of a text that may be read as excerpts alone, but for those that are cited", async () => {
    const { yuki, mateo } = world.people;
    const text = `${TEXT}\n\nThis copy is kept for those who subscribe to it alone.`;
    const { slug: source } = await bringSource(mateo, {
      title: "Kept",
      text,
      rights: "EXCERPTS",
      url: "https://kept.example/",
    });
    const slug = await aThread();
    const quoting = (quote: string) =>
      file(
        `Discussion Name:\nX?\n\n1. Thesis:\nIt.\n\n  1.1. Pro:\n  A claim [1].\n\nSources:\n[1] https://kept.example/\n"${quote}"\n`,
      );
    expect((await proposeImport(yuki, slug, quoting(QUOTES[1]))).reasons).toEqual({ "not-found": 1 });
    expect((await proposeImport(mateo, slug, quoting(QUOTES[1]))).posted).toBe(1);
    await world.post(mateo, { citations: [{ source, quote: QUOTES[1] }] }, { thread: slug });
    expect((await proposeImport(yuki, slug, quoting(QUOTES[1]))).posted).toBe(1);
  });
});

describe("a thread's own file", () => {
  const fill = async (slug: string) => {
    const { yuki, seun } = world.people;
    const post = (who: typeof yuki, input: object) => world.post(who, input, { thread: slug });
    const one = await post(yuki, { claim: "Nobody counted." });
    const two = await post(seun, {
      ...{ claim: "They stay away.", stance: "CON", parent: one.id, body: "Read it again." },
      citations: [
        { source: world.source, quote: QUOTES[1] },
        { source: world.source, spans: [{ quote: QUOTES[2] }, { quote: QUOTES[3] }] },
      ],
    });
    await post(yuki, { claim: "That is another matter.", stance: "CON", parent: two.id, target: "RELEVANCE" });
    await post(yuki, {
      claim: "It says “half-empty”.",
      stance: "CON",
      parent: two.id,
      target: "EVIDENCE",
      targetCitation: (
        await db().citation.findMany({ where: { revision: { argumentId: two.id } }, orderBy: { ordinal: "asc" } })
      )[1]?.id,
    });
    await post(seun, { claim: "So it is.", stance: "PRO", parent: one.id });
    return { one, two };
  };

  it("adds nothing to the thread that it is of, in any format that names its claims", async () => {
    const slug = await aThread();
    await fill(slug);
    const before = await rows();
    const snapshot = await getSnapshot(null, slug);
    for (const text of [writeSnapshot(snapshot), toArgdown(snapshot), toKialo(snapshot)])
      expect(await importMap(world.people.mateo, slug, file(text))).toEqual({ posted: 0, waiting: 0, known: 5 });
    expect(await rows()).toEqual(before);
  });

  it("makes the same debate in another thread, with the words that a withdrawn one took along left out", async () => {
    const [from, to] = [await aThread(), await aThread()];
    await fill(from);
    const alone = await world.post(world.people.yuki, { claim: "Taken back." }, { thread: from });
    await withdrawArgument(world.people.yuki, alone.id, null);
    const json = file(writeSnapshot(await getSnapshot(null, from)), "x.json");
    expect(await proposeImport(world.people.mateo, to, json)).toMatchObject({ posted: 5, losses: { wordless: 1 } });
    expect(await importMap(world.people.mateo, to, json)).toEqual({ posted: 5, waiting: 0, known: 0 });
    const had = (await shape(from)).filter((line) => !line.startsWith("null"));
    expect(await shape(to)).toEqual(had);
    const [a, b] = [await getSnapshot(null, from), await getSnapshot(null, to)];
    const said = ({ arguments: all }: typeof a) =>
      all
        .filter(({ claim }) => claim)
        .map(({ claim, body, citations }) => [claim, body, citations.map(({ spans }) => spans)]);
    expect(said(b)).toEqual(said(a));
    const aims = async (slug: string) =>
      await db().link.findMany({
        where: { thread: { slug }, target: { not: "CLAIM" } },
        select: { targetCitation: { select: { ordinal: true } }, target: true },
        orderBy: { target: "asc" },
      });
    expect(await aims(to)).toEqual(await aims(from));
    expect(await importMap(world.people.mateo, to, json)).toEqual({ posted: 0, waiting: 0, known: 5 });
  });

  it("opens as a thread of its own in one step, question, passage and all; again it is as once", async () => {
    const from = await aThread();
    await fill(from);
    const json = file(writeSnapshot(await getSnapshot(null, from)), "x.json");
    const { mateo } = world.people;
    expect(await proposeThread(mateo, json)).toMatchObject({ posted: 5, waiting: 0 });
    const done = await openFromMap(mateo, json);
    expect(done).toMatchObject({ posted: 5, waiting: 0, known: 0 });
    expect(done.slug).not.toBe(from);
    const [a, b] = [await getSnapshot(null, from), await getSnapshot(null, done.slug)];
    expect(b.thread).toMatchObject({ question: a.thread.question, raisedBy: a.thread.raisedBy });
    expect(await shape(done.slug)).toEqual(await shape(from));
    expect((await eventsOf(done.slug)).slice(0, 2)).toEqual(["thread.opened", "map.imported"]);
    const before = await rows();
    const { question } = b.thread;
    expect(await proposeThread(mateo, json)).toMatchObject({
      ...{ posted: 0, waiting: 0, known: 5 },
      opened: { slug: done.slug, question },
    });
    expect(await proposeThread(world.people.naledi, json)).toMatchObject({ posted: 5, opened: null });
    expect(await openFromMap(mateo, json)).toEqual({ slug: done.slug, posted: 0, waiting: 0, known: 5 });
    expect(await rows()).toEqual(before);
  });

  it("opens nothing where it does not say what raised it, or where nobody can check that", async () => {
    const { mateo } = world.people;
    const from = await aThread();
    await fill(from);
    const before = await rows();
    expect(await refusal(openFromMap(mateo, file(KIALO)))).toBe("map-opens-nothing");
    const snapshot = await getSnapshot(null, from);
    const { raisedBy } = snapshot.thread;
    const spans = raisedBy.spans.map((span) => ({ ...span, quote: "words that never stood in any text" }));
    const forged = { ...snapshot, thread: { ...snapshot.thread, raisedBy: { ...raisedBy, spans } } };
    const json = writeSnapshot({ ...forged, hash: hashOf(forged) });
    expect(await refusal(openFromMap(mateo, file(json)))).toBe("map-question-unfound");
    expect(await rows()).toEqual(before);
  });
});

describe("a thread's tray", () => {
  const filled = async () => {
    const slug = await aThread();
    await importMap(world.people.yuki, slug, file(KIALO));
    const { items } = await getTray(world.people.yuki, slug);
    const [first, second] = items;
    if (!first || !second) throw new Error("the tray is empty");
    return { slug, first, second };
  };
  const citing = (claim: string) =>
    argument(world.source, { stance: "CON", claim, citations: [{ source: world.source, quote: QUOTES[2] }] });

  it("says what waits, who brought it and what it answers, to those who may argue there and to moderators", async () => {
    const { slug, first, second } = await filled();
    expect(first).toMatchObject({
      claim: "It would be empty.",
      stance: "CON",
      answers: { kind: "question" },
      below: 1,
    });
    expect(first.from).toMatchObject({ format: "kialo", fileName: "debate.txt", by: { handle: "yuki" } });
    expect(second).toMatchObject({ answers: { kind: "waiting", id: first.id } });
    expect(await getTray(null, slug)).toMatchObject({
      verdict: { ok: false, code: "sign-in-first" },
      total: 0,
      items: [],
    });
    const { signe, seun } = world.people;
    await setThreadMode(signe, slug, { mode: "LOCKED" });
    expect((await getTray(seun, slug)).items).toEqual([]);
    expect((await getTray(signe, slug)).total).toBe(2);
    expect(await countTray(null, slug)).toBeNull();
  });

  it("is seen in no export, no count and no search", async () => {
    const { slug } = await filled();
    const text = JSON.stringify([await getThread(null, slug), await getSnapshot(null, slug)]);
    expect(text).not.toContain("It would be empty.");
    const found = await db().$queryRaw<
      unknown[]
    >`SELECT FROM search_entries WHERE words @@ plainto_tsquery('grounds', 'themselves')`;
    expect(found).toEqual([]);
  });

  it("lets a claim go when somebody cites a passage for it, and what answers it can follow", async () => {
    const { seun, yuki } = world.people;
    const { slug, first, second } = await filled();
    expect(await refusal(postFromTray(seun, slug, second.id, citing("They say so.")))).toBe("tray-parent-waits");
    const posted = await postFromTray(seun, slug, first.id, citing("It would be empty."));
    expect((await eventsOf(slug)).slice(-2)).toEqual(["argument.posted", "tray.posted"]);
    const { items } = await getTray(yuki, slug);
    expect(items).toMatchObject([{ id: second.id, answers: { kind: "argument", id: posted.id } }]);
    const below = await postFromTray(yuki, slug, second.id, citing("They say so."));
    const row = await db().argument.findUniqueOrThrow({ where: { id: below.id }, include: { links: true } });
    expect(row).toMatchObject({ authorId: yuki.id, importedFrom: { format: "kialo", originalId: "1.2.1." } });
    expect(row.links[0]?.parentId).toBe(posted.id);
    expect(await countTray(yuki, slug)).toBe(0);
  });

  it("loses the words of a claim that was posted from it, when they are redacted there", async () => {
    const { seun, signe } = world.people;
    const { slug, first } = await filled();
    const { id } = await postFromTray(seun, slug, first.id, citing("It would be empty."));
    const { currentRevisionId } = await db().argument.findUniqueOrThrow({ where: { id } });
    await db().$executeRaw`SELECT redact('revision', ${currentRevisionId}, 'A name.', ${signe.id})`;
    const kept = await db().trayItem.findUniqueOrThrow({ where: { id: first.id } });
    expect([kept.claim, kept.body, kept.quotations]).toEqual(["██ █████ ██ ██████", null, []]);
    const again = db().$executeRaw`UPDATE tray_items SET left_at = now() WHERE id = ${first.id}`;
    await expect(again).rejects.toThrow(/tray_item_leaves_once/);
  });

  it("loses words that are redacted in a text, however a file quotes them, and no others", async () => {
    const { naledi, mateo, signe } = world.people;
    const quote = "The bridge was paid for by a man whose name nobody wrote down.";
    const text = `A report about a bridge. ${quote} It stands.`;
    const { slug: source } = await bringSource(mateo, { title: "A bridge", text, rights: "OPEN" });
    const { slug } = await openThread(
      naledi,
      { question: "Is it a bridge?", raisedBy: { source, quote } },
      { mode: "OPEN" },
    );
    await importMap(naledi, slug, file(KIALO));
    const [waiting] = await db().trayItem.findMany({ where: { import: { thread: { slug } } } });
    const other = "Words that stand in no text that is here.";
    const quotations = [`It said: ${quote.toUpperCase().replaceAll(" ", "  ")}!`, "by a man whose name", other];
    const { body: _, ...row } = waiting as NonNullable<typeof waiting>;
    const quoting = { id: "loosely", originalId: "loosely", parentItemId: null };
    const said = quotations.map((one) => ({ words: [one], source: {} }));
    await db().trayItem.create({ data: { ...row, ...quoting, quotations: said } });
    const { id } = await db().passage.findFirstOrThrow({ where: { quote } });
    await db().$executeRaw`SELECT redact('passage', ${id}, 'A name.', ${signe.id})`;
    const kept = await db().trayItem.findUniqueOrThrow({ where: { id: "loosely" } });
    const words = (kept.quotations as { words: string[] }[]).flatMap((quotation) => quotation.words);
    expect(words).toEqual([...quotations.slice(0, 2).map((one) => one.replace(/\S/gu, "█")), other]);
  });

  it("is left once: the same post again is as once, another is refused", async () => {
    const { seun, yuki } = world.people;
    const { slug, first } = await filled();
    const posted = await postFromTray(seun, slug, first.id, citing("It would be empty."));
    const before = await rows();
    expect(await postFromTray(seun, slug, first.id, citing("It would be empty."))).toMatchObject({ id: posted.id });
    expect(await refusal(postFromTray(yuki, slug, first.id, citing("It would be empty.")))).toBe("tray-left");
    expect(await rows()).toEqual(before);
  });

  it("still asks for a passage, and lets nobody post who may not", async () => {
    const { seun, signe } = world.people;
    const { slug, first } = await filled();
    const wrong = {
      ...citing("Empty."),
      citations: [{ source: world.source, quote: "words that never stood in any text" }],
    };
    expect(await refusal(postFromTray(seun, slug, first.id, wrong))).toBe("quote-not-found");
    expect(await refusal(postFromTray(seun, slug, "0000000000000000", citing("Empty.")))).toBe("missing");
    await setThreadMode(signe, slug, { mode: "LOCKED" });
    expect(await refusal(postFromTray(seun, slug, first.id, citing("Empty.")))).toBe("missing");
    expect(await refusal(postFromTray(signe, slug, first.id, citing("Empty.")))).toBe("thread-locked");
    expect(await countTray(signe, slug)).toBe(2);
  });

  it("has claims put away by whoever brought them or a moderator, with what answers them, once", async () => {
    const { seun, yuki, signe } = world.people;
    const { slug, first, second } = await filled();
    expect(await refusal(putAway(seun, slug, first.id))).toBe("importer-only");
    expect(await refusal(putAway(yuki, slug, "0000000000000000"))).toBe("missing");
    expect(await putAway(signe, slug, first.id)).toEqual({ count: 2 });
    expect((await eventsOf(slug)).slice(-2)).toEqual(["tray.put_away", "tray.put_away"]);
    expect(await putAway(yuki, slug, second.id)).toEqual({ count: 0 });
    expect(await countTray(yuki, slug)).toBe(0);
  });
});

describe("a large map", () => {
  it("of a thousand claims is imported in bounded time, half of it posted", async () => {
    const slug = await aThread();
    const lines = Array.from({ length: 1_000 }, (_, i) => {
      const parent = i < 50 ? "" : `${(i % 50) + 1}.`;
      const number = i < 50 ? i + 1 : Math.floor(i / 50);
      return `  ${parent ? "  " : ""}1.${parent}${number}. ${i % 3 ? "Pro" : "Con"}:\n  ${parent ? "  " : ""}Claim ${i} of many [${i % 2 && i >= 50 ? 2 : 1}].\n`;
    });
    const text = `Discussion Name:\nX?\n\n1. Thesis:\nIt.\n\n${lines.join("\n")}\nSources:\n[1] https://island.example/ferry\n"${QUOTES[0]}"\n[2] https://x.example/\n"Nothing that stands here, whatever it says."\n`;
    const began = performance.now();
    const done = await importMap(world.people.yuki, slug, file(text));
    const seconds = (performance.now() - began) / 1000;
    console.info(`imported ${JSON.stringify(done)} in ${seconds.toFixed(1)} s`);
    expect(done.posted + done.waiting).toBe(1_000);
    expect(seconds).toBeLessThan(20);
  }, 90_000);
});
