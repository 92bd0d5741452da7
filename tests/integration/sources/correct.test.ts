import { beforeEach, describe, expect, it } from "vitest";
import { getArgument } from "#lib/arguments/queries/arguments";
import { getThread } from "#lib/arguments/queries/threads";
import { db } from "#lib/db";
import { bringSource } from "#lib/sources/commands/bring";
import { correctSource } from "#lib/sources/commands/correct";
import { getCorrecting, previewCorrection } from "#lib/sources/correcting";
import { getVersions } from "#lib/sources/corrections";
import { getSource, listSources } from "#lib/sources/queries";
import { openThread } from "#lib/threads/commands";
import { POST as correct } from "../../../app/api/v1/sources/[slug]/versions/route.ts";
import { call, expectRefusal } from "../../support/call.ts";
import { argument, countRows, eventsOf, makeWorld, QUOTES, refusal, TEXT, type World } from "../../support/island.ts";
import { tokenOf } from "../../support/world.ts";

let world: World;
let source: string;
let thread: string;
let made = 0;
const RAISING = "whether the ferry should sail on Sundays as well";
/** A source and a thread of its own for each test. */
beforeEach(async () => {
  world ??= await makeWorld();
  made += 1;
  const { mateo, naledi } = world.people;
  const text = `${TEXT}\n\nThis is copy ${made} of what the council heard.`;
  source = (await bringSource(mateo, { title: `The ferry, copy ${made}`, text, rights: "OPEN" })).slug;
  const raisedBy = { source, quote: RAISING };
  thread = (await openThread(naledi, { question: `Should it sail, take ${made}?`, raisedBy })).slug;
});

const post = (quote: string, version?: number) =>
  world.post(world.people.yuki, argument(source, { citations: [{ source, quote, version }] }), { thread });
const textNow = async () => (await getSource(null, source)).paragraphs.map(({ text }) => text).join("\n\n");
const corrected = async (from: string, to: string) => ({ text: (await textNow()).replace(from, to) });
const stateOf = async (id: string) => (await getArgument(null, id)).citations[0]?.state;
const place = async (slug: string) => (await db().thread.findUniqueOrThrow({ where: { slug } })).id;

describe("correcting a source", () => {
  it("makes a new version, says what became of each citation, and is on the record of its threads", async () => {
    const ids = await Promise.all(QUOTES.slice(0, 3).map(async (quote) => (await post(quote)).id));
    const text = (await textNow())
      .replace("They say that visitors stay away", "They claim that visitors stay away")
      .replace("She added that a half-empty boat was another matter.", "She said no more.");
    const { mateo } = world.people;
    expect(await correctSource(mateo, source, { text: `A correction.\n\n${text}` })).toMatchObject({ version: 2 });
    expect(await Promise.all(ids.map(stateOf))).toEqual(["VERBATIM", "MOVED", "ORPHANED"]);

    const first = await getArgument(null, ids[0] as string);
    expect(first.citations[0]).toMatchObject({ version: 1, spans: [{ quote: QUOTES[0] }] });
    const anchors = await db().anchor.findMany({
      where: { span: { citation: { revision: { argumentId: { in: ids } } } } },
      orderBy: { state: "asc" },
    });
    const shift = "A correction.\n\n".length;
    const [kept, moved, lost] = anchors;
    expect(kept).toMatchObject({ state: "VERBATIM", start: (first.citations[0]?.spans[0]?.start ?? 0) + shift });
    expect(moved?.confidence).toBeCloseTo(10 / 11, 3);
    expect(lost).toMatchObject({ state: "ORPHANED", start: null, end: null, confidence: null });
    expect((await eventsOf(thread)).slice(-3).sort()).toEqual([
      "citation.moved",
      "citation.orphaned",
      "source.corrected",
    ]);
    const told = await db().event.findMany({ where: { kind: { startsWith: "citation." } }, orderBy: { kind: "asc" } });
    expect(told.map(({ subjects }) => subjects)).toMatchObject([{ argument: ids[1] }, { argument: ids[2] }]);
    const { passages, threads } = await getSource(null, source);
    expect(passages.map(({ quote, arguments: [one] }) => [quote, one?.id])).toEqual([
      [QUOTES[0], ids[0]],
      ["They claim that visitors stay away because they cannot get home.", ids[1]],
    ]);
    expect(threads).toMatchObject([{ slug: thread }]);
    const listed = (await getVersions(null, source)).correction?.citations;
    expect(listed?.map(({ state, argument }) => [state, argument?.id])).toEqual([
      ["ORPHANED", ids[2]],
      ["MOVED", ids[1]],
      ["VERBATIM", undefined],
      ["VERBATIM", ids[0]],
    ]);
    const { start = 0, end = 0 } = passages[0] ?? {};
    expect(first.citations[0]?.now).toEqual({ start, end });
    expect((await getArgument(null, ids[2] as string)).citations[0]?.now).toBeNull();
    const [inList] = (await listSources(null)).items;
    expect(inList).toMatchObject({ slug: source, version: 2, cited: 2, arguments: 2 });
    expect(await getSource(null, source)).toMatchObject({
      version: { number: 2 },
      versions: [{ number: 2 }, { number: 1 }],
    });
  });

  it("of what is not there is missing; of somebody else's is refused, but not to a moderator", async () => {
    const { mateo, seun, signe } = world.people;
    const input = await corrected("A short one.", "A very short one.");
    expect(await refusal(correctSource(mateo, "nowhere", input))).toBe("missing");
    expect(await refusal(correctSource(seun, source, input))).toBe("bringer-only");
    const moderator = { ...signe, role: "MODERATOR" as const };
    expect(await correctSource(moderator, source, input)).toMatchObject({ version: 2 });
  });

  it("twice with the same text is as once, and with another source's text is refused", async () => {
    const { mateo } = world.people;
    await post(QUOTES[0]);
    const input = await corrected("A short one.", "A very short one.");
    await correctSource(mateo, source, input);
    const before = await countRows();
    expect(await correctSource(mateo, source, { text: `${input.text}\n\n` })).toMatchObject({ version: 2 });
    expect(await refusal(correctSource(mateo, source, { text: TEXT }))).toBe("source-exists");
    expect(await refusal(correctSource(mateo, source, { text: " \n " }))).toBe("blank");
    expect(await countRows()).toEqual(before);
  });

  it("back to the first text puts the words back where they were cited", async () => {
    const { mateo } = world.people;
    const { id } = await post(QUOTES[2]);
    const first = { text: await textNow() };
    await correctSource(mateo, source, await corrected(QUOTES[2], "She said no more."));
    expect(await stateOf(id)).toBe("ORPHANED");
    expect(await correctSource(mateo, source, first)).toMatchObject({ version: 3 });
    expect(await stateOf(id)).toBe("VERBATIM");
  });

  it("at the same time as others correct and cite loses neither", async () => {
    const { mateo } = world.people;
    const one = await corrected("A short one.", "A very short one.");
    const other = await corrected("A short one.", "A rather short one.");
    const all = await Promise.all([
      correctSource(mateo, source, one),
      correctSource(mateo, source, other),
      ...QUOTES.map((quote) => post(quote)),
    ]);
    expect(
      all
        .slice(0, 2)
        .map((done) => "version" in done && done.version)
        .sort(),
    ).toEqual([2, 3]);
    const newest = await db().sourceVersion.findFirstOrThrow({
      where: { source: { slug: source } },
      orderBy: { number: "desc" },
    });
    const spans = await db().span.findMany({
      where: { citation: { version: { source: { slug: source } } } },
      select: { versionId: true, anchors: { where: { versionId: newest.id } } },
    });
    expect(spans).toHaveLength(QUOTES.length);
    for (const { versionId, anchors } of spans) expect(versionId === newest.id || anchors.length === 1).toBe(true);
  });

  it("leaves the old version to cite, with what became of the words", async () => {
    await correctSource(world.people.mateo, source, await corrected(QUOTES[2], "She said no more."));
    expect(await stateOf((await post(QUOTES[2], 1)).id)).toBe("ORPHANED");
    expect(await stateOf((await post(QUOTES[1], 1)).id)).toBe("VERBATIM");
    expect(await stateOf((await post(QUOTES[0])).id)).toBe("VERBATIM");
  });

  it("is told to the pages of the source and of its threads", async () => {
    await post(QUOTES[0]);
    await correctSource(world.people.mateo, source, await corrected("A short one.", "A very short one."));
    const { id } = await db().source.findUniqueOrThrow({ where: { slug: source } });
    const events = await db().event.findMany({ where: { kind: "source.corrected" } });
    const own = events.filter(({ subjects }) => (subjects as { source: string }).source === id);
    expect(own.map(({ stream }) => stream).sort()).toEqual(["site", await place(thread)].sort());
    expect(own.every(({ subjects }) => (subjects as { sources: string[] }).sources.includes(id))).toBe(true);
  });

  it("is shown: what changed, and each citation before and after; to strangers no more than the rights allow", async () => {
    const { mateo } = world.people;
    expect((await getVersions(null, source)).correction).toBeNull();
    const { id, number } = await post(QUOTES[1]);
    const said = "They claim that visitors stay away because they cannot get home.";
    await correctSource(mateo, source, await corrected(QUOTES[1], said));
    const { correction, versions } = await getVersions(null, source);
    expect(versions.map((version) => version.number)).toEqual([2, 1]);
    expect(correction?.changes).toMatchObject([
      { kind: "same", count: 2 },
      { kind: "changed" },
      { kind: "same", count: 3 },
    ]);
    const of = { thread, version: 1, confirmed: false };
    expect(correction?.citations).toEqual([
      { ...of, argument: { id, number }, quote: QUOTES[1], state: "MOVED", now: said },
      { ...of, argument: null, quote: RAISING, state: "VERBATIM", now: RAISING },
    ]);
    expect((await getVersions(null, source, 1)).correction).toBeNull();
    expect(await refusal(getVersions(null, source, 3))).toBe("missing");
    expect(await refusal(getVersions(null, source, 0))).toBe("missing");
    await db().source.update({ where: { slug: source }, data: { rights: "EXCERPTS" } });
    expect(await getVersions(null, source)).toMatchObject({ excerpts: true, correction: { changes: [] } });
    expect((await getVersions(mateo, source)).correction?.changes).toHaveLength(3);
  });

  it("tells a loss once, though later versions do not have the words either", async () => {
    const { mateo } = world.people;
    const { id } = await post(QUOTES[2]);
    await correctSource(mateo, source, await corrected(QUOTES[2], "She said no more."));
    await correctSource(mateo, source, await corrected("A short one.", "A very short one."));
    expect((await eventsOf(thread)).filter((kind) => kind === "citation.orphaned")).toHaveLength(1);
    expect(await stateOf(id)).toBe("ORPHANED");
  });

  it("says of the words that raised a thread what became of them, and changes none", async () => {
    const { mateo, naledi } = world.people;
    const raisedBy = async () => (await getThread(null, thread)).raisedBy;
    expect(await raisedBy()).not.toHaveProperty("state");
    await correctSource(
      mateo,
      source,
      await corrected("should sail on Sundays as well", "should sail on a Sunday as well"),
    );
    expect(await raisedBy()).toMatchObject({ version: 1, state: "MOVED", spans: [{ quote: RAISING }] });
    await correctSource(
      mateo,
      source,
      await corrected("whether the ferry should sail on a Sunday as well", "something"),
    );
    expect(await raisedBy()).toMatchObject({ version: 1, state: "ORPHANED", now: null, spans: [{ quote: RAISING }] });
    expect((await eventsOf(thread)).filter((kind) => kind === "source.corrected")).toHaveLength(2);
    const late = { question: `Asked of the old text, ${made}?`, raisedBy: { source, version: 1, quote: RAISING } };
    expect((await getThread(null, (await openThread(naledi, late)).slug)).raisedBy.state).toBe("ORPHANED");
    const { slug } = await openThread(naledi, {
      ...late,
      question: `And now, ${made}?`,
      raisedBy: { source, quote: QUOTES[0] },
    });
    expect((await getThread(null, slug)).raisedBy).not.toHaveProperty("now");
  });

  it("shows an old version as it was, with what was cited from it, and what the newest lost", async () => {
    const { id } = await post(QUOTES[2]);
    await correctSource(world.people.mateo, source, await corrected(QUOTES[2], "She said no more."));
    expect(await getSource(null, source)).toMatchObject({ lost: 1, passages: [] });
    const old = await getSource(null, source, 1);
    expect(old).toMatchObject({ lost: 0, version: { number: 1 }, versions: [{ number: 2 }, { number: 1 }] });
    expect(old.passages).toMatchObject([{ quote: QUOTES[2], arguments: [{ id, state: "ORPHANED" }] }]);
    expect(await refusal(getSource(null, source, 3))).toBe("missing");
  });

  it("works through the API, for those who have a token and the right", async () => {
    const body = await corrected("A short one.", "A very short one.");
    const params = { slug: source };
    await expectRefusal(401, "sign-in-first", correct, { params, body });
    await expectRefusal(403, "bringer-only", correct, { token: await tokenOf(world.people.seun), params, body });
    const token = await tokenOf(world.people.mateo);
    await expectRefusal(422, "field-unknown", correct, { token, params, body: { ...body, title: "Other" } });
    const answer = await call(correct, { token, params, body });
    expect(answer.status).toBe(201);
    expect(answer.json.versions).toMatchObject([{ number: 2, text: body.text }, { number: 1 }]);
    expect(answer.json.versions[1]).not.toHaveProperty("text");
  });
});

describe("looking at a correction before it is stored", () => {
  const LONGER = "They claim that visitors stay away because they cannot get home.";

  it("tells what storing it would do, and stores nothing", async () => {
    const { mateo } = world.people;
    for (const quote of QUOTES.slice(0, 3)) await post(quote);
    const { text } = await corrected(QUOTES[1], LONGER);
    const input = { text: text.replace(QUOTES[2], "She said no more.") };
    const before = await countRows();
    const seen = await previewCorrection(mateo, source, input);
    expect(await countRows()).toEqual(before);
    expect(seen.after).toBe(1);
    await correctSource(mateo, source, input, seen);
    const { correction } = await getVersions(null, source);
    expect(seen.citations).toEqual(correction?.citations);
    expect(seen.changes).toEqual(correction?.changes);
    expect(seen.citations.map(({ state }) => state)).toEqual(["ORPHANED", "MOVED", "VERBATIM", "VERBATIM"]);
  });

  it("takes the words of a file, too", async () => {
    const bytes = Buffer.from((await corrected(QUOTES[1], LONGER)).text);
    const file = { name: "corrected.txt", bytes: async () => new Uint8Array(bytes) };
    expect(await previewCorrection(world.people.mateo, source, { text: "not this", file })).toMatchObject({
      text: bytes.toString(),
    });
  });

  it("is for whoever may correct it; the same text and another source's are refused", async () => {
    const { mateo, seun } = world.people;
    const input = await corrected(QUOTES[1], LONGER);
    expect(await refusal(previewCorrection(mateo, "nowhere", input))).toBe("missing");
    expect(await refusal(previewCorrection(seun, source, input))).toBe("bringer-only");
    expect(await refusal(previewCorrection(mateo, source, { text: `${await textNow()}\n` }))).toBe("same-text");
    expect(await refusal(previewCorrection(mateo, source, { text: TEXT }))).toBe("source-exists");
    expect(await refusal(previewCorrection(mateo, source, {}))).toBe("blank");
    expect(await getCorrecting(seun, source)).toMatchObject({ text: "", verdict: { ok: false, code: "bringer-only" } });
    expect(await getCorrecting(mateo, source)).toMatchObject({
      text: await textNow(),
      number: 1,
      verdict: { ok: true },
    });
  });

  it("counts no more once somebody stored another version", async () => {
    const { mateo } = world.people;
    const input = await corrected(QUOTES[1], LONGER);
    const { after } = await previewCorrection(mateo, source, input);
    await correctSource(mateo, source, await corrected("A short one.", "A very short one."));
    expect(await refusal(correctSource(mateo, source, input, { after }))).toBe("corrected-meanwhile");
  });
});
